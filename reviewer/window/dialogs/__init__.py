"""The dialogs: what they ask, and what they tell."""
