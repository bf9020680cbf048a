"""Figures whose place in a page's table was inferred, and that all the table bears out.

Where a table has no rules, or lines of it were read by themselves, a row's blank or lost cell may
hide behind the next row's figures. If every cell of the form has a figure, all stand in rows and
columns in the form's order, and the sums hold, no other way to read them is left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import inf

from reviewer.base import CellId, cell_id
from reviewer.document.looks import UNRULED
from reviewer.document.model import PageBox
from reviewer.forms.aligning.alignment import Method
from reviewer.forms.aligning.arithmetic import fails, sums_of
from reviewer.forms.doubts.all_readings import AllReadings
from reviewer.forms.model import FormTable
from reviewer.forms.report import Kind, Reading

_LIFTED = frozenset({UNRULED, Method.LOST.value, Method.EXTRA.value})

_MOST_BROKEN = 4
"""One or two wrong figures break no more sums than these; more speak against the reading."""

_Grid = Sequence[Sequence[PageBox]]
"""The places of a table's figures, by rows."""


def confirmed(read: AllReadings) -> tuple[Reading, ...]:
    """Readings of which those are sure again that a whole table on pages bears out.

    Those in sums that fail stay as they are.
    """
    if not any(one.doubt and isinstance(one.place, PageBox) for one in read.readings):
        return read.readings
    lifted = {
        cell
        for table in read.form.tables
        if table.layout == "matrix"
        for cell in _borne_out(table, read.by_cell)
    }
    return tuple(
        reading.model_copy(update={"sure": True, "doubt": None})
        if reading.cell in lifted
        and reading.doubt
        and _LIFTED.issuperset(reading.doubt.split("；"))
        else reading
        for reading in read.readings
    )


def _borne_out(table: FormTable, by_cell: Mapping[CellId, Reading]) -> set[CellId]:
    """The cells of a table that is whole, but for those in sums that fail."""
    grid = _grid(table, by_cell)
    if not (grid and _are_in_rows(grid) and _are_in_columns(grid)):
        return set()
    failing = [sum_ for sum_ in sums_of(table) if fails(sum_, by_cell)]
    if len(failing) > _MOST_BROKEN:
        return set()
    cells = {cell for cell, _, _ in table.cells()}
    return cells - {cell for sum_ in failing for cell, _ in sum_}


def _grid(table: FormTable, by_cell: Mapping[CellId, Reading]) -> list[list[PageBox]]:
    """Where the figures stand; nothing if a cell has none, or none on a page."""
    (block,) = table.blocks
    found: list[list[PageBox]] = []
    for row in block.rows:
        cells = [by_cell[cell_id(table.key, row.key, column.key)] for column in block.columns]
        places = [one.place for one in cells if one.kind is Kind.NUMBER]
        boxes = [place for place in places if isinstance(place, PageBox)]
        if len(boxes) < len(cells):
            return []
        found.append(boxes)
    return found


def _are_in_rows(grid: _Grid) -> bool:
    """Whether the figures of each row stand on one level, below all of the rows above."""
    if any(max(box.y0 for box in row) >= min(box.y1 for box in row) for row in grid):
        return False
    lowest: dict[int, float] = {}
    for number, row in enumerate(grid):
        first = row[0].page
        if number and first < grid[number - 1][0].page:
            return False
        levels = [(box.page, (box.y0 + box.y1) / 2) for box in row]
        if any(level <= lowest.get(page, 0.0) for page, level in levels):
            return False
        lowest |= dict(sorted(levels))
    return True


def _are_in_columns(grid: _Grid) -> bool:
    """Whether each figure stands to the right of all that are in the columns before."""
    pages = {box.page for row in grid for box in row}
    return all(
        max(left, default=-inf) < min(right, default=inf)
        for page in pages
        for left, right in pairwise(_middles(column, page) for column in zip(*grid, strict=True))
    )


def _middles(column: Sequence[PageBox], page: int) -> list[float]:
    return [(box.x0 + box.x1) / 2 for box in column if box.page == page]
