"""What stands behind a label, cut into cells."""
