"""The open reports: how they come, what is selected and changed in them, how they go."""
