"""Tables that a file itself holds twice with different figures: nobody can tell which counts."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.base import CellId
from reviewer.document.model import Document, Span, Table
from reviewer.forms.doubts.all_readings import AllReadings, Doubts
from reviewer.forms.folding import fold
from reviewer.forms.model import FormTable
from reviewer.forms.report import Reading

DIFFERS = "文件里有两张同样的表格，这一格的数字不同，请核对以哪张为准"
MOST = 0.6
"""Another table with this share of a table's labels is a copy of it."""

_PART = 0.1
"""A part of a table holds at least this share of its figures."""


def copied(read: AllReadings) -> Doubts:
    """Cells that are said otherwise in another copy of their table."""
    tables = [block for block in read.document.blocks if isinstance(block, Table)]
    differing: set[CellId] = set()
    for table in read.form.tables if len(tables) > 1 else ():
        copies = [one for one in tables if _is_copy(one, table, read.document)]
        if len(copies) > 1:
            own = [one for one in read.readings if one.cell.startswith(f"{table.key}.")]
            differing |= _differing(own, copies, read.document)
    return dict.fromkeys(differing, DIFFERS)


def _is_copy(block: Table, table: FormTable, document: Document) -> bool:
    """Whether a block prints a form's table, and where it is sure of its text."""
    text = fold(document.at(block.place.span))
    lined = table.layout != "single_row"
    labels = {fold(one.label) for one in (table.rows if lined else table.columns)}
    found = sum(1 for label in labels if label in text)
    return found > MOST * len(labels) and not _is_doubted(block.place.span, document)


def _is_doubted(span: Span, document: Document) -> bool:
    return any(span.start <= one.span.start < span.end for one in document.doubts)


def _differing(
    readings: Sequence[Reading], copies: Sequence[Table], document: Document
) -> set[CellId]:
    """The cells that stand in one of the copies, and are said otherwise in another.

    Tables that the readings stand in together are parts of one, and no copies of each other.
    """
    found: set[CellId] = set()
    if sum(_holds(one, readings) for one in copies) > 1:
        return found
    for reading in readings:
        span = reading.place.span if reading.place is not None else None
        for own in copies:
            if span is None or not own.place.span.start <= span.start < own.place.span.end:
                continue
            at = _position(own, span)
            said = (reading.printed or "").strip()
            if any(_says(one, at, own, document) != said for one in copies if one is not own):
                found.add(reading.cell)
    return found


def _holds(table: Table, readings: Sequence[Reading]) -> bool:
    """Whether a good part of the readings stand in a table."""
    span = table.place.span
    places = [one.place.span.start for one in readings if one.place is not None]
    return sum(span.start <= place < span.end for place in places) > _PART * len(places)


def _position(table: Table, span: Span) -> tuple[int, int] | None:
    """Row and column of what stands at a place."""
    for cell in table.cells:
        if cell.place.span.holds(span):
            return cell.row, cell.column
    return None


def _says(table: Table, at: tuple[int, int] | None, like: Table, document: Document) -> str | None:
    """What a copy says at a place; None where it is not of the same shape."""
    alike = (table.rows, table.columns) == (like.rows, like.columns)
    cell = table.grid.get(at) if alike and at is not None else None
    return document.at(cell.place.span).strip() if cell is not None else None
