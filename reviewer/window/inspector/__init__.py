"""All about one figure: what was read, its rules, its suspects."""
