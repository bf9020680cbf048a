"""Tables that a file holds twice with different figures: which of them counts, nobody can tell.

A file that knows its tables shows copies itself; in plain text (a page's copies for desk and
telephone, a draft before the final report) the labels stand twice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reviewer.base import CellId
from reviewer.document.model import Document, Span, Table
from reviewer.forms.folding import fold
from reviewer.forms.labels import split_enumerator
from reviewer.forms.locating.anchors import Page
from reviewer.forms.model import Form, FormTable
from reviewer.forms.report import Reading
from reviewer.forms.tables.disputes import read_disputes
from reviewer.forms.tables.tables import TableReading, read_rows

_DOUBT = "文件里有两张同样的表格，这一格的数字不同，请核对以哪张为准"
_TELLING = 4
"""Characters from which a label is hardly met outside of its table."""

_PART = 0.1
"""Share of a table's figures that a part of it holds."""

_MOST = 0.6
"""Of a table's labels: as many make another table a copy of it."""


def doubted_if_read_twice(
    page: Page, form: Form, tables: Mapping[str, TableReading]
) -> dict[str, TableReading]:
    """Tables of a plain text, doubted where another copy in the text has other figures."""
    doubted: dict[str, TableReading] = {}
    for key, read in tables.items():
        table = form.table(key)
        copy = _copy_of(page, form, table, read) if table is not None else None
        doubted[key] = read if copy is None else _compared(read, copy)
    return doubted


def _copy_of(page: Page, form: Form, table: FormTable, read: TableReading) -> TableReading | None:
    """What stands in another copy of a table, if the text has one."""
    if read.span is None or table.layout == "list":
        return None
    for start, end in ((_behind(read), len(page.text)), (0, read.span[0])):
        if not _has_labels(page, start, end, table):
            continue
        other = Page(page.text[start:end])
        if table.layout == "single_row":
            copy = read_disputes(other, form, table, 0, ())
        else:
            copy = read_rows(other, form, table, ())
        if copy.found:
            return copy
    return None


def _behind(read: TableReading) -> int:
    """Behind the last figure of a table."""
    ends = [one.place.span.end for one in read.readings.values() if one.place is not None]
    return max(ends, default=read.span[1] if read.span else 0)


def _has_labels(page: Page, start: int, end: int, table: FormTable) -> bool:
    """Whether most of a table's telling labels stand between two places."""
    rows = [row.label for block in table.blocks for row in block.rows]
    columns = [column.label for block in table.blocks for column in block.columns]
    labels = {fold(split_enumerator(label)[1]) for label in rows + columns}
    telling = {label for label in labels if len(label) >= _TELLING}
    low, high = (bisect_left(page.folded.origin, place) for place in (start, end))
    found = sum(page.folded.text.find(label, low, high) >= 0 for label in telling)
    return found > _MOST * len(telling)


def _compared(read: TableReading, copy: TableReading) -> TableReading:
    """A table with doubts where its copy has another figure."""
    differing = {
        cell: other.printed
        for cell, one in read.readings.items()
        if (other := copy.readings.get(cell)) is not None
        and other.printed is not None
        and one.printed is not None
        and (other.kind, other.number) != (one.kind, one.number)
    }
    readings = {
        cell: _doubted(one).model_copy(update={"candidates": (differing[cell],)})
        if cell in differing
        else one
        for cell, one in read.readings.items()
    }
    return replace(read, readings=readings)


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
