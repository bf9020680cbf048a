"""The window itself: bars, panels and their places."""
