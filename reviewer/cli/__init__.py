"""The same job without a window."""

from reviewer.cli.entry import main

__all__ = ["main"]
