"""What a PDF page draws beside text: rules of tables, and pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from reviewer.document.geometry.frames import Frame, Rectangle
from reviewer.document.geometry.matrices import IDENTITY, Matrix
from reviewer.document.geometry.strokes import THIN, Points, Strokes, box_of
from reviewer.document.pdf.engine import PdfFile

_MOST_OBJECTS = 100_000
"""Of a page, dots of dotted rules included; beyond it the page is a drawing."""

_MOST_SEGMENTS = 60_000
_DEEPEST = 6
"""Of forms within forms."""

_PALE = 245
"""A colour with no part below this cannot be seen on paper."""


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
            inner = _matrix_of(c, thing).then(outer)
            for index in range(c.FPDFFormObj_CountObjects(thing)):
                self._object(c.FPDFFormObj_GetObject(thing, index), inner, depth + 1)
                if self._too_many:
                    break

    def _picture(self, thing: Any, outer: Matrix) -> None:
        corners = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)]
        matrix = _matrix_of(self._c, thing).then(outer)
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
        matrix = _matrix_of(self._c, thing).then(outer)
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
        return bool(parts[3].value) and min(part.value for part in parts[:3]) < _PALE

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


def _matrix_of(c: Any, thing: Any) -> Matrix:
    """The map of a page object."""
    found = c.FS_MATRIX()
    if not c.FPDFPageObj_GetMatrix(thing, ctypes.byref(found)):
        return IDENTITY
    return Matrix(found.a, found.b, found.c, found.d, found.e, found.f)
