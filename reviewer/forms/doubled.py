"""Tables that a file holds twice with different figures: which of them counts, nobody can tell."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.base import CellId
from reviewer.document.model import Document, Span, Table
from reviewer.forms.folding import fold
from reviewer.forms.model import Form, FormTable
from reviewer.forms.report import Reading

_DOUBT = "文件里有两张同样的表格，这一格的数字不同，请核对以哪张为准"
_MOST = 0.6
"""Of a table's labels: as many make another table a copy of it."""


def doubted_if_doubled(
    form: Form, readings: tuple[Reading, ...], document: Document
) -> tuple[Reading, ...]:
    """Readings that are said otherwise in another copy of their table are doubted."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    if len(tables) < 2:
        return readings
    differing: set[CellId] = set()
    for table in form.tables:
        copies = [one for one in tables if _is_copy(one, table, document)]
        if len(copies) > 1:
            own = [one for one in readings if one.cell.startswith(f"{table.key}.")]
            differing |= _differing(own, copies, document)
    return tuple(_doubted(one) if one.cell in differing else one for one in readings)


def _is_copy(block: Table, table: FormTable, document: Document) -> bool:
    """Whether a block prints a form's table, and where it is sure of its text."""
    text = fold(document.at(block.place.span))
    lined = table.layout != "single_row"
    things = (one for part in table.blocks for one in (part.rows if lined else part.columns))
    labels = {fold(one.label) for one in things}
    found = sum(1 for label in labels if label in text)
    return found > _MOST * len(labels) and not _is_doubted(block.place.span, document)


def _is_doubted(span: Span, document: Document) -> bool:
    return any(span.start <= one.span.start < span.end for one in document.doubts)


def _differing(
    readings: Sequence[Reading], copies: Sequence[Table], document: Document
) -> set[CellId]:
    """The cells that stand in one of the copies, and are said otherwise in another."""
    found: set[CellId] = set()
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


def _position(table: Table, span: Span) -> tuple[int, int] | None:
    """Row and column of what stands at a place."""
    for cell in table.cells:
        if cell.place.span.start <= span.start and span.end <= cell.place.span.end:
            return cell.row, cell.column
    return None


def _says(table: Table, at: tuple[int, int] | None, like: Table, document: Document) -> str | None:
    """What a copy says at a place; None where it is not of the same shape."""
    alike = (table.rows, table.columns) == (like.rows, like.columns)
    cell = table.grid.get(at) if alike and at is not None else None
    return document.at(cell.place.span).strip() if cell is not None else None


def _doubted(reading: Reading) -> Reading:
    return reading.model_copy(update={"sure": False, "doubt": reading.doubt or _DOUBT})
