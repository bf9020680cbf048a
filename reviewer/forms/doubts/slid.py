"""Rows that lack a cell, so that their figures have slid to the left and the last place is blank.

The total then stands in the place of the last part. A report may have forgotten the total instead:
which of the two it is, its own sums tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from reviewer.base import CellId, cell_id
from reviewer.document.model import PageBox
from reviewer.forms.aligning.arithmetic import column_equations
from reviewer.forms.model import Form, FormTable
from reviewer.forms.report import Kind, Reading

_SLID = "这一行末格空白，数字可能整体左移了一格，请核对各格的位置"

_MOST_STRAY = 2
"""Columns of a slid row in which other faults may hide that it would be right elsewhere."""

_BLANK_ROWS = 4
"""One row of so many may have blanks where a report prints its noughts."""

_By = Mapping[CellId, Reading]
_Figures = Sequence[int | Decimal]


def doubted_if_slid(form: Form, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Readings of which those are doubted that stand in a row that may have lost a cell.

    On a page it is seen which column a figure stands in.
    """
    if any(isinstance(reading.place, PageBox) for reading in readings):
        return readings
    by_cell = {reading.cell: reading for reading in readings}
    slid = {cell for table in form.tables for cell in _slid(table, by_cell)}
    if not slid:
        return readings
    return tuple(
        one.model_copy(update={"sure": False, "doubt": one.doubt or _SLID})
        if one.cell in slid
        else one
        for one in readings
    )


def _slid(table: FormTable, by_cell: _By) -> Iterator[CellId]:
    if table.layout not in {"matrix", "single_row"}:
        return
    (block,) = table.blocks
    keys = [column.key for column in block.columns]
    rows = {
        row.key: [by_cell[cell_id(table.key, row.key, key)] for key in keys] for row in block.rows
    }
    if keys[-1] != "total":
        return
    if table.layout == "single_row":
        if _is_slid_line(list(rows.values())):
            yield from (one.cell for row in rows.values() for one in row)
        return
    for key, row in rows.items():
        if row[-1].kind is Kind.BLANK and _is_slid(table, key, rows):
            yield from (one.cell for one in row)


def _is_slid(table: FormTable, key: str, rows: Mapping[str, Sequence[Reading]]) -> bool:
    """Whether a row of table three that has a blank for its total may have lost a cell."""
    figures = _figures(rows[key])
    others = [row for other, row in rows.items() if other != key]
    if figures is None:
        return False
    if not any(figures):
        blank = sum(any(one.kind is Kind.BLANK for one in row) for row in rows.values())
        printed = all(one.printed for one in rows[key][:-1])
        return printed and blank * _BLANK_ROWS <= len(rows)
    totals = [row[-1].kind is not Kind.BLANK for row in others if any(_figures(row) or ())]
    if sum(totals) * 2 <= len(totals):
        return False
    wanted = list(_wanted(table, key, rows))
    now = max((_alike(figures[:-1], one[:-1]) for one in wanted), default=0)
    if now == len(figures) - 1:
        return False  # Its figures are in their places, and the total is forgotten.
    shifted = max((_alike(way, one) for way in _ways(figures) for one in wanted), default=0)
    is_sum = _ends_in_sum(rows[key], figures)
    return is_sum or (shifted > now and shifted >= len(figures) - _MOST_STRAY)


def _is_slid_line(groups: Sequence[Sequence[Reading]]) -> bool:
    """The same for table four, whose groups stand in one line."""
    readings = [one for group in groups for one in group]
    figures = _figures(readings)
    width = len(groups[0])
    if figures is None or readings[-1].kind is not Kind.BLANK or _hold(figures, width):
        return False
    if any(group[-1].kind is Kind.BLANK for group in groups[:-1]):
        return False
    return any(
        min(way) >= 0 and _hold(way, width)
        for way in (_with_lost(figures, place, width) for place in range(len(figures) - 1))
    )


def _figures(row: Sequence[Reading]) -> list[int | Decimal] | None:
    """The figures of a row, blanks and marks for nil as 0; None if something else is there."""
    if any(one.kind in {Kind.TEXT, Kind.MISSING} for one in row):
        return None
    return [one.number or 0 for one in row]


def _ends_in_sum(row: Sequence[Reading], figures: _Figures) -> bool:
    """Whether the last figure printed is the sum of those before it."""
    last = max(place for place, one in enumerate(row) if one.printed)
    return figures[last] != 0 and figures[last] == sum(figures[:last])


def _wanted(
    table: FormTable, key: str, rows: Mapping[str, Sequence[Reading]]
) -> Iterator[list[int | Decimal]]:
    """What a row must be for the sums of all columns to hold, by each of the sums."""
    for equation in column_equations(table):
        signs = dict(equation)
        others = [(sign, _figures(rows[row])) for row, sign in equation if row != key]
        if key not in signs:
            continue
        known = [[sign * one for one in row] for sign, row in others if row is not None]
        if len(known) == len(others):
            yield [-signs[key] * sum(column) for column in zip(*known, strict=True)]


def _alike(row: _Figures, wanted: _Figures) -> int:
    return sum(one == other for one, other in zip(row, wanted, strict=True))


def _ways(figures: _Figures) -> Iterator[_Figures]:
    """A row with each of its parts as the one that is lost."""
    ways = (_with_lost(figures, place, len(figures)) for place in range(len(figures) - 1))
    return (way for way in ways if min(way) >= 0)


def _with_lost(figures: _Figures, place: int, width: int) -> list[int | Decimal]:
    """A line with the cell that its group of a width lacks, and what was behind it moved on."""
    way = [*figures[:place], 0, *figures[place:-1]]
    start = place - place % width
    *parts, total = way[start : start + width]
    way[place] = sum(parts) if place == start + width - 1 else total - sum(parts)
    return way


def _hold(way: _Figures, width: int) -> bool:
    """Whether the last figure of each group is the sum of the others."""
    groups = (way[start : start + width] for start in range(0, len(way), width))
    return all(sum(parts) == total for *parts, total in groups)
