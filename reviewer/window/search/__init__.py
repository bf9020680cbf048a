"""Finding words in a report."""
