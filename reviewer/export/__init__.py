"""Everything that writes a review down; one file an export, listed in EXPORTERS."""
