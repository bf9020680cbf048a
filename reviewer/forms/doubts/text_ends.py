"""Readings at the borders of what a text tells: where it breaks off, where blanks left no trace."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reviewer.base import cell_parts
from reviewer.forms.aligning.alignment import Method
from reviewer.forms.doubts.all_readings import AllReadings, Doubts
from reviewer.forms.report import Kind, Reading

_LOST_BLANKS = "原文数字连写，空白单元格没有痕迹，请核对各格"

_LONGEST_LINE = 200
"""A table's line is no longer; of a text without line ends so much is looked at."""


def cut_off(read: AllReadings) -> Doubts:
    """Cells that stand in a line the text breaks off in.

    It breaks off there if cells that the form has behind them are not in the text, or if the last
    cells of a row that holds figures are blank and nothing follows: where the file ends, or has
    lost a piece, that looks the same. So it does where a table ends in a blank row too early.
    """
    text = read.document.text.rstrip("\n")
    line = max(text.rfind("\n") + 1, len(text) - _LONGEST_LINE)
    lacking = max((at for at, one in enumerate(read.readings) if one.place is None), default=0)
    row = [one for one in read.readings if one.place and one.place.span.start >= line]
    last = [one for one in read.readings[:lacking] if one in row]
    if text != read.document.text:
        last = _not_whole(read, last)
    open_end = (*_open_end(read, row), *_cut_short(read))
    return {one.cell: Method.TORN.value for one in (*last, *open_end)}


def _not_whole(read: AllReadings, row: list[Reading]) -> list[Reading]:
    """What may not be whole of a row whose line has its end: a stated table's rows all have one."""
    figures = [one for one in row if one.kind is not Kind.BLANK]
    blanks = [one for one in row if one.kind is Kind.BLANK]
    return blanks if read.is_plain or blanks else figures[-1:]


def _open_end(read: AllReadings, row: list[Reading]) -> list[Reading]:
    """The blank cells that a text ends with, behind figures of their row."""
    end = len(read.document.text.rstrip())
    behind = [one for one in row if one.place and one.place.span.start >= end]
    blank = all(one.kind is Kind.BLANK for one in behind)
    return behind if blank and len(behind) < len(row) else []


def _cut_short(read: AllReadings) -> Iterator[Reading]:
    """Blank cells of the last row that a table has, where the form has more of them behind it.

    A page may have lost the rest of a table, though it goes on below it.
    """
    for _, table in groupby(read.readings, lambda one: cell_parts(one.cell)[0]):
        cells = [*table]
        there = [one for one in cells if one.place is not None]
        if there and there[-1] is not cells[-1]:
            row = cell_parts(there[-1].cell)[:2]
            of_row = (one for one in there if cell_parts(one.cell)[:2] == row)
            yield from (one for one in of_row if one.kind is Kind.BLANK)


def lost_blanks(read: AllReadings) -> Doubts:
    """Cells whose digits may hide a blank one.

    Digits without separators show none: where rows of table three lack figures, table four's may
    lack some, too, and its sums alone do not tell.
    """
    without = {Method.LOST.value, Method.NOTHING.value}
    requests = [one for one in read.readings if one.cell.startswith("requests.")]
    if not any(one.place is None and one.doubt in without for one in requests):
        return {}
    own = {one.cell for one in requests}
    return {
        one.cell: _LOST_BLANKS
        for one in read.readings
        if one.inferred and one.sure and one.cell not in own
    }
