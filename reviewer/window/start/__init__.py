"""The window while no report is open."""
