"""Figures that share a line, in tables that have each figure on a line of its own.

``1 6`` is then one cell: 16, its digits spaced out, rather than 1 and 6.
"""

from __future__ import annotations

import re
from itertools import pairwise

from reviewer.base import CellId
from reviewer.forms.doubts.all_readings import AllReadings, Doubts

_ONE_LINE = "这一行里不止一个数字，别处每个数字各占一行，可能是同一个数字，请核对"
_BLANKS = re.compile(r"[ \u3000\u00a0]+")
_LINE_END = re.compile(r"\s*\n[ \u3000\u00a0]*")
_MOST = 0.7


def on_one_line(read: AllReadings) -> Doubts:
    """Cells whose figures only blanks part, where line ends part nearly all others."""
    if not read.is_plain:
        return {}
    text = read.document.text
    placed = sorted(
        (one.place.span.start, one.place.span.end, one.cell)
        for one in read.readings
        if one.place is not None and one.printed
    )
    beside: list[tuple[CellId, CellId]] = []
    below = 0
    for (_, end, cell), (start, _, then) in pairwise(placed):
        below += bool(_LINE_END.fullmatch(text, end, start))
        if _BLANKS.fullmatch(text, end, start):
            beside.append((cell, then))
    if below < _MOST * (below + len(beside)):
        return {}
    return {cell: _ONE_LINE for pair in beside for cell in pair}
