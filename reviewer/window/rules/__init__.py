"""All rules and those of the office, in the preferences: list, editor, effect of a change."""
