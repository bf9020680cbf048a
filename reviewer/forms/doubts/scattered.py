"""Rows that were read from lines of a page, and whose figures stand elsewhere than a row's do."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reviewer.base import CellId, cell_id
from reviewer.document.model import Document, PageBox, Paragraph, Span, TextPlace
from reviewer.forms.doubts.all_readings import AllReadings, Doubts
from reviewer.forms.model import FormTable
from reviewer.forms.report import Reading

_SCATTERED = "这一行的数字不在同一行上，请对照原件核对"
_CONTINUED = "上下有单独成行的数字，可能是这一格换行的数字，请对照原件核对"
_NO_CELL = "这一行有的空白不是单元格，请对照原件核对各格的位置"
_LEFT_OUT = "表格里有没有归入任何一行的数字，请对照原件核对"

_FIGURE = re.compile(r"[-+－＋−]?[\d０-９][\d０-９,，.]*|[/／—–\-]+|无")

_FEWEST = 3
"""A line that may be a row's has at least this many figures."""

_NEAR = 1.0
"""The next line of the same cells is at most this many line heights away."""

_LEAST = 0.3
"""The share of a figure's height that all figures of a row have in common."""


def scattered(read: AllReadings) -> Doubts:
    """Cells of pages whose figures do not stand in rows, or beside lines left out.

    A number of a narrow column goes on below, a label around its figures: what then looks like a
    row of seven figures may be made of two, or hold the rest of numbers only.
    """
    if not read.is_on_pages:
        return {}
    return {
        cell: doubt
        for table in read.form.tables
        if table.layout in {"matrix", "single_row"}
        for cell, doubt in _doubts(table, read.by_cell, read.document)
    }


def _doubts(
    table: FormTable, by_cell: Mapping[CellId, Reading], document: Document
) -> Iterator[tuple[CellId, str]]:
    (block,) = table.blocks
    lines = _lines(document)
    used: dict[CellId, int] = {}
    for row in block.rows:
        cells = [by_cell[cell_id(table.key, row.key, column.key)] for column in block.columns]
        own = {one.cell: at for one in cells if (at := _line_of(one, lines)) is not None}
        used |= own
        if any(_is_continued(document, lines, at, len(cells)) for at in set(own.values())):
            yield from ((one.cell, _CONTINUED) for one in cells)
        if own and not _is_row([one.place for one in cells if one.printed]):
            yield from ((one.cell, _SCATTERED) for one in cells)
        if any(isinstance(one.place, TextPlace) for one in cells):
            yield from ((one.cell, _NO_CELL) for one in cells)
    taken = set(used.values())
    between = range(min(taken, default=0), max(taken, default=0))
    if any(at not in taken and _figures_in(document, lines[at]) >= _FEWEST for at in between):
        yield from ((cell, _LEFT_OUT) for cell in used)


def _line_of(reading: Reading, lines: Sequence[Span]) -> int | None:
    """Which of some lines a reading stands in."""
    if reading.place is None:
        return None
    span = reading.place.span
    at = bisect_right(lines, span.start, key=lambda line: line.start) - 1
    return at if at >= 0 and span.end <= lines[at].end else None


def _figures_in(document: Document, line: Span) -> int:
    return sum(_FIGURE.fullmatch(word) is not None for word in document.at(line).split())


def _is_continued(document: Document, lines: list[Span], at: int, count: int) -> bool:
    """Whether nothing but figures, fewer than a row has, stands right above or below a line."""
    place = document.place_of(lines[at])
    for other in lines[max(at - 1, 0) : at] + lines[at + 1 : at + 2]:
        figures = _figures_in(document, other)
        beside = document.place_of(other)
        if not 0 < figures == len(document.at(other).split()) < count:
            continue
        if isinstance(place, PageBox) and isinstance(beside, PageBox) and place.page == beside.page:
            between = max(place.y0, beside.y0) - min(place.y1, beside.y1)
            if between < _NEAR * (place.y1 - place.y0):
                return True
    return False


def _lines(document: Document) -> list[Span]:
    """The lines outside of tables that stand upright on their pages, and have figures."""
    return [
        block.place.span
        for block in document.blocks
        if isinstance(block, Paragraph) and block.edges
    ]


def _is_row(places: Sequence[object]) -> bool:
    boxes = [place for place in places if isinstance(place, PageBox)]
    return all(_is_beside(one, other) for one, other in pairwise(boxes))


def _is_beside(one: PageBox, other: PageBox) -> bool:
    """Whether a place stands to the right of another one, on its level."""
    if one.page != other.page:
        return True
    level = min(one.y1, other.y1) - max(one.y0, other.y0)
    is_level = level > _LEAST * min(one.y1 - one.y0, other.y1 - other.y0)
    return is_level and one.x0 + one.x1 < other.x0 + other.x1
