"""Rows that lack a cell: their figures are shifted to the left, and the last place is blank.

The total then stands in the place of the last part. A report may have forgotten the total instead:
which of the two it is, its own sums tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import compress

from reviewer.base import CellId, Number, cell_id
from reviewer.forms.aligning.arithmetic import column_equations
from reviewer.forms.doubts.all_readings import AllReadings, Doubts
from reviewer.forms.model import FormTable
from reviewer.forms.report import Kind, Reading

_SHIFTED = "这一行末格空白，数字可能整体左移了一格，请核对各格的位置"

_MOST_STRAY = 2
"""In this many columns of a shifted row other faults may hide that it was shifted."""

_BLANK_ROWS = 4
"""In a report that prints its noughts one row of this many may have blanks."""

_By = Mapping[CellId, Reading]
_Rows = Mapping[str, Sequence[Reading]]
_Figures = Sequence[Number]
_Open = Sequence[Number | None]
"""Figures; None where any figure may stand."""


def shifted_rows(read: AllReadings) -> Doubts:
    """Cells of rows that may have lost a cell.

    On a page it is seen which column a figure stands in.
    """
    if read.is_on_pages:
        return {}
    tables = [(table, _rows(table, read.by_cell)) for table in read.form.tables]
    every = [row for _, rows in tables for row in rows.values()]
    blank = sum(any(one.kind is Kind.BLANK for one in row) for row in every)
    noughts = blank * _BLANK_ROWS <= len(every)
    return {
        cell: _SHIFTED for table, rows in tables for cell in _shifted(table, rows, noughts=noughts)
    }


def _rows(table: FormTable, by_cell: _By) -> dict[str, list[Reading]]:
    """A table's rows, without the columns that the report does not print."""
    rows: dict[str, list[Reading]] = {}
    for block in table.blocks:
        keys = [column.key for column in block.columns]
        cells = {
            row.key: [by_cell[cell_id(table.key, row.key, key)] for key in keys]
            for row in block.rows
        }
        columns = zip(*cells.values(), strict=True)
        printed = [any(one.kind is not Kind.MISSING for one in column) for column in columns]
        rows |= {key: list(compress(row, printed)) for key, row in cells.items()}
    return rows


def _shifted(table: FormTable, rows: _Rows, *, noughts: bool) -> Iterator[CellId]:
    """Cells of rows that may have lost one; ``noughts`` if the report has hardly any blanks."""
    found: list[Sequence[Reading]]
    if table.layout == "single_row":
        found = _shifted_groups(list(rows.values()), noughts=noughts)
    elif table.layout == "matrix":
        found = [row for key, row in rows.items() if _is_shifted(table, key, rows, noughts=noughts)]
    else:
        found = [row for row in rows.values() if noughts and _ends_blank(row)]
    yield from (one.cell for row in found for one in row)


def _ends_blank(row: Sequence[Reading]) -> bool:
    """Whether nothing but blanks stands behind a row's last figure, and none before it."""
    blanks = [one.kind is Kind.BLANK for one in row]
    return any(blanks) and not all(blanks) and blanks == sorted(blanks)


def _is_shifted(table: FormTable, key: str, rows: _Rows, *, noughts: bool) -> bool:
    """Whether a row of table three that ends in a blank may have lost a cell."""
    row = rows[key]
    figures = _figures(row)
    others = [row for other, row in rows.items() if other != key]
    if figures is None or not row or row[-1].kind is not Kind.BLANK:
        return False
    if not any(figures):
        return noughts and _ends_blank(row)
    lasts = [row[-1].kind is not Kind.BLANK for row in others if any(_figures(row) or ())]
    if sum(lasts) * 2 <= len(lasts):
        return False
    totals = row[-1].cell.endswith(".total")
    wanted = list(_wanted(table, key, rows))
    behind = len(figures) - totals
    now = max((_alike(figures[:behind], one[:behind]) for one in wanted), default=0)
    if now == behind:
        return False  # Its figures are in their places, and the last one is forgotten.
    ways = list(_ways(figures, totals=totals))
    shifted = max((_alike(way, one) for way in ways for one in wanted), default=0)
    is_sum = totals and _ends_in_sum(row, figures)
    return is_sum or (shifted > now and shifted >= len(figures) - _MOST_STRAY)


def _shifted_groups(
    groups: Sequence[Sequence[Reading]], *, noughts: bool
) -> list[Sequence[Reading]]:
    """The groups of table four, which stand in one line, that may have lost a cell."""
    readings = [one for group in groups for one in group]
    figures = _figures(readings)
    if not readings or figures is None or readings[-1].kind is not Kind.BLANK:
        return []
    width = len(groups[0])
    if not _hold(figures, width):
        return list(groups) if _is_shifted_line(groups, figures) else []
    if not noughts or not _ends_blank(readings):
        return []
    told = max((at // width for at, one in enumerate(figures) if one), default=-1)
    return list(groups[told + 1 :])


def _is_shifted_line(groups: Sequence[Sequence[Reading]], figures: _Figures) -> bool:
    """Whether table four's line, whose sums do not hold, would hold with a cell that is lost."""
    width = len(groups[0])
    if any(group[-1].kind is Kind.BLANK for group in groups[:-1]):
        return False
    return any(
        min(way) >= 0 and _hold(way, width)
        for way in (_with_lost(figures, place, width) for place in range(len(figures) - 1))
    )


def _figures(row: Sequence[Reading]) -> list[Number] | None:
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
) -> Iterator[list[Number]]:
    """What a row must be for the sums of all columns to hold, by each of the sums."""
    for equation in column_equations(table):
        signs = dict(equation)
        others = [(sign, _figures(rows[row])) for row, sign in equation if row != key]
        if key not in signs:
            continue
        known = [[sign * one for one in row] for sign, row in others if row is not None]
        if len(known) == len(others):
            yield [-signs[key] * sum(column) for column in zip(*known, strict=True)]


def _alike(row: _Open, wanted: _Figures) -> int:
    """How many figures are as wanted, or open."""
    return sum(one in {other, None} for one, other in zip(row, wanted, strict=True))


def _ways(figures: _Figures, *, totals: bool) -> Iterator[_Open]:
    """A row with each of its parts as the one that is lost; without a total it may be any."""
    if not totals:
        yield from ((*figures[:at], None, *figures[at:-1]) for at in range(len(figures) - 1))
        return
    ways = (_with_lost(figures, place, len(figures)) for place in range(len(figures) - 1))
    yield from (way for way in ways if min(way) >= 0)


def _with_lost(figures: _Figures, place: int, width: int) -> list[Number]:
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
