"""A review written down for others; each way to write it is listed once in EXPORTERS."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reviewer.export.workbook import write_workbook
from reviewer.review.review import Review

EXPORTERS: dict[str, Callable[[Review, Path], None]] = {"xlsx": write_workbook}
"""File name ending (without the dot) to the function that writes a review to a path."""

__all__ = ["EXPORTERS", "write_workbook"]
