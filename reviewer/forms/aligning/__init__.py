"""Which cell belongs to which column, and which way to read a row is taken."""
