"""Composes a document's canonical text from paragraphs and tables, with the place of each cell.

Readers of formats that state their tables (docx, html, xlsx, pdf) give the pieces; here they become
text that a reviewer can read and the forms can be read from: a paragraph is a line, a table's
row is a line with a tab before every grid place but the first, covered places being empty. So a
figure stands at the same place of its line as its column's head does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reviewer.document.invisible import INVISIBLE
from reviewer.document.looks import NESTED, PICTURED
from reviewer.document.model import (
    Block,
    Document,
    Doubt,
    Origin,
    PageBox,
    PageSize,
    Paragraph,
    Place,
    SheetCell,
    Span,
    Table,
    TableCell,
    TextPlace,
)
from reviewer.document.ragged import RAGGED, ragged_rows
from reviewer.document.slivers import columns_of
from reviewer.errors import EmptyError, TooLargeError

_BREAKS = re.compile(r"[\t\n\r\x0b\x0c\x85\u2028\u2029]+")
_PLACES_LIMIT = 1_000_000
"""Most places that all tables together may have; the three of a report have some 700."""

_PICTURE = "〔图片"

_BLANK = "\ufeff\u200b \t\n\u3000\u00a0"


@dataclass(frozen=True)
class Box:
    """A rectangle on a page (counted from 1), in points from its top left corner."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float

    def holding(self, span: Span) -> PageBox:
        """The place of a text that stands in this box."""
        return PageBox(page=self.page, x0=self.x0, y0=self.y0, x1=self.x1, y1=self.y1, span=span)


@dataclass(frozen=True)
class Passage:
    """A paragraph in the lines that it is printed in, which are joined as they are.

    ``doubt`` says why its text may not be relied on (in Chinese); ``edges`` are those of each
    line's characters, as in ``Paragraph``.
    """

    lines: tuple[tuple[str, Box], ...]
    doubt: str = ""
    edges: tuple[tuple[float, ...], ...] = ()


@dataclass(frozen=True)
class Cell:
    """A cell of a table as the file states it; row and column of its anchor, from 0.

    ``ref`` is its name on a spreadsheet (``B7``), if it stands on one; ``box`` where it is on a
    page, if it is on one. ``doubt`` says why its text may not be relied on (in Chinese).
    """

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    ref: str = ""
    box: Box | None = None
    doubt: str = ""


@dataclass(frozen=True)
class Grid:
    """A table as the file states it; ``sheet`` is the spreadsheet's name, if it is one."""

    cells: tuple[Cell, ...]
    sheet: str = ""

    @property
    def has_rows_and_columns(self) -> bool:
        """Whether it has several of both; less is a frame around text."""
        return any(cell.row for cell in self.cells) and any(cell.column for cell in self.cells)


@dataclass
class _Writing:
    """The text so far and the blocks with their places in it."""

    pieces: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    length: int = 0
    places: int = 0

    def add(self, text: str) -> None:
        """Append text."""
        self.pieces.append(text)
        self.length += len(text)

    def placed(self, text: str) -> Span:
        """Append text and give its span."""
        start = self.length
        self.add(text)
        return Span(start=start, end=self.length)


Content = str | Grid
"""A paragraph or a table, as formats without pages give them."""

Item = Content | Passage


def compose(
    items: Iterable[Item],
    origin: Origin,
    warnings: Sequence[str] = (),
    pages: Sequence[PageSize] = (),
    recognised: Iterable[int] = (),
) -> Document:
    """A document of paragraphs (str, Passage) and tables (Grid) in reading order.

    The other arguments are as in ``Document``.

    Raises:
        EmptyError: There is no text in any of them.
        TooLargeError: The tables have more places than a report can have.
    """
    writing = _Writing()
    for item in items:
        if isinstance(item, Grid):
            _write_table(writing, item)
        elif isinstance(item, Passage):
            _write_passage(writing, item)
        else:
            _write_paragraph(writing, item)
    text = "".join(writing.pieces)
    if not text.strip(_BLANK):
        raise EmptyError("里面没有任何文字。", "如果内容是图片，请先转成文字。")
    return Document(
        origin=origin,
        text=text,
        blocks=tuple(writing.blocks),
        warnings=tuple(warnings),
        pages=tuple(pages),
        doubts=tuple(writing.doubts),
        recognised=tuple(recognised),
    )


