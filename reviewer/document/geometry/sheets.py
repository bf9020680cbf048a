"""Pages as they were read, and wide sheets that several of them are put together to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import nsmallest
from itertools import pairwise
from math import inf
from typing import NamedTuple

from reviewer.document.geometry.frames import Frame, Part
from reviewer.document.geometry.glyphs import Glyph
from reviewer.document.geometry.lines import Line, lines_of
from reviewer.document.geometry.strokes import Strokes
from reviewer.document.geometry.words import words_of

_PITCH = 2.0
"""Lines of a label are at most this many line heights apart."""

_MARGIN = 0.12
"""The share of a page's height, above and below, for running titles and page numbers."""

_APART = 4.0
"""Points left between the last characters of one page and the first ones of the next."""

_FEWEST_RULES = 4

_FIRST = 8
"""How many Chinese characters from the left show whether two pages begin alike."""

_DIGIT = re.compile(r"\d")
_WORD = re.compile("[\u4e00-\u9fff]")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Sheet:
    """A page (counted from 1), or several that are put together: characters and strokes.

    ``begin`` is where it begins, if something was cut off on its left.
    """

    number: int
    frame: Frame
    glyphs: tuple[Glyph, ...]
    strokes: Strokes
    begin: float = 0.0

    @property
    def is_of_figures(self) -> bool:
        """Whether more figures than words are on it."""
        text = "".join([glyph.text for glyph in self.glyphs])
        return len(_DIGIT.findall(text)) > len(_WORD.findall(text))

    @cached_property
    def lines(self) -> list[Line]:
        """Of upright characters, from the top."""
        return lines_of([glyph for glyph in self.glyphs if not glyph.turns])

    @cached_property
    def levels(self) -> list[float]:
        """Where lines and figures stand, and where one does that is beside two of a label."""
        return [*_levels(self.lines), *self._levels_of_figures]

    @cached_property
    def first_words(self) -> list[tuple[float, float, str]]:
        """The characters that stand farthest to the left: of labels, if it has any."""
        words = ((round(one.x0), round(one.y0), one.text) for one in self.glyphs if one.is_chinese)
        return nsmallest(_FIRST, words)

    @property
    def _levels_of_figures(self) -> list[float]:
        """A label beside figures that stands a little higher makes their line a higher one."""
        words = (word for line in self.lines for word in words_of(line) if word.is_figure)
        return [level_of(word.line) for word in words]

    @cached_property
    def levels_of_words(self) -> list[float]:
        """The same of lines that do not end in figures."""
        return _levels([line for line in self.lines if not list(words_of(line))[-1].is_figure])

    @cached_property
    def rows(self) -> list[Line]:
        """The lines of nothing but figures."""
        return [line for line in self.lines if all(word.is_figure for word in words_of(line))]


class _Placed(NamedTuple):
    """A page on a wide sheet: how far to the right, and from where to where it is printed."""

    start: float
    edge: float
    end: float
    sheet: Sheet


def joined(parts: Sequence[Sheet], pages: Sequence[Sheet]) -> Sheet:
    """One sheet of the pages that stand side by side.

    Args:
        parts: These pages, from the left.
        pages: All pages of the file.
    """
    first = parts[0]
    if len(parts) == 1:
        return first
    placed = list(_placed([first, *(without_repeated(one, first) for one in parts[1:])], pages))
    right = placed[-1].start + first.frame.size.width
    frame = replace(
        Frame(0.0, 0.0, right, first.frame.size.height, 0),
        parts=tuple(Part(one.start, one.edge, one.sheet.number, one.sheet.frame) for one in placed),
    )
    strokes = Strokes()
    for one in placed:
        strokes.put(one.sheet.strokes, one.start)
    strokes.unread = [box for one in placed for box in _unread(one)]
    glyphs = tuple(glyph for one in placed for glyph in _moved(one))
    return Sheet(first.number, frame, glyphs, strokes)


def _placed(parts: Sequence[Sheet], pages: Sequence[Sheet]) -> Iterator[_Placed]:
    left = min((glyph.x0 for page in pages for glyph in page.glyphs), default=0.0)
    start = edge = 0.0
    for page, following in pairwise(parts):
        end, begin = _seam(page, following, left)
        yield _Placed(start, edge, start + end, page)
        start, edge = start + end - begin, start + end
    yield _Placed(start, edge, inf, parts[-1])


def _seam(page: Sheet, following: Sheet, left: float) -> tuple[float, float]:
    """Where what is printed on a page ends, and where it begins on the next one."""
    ends = [rule.end for rule in page.strokes.horizontal]
    starts = [rule.start for rule in following.strokes.horizontal]
    if min(len(ends), len(starts)) >= _FEWEST_RULES:
        return max(ends), min(starts)
    return max(glyph.x1 for glyph in page.glyphs) + _APART, max(left, following.begin)


def _unread(one: _Placed) -> Iterator[tuple[float, float, float, float]]:
    """What is not read on a page, but for what is cut off there and stands on the next one."""
    for x0, y0, x1, y1 in one.sheet.strokes.unread:
        if one.edge <= (x0 + x1) / 2 + one.start < one.end:
            yield x0 + one.start, y0, x1 + one.start, y1


def _moved(one: _Placed) -> Iterator[Glyph]:
    start = one.start
    return (glyph._replace(x0=glyph.x0 + start, x1=glyph.x1 + start) for glyph in one.sheet.glyphs)


def without_repeated(page: Sheet, first: Sheet) -> Sheet:
    """Without what both pages print above and below the text: running titles, page numbers."""
    height = page.frame.size.height
    said = {_key(line) for line in first.lines}
    left_out = {
        glyph
        for line in page.lines
        if line.box[3] < _MARGIN * height or line.box[1] > (1 - _MARGIN) * height
        if _key(line) in said
        for glyph in line.glyphs
    }
    if not left_out:
        return page
    return replace(page, glyphs=tuple(one for one in page.glyphs if one not in left_out))


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text), round(line.box[1])


def _levels(lines: Sequence[Line]) -> list[float]:
    own = [level_of(line) for line in lines]
    high = max((line.box[3] - line.box[1] for line in lines), default=0.0)
    between = ((one + other) / 2 for one, other in pairwise(own) if other - one < _PITCH * high)
    return [*own, *between]


def level_of(line: Line) -> float:
    """Half of the way from its top to its bottom."""
    return (line.box[1] + line.box[3]) / 2
