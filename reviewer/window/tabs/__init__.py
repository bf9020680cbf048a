"""The middle of the window: a tab for each table, and one for each other view."""
