"""Tests of the tool that sets up, runs and tests the program."""
