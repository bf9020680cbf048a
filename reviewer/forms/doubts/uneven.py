"""Rows that have all their figures, and a wider gap between two of them than such rows have.

Where blanks part the cells a blank one leaves a wider gap, and if another one is printed twice the
row has as many figures as it should: those between the two stand in wrong columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from reviewer.base import CellId, cell_id
from reviewer.document.model import Span
from reviewer.forms.doubts.all_readings import AllReadings, Doubts
from reviewer.forms.model import FormTable
from reviewer.forms.report import Reading

_UNEVEN = "这一行数字之间有一处空得更宽，可能有空白格，请核对各格的位置"
_WIDER = 1.8
"""A wide gap is this many times as wide as the row's other gaps."""

_FEW = 0.3
"""A wide gap that more rows than this share have at one place belongs to the columns."""

_BLANKS = " \u3000\u00a0"


def uneven(read: AllReadings) -> Doubts:
    """Cells of rows that may have a blank cell and a doubled one."""
    if not read.is_plain:
        return {}
    return {
        cell: _UNEVEN
        for table in read.form.tables
        if table.layout == "matrix"
        for cell in _cells(table, read.by_cell, read.document.text)
    }


def _cells(table: FormTable, by_cell: Mapping[CellId, Reading], text: str) -> list[CellId]:
    (block,) = table.blocks
    gaps: dict[str, frozenset[int]] = {}
    for row in block.rows:
        own = [by_cell[cell_id(table.key, row.key, column.key)] for column in block.columns]
        spans = [one.place.span for one in own if one.place is not None and one.printed]
        if (
            len(spans) == len(own)
            and (wide := _wide_gaps(text, sorted(spans, key=_start))) is not None
        ):
            gaps[row.key] = wide
    times = Counter(place for wide in gaps.values() for place in wide)
    usual = {place for place, count in times.items() if count > max(1, _FEW * len(gaps))}
    return [
        cell_id(table.key, key, column.key)
        for key, wide in gaps.items()
        if wide - usual
        for column in block.columns
    ]


def _start(span: Span) -> int:
    return span.start


def _wide_gaps(text: str, spans: Sequence[Span]) -> frozenset[int] | None:
    """Before which figures a line has wide gaps; None unless only blanks part them.

    The first one stands behind such a gap if blanks stand before it at the line's begin.
    """
    between = [text[one.end : then.start] for one, then in pairwise(spans)]
    if any(not one or one.strip(_BLANKS) for one in between):
        return None
    lengths = [len(one) for one in between]
    begins = [then.start - one.start for one, then in pairwise(spans)]
    ends = [then.end - one.end for one, then in pairwise(spans)]
    close = median(lengths) <= 1
    ways = [lengths] if close else [begins, ends]
    wide = {
        place
        for place in range(1, len(spans))
        if all(way[place - 1] >= _WIDER * median(way) for way in ways)
    }
    first = spans[0].start
    before = text[text.rfind("\n", 0, first) + 1 : first]
    if close and before and not before.strip(_BLANKS):
        wide.add(0)
    return frozenset(wide)
