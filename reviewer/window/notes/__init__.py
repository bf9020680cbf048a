"""Notes on figures, passages and the report."""
