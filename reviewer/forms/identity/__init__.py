"""Whose report it is, of which year, on which form, in which sections."""
