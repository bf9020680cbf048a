"""Sheets that two pages were printed on, as for a booklet, and text in two columns: one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from reviewer.document.geometry.dotted import joined
from reviewer.document.geometry.frames import Frame
from reviewer.document.geometry.glyphs import Glyph
from reviewer.document.geometry.levels import stacks_of
from reviewer.document.geometry.lines import lines_of
from reviewer.document.geometry.ruling import ruled_tables
from reviewer.document.geometry.strokes import Strokes

_WIDER = 1.2
"""Such a sheet is at least this many times as wide as high."""

_GUTTER = 0.008
"""This share of its width is left free on either side of the middle."""

_FULL = 0.5
"""A line of writing or a table of this share of a half's width shows that it is a page."""

_TOP = 0.3
"""What goes over both columns may stand this far down (share of the page's height), as a title."""

_BOTTOM = 0.12
"""A page's number may stand this far up between its columns (share of the page's height)."""

_LEVEL = 3.0
"""Characters of one line may be higher or lower by this many points."""

_FEWEST = 3
"""A half without such a table has at least this many such lines, or rules."""


@dataclass(frozen=True)
class Half:
    """A page on the left or right half of a sheet, in points from its own left side."""

    frame: Frame
    glyphs: Sequence[Glyph]
    strokes: Strokes


def halves_of(frame: Frame, glyphs: Sequence[Glyph], strokes: Strokes) -> list[Half]:
    """The pages on the halves of a sheet, or a page's two columns; none if it is a single page.

    What goes over both columns comes with the left one if it stands above them, as titles do, and
    with the right one if it stands below, as numbers of pages do.
    """
    width, height = frame.size.width, frame.size.height
    middle, free = width / 2, _GUTTER * width
    gap = (middle - free, middle + free)
    crossing = list(_crossing(gap, glyphs))
    is_sheet = width >= _WIDER * height
    top, bottom = _TOP * height, (1 - _BOTTOM) * height
    if any(is_sheet or top < at < bottom for at in crossing):
        return []
    if _is_ruled(gap, strokes, (_BOTTOM * height, bottom)):
        return []
    above = max((at for at in crossing if at <= top), default=0.0) + _LEVEL
    below = min((at for at in crossing if at >= bottom), default=inf) - _LEVEL

    def is_left(one: Glyph) -> bool:
        return one.level <= above or (one.middle < middle and one.level < below)

    left = [one for one in glyphs if is_left(one)]
    right = [_moved(one, middle) for one in glyphs if not is_left(one)]
    halves = [
        Half(frame.half(0.0), left, strokes.between(0.0, middle)),
        Half(frame.half(middle), right, strokes.between(middle, width)),
    ]
    return halves if all(_is_page(half, above) for half in halves) else []


def _crossing(gap: tuple[float, float], glyphs: Sequence[Glyph]) -> Iterator[float]:
    """How far down characters stand in a gap from the top to the bottom of a page."""
    low, high = gap
    for one in glyphs:
        if one.x0 < high and one.x1 > low and not one.text.isspace():
            yield one.level


def _is_ruled(gap: tuple[float, float], strokes: Strokes, inner: tuple[float, float]) -> bool:
    """Whether rules go over a gap, but for a line each in the margins."""
    low, high = gap
    level = joined(strokes.horizontal, ((y, x) for x, y in strokes.dots))
    over = [rule.at for rule in level if rule.start < high and rule.end > low]
    margins = [sum(at < inner[0] for at in over), sum(at > inner[1] for at in over)]
    return (
        max(margins) > 1
        or sum(margins) < len(over)
        or any(low < rule.at < high for rule in strokes.vertical)
    )


def _is_page(half: Half, above: float) -> bool:
    """Whether lines of writing, or a table, go over most of it, below what stands above it."""
    least = _FULL * half.frame.size.width
    if any(one.box[2] - one.box[0] > least for one in ruled_tables(half.strokes)):
        return True
    levels = [level for stack in stacks_of(half.strokes.horizontal) for level in stack]
    if sum(level.ends[-1] - level.ends[0] > least for level in levels) >= _FEWEST:
        return True
    below = [glyph for glyph in half.glyphs if glyph.level > above]
    lines = [line for line in lines_of(below) if not line.is_spaced]
    return sum(line.box[2] - line.box[0] > least for line in lines) >= _FEWEST


def _moved(glyph: Glyph, start: float) -> Glyph:
    return glyph._replace(x0=glyph.x0 - start, x1=glyph.x1 - start)
