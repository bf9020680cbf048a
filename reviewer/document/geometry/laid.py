"""Lines whose words stand in columns, written so that these show in their text, too."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.document.geometry.lines import Line, are_apart

_SMALLEST = 0.1
"""This share of a page's Chinese characters may be narrower than those of its columns."""

_LEAST = 2.0
"""What is narrower (in points) is no character's place."""


@dataclass(frozen=True)
class Places:
    """The places of a page that characters in columns stand on: the first, and how wide they are.

    A Chinese character stands on two of them, a letter or figure on one.
    """

    left: float
    width: float

    def before(self, x: float) -> int:
        """How many there are to the left of a point."""
        return max(round((x - self.left) / self.width), 0)


def places_of(lines: Sequence[Line]) -> Places | None:
    """The places of a page's lines that stand in columns; None without Chinese characters."""
    spaced = [line for line in lines if line.is_spaced]
    widths = sorted(
        glyph.x1 - glyph.x0
        for line in spaced
        for glyph in line.glyphs
        if "\u4e00" <= glyph.text <= "\u9fff"
    )
    if not widths:
        return None
    width = widths[int(_SMALLEST * len(widths))] / 2
    return Places(min(line.box[0] for line in spaced), max(width, _LEAST))


def laid_out(line: Line, places: Places) -> tuple[str, tuple[float, ...]]:
    """What a line says, with as many blanks as it leaves places free, and its characters' edges."""
    pieces: list[str] = []
    edges: list[float] = []
    at = 0
    for before, glyph in zip((None, *line.glyphs), line.glyphs, strict=False):
        free, x = max(places.before(glyph.x0) - at, 0), glyph.x0
        if before is not None:
            free, x = max(free, 1) if are_apart(before, glyph) else 0, before.x1
        pieces.append(" " * free + glyph.text)
        edges += [*[x] * free, glyph.x0]
        at += free + 1 + _is_wide(glyph.text)
    return "".join(pieces), (*(round(x, 1) for x in edges), round(line.glyphs[-1].x1, 1))


def _is_wide(text: str) -> bool:
    return unicodedata.east_asian_width(text[:1] or " ") in "WFA"
