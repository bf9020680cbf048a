"""Which figures are likely wrong, and what should stand there instead."""
