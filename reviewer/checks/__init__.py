"""Everything that yields findings; one file a family, listed in CHECKS."""
