"""What is drawn on a page beside text: rules of tables, and pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

from reviewer.document.pdf.engine import PdfFile
from reviewer.document.pdf.frames import Frame, Rectangle
from reviewer.document.pdf.matrices import IDENTITY, Matrix, matrix_of

_MOST_OBJECTS = 100_000
"""Of a page, dots of dotted rules included; beyond it the page is a drawing."""

_MOST_SEGMENTS = 60_000
_DEEPEST = 6
"""Of forms within forms."""

THIN = 3.5
"""Points: what is no wider is a rule."""

_SLANT = 1.0
"""Points that a rule may be off its direction."""

PALE = 245
"""A colour with no part below this cannot be seen on paper."""


Points = list[tuple[float, float]]
"""Corners of a part of a path, in points from the page's top left corner."""


class Rule(NamedTuple):
    """A horizontal rule (``at`` is y, from left to right) or a vertical one (x, downwards)."""

    at: float
    start: float
    end: float


@dataclass
class Strokes:
    """What is drawn on a page.

    Attributes:
        horizontal: Rules from left to right.
        vertical: Rules from top to bottom.
        dots: Specks, of which dotted rules are made.
        pictures: Where pictures stand.
        shapes: How many other shapes there are, such as letters turned into outlines.
        too_many: Whether the page is a drawing; then nothing of it is told.
    """

    horizontal: list[Rule] = field(default_factory=list)
    vertical: list[Rule] = field(default_factory=list)
    dots: list[tuple[float, float]] = field(default_factory=list)
    pictures: list[Rectangle] = field(default_factory=list)
    shapes: int = 0
    too_many: bool = False

    def add(self, box: Rectangle) -> None:
        """Take a thin rectangle for a rule, a small one for a speck."""
        x0, y0, x1, y1 = box
        wide, high = x1 - x0, y1 - y0
        if wide <= THIN and high <= THIN:
            self.dots.append(((x0 + x1) / 2, (y0 + y1) / 2))
        elif high <= THIN:
            self.horizontal.append(Rule((y0 + y1) / 2, x0, x1))
        elif wide <= THIN:
            self.vertical.append(Rule((x0 + x1) / 2, y0, y1))

    def draw(self, paths: Sequence[Points], *, stroked: bool, filled: bool) -> None:
        """Take what is drawn of the parts of a path: see which of it are rules."""
        self.shapes += 1
        if stroked:
            for points in paths:
                self._lines(points)
        if filled:
            self._areas([box_of(points) for points in paths if len(points) > 2])

    def within(self, frame: Frame) -> Strokes:
        """What of it stands on the page."""
        found = Strokes(shapes=self.shapes)
        rules = [(x0, y, x1, y) for y, x0, x1 in self.horizontal]
        rules += [(x, y0, x, y1) for x, y0, y1 in self.vertical]
        rules += [(x, y, x, y) for x, y in self.dots]
        for box in filter(None, map(frame.clipped, rules)):
            found.add(box)
        found.pictures += filter(None, map(frame.clipped, self.pictures))
        return found

    def between(self, left: float, right: float) -> Strokes:
        """What of it stands between two places, counted from the first of them."""
        return Strokes(
            [
                Rule(at, start - left, end - left)
                for at, start, end in self.horizontal
                if left <= (start + end) / 2 < right
            ],
            [Rule(at - left, start, end) for at, start, end in self.vertical if left <= at < right],
            [(x - left, y) for x, y in self.dots if left <= x < right],
            [
                (x0 - left, y0, x1 - left, y1)
                for x0, y0, x1, y1 in self.pictures
                if left <= (x0 + x1) / 2 < right
            ],
        )

    def _lines(self, points: Points) -> None:
        """Of a stroked path each piece is a rule."""
        for (x0, y0), (x1, y1) in pairwise(points):
            if abs(x1 - x0) <= _SLANT or abs(y1 - y0) <= _SLANT:
                self.add((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))

    def _areas(self, boxes: list[Rectangle]) -> None:
        """Of a filled path the thin parts are rules, and so is what lies between two frames."""
        if len(boxes) == 2 and _is_frame(*boxes):
            self._edges(boxes[0])
            return
        for box in boxes:
            if min(box[2] - box[0], box[3] - box[1]) <= THIN:
                self.add(box)

    def _edges(self, box: Rectangle) -> None:
        x0, y0, x1, y1 = box
        self.horizontal += [Rule(y0, x0, x1), Rule(y1, x0, x1)]
        self.vertical += [Rule(x0, y0, y1), Rule(x1, y0, y1)]


def strokes_of(file: PdfFile, page: Any, frame: Frame) -> Strokes:
    """What is drawn on a page."""
    return _Reading(file.c, frame).page(page)


