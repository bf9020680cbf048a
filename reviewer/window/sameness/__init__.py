"""Sections that repeat another report's, side by side."""
