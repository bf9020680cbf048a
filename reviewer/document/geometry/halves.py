"""Sheets that two pages were printed on side by side, as for a booklet: read one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.document.geometry.frames import Frame
from reviewer.document.geometry.glyphs import Glyph
from reviewer.document.geometry.lines import lines_of
from reviewer.document.geometry.ruling import ruled_tables
from reviewer.document.geometry.strokes import Strokes

_WIDER = 1.2
"""Times its height: how wide such a sheet is at least."""

_GUTTER = 0.008
"""Of its width, on either side of the middle: what is left free."""

_FULL = 0.5
"""Of a half: how wide a line of writing or a table is that tells of a page."""

_FEWEST = 3
"""Such lines of each half, if it has no such table."""


@dataclass(frozen=True)
class Half:
    """A page on the left or right half of a sheet, in points from its own left side."""

    frame: Frame
    glyphs: Sequence[Glyph]
    strokes: Strokes


def halves_of(frame: Frame, glyphs: Sequence[Glyph], strokes: Strokes) -> list[Half]:
    """The pages on the halves of a sheet; none if it is a single page."""
    width, height = frame.size.width, frame.size.height
    middle, free = width / 2, _GUTTER * width
    if width < _WIDER * height or not _is_free((middle - free, middle + free), glyphs, strokes):
        return []
    left = [one for one in glyphs if one.middle < middle]
    right = [_moved(one, middle) for one in glyphs if one.middle >= middle]
    halves = [
        Half(frame.half(0.0), left, strokes.between(0.0, middle)),
        Half(frame.half(middle), right, strokes.between(middle, width)),
    ]
    return halves if all(map(_is_page, halves)) else []


def _is_free(gap: tuple[float, float], glyphs: Sequence[Glyph], strokes: Strokes) -> bool:
    low, high = gap
    return not (
        any(one.x0 < high and one.x1 > low and not one.text.isspace() for one in glyphs)
        or any(rule.start < high and rule.end > low for rule in strokes.horizontal)
        or any(low < rule.at < high for rule in strokes.vertical)
    )


def _is_page(half: Half) -> bool:
    """Whether lines of writing, or a table, go over most of it."""
    least = _FULL * half.frame.size.width
    if any(one.box[2] - one.box[0] > least for one in ruled_tables(half.strokes)):
        return True
    lines = [line for line in lines_of(half.glyphs) if not line.is_spaced]
    return sum(line.box[2] - line.box[0] > least for line in lines) >= _FEWEST


def _moved(glyph: Glyph, start: float) -> Glyph:
    return glyph._replace(x0=glyph.x0 - start, x1=glyph.x1 - start)
