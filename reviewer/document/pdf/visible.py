"""Which of a page's text can be seen: not what is clear, of its ground's colour, cut off, covered.

A page is painted in the order of its objects. What a reader of the paper sees of a text depends on
what was painted before it (its ground) and after it (what covers it).
"""

from __future__ import annotations

import ctypes
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from reviewer.document.geometry.frames import Frame, Rectangle
from reviewer.document.geometry.glyphs import Glyph
from reviewer.document.geometry.matrices import IDENTITY, Matrix
from reviewer.document.geometry.strokes import box_of
from reviewer.document.pdf.engine import PdfFile, unchecked
from reviewer.document.pdf.translucent import has_clear_parts

Colour = tuple[int, int, int]

_PAPER: Colour = (255, 255, 255)

_ALIKE = 11
"""A colour that differs less (of 255) from its ground, or is fainter, cannot be seen."""

_OPAQUE = 250
"""From this opacity on (of 255) an object covers what is below it."""

_UNPRINTED = {3, 7}
"""PDF's text rendering modes that print nothing."""

_FILLED = {0, 2, 4, 6}
"""Those that print letters in the colour of areas; the others draw outlines."""

_SPARE = 1.0
"""Points that a clip path may cut off a text without changing what it says."""

_MOST_SEGMENTS = 100
"""A clip path with more segments is no rectangle, and is not looked at."""


class _Text(NamedTuple):
    """A text object: when it is painted, in which colour (None: not in one), and what of it."""

    order: int
    colour: Colour | None
    clip: Rectangle | None
    is_printed: bool


class _Cover(NamedTuple):
    """An area that is painted over: when, where, in which colour (None: in several).

    ``picture`` is the object if it is one; nothing but its pixels says whether it is clear.
    """

    order: int
    box: Rectangle
    colour: Colour | None
    picture: Any


