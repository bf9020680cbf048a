"""Tests; the folders mirror those of ``reviewer``."""
