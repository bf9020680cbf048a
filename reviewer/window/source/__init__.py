"""The source as text: folded, numbered, marked, searched."""
