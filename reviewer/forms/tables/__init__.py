"""The tables of a form, each read as a whole."""
