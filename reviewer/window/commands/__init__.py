"""What can be done in the window: every command declared once, with its keys."""
