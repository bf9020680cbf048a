"""The panel of the open reports."""
