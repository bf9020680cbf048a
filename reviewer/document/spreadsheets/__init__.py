"""Spreadsheets of any format: which texts their cells show, and the tables these make."""
