"""Where passages and figures stand on the pages, line by line and cell by cell."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, replace
from operator import attrgetter

from reviewer.document.model import Document, PageBox, Paragraph, Span, Table

_MARGIN = 8.0
_LEAST, _MOST = 0.6, 1.35
"""Of a line's length by its height and its characters."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line of text or a cell; of a line a part can be cut out, a cell is taken whole."""

    box: PageBox
    line: bool

    @property
    def start(self) -> int:
        return self.box.span.start


class PageSpans:
    """Boxes of the spans of a document with pages."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._pieces = sorted(_pieces(document), key=attrgetter("start"))
        self._starts = [piece.start for piece in self._pieces]

    def of(self, span: Span) -> tuple[PageBox, ...]:
        """A box for each line and cell that a span reaches into, in the text's order."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = bisect_right(self._starts, span.end)
        found = [self._part(piece, span) for piece in self._pieces[first:last]]
        boxes = tuple(box for box in found if box is not None)
        if boxes:
            return boxes
        box = self._document.box_of(span)
        return (box,) if box is not None else ()

    def _part(self, piece: _Piece, span: Span) -> PageBox | None:
        whole = piece.box.span
        start, end = max(whole.start, span.start), min(whole.end, span.end)
        if start >= end:
            return None
        shared = Span(start=start, end=end)
        if not piece.line or shared == whole:
            return replace(piece.box, span=shared)
        widths = [_width(character) for character in self._document.at(whole)]
        total = sum(widths)
        if not _is_even(piece.box, total):
            return replace(piece.box, span=shared)
        before = sum(widths[: start - whole.start]) / total
        after = sum(widths[: end - whole.start]) / total
        length = piece.box.x1 - piece.box.x0
        x0, x1 = piece.box.x0 + before * length, piece.box.x0 + after * length
        return replace(piece.box, span=shared, x0=x0, x1=x1)


def printed_between(document: Document) -> tuple[float, float]:
    """Left and right edge of what is printed on the pages, in points: their margins left out."""
    widest = max(size.width for size in document.pages)
    boxes = [place for place in document.places if isinstance(place, PageBox)]
    left = max(min((box.x0 for box in boxes), default=0.0) - _MARGIN, 0.0)
    right = min(max((box.x1 for box in boxes), default=widest) + _MARGIN, widest)
    return (left, right) if right - left > widest / 2 else (0.0, widest)


def _pieces(document: Document) -> list[_Piece]:
    found = []
    for block in document.blocks:
        if isinstance(block, Paragraph) and isinstance(block.place, PageBox):
            found.append(_Piece(block.place, line=True))
        elif isinstance(block, Table):
            places = (cell.place for cell in block.cells)
            found += [_Piece(place, line=False) for place in places if isinstance(place, PageBox)]
    return found


def _is_even(box: PageBox, squares: float) -> bool:
    """Whether a line is so long as its characters: with gaps in it, nobody knows where they are."""
    usual = squares * (box.y1 - box.y0)
    return usual > 0 and _LEAST < (box.x1 - box.x0) / usual < _MOST


def _width(character: str) -> float:
    """How wide a character usually is: half a square, or a whole one."""
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5
