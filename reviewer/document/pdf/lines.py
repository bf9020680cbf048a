"""Characters put into lines, from the left to the right and from the top to the bottom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewer.document.pdf.frames import Rectangle
from reviewer.document.pdf.glyphs import Glyph

_SHARED = 0.5
"""Of its height, how much a character shares with its line."""

_GAP = 0.35
"""Of a character's height: a wider gap is a blank."""

_DOUBLED = 0.25
"""Of a character's width: the same one printed again this near is meant to be bold."""


@dataclass(frozen=True)
class Line:
    """Characters that stand beside each other."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        """What it says; a blank stands for each wide gap."""
        pieces: list[str] = []
        before: Glyph | None = None
        for glyph in self.glyphs:
            if before is not None and glyph.x0 - before.x1 > _GAP * glyph.height:
                pieces.append(" ")
            pieces.append(glyph.text)
            before = glyph
        return "".join(pieces)

    @property
    def box(self) -> Rectangle:
        """Around all characters."""
        return around((glyph.x0, glyph.y0, glyph.x1, glyph.y1) for glyph in self.glyphs)


def around(boxes: Iterable[Rectangle]) -> Rectangle:
    """The rectangle around all of some (at least one)."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def lines_of(glyphs: Sequence[Glyph]) -> list[Line]:
    """Lines of characters, from the top."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: one.level):
        if rows and _is_beside(rows[-1], glyph):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [Line(tuple(_once(sorted(row)))) for row in rows]


def _is_beside(row: list[Glyph], glyph: Glyph) -> bool:
    """Whether a character shares enough height with the last ones of a row."""
    last = row[-1]
    shared = min(last.y1, glyph.y1) - max(last.y0, glyph.y0)
    return shared >= _SHARED * min(last.height, glyph.height)


def _once(row: list[Glyph]) -> list[Glyph]:
    """Without characters that are printed twice at one place to look bold."""
    kept: list[Glyph] = []
    for glyph in row:
        near = _DOUBLED * (glyph.x1 - glyph.x0)
        if not any(one.text == glyph.text and glyph.x0 - one.x0 < near for one in kept[-2:]):
            kept.append(glyph)
    return kept
