"""The SQLite library in the user's data folder: reports seen and their journals."""
