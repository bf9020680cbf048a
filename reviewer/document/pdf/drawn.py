"""What a PDF page draws: rules of tables, pictures, and what of its text is seen for them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reviewer.document.geometry.frames import Frame, Rectangle
from reviewer.document.geometry.matrices import IDENTITY, Matrix
from reviewer.document.geometry.strokes import THIN, Points, Strokes, box_of
from reviewer.document.pdf.engine import PdfFile, unchecked
from reviewer.document.pdf.layers import is_optional
from reviewer.document.pdf.visible import Visible

_MOST_OBJECTS = 100_000
"""A page with more objects, dots of dotted rules included, is a drawing."""

_MOST_SEGMENTS = 60_000
_DEEPEST = 6
"""Forms within forms are followed this deep."""

_RECTANGLE = 5
"""Pieces of a path that may be a rectangle."""

_PALE = 245
"""A colour with no part below this cannot be seen on paper."""


@dataclass(frozen=True)
class Drawn:
    """What is drawn on a page, and what that says of its text."""

    strokes: Strokes
    visible: Visible


def drawn_on(file: PdfFile, page: Any, frame: Frame) -> Drawn:
    """What is drawn on a page."""
    reading = _Reading(file, page, frame)
    return Drawn(reading.page(page), reading.visible)


class _Reading:
    def __init__(self, file: PdfFile, page: Any, frame: Frame) -> None:
        self._file = file
        self._c = c = file.c
        self._kind_of = unchecked(c.FPDFPageObj_GetType)
        self._mode_of = unchecked(c.FPDFPath_GetDrawMode)
        self._length_of = unchecked(c.FPDFPath_CountSegments)
        self._modes = ctypes.c_int(), ctypes.c_int()
        self._mode_refs = [ctypes.byref(mode) for mode in self._modes]
        self._frame = frame
        self._found = Strokes()
        self.visible = Visible(file, page, frame)
        self._is_faint = False
        self._objects = 0
        self._segments = 0
        self._x, self._y = ctypes.c_float(), ctypes.c_float()
        self._refs = ctypes.byref(self._x), ctypes.byref(self._y)

    def page(self, page: Any) -> Strokes:
        c = self._c
        for index in range(c.FPDFPage_CountObjects(page)):
            self._object(c.FPDFPage_GetObject(page, index), IDENTITY, None, 0)
            if self._too_many:
                return Strokes(shapes=self._found.shapes, too_many=True)
        return self._found.within(self._frame)

    @property
    def _too_many(self) -> bool:
        return self._objects > _MOST_OBJECTS or self._segments > _MOST_SEGMENTS

    def _object(self, thing: Any, outer: Matrix, clip: Rectangle | None, depth: int) -> None:
        c = self._c
        self._objects += 1
        kind = self._kind_of(thing)
        if kind == c.FPDF_PAGEOBJ_TEXT:
            self.visible.text(thing, outer, clip)
            if is_optional(c, thing) or (depth and self._file.has_optional_objects):
                self._found.layered.append(self.visible.bounds(thing, outer))
        elif kind == c.FPDF_PAGEOBJ_PATH:
            self._path(thing, outer, clip)
        elif kind == c.FPDF_PAGEOBJ_IMAGE:
            self._picture(thing, outer, clip)
        elif kind == c.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            self._form(thing, outer, self.visible.cut_to(thing, outer, clip), depth)
        elif kind == c.FPDF_PAGEOBJ_SHADING and self._covers(thing):
            self.visible.cover(self.visible.bounds(thing, outer), None, clip)

    def _form(self, thing: Any, outer: Matrix, clip: Rectangle | None, depth: int) -> None:
        c, was_faint = self._c, self._is_faint
        self._is_faint = not self._covers(thing)
        inner = _matrix_of(c, thing).then(outer)
        for index in range(c.FPDFFormObj_CountObjects(thing)):
            self._object(c.FPDFFormObj_GetObject(thing, index), inner, clip, depth + 1)
            if self._too_many:
                break
        self._is_faint = was_faint

    def _covers(self, thing: Any, opaque: int = 255) -> bool:
        """Whether an object is opaque."""
        return not self._is_faint and self.visible.is_opaque(thing, opaque)

    def _picture(self, thing: Any, outer: Matrix, clip: Rectangle | None) -> None:
        corners = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)]
        matrix = _matrix_of(self._c, thing).then(outer)
        box = box_of([self._frame.point(*matrix.point(x, y)) for x, y in corners])
        if min(box[2] - box[0], box[3] - box[1]) <= THIN:
            self._found.add(box)
        else:
            self._found.pictures.append(box)
            if self._covers(thing):
                self.visible.cover(box, None, self.visible.cut_to(thing, outer, clip), thing)

    def _path(self, thing: Any, outer: Matrix, clip: Rectangle | None) -> None:
        visible = self.visible
        self._mode_of(thing, *self._mode_refs)
        is_filled, is_stroked = [bool(mode.value) for mode in self._modes]
        filling = visible.colour(thing, visible.fill_of) if is_filled else None
        stroked = is_stroked and _marks(visible.colour(thing, visible.stroke_of))
        filled = is_filled and _marks(filling)
        if not (is_filled or stroked):
            return
        bounds = visible.bounds(thing, outer)
        is_thin = min(bounds[2] - bounds[0], bounds[3] - bounds[1]) <= THIN
        if is_filled and not is_thin and self._length_of(thing) <= _RECTANGLE:
            colour, opaque = filling or (None, 255)
            if self._covers(thing, opaque):
                visible.cover(bounds, colour, visible.cut_to(thing, outer, clip))
        if not (stroked or filled):
            return
        if is_thin:
            self._found.add(bounds)
            return
        matrix = _matrix_of(self._c, thing).then(outer)
        paths = list(self._subpaths(thing, matrix))
        self._found.draw(paths, stroked=stroked, filled=filled)

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


def _marks(colour: tuple[tuple[int, int, int], int] | None) -> bool:
    """Whether a colour of some opacity is seen on paper; one of no simple kind is."""
    return colour is None or (colour[1] > 0 and min(colour[0]) < _PALE)


def _matrix_of(c: Any, thing: Any) -> Matrix:
    """The map of a page object."""
    found = c.FS_MATRIX()
    if not c.FPDFPageObj_GetMatrix(thing, ctypes.byref(found)):
        return IDENTITY
    return Matrix(found.a, found.b, found.c, found.d, found.e, found.f)
