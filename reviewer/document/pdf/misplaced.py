"""Characters that PDFium places as if the form that they stand in were not placed itself.

A form is a page's content within a page, as where two pages are printed on a sheet. Of characters
that the file names by an ``ActualText`` (browsers do so where a font shows a radical, ⽂ for 文)
PDFium leaves out how the form is moved and enlarged; what it says of their own matrix is right.
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from typing import Any

from reviewer.document.geometry.matrices import Matrix
from reviewer.document.geometry.strokes import box_of

_EXACT = 1.0
"""By how many points a character's origin may differ from what its matrix says."""


class Misplaced:
    """What puts characters of a page into their places."""

    def __init__(self, c: Any, text_page: Any, forms: Mapping[int, Matrix]) -> None:
        """``forms`` says of text objects, by their address, how the form is placed."""
        self._c = c
        self._page = text_page
        self._forms = forms
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._matrix = c.FS_MATRIX()

    def put_right(self, index: int, rect: Any) -> None:
        """Change a character's rectangle to where it stands, if it does not yet say that."""
        thing = self._c.FPDFText_GetTextObject(self._page, index)
        form = self._forms.get(ctypes.addressof(thing.contents)) if thing else None
        if form is None or not self._is_astray(index, form):
            return
        corners = [(rect.left, rect.bottom), (rect.right, rect.top)]
        corners += [(rect.left, rect.top), (rect.right, rect.bottom)]
        rect.left, rect.bottom, rect.right, rect.top = box_of(
            [form.point(x, y) for x, y in corners]
        )

    def _is_astray(self, index: int, form: Matrix) -> bool:
        """Whether the form's place is what parts a character from the place it should have."""
        c = self._c
        origin = ctypes.byref(self._x), ctypes.byref(self._y)
        if not c.FPDFText_GetCharOrigin(self._page, index, *origin):
            return False
        if not c.FPDFText_GetMatrix(self._page, index, ctypes.byref(self._matrix)):
            return False
        there = self._matrix.e, self._matrix.f
        here = self._x.value, self._y.value
        return not _is_near(here, there) and _is_near(form.point(*here), there)


def _is_near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(abs(a - b) <= _EXACT for a, b in zip(one, other, strict=True))