class Visible:
    """What a page's objects say of that; told of them in the order in which they are painted.

    ``forms`` says of text objects within forms, by their address, how the form is placed.
    """

    def __init__(self, file: PdfFile, page: Any, frame: Frame) -> None:
        self._file = file
        self._page = page
        self._c = c = file.c
        self.fill_of = unchecked(c.FPDFPageObj_GetFillColor)
        self.stroke_of = unchecked(c.FPDFPageObj_GetStrokeColor)
        self._bounds_of = unchecked(c.FPDFPageObj_GetBounds)
        self._clip_of = unchecked(c.FPDFPageObj_GetClipPath)
        self._mode_of = unchecked(c.FPDFTextObj_GetTextRenderMode)
        self._frame = frame
        self.forms: dict[int, Matrix] = {}
        self._clear: dict[int, bool] = {}
        self._order = 0
        self._texts: dict[int, _Text] = {}
        self._covers: list[_Cover] = []
        self._colours: set[Colour] = {_PAPER}
        self._is_plain = True
        self._parts = [ctypes.c_uint() for _ in range(4)]
        self._sides = [ctypes.c_float() for _ in range(4)]
        self._side_refs = [ctypes.byref(side) for side in self._sides]
        self._refs = [ctypes.byref(part) for part in self._parts]

    @property
    def is_plain(self) -> bool:
        """Whether all of the text is certainly seen."""
        return self._is_plain

    def colour(self, thing: Any, colour_of: Callable[..., int]) -> tuple[Colour, int] | None:
        """A colour of an object and how opaque it is; None if it is none of the simple kinds."""
        if not colour_of(thing, *self._refs):
            return None
        red, green, blue, opaque = self._parts
        return (red.value, green.value, blue.value), opaque.value

    def text(self, thing: Any, outer: Matrix, clip: Rectangle | None) -> None:
        """A text object comes next; ``clip`` is what the form that it stands in lets through."""
        self._order += 1
        mode = self._mode_of(thing)
        found = self.colour(thing, self.fill_of) if mode in _FILLED else None
        colour, opaque = found or (None, 255)
        is_printed = mode not in _UNPRINTED and opaque >= _ALIKE
        cut = self.cut_to(thing, outer, clip)
        if cut is not None and _is_within(self.bounds(thing, outer), cut):
            cut = None
        address = ctypes.addressof(thing.contents)
        if outer is not IDENTITY:
            self.forms[address] = outer
        self._texts[address] = _Text(self._order, colour, cut, is_printed)
        hidden = cut is not None or not is_printed
        if hidden or (colour is not None and any(_is_alike(colour, one) for one in self._colours)):
            self._is_plain = False

    def cover(
        self,
        box: Rectangle,
        colour: Colour | None,
        clip: Rectangle | None,
        picture: Any = None,
    ) -> None:
        """An opaque area or a picture comes next, cut off by ``clip``."""
        self._order += 1
        box = box if clip is None else _shared(box, clip)
        self._is_plain = self._is_plain and not self._texts
        self._covers.append(_Cover(self._order, box, colour, picture))
        if colour is not None:
            self._colours.add(colour)

    def bounds(self, thing: Any, outer: Matrix) -> Rectangle:
        """The rectangle around an object, as shown."""
        self._bounds_of(thing, *self._side_refs)
        left, bottom, right, top = [side.value for side in self._sides]
        if outer is IDENTITY:
            return self._frame.shown(left, bottom, right, top)
        corners = [(left, bottom), (right, bottom), (left, top), (right, top)]
        return box_of([self._frame.point(*outer.point(x, y)) for x, y in corners])

    def is_opaque(self, thing: Any, opaque: int = 255) -> bool:
        """Whether an object is opaque."""
        return opaque >= _OPAQUE and not self._c.FPDFPageObj_HasTransparency(thing)

    def cut_to(self, thing: Any, outer: Matrix, clip: Rectangle | None) -> Rectangle | None:
        """What clip paths let through of an object; None if that is all of it."""
        path = self._clip_of(thing)
        for number in range(max(0, self._c.FPDFClipPath_CountPaths(path)) if path else 0):
            box = self._box(path, number, outer)
            if box is not None:
                clip = box if clip is None else _shared(clip, box)
        return clip

    def unseen(
        self, text_page: Any, glyphs: Iterator[tuple[int, Glyph]]
    ) -> Iterator[tuple[int, Glyph, bool]]:
        """Each character, with its index, and whether it cannot be seen."""
        levels = sorted(self._covers, key=lambda cover: cover.box[1])
        tops = [cover.box[1] for cover in levels]
        highest = max((cover.box[3] - cover.box[1] for cover in levels), default=0.0)
        for index, glyph in glyphs:
            thing = self._c.FPDFText_GetTextObject(text_page, index)
            text = self._texts.get(ctypes.addressof(thing.contents)) if thing else None
            if text is None:
                yield index, glyph, False
                continue
            near = levels[
                bisect_left(tops, glyph.level - highest) : bisect_right(tops, glyph.level)
            ]
            over = [cover for cover in near if _holds(cover.box, glyph)]
            yield index, glyph, not self._is_seen(text, glyph, over)

    def _is_seen(self, text: _Text, glyph: Glyph, over: Sequence[_Cover]) -> bool:
        if not text.is_printed or (text.clip is not None and not _holds(text.clip, glyph)):
            return False
        if any(cover.order > text.order and not self._is_clear(cover) for cover in over):
            return False
        under = [cover for cover in over if cover.order < text.order]
        ground = max(under, key=_order).colour if under else _PAPER
        return ground is None or text.colour is None or not _is_alike(ground, text.colour)

    def _is_clear(self, cover: _Cover) -> bool:
        """Whether what is below is seen through a picture, as it is through a seal."""
        if cover.picture is None:
            return False
        if cover.order not in self._clear:
            self._clear[cover.order] = has_clear_parts(self._file, self._page, cover.picture)
        return self._clear[cover.order]

    def _box(self, path: Any, number: int, outer: Matrix) -> Rectangle | None:
        """The box around a clip path; two corners of a rectangle are enough."""
        count = self._c.FPDFClipPath_CountPathSegments(path, number)
        if not 3 <= count <= _MOST_SEGMENTS:
            return None
        x, y = ctypes.c_float(), ctypes.c_float()
        points = []
        for index in (0, 1, 2, 3) if count in {4, 5} else range(count):
            segment = self._c.FPDFClipPath_GetPathSegment(path, number, index)
            if self._c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
                points.append(self._frame.point(*outer.point(x.value, y.value)))
        return box_of(points) if points else None


def _order(cover: _Cover) -> int:
    return cover.order


@lru_cache(maxsize=256)
def _is_alike(one: Colour, other: Colour) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) < _ALIKE


def _holds(box: Rectangle, glyph: Glyph) -> bool:
    return box[0] <= glyph.middle <= box[2] and box[1] <= glyph.level <= box[3]


def _is_within(box: Rectangle, clip: Rectangle) -> bool:
    return (
        clip[0] <= box[0] + _SPARE
        and clip[1] <= box[1] + _SPARE
        and box[2] - _SPARE <= clip[2]
        and box[3] - _SPARE <= clip[3]
    )


def _shared(one: Rectangle, other: Rectangle) -> Rectangle:
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )
