"""Reads a table whose figures are each told by the names of row and column."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from reviewer.base import CellId, cell_id, cell_parts
from reviewer.forms.aligning.choosing import Choice
from reviewer.forms.cells.cells import PIPES
from reviewer.forms.cells.pieces import Piece
from reviewer.forms.doubts.marked import doubted_if_marked
from reviewer.forms.doubts.placement import LAID_OTHERWISE
from reviewer.forms.doubts.readings import doubted, reading_of
from reviewer.forms.doubts.whole_tables import doubted_if_many_break
from reviewer.forms.model import FormTable
from reviewer.forms.report import Reading
from reviewer.forms.tables.columned import columned
from reviewer.forms.tables.crossing import crossed
from reviewer.forms.tables.failing import failing_sums
from reviewer.forms.tables.names import names_of
from reviewer.forms.tables.pairs import paired
from reviewer.forms.tables.rereading import IN_ORDER, lacks_less
from reviewer.forms.tables.tables import TableReading

_HEAD = 1500
"""A head, turned round or not, has at most this many characters before the first figure."""

_FEW = 0.05
"""Share of a table's cells; if no more are in doubt, it is not read again."""

_MARK = re.compile(rf"[\t{PIPES},：:]")


def read_pairs(text: str, table: FormTable, start: int, end: int) -> TableReading | None:
    """The table between two places if it names row and column beside each figure."""
    found = paired(text, table, start, end)
    if not found:
        return None
    read = _reading(text, table, start, found)
    if table.layout != "single_row":
        return read
    return replace(read, readings=_doubted_by_sums(table, found, read.readings))


def read_crossing(
    text: str, table: FormTable, start: int, end: int, first: TableReading
) -> TableReading:
    """The table read by the names at the ends of its figures, if it was doubted before."""
    doubts = _doubts(first)
    if doubts <= _FEW * len(first.readings):
        return first
    crossing = crossed(text, table, start, end)
    below = columned(text, table, start, end) if crossing is None else None
    found = below.found if below else crossing
    if found is None:
        return first
    read = _reading(text, table, start, found)
    readings = _doubted_by_sums(table, found, read.readings)
    if below and not below.whole:
        readings = doubted(readings, readings, IN_ORDER)  # What a row lacks may have moved others.
    read = replace(read, readings=readings)
    return read if _doubts(read) < doubts or lacks_less(read, first) else first


def _doubts(read: TableReading) -> int:
    """How many cells of a table are in doubt: all if no row can be relied on."""
    return len(read.readings) if read.doubt else read.doubted


def _doubted_by_sums(
    table: FormTable, found: Mapping[CellId, Piece], readings: Mapping[CellId, Reading]
) -> dict[CellId, Reading]:
    """Readings, doubted where a row's sum fails, or another one that has blank cells in it.

    A cell may be lost there, so that others have moved; in table four wherever it likes.
    """
    doubts: set[CellId] = set()
    for block in table.blocks:
        columns = [column.key for column in block.columns]
        choices = {
            row.key: Choice(tuple(found.get(cell_id(table.key, row.key, key)) for key in columns))
            for row in block.rows
        }
        for cells in failing_sums(table, columns, choices):
            if table.layout == "single_row":
                return doubted(readings, list(readings), LAID_OTHERWISE)
            rows = {cell_parts(cell)[1] for cell in cells}
            if len(rows) == 1 or not all(cell in found and found[cell].text for cell in cells):
                doubts.update(cells)
    return doubted(readings, doubts, LAID_OTHERWISE)


def _reading(
    text: str, table: FormTable, start: int, found: Mapping[CellId, Piece]
) -> TableReading:
    """A reading of the cells that were found behind a place, as they are printed."""
    readings: dict[CellId, Reading] = {}
    for block in table.blocks:
        for row in block.rows:
            cells = [cell_id(table.key, row.key, column.key) for column in block.columns]
            choice = Choice(tuple(map(found.get, cells)))
            readings |= {cell: reading_of(cell, choice, at, "") for at, cell in enumerate(cells)}
    readings = doubted_if_marked(text, doubted_if_many_break(table, readings))
    first = min(piece.start for piece in found.values())
    return TableReading(
        readings,
        found=True,
        span=(_begin(text, table, start, first), max(piece.end for piece in found.values())),
        torn=True,
    )


def _begin(text: str, table: FormTable, start: int, figure: int) -> int:
    """Where a table begins: the first line of names and figures alone before its first figure."""
    names = names_of(table)
    place = begin = text.rfind("\n", 0, figure) + 1
    while place > start and figure - place < _HEAD:
        place = text.rfind("\n", 0, place - 1) + 1
        cells = _MARK.split(text[place : text.find("\n", place)])
        if any(any(names.named(cell)) for cell in cells):
            begin = max(place, start)
    return begin