def _write_paragraph(writing: _Writing, text: str) -> None:
    for line in INVISIBLE.sub("", text).split("\n"):
        if line.strip():
            writing.blocks.append(Paragraph(place=TextPlace(span=writing.placed(line))))
        else:
            writing.add(line)
        writing.add("\n")


def _write_passage(writing: _Writing, passage: Passage) -> None:
    edges = passage.edges or ((),) * len(passage.lines)
    for (line, box), stops in zip(passage.lines, edges, strict=True):
        text = _BREAKS.sub(" ", line)
        place = box.holding(writing.placed(text))
        known = stops if len(stops) == len(text) + 1 else ()
        writing.blocks.append(Paragraph(place=place, edges=known))
        if passage.doubt:
            writing.doubts.append(Doubt(span=place.span, reason=passage.doubt))
    writing.add("\n")


def _cell_text(cell: Cell) -> str:
    if cell.text.isalnum():
        return cell.text
    return _BREAKS.sub(" ", INVISIBLE.sub("", cell.text).strip())


def _moved(grid: Grid, columns: Mapping[int, int]) -> Grid:
    """The table with its cells moved to the columns given for their edges."""
    ends = (columns[cell.column + cell.column_span] for cell in grid.cells)
    return replace(
        grid,
        cells=tuple(
            replace(cell, column=columns[cell.column], column_span=end - columns[cell.column])
            for cell, end in zip(grid.cells, ends, strict=True)
        ),
    )


def _write_table(writing: _Writing, grid: Grid) -> None:
    """A table's lines; a break within a cell becomes a blank, so that a line stays a row."""
    if not grid.cells:
        return
    rows = max(cell.row + cell.row_span for cell in grid.cells)
    columns = max(cell.column + cell.column_span for cell in grid.cells)
    writing.places += rows * columns
    if writing.places > _PLACES_LIMIT:
        raise TooLargeError("文件中的表格过大，不像年度报告的表格。", "请确认选对了文件。")
    stated = [(one.row, one.column, one.row_span, one.column_span) for one in grid.cells]
    shared = columns_of(stated)
    if shared is not None:
        grid, columns = _moved(grid, shared), max(shared.values())
    ragged = ragged_rows(stated) if shared is None else frozenset()
    ragged |= {cell.row for cell in grid.cells if cell.doubt == NESTED}
    anchors = {(cell.row, cell.column): cell for cell in grid.cells}
    start = writing.length
    placed: list[TableCell] = []
    for row in range(rows):
        begin = writing.length
        line = [anchors.get((row, column)) for column in range(columns)]
        placed += _write_row(writing, grid, line)
        if row in ragged:  # as a whole, places without cells included
            whole_row = Span(start=begin, end=writing.length)
            writing.doubts.append(Doubt(span=whole_row, reason=RAGGED))
        writing.add("\n")
    whole = TextPlace(span=Span(start=start, end=writing.length))
    writing.blocks.append(Table(rows=rows, columns=columns, cells=tuple(placed), place=whole))


def _write_row(writing: _Writing, grid: Grid, line: Sequence[Cell | None]) -> list[TableCell]:
    """Write a row's line without its end; None stands where no cell begins.

    What speaks against a cell's text speaks against the places that it covers as well.
    """
    placed = []
    ends: list[int] = []
    doubtful: list[tuple[int, int, str]] = []
    for place, cell in enumerate(line):
        if place:
            writing.add("\t")
        if cell is not None:
            span = writing.placed(_cell_text(cell))
            doubt = cell.doubt or (PICTURED if _PICTURE in cell.text else "")
            if doubt:
                doubtful.append((span.start, place + cell.column_span - 1, doubt))
            placed.append(_placed(grid, cell, span))
        ends.append(writing.length)
    writing.doubts += [
        Doubt(span=Span(start=start, end=ends[last]), reason=doubt)
        for start, last, doubt in doubtful
    ]
    return placed


def _placed(grid: Grid, cell: Cell, span: Span) -> TableCell:
    return TableCell(
        row=cell.row,
        column=cell.column,
        row_span=cell.row_span,
        column_span=cell.column_span,
        place=_place(grid, cell, span),
    )


def _place(grid: Grid, cell: Cell, span: Span) -> Place:
    if cell.box is not None:
        return cell.box.holding(span)
    if grid.sheet and cell.ref:
        return SheetCell(sheet=grid.sheet, ref=cell.ref, span=span)
    return TextPlace(span=span)
