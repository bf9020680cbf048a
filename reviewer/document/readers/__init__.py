"""One file a format, listed in READERS."""
