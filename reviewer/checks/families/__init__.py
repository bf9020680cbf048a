"""Checks that no expression can say, one file a family; ``registry.py`` lists them."""