class _Reading:
    def __init__(self, c: Any, frame: Frame) -> None:
        self._c = c
        self._frame = frame
        self._found = Strokes()
        self._objects = 0
        self._segments = 0
        self._x, self._y = ctypes.c_float(), ctypes.c_float()
        self._refs = ctypes.byref(self._x), ctypes.byref(self._y)

    def page(self, page: Any) -> Strokes:
        c = self._c
        for index in range(c.FPDFPage_CountObjects(page)):
            self._object(c.FPDFPage_GetObject(page, index), IDENTITY, 0)
            if self._too_many:
                return Strokes(shapes=self._found.shapes, too_many=True)
        return self._found.within(self._frame)

    @property
    def _too_many(self) -> bool:
        return self._objects > _MOST_OBJECTS or self._segments > _MOST_SEGMENTS

    def _object(self, thing: Any, outer: Matrix, depth: int) -> None:
        c = self._c
        self._objects += 1
        kind = c.FPDFPageObj_GetType(thing)
        if kind == c.FPDF_PAGEOBJ_PATH:
            self._path(thing, outer)
        elif kind == c.FPDF_PAGEOBJ_IMAGE:
            self._picture(thing, outer)
        elif kind == c.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = matrix_of(c, thing).then(outer)
            for index in range(c.FPDFFormObj_CountObjects(thing)):
                self._object(c.FPDFFormObj_GetObject(thing, index), inner, depth + 1)
                if self._too_many:
                    break

    def _picture(self, thing: Any, outer: Matrix) -> None:
        corners = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)]
        matrix = matrix_of(self._c, thing).then(outer)
        box = box_of([self._frame.point(*matrix.point(x, y)) for x, y in corners])
        if min(box[2] - box[0], box[3] - box[1]) <= THIN:
            self._found.add(box)
        else:
            self._found.pictures.append(box)

    def _path(self, thing: Any, outer: Matrix) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        self._c.FPDFPath_GetDrawMode(thing, ctypes.byref(fill), ctypes.byref(stroke))
        stroked = stroke.value and self._is_seen(thing, self._c.FPDFPageObj_GetStrokeColor)
        filled = fill.value and self._is_seen(thing, self._c.FPDFPageObj_GetFillColor)
        if not (stroked or filled):
            return
        bounds = self._bounds(thing, outer)
        if min(bounds[2] - bounds[0], bounds[3] - bounds[1]) <= THIN:
            self._found.add(bounds)
            return
        matrix = matrix_of(self._c, thing).then(outer)
        paths = list(self._subpaths(thing, matrix))
        self._found.draw(paths, stroked=bool(stroked), filled=bool(filled))

    def _bounds(self, thing: Any, outer: Matrix) -> Rectangle:
        sides = [ctypes.c_float() for _ in range(4)]
        self._c.FPDFPageObj_GetBounds(thing, *map(ctypes.byref, sides))
        left, bottom, right, top = (side.value for side in sides)
        corners = [(left, bottom), (right, bottom), (left, top), (right, top)]
        return box_of([self._frame.point(*outer.point(x, y)) for x, y in corners])

    def _is_seen(self, thing: Any, colour_of: Any) -> bool:
        parts = [ctypes.c_uint() for _ in range(4)]
        if not colour_of(thing, *map(ctypes.byref, parts)):
            return True
        return bool(parts[3].value) and min(part.value for part in parts[:3]) < PALE

    def _subpaths(self, thing: Any, matrix: Matrix) -> Iterator[Points]:
        """The corners of each part of a path as shown; the first again where it is closed."""
        c = self._c
        count = c.FPDFPath_CountSegments(thing)
        self._segments += count
        points: list[tuple[float, float]] = []
        for index in range(min(count, _MOST_SEGMENTS)):
            segment = c.FPDFPath_GetPathSegment(thing, index)
            if not c.FPDFPathSegment_GetPoint(segment, *self._refs):
                continue
            point = self._frame.point(*matrix.point(self._x.value, self._y.value))
            if c.FPDFPathSegment_GetType(segment) == c.FPDF_SEGMENT_MOVETO:
                if len(points) > 1:
                    yield points
                points = []
            points.append(point)
            if c.FPDFPathSegment_GetClose(segment):
                points.append(points[0])
        if len(points) > 1:
            yield points


def box_of(points: Points) -> Rectangle:
    """The rectangle around some points (at least one)."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _is_frame(one: Rectangle, other: Rectangle) -> bool:
    """Whether a filled area is a thin frame: a box with nearly as large a one cut out."""
    return 0 < max(abs(a - b) for a, b in zip(one, other, strict=True)) <= THIN
