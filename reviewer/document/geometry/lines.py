"""Characters put into lines, from the left to the right and from the top to the bottom."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from reviewer.document.geometry.frames import Rectangle
from reviewer.document.geometry.glyphs import Glyph

_SHARED = 0.5
"""A character shares at least this part of its height with its line."""

_GAP = 0.35
"""A gap wider than this share of a character's height is a blank."""

_NARROW_GAP = 0.18
"""The same between letters and figures, which stand closer than Chinese characters."""

_COLUMN_GAP = 1.6
"""The same where it parts columns: blanks within a line of writing are narrower."""

_UNEVEN = 0.2
"""Characters of a line may be higher or lower by this share of their height."""

_DOUBLED = 0.25
"""The same character printed again within this share of its width is meant to be bold."""


@dataclass(frozen=True)
class Line:
    """Characters that stand beside each other."""

    glyphs: tuple[Glyph, ...]

    @cached_property
    def text(self) -> str:
        """What it says; a blank stands for each wide gap."""
        pieces = [self.glyphs[0].text]
        for before, glyph in pairwise(self.glyphs):
            if are_apart(before, glyph):
                pieces.append(" ")
            pieces.append(glyph.text)
        return "".join(pieces)

    @property
    def edges(self) -> tuple[float, ...]:
        """Where each character of the text begins, and where the last one ends."""
        found = [self.glyphs[0].x0]
        for before, glyph in pairwise(self.glyphs):
            if are_apart(before, glyph):
                found.append(before.x1)
            found.append(glyph.x0)
        return (*(round(x, 1) for x in found), round(self.glyphs[-1].x1, 1))

    def parted(self, places: Sequence[float]) -> list[Line]:
        """Parted at some places from left to right."""
        if not places:
            return [self]
        parts: list[list[Glyph]] = [[] for _ in range(len(places) + 1)]
        for glyph in self.glyphs:
            parts[bisect_right(places, glyph.middle)].append(glyph)
        return [Line(tuple(part)) for part in parts if part]

    def is_apart(self, following: Line) -> bool:
        """Whether a blank is seen between it and one that stands behind it."""
        return are_apart(self.glyphs[-1], following.glyphs[0])

    @cached_property
    def is_spaced(self) -> bool:
        """Whether a gap in it is wider than writing leaves: it stands in columns."""
        return any(
            glyph.x0 - before.x1 > _COLUMN_GAP * (glyph.y1 - glyph.y0)
            for before, glyph in pairwise(self.glyphs)
        )

    @cached_property
    def box(self) -> Rectangle:
        """Around all characters."""
        lefts, tops, rights, bottoms, *_ = zip(*self.glyphs, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)


def lines_of(glyphs: Sequence[Glyph]) -> list[Line]:
    """Lines of characters, from the top."""
    rows: list[list[Glyph]] = []
    top = bottom = 0.0  # of the last character of a row, with which the next one shares its height
    for glyph in sorted(glyphs, key=_level):
        _, y0, _, y1, *_ = glyph
        shared = (y1 if y1 < bottom else bottom) - (y0 if y0 > top else top)
        if rows and shared >= _SHARED * min(bottom - top, y1 - y0):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
        top, bottom = y0, y1
    ordered = (line for row in rows for line in _untangled(row))
    trimmed = (_trimmed(_once(line)) for line in ordered)
    return [Line(tuple(line)) for line in trimmed if line]


def _untangled(row: list[Glyph]) -> list[list[Glyph]]:
    """The lines of a row, if what stands beside two lines has joined them.

    A figure in the middle of its row shares half its height with both lines of the label.

    Args:
        row: From the top.
    """
    first, last = row[0], row[-1]
    ordered = sorted(row)
    if last.level - first.level <= first.height / 2 or not any(
        map(_is_below, ordered, ordered[1:])
    ):
        return [ordered]
    lines = [[first]]
    for above, glyph in pairwise(row):
        if glyph.level - above.level > _UNEVEN * glyph.height:
            lines.append([])
        lines[-1].append(glyph)
    return [sorted(line) for line in lines]


def _is_below(one: Glyph, other: Glyph) -> bool:
    """Whether a character stands not beside another, but above or below it."""
    x0, y0, x1, y1, *_ = one
    left, top, _, bottom, *_ = other
    return left < (x0 + x1) / 2 and abs(y0 + y1 - top - bottom) > (y1 - y0)


def upright(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Characters that are printed turned, where they would be if the page were turned back."""
    if not any(glyph.turns for glyph in glyphs):
        return list(glyphs)
    turns = Counter(glyph.turns for glyph in glyphs).most_common(1)[0][0]
    same = [glyph for glyph in glyphs if glyph.turns == turns]
    return [_turned_back(glyph) for glyph in same] if turns else same


def _turned_back(glyph: Glyph) -> Glyph:
    x0, y0, x1, y1, text, turns = glyph
    if turns == 1:
        return Glyph(-y1, x0, -y0, x1, text)
    if turns == 2:
        return Glyph(-x1, -y1, -x0, -y0, text)
    return Glyph(y0, -x1, y1, -x0, text)


def _level(glyph: Glyph) -> float:
    return glyph.y0 + glyph.y1


def _trimmed(row: list[Glyph]) -> list[Glyph]:
    """Without blanks at its ends."""
    start, end = 0, len(row)
    while start < end and row[start].text.isspace():
        start += 1
    while start < end and row[end - 1].text.isspace():
        end -= 1
    return row[start:end]


def are_apart(before: Glyph, glyph: Glyph) -> bool:
    """Whether a blank is seen between two characters, and not already printed."""
    gap = glyph.x0 - before.x1
    if gap <= 0:
        return False
    height, first, text = glyph.y1 - glyph.y0, before.text, glyph.text
    if gap <= _NARROW_GAP * height or first.isspace() or text.isspace():
        return False
    return gap > _GAP * height or (first.isascii() and text.isascii())


def _once(row: list[Glyph]) -> list[Glyph]:
    """Without characters that are printed twice at one place to look bold."""
    kept: list[Glyph] = row[:2]
    if len(row) > 1 and _is_same(row[0], row[1]):
        kept.pop()
    for glyph in row[2:]:
        is_apart = glyph.x0 - kept[-1].x0 >= _DOUBLED * (glyph.x1 - glyph.x0)
        if is_apart or not any(_is_same(one, glyph) for one in kept[-2:]):
            kept.append(glyph)
    return kept


def _is_same(one: Glyph, other: Glyph) -> bool:
    return one.text == other.text and other.x0 - one.x0 < _DOUBLED * (other.x1 - other.x0)
