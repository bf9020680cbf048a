"""The list of findings, with filters and verdicts."""
