"""Rows of plain text with more figures than cells: several in one cell, or one behind the last.

Where tabs and blanks part figures by turns, no tab tells where a cell ends, and two of them have
no blank cell between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.base import cell_parts
from reviewer.forms.doubts.all_readings import AllReadings, Doubts

_SEVERAL = re.compile(r"[\d０-９][\d０-９.]*(?:[ \t\u3000\u00a0]+[\d０-９][\d０-９.]*)+")
_BEHIND = re.compile(r"[ \t\u3000\u00a0]+(\d)[\d. \t\u3000\u00a0]*(?:\n|\Z)")
"""A figure, or more, and nothing else to the end of the line."""

_CROWDED = "这一行的数字多于格数，各格的位置可能不对，请核对"


def crowded(read: AllReadings) -> Doubts:
    """All cells of rows that have more figures than cells."""
    if not read.is_plain:
        return {}
    rows = {*_with_several(read), *_with_one_behind(read)}
    return {one.cell: _CROWDED for one in read.readings if cell_parts(one.cell)[:2] in rows}


def _with_several(read: AllReadings) -> Iterator[tuple[str, ...]]:
    """Rows in which one cell holds several figures."""
    for one in read.readings:
        if _SEVERAL.fullmatch(one.printed or ""):
            yield cell_parts(one.cell)[:2]


def _with_one_behind(read: AllReadings) -> Iterator[tuple[str, ...]]:
    """Rows with a figure right behind their last one that is no cell's."""
    text = read.document.text
    placed = [one for one in read.readings if one.place is not None]
    starts = {one.place.span.start for one in placed if one.place is not None}
    for one in placed:
        end = one.place.span.end if one.place is not None else 0
        behind = _BEHIND.match(text, end)
        if behind and behind.start(1) not in starts:
            yield cell_parts(one.cell)[:2]
