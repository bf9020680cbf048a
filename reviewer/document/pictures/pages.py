"""From what was seen on pictures to the tables and paragraphs of their pages.

Words become characters, rules become rules of a page in points, and from there on a picture is
read as a page of a PDF is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reviewer.document.composing import Box, Cell, Grid, Item, Passage
from reviewer.document.geometry.content import PageContent, content_of
from reviewer.document.geometry.frames import Frame
from reviewer.document.geometry.glyphs import Glyph
from reviewer.document.geometry.strokes import Rule, Strokes
from reviewer.document.model import PageSize
from reviewer.document.pictures.sight import Rectangle, Sight, Word

_LONG = 842.0
"""Points of a page's longer side, assumed since a picture does not say its size on paper."""

_SURE = 0.95
"""From this score on a word is not doubted by itself."""

_UNREAD = "格内有没有认出来的笔画，请对照图片核对"

_LIKE_A_DASH, _DASH = "一", "—"
"""Alone in a cell they look alike, and the character stands in no cell of the forms."""

_WITHIN = 0.2
"""A rule further inside a word's box than this share is a stroke of its characters."""

_HALF_WIDE = 0.55
"""The share of a Chinese character's width that a digit or a letter takes."""


@dataclass(frozen=True)
class PicturePage:
    """A picture as a page (counted from 1) of a document.

    Attributes:
        dots: Pixels a point, where the page's size on paper is known.
        within: The rectangles of the page, in points, that alone are pictures; all of it is if
            there are none.
    """

    number: int
    sight: Sight
    dots: float = 0.0
    within: tuple[Rectangle, ...] = ()

    @property
    def scale(self) -> float:
        """Points of the upright page for each pixel."""
        return self._shown * max(self.sight.size) / max(self.sight.width, self.sight.height)

    @property
    def size(self) -> PageSize:
        """Width and height of the picture as it is."""
        width, height = self.sight.size
        if not self.dots:
            return paper_size(self.sight.size)
        return PageSize(width=width / self.dots, height=height / self.dots)

    @property
    def _shown(self) -> float:
        """Points for each pixel of the picture as it is."""
        return self.size.width / self.sight.size[0]

    def content(self) -> PageContent:
        """Its tables and lines, in points of the upright page."""
        sight, scale = self.sight, self.scale
        frame = Frame(0.0, 0.0, sight.width * scale, sight.height * scale, 0)
        level = (_rule(one, scale) for one in _printed(sight, upright=False))
        plumb = (_rule(one, scale) for one in _printed(sight, upright=True))
        strokes = Strokes(
            horizontal=[
                one for one in level if self._is_pictured((one.start + one.end) / 2, one.at)
            ],
            vertical=[one for one in plumb if self._is_pictured(one.at, (one.start + one.end) / 2)],
        )
        written = (glyph for word in sight.words for glyph in _glyphs(word, scale))
        glyphs = [glyph for glyph in written if self._is_pictured(glyph.middle, glyph.level)]
        return content_of(self.number, frame, glyphs, strokes)

    def shows(self, box: Box) -> bool:
        """Whether a box of the upright page is on what is a picture."""
        return self._is_pictured((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)

    def _is_pictured(self, x: float, y: float) -> bool:
        return not self.within or any(
            x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in self.within
        )

    def on_picture(self, box: Box) -> Box:
        """A box of the upright page where it is on the picture as it is."""
        seen = self.sight.on_picture(self._seen(box))
        return Box(self.number, *(side * self._shown for side in seen))

    def least_score(self, box: Box) -> float:
        """The score of the word that is least certain of those whose middle is in a box."""
        x0, y0, x1, y1 = self._seen(box)
        scores = (
            word.score
            for word in self.sight.words
            if x0 < (word.box[0] + word.box[2]) / 2 < x1
            and y0 < (word.box[1] + word.box[3]) / 2 < y1
        )
        return min(scores, default=1.0)

    def has_ink(self, box: Box) -> bool:
        """Whether strokes stand in a box that are no words."""
        x0, y0, x1, y1 = self._seen(box)
        return any(
            x0 < (left + right) / 2 < x1 and y0 < (top + bottom) / 2 < y1
            for left, top, right, bottom in self.sight.ink
        )

    def _seen(self, box: Box) -> Rectangle:
        """A box of the upright page in pixels of the upright picture."""
        scale = self.scale
        return box.x0 / scale, box.y0 / scale, box.x1 / scale, box.y1 / scale


def paper_size(pixels: tuple[int, int]) -> PageSize:
    """The size of a picture's page if it were as long as a sheet of A4."""
    width, height = pixels
    shown = _LONG / max(pixels)
    return PageSize(width=width * shown, height=height * shown)


def settled(items: Sequence[Item], pages: Sequence[PicturePage]) -> Iterator[Item]:
    """Items with their boxes where they are on the pictures, and with a doubt where it is due."""
    by_number = {page.number: page for page in pages}
    for item in items:
        if isinstance(item, Grid):
            cells = tuple(_settled_cell(cell, by_number) for cell in item.cells)
            yield replace(item, cells=cells)
        elif isinstance(item, Passage):
            lines = tuple((text, _moved(box, by_number)) for text, box in item.lines)
            yield replace(item, lines=lines)
        else:
            yield item


def _settled_cell(cell: Cell, pages: dict[int, PicturePage]) -> Cell:
    if cell.box is None or cell.box.page not in pages or not pages[cell.box.page].shows(cell.box):
        return cell
    page = pages[cell.box.page]
    score = page.least_score(cell.box)
    doubt = f"由图片识别，可信度{score:.0%}，请对照图片核对" if score < _SURE else ""
    if not cell.text.strip() and page.has_ink(cell.box):
        doubt = _UNREAD
    text = _DASH if cell.text.strip() == _LIKE_A_DASH else cell.text
    return replace(cell, text=text, box=_moved(cell.box, pages), doubt=cell.doubt or doubt)


def _moved(box: Box, pages: dict[int, PicturePage]) -> Box:
    page = pages.get(box.page)
    return page.on_picture(box) if page is not None and page.shows(box) else box


def _rule(rule: tuple[float, float, float], scale: float) -> Rule:
    at, start, end = rule
    return Rule(at * scale, start * scale, end * scale)


def _printed(sight: Sight, *, upright: bool) -> Iterator[tuple[float, float, float]]:
    """Rules that are not strokes of the words' own characters."""
    for rule in sight.vertical if upright else sight.horizontal:
        if not any(_is_stroke(rule, word.box, upright=upright) for word in sight.words):
            yield rule


def _is_stroke(rule: tuple[float, float, float], box: Rectangle, *, upright: bool) -> bool:
    """Whether a rule goes through the inside of a word and hardly beyond it."""
    at, start, end = rule
    x0, y0, x1, y1 = box
    (low, high), (first, last) = ((x0, x1), (y0, y1)) if upright else ((y0, y1), (x0, x1))
    margin = _WITHIN * (y1 - y0)
    inside = low + margin < at < high - margin
    return inside and min(end, last) - max(start, first) > 0.25 * (end - start)


def _glyphs(word: Word, scale: float) -> Iterator[Glyph]:
    """A word's characters, each with its share of the word's box."""
    x0, y0, x1, y1 = (side * scale for side in word.box)
    shares = [_HALF_WIDE if character.isascii() else 1.0 for character in word.text]
    unit = (x1 - x0) / (sum(shares) or 1.0)
    left = x0
    for character, share in zip(word.text, shares, strict=True):
        right = left + share * unit
        yield Glyph(left, y0, right, y1, character)
        left = right
