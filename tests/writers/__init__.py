"""Writes the same report in the formats that reports come in, by the tests' own means."""
