"""A review written down."""
