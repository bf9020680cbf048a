"""Texts from which a program took every line that stood there before.

Some extractors keep the first of several lines that are alike: of all cells that print 0 one is
left, and what remains of a row looks like a row of blank cells.
"""

from __future__ import annotations

from collections import Counter

from reviewer.forms.doubts.all_readings import AllReadings, Doubts
from reviewer.forms.report import Kind

_LEAST_LINES = 60
"""A text of fewer different lines may well repeat none."""

_HEADS = ("信息内容", "信息內容")
"""They begin every head of table two, in cells of their own."""

_DEDUPLICATED = "原文中重复的行似乎被删去了，请对照原件核对各格"


def deduplicated(read: AllReadings) -> Doubts:
    """All cells, where no line of a text is repeated, although its cells are lines."""
    if not read.is_plain:
        return {}
    lines = Counter(line for raw in read.document.text.split("\n") if (line := raw.strip()))
    if len(lines) < _LEAST_LINES or max(lines.values()) > 1:
        return {}
    if not any(lines[head] for head in _HEADS):
        return {}
    return {one.cell: _DEDUPLICATED for one in read.readings if one.kind is not Kind.MISSING}
