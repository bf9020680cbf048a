"""Bytes become a document: text with the place of everything."""
