"""Tests of reviewer.checks."""
