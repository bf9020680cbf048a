"""What a file says, with the place of everything: the input of all later layers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from operator import attrgetter
from typing import Annotated, Literal

from pydantic import Field

from reviewer.base import Frozen, slotted

Offset = Annotated[int, Field(ge=0)]
"""A place in ``Document.text``: the number of code points before it."""


@slotted
class Span:
    """A half-open range of code points of ``Document.text``."""

    start: Offset
    end: Offset

    @property
    def length(self) -> int:
        """Number of code points."""
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        """Whether another span lies within this one."""
        return self.start <= other.start and other.end <= self.end


@slotted
class TextPlace:
    """A place in the canonical text."""

    kind: Literal["text"] = "text"
    span: Span


@slotted
class PageBox:
    """A rectangle on a page (counted from 1), in points from its top left corner."""

    kind: Literal["page"] = "page"
    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    span: Span


@slotted
class SheetCell:
    """A cell of a spreadsheet."""

    kind: Literal["sheet"] = "sheet"
    sheet: str
    ref: str
    span: Span


Place = Annotated[TextPlace | PageBox | SheetCell, Field(discriminator="kind")]


class Origin(Frozen):
    """Where a document comes from.

    Attributes:
        path: The file's path as given; empty for the clipboard.
        format: The reader's name (``txt``).
        encoding: The encoding that the bytes were decoded with; before that, one that was chosen.
        sha256: Of the file's bytes, hexadecimal; the identity of the report's content.
        size: Bytes.
    """

    path: str
    format: str
    encoding: str | None
    sha256: str
    size: int


@slotted
class Paragraph:
    """A run of text outside tables.

    ``edges`` are the left edges of its characters and the right one of the last, in points, where
    it is a line on a page that has figures in it.
    """

    kind: Literal["paragraph"] = "paragraph"
    place: Place
    edges: tuple[float, ...] = ()


@slotted
class TableCell:
    """A cell of a table whose structure the file states; row and column of its anchor."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    place: Place


class Table(Frozen):
    """A table whose structure the file states (docx, html, xlsx, ruled pdf)."""

    kind: Literal["table"] = "table"
    rows: int
    columns: int
    cells: tuple[TableCell, ...]
    place: Place

    @cached_property
    def grid(self) -> dict[tuple[int, int], TableCell]:
        """Every position, covered ones included, with the cell that stands there."""
        return {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        }


Block = Annotated[Paragraph | Table, Field(discriminator="kind")]


class PageSize(Frozen):
    """Width and height of a page, in points."""

    width: float = Field(gt=0)
    height: float = Field(gt=0)


class Doubt(Frozen):
    """Why a stretch of the text may not say what the file shows (in Chinese)."""

    span: Span
    reason: str


class Document(Frozen):
    r"""A file's content.

    Attributes:
        text: Canonical: line ends are ``\n`` and nothing else a reader would see is changed.
        blocks: Paragraphs and tables in reading order.
        warnings: What the reviewer should know of the file (in Chinese).
        pages: Sizes of its pages, if it has pages that can be shown (pdf, pictures); places of
            its blocks and cells then are boxes on them, counted from 1.
        doubts: Where the text may not be relied on, in its order; a figure there is never sure.
        recognised: Pages that only are pictures, whose text a program recognised.
    """

    origin: Origin
    text: str
    blocks: tuple[Block, ...] = ()
    warnings: tuple[str, ...] = ()
    pages: tuple[PageSize, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    recognised: tuple[int, ...] = ()

    def at(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

    def line_of(self, offset: int) -> int:
        """The line that a code point stands in, counted from 1."""
        return self.text.count("\n", 0, offset) + 1

    def where(self, span: Span) -> str:
        """Where somebody with the file open looks for a span (in Chinese)."""
        place = self.place_of(span)
        if isinstance(place, PageBox):
            return f"第{place.page}页"
        if isinstance(place, SheetCell):
            return f"{place.sheet} {place.ref}"
        return f"第{self.line_of(span.start)}行"

    def place_of(self, span: Span) -> Place:
        """Where a span stands: in which cell of a sheet, else where on which page, else the span.

        Of a span that goes over several lines or cells it is the box around those on its first
        page.
        """
        touched = list(self._touched(span))
        first = touched[0] if touched else None
        if isinstance(first, SheetCell) and len(touched) == 1:
            return replace(first, span=span)
        boxes = [self._narrowed(one, span) for one in touched if isinstance(one, PageBox)]
        return _around(boxes, span) if boxes else TextPlace(span=span)

    def box_of(self, span: Span) -> PageBox | None:
        """Where on which page a span stands, if the file has pages."""
        place = self.place_of(span)
        return place if isinstance(place, PageBox) else None

    def _touched(self, span: Span) -> Iterator[PageBox | SheetCell]:
        """The cells and lines that a span reaches into; an empty span, those that it stands in."""
        index = bisect_right(self.places, span.start, key=_begin)
        for place in self.places[max(index - 1, 0) :]:
            if place.span.start > span.end:
                break
            shared = min(place.span.end, span.end) - max(place.span.start, span.start)
            if shared > 0 or (shared == 0 and not (span.length and place.span.length)):
                yield place

    def _narrowed(self, box: PageBox, span: Span) -> PageBox:
        """Of a line, the part that a span has in it."""
        edges = self._edges.get(box.span.start, ())
        low, high = max(span.start, box.span.start), min(span.end, box.span.end)
        if not edges or low >= high:
            return box
        start = box.span.start
        return replace(box, x0=edges[low - start], x1=edges[high - start])

    @cached_property
    def _edges(self) -> dict[int, tuple[float, ...]]:
        """Where characters stand in lines, by the place where a line begins in the text."""
        lines = (block for block in self.blocks if isinstance(block, Paragraph) and block.edges)
        return {line.place.span.start: line.edges for line in lines}

    @cached_property
    def places(self) -> tuple[PageBox | SheetCell, ...]:
        """The cells and lines of which the file says where they stand, in the text's order."""
        found: list[PageBox | SheetCell] = []
        for block in self.blocks:
            parts = block.cells if isinstance(block, Table) else (block,)
            found += [one.place for one in parts if not isinstance(one.place, TextPlace)]
        return tuple(sorted(found, key=_begin))


def _begin(place: PageBox | SheetCell) -> int:
    return place.span.start


def _around(boxes: Sequence[PageBox], span: Span) -> PageBox:
    page = boxes[0].page
    on_page = [box for box in boxes if box.page == page]
    return PageBox(
        page=page,
        x0=min(map(attrgetter("x0"), on_page)),
        y0=min(map(attrgetter("y0"), on_page)),
        x1=max(map(attrgetter("x1"), on_page)),
        y1=max(map(attrgetter("y1"), on_page)),
        span=span,
    )
