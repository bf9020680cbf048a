"""Text under construction that remembers where each figure was written."""

from __future__ import annotations

from reviewer.base import CellId
from reviewer.forms.layout import Role
from tests.layouts.grid import Piece


class Sink:
    """Collects the text of a report and the span of each figure in it."""

    def __init__(self, padding: str = "", wrap: str = "") -> None:
        self.places: dict[CellId, tuple[int, int]] = {}
        self._padding = padding
        self._wrap = wrap
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def add(self, text: str) -> None:
        """Write text as it is."""
        self._parts.append(text)
        self._length += len(text)

    def piece(self, piece: Piece) -> None:
        """Write a cell; a figure's place is remembered (the first, if it stands twice)."""
        if piece.cell is None:
            self.add(self._wrapped(piece))
            return
        if piece.text:
            self.add(self._padding)
        start = self._length
        self.add(piece.text)
        self.places.setdefault(piece.cell, (start, self._length))

    def _wrapped(self, piece: Piece) -> str:
        breakable = piece.role is Role.HEAD and 4 <= len(piece.text) <= 12
        if not self._wrap or not breakable:
            return piece.text
        middle = (len(piece.text) + 1) // 2
        return piece.text[:middle] + self._wrap + piece.text[middle:]
