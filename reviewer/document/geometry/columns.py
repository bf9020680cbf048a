"""Text in two columns, read one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from reviewer.document.geometry.lines import Line

_GUTTER = 12.0
"""At least this many points are free between two columns."""

_FEWEST = 4
"""At least this many lines have text in both columns."""

_SHORTEST = 5
"""Half of a column's lines have more letters than this; figures do not count."""

_FILLED = 0.6
"""Half of a column's lines are at least this share of its width."""

_Gap = tuple[float, float]


def in_columns(lines: Sequence[Line]) -> list[Line]:
    """Lines in reading order: of text in two columns those of the left one come first."""
    found: list[Line] = []
    start = 0
    while start < len(lines):
        end, gutter = _run(lines, start)
        if end - start < _FEWEST:
            found.append(lines[start])
            start += 1
            continue
        sides = [_divided(line, gutter) for line in lines[start:end]]
        left = [one for one, _ in sides if one]
        right = [other for _, other in sides if other]
        both = sum(bool(one and other) for one, other in sides)
        if both >= _FEWEST and _is_prose(left) and _is_prose(right):
            found += [*left, *right]
            start = end
        else:
            found.append(lines[start])
            start += 1
    return found


def _run(lines: Sequence[Line], start: int) -> tuple[int, _Gap]:
    """How far the lines leave the same gap free that the first one has, and that gap."""
    gaps = list(_gaps(lines[start]))
    if len(gaps) != 1:
        return start + 1, (0.0, 0.0)
    gutter = gaps[0]
    end = start + 1
    while end < len(lines):
        narrowed = _narrowed(lines[end], gutter)
        if narrowed is None:
            break
        gutter = narrowed
        end += 1
    return end, gutter


def _narrowed(line: Line, gutter: _Gap) -> _Gap | None:
    """What a line leaves of a gap; None if its text goes over it, or has other gaps."""
    one, other = _divided(line, gutter)
    left = max(gutter[0], one.box[2]) if one else gutter[0]
    right = min(gutter[1], other.box[0]) if other else gutter[1]
    allowed = 1 if one and other else 0
    fits = right - left >= _GUTTER and len(list(_gaps(line))) <= allowed
    return (left, right) if fits else None


def _gaps(line: Line) -> Iterator[_Gap]:
    """Where a line leaves more free than writing does."""
    for before, glyph in pairwise(line.glyphs):
        if glyph.x0 - before.x1 >= _GUTTER and line.is_spaced:
            yield before.x1, glyph.x0


def _divided(line: Line, gutter: _Gap) -> tuple[Line | None, Line | None]:
    middle = (gutter[0] + gutter[1]) / 2
    left = tuple(glyph for glyph in line.glyphs if glyph.middle < middle)
    right = tuple(glyph for glyph in line.glyphs if glyph.middle >= middle)
    return Line(left) if left else None, Line(right) if right else None


def _is_prose(lines: Sequence[Line]) -> bool:
    """Whether lines hold text that fills its column, as the cells of a table seldom do."""
    if not lines:
        return False
    left, right = min(line.box[0] for line in lines), max(line.box[2] for line in lines)
    if median(line.box[2] - line.box[0] for line in lines) < _FILLED * (right - left):
        return False
    return median(sum(one.isalpha() for one in line.text) for line in lines) >= _SHORTEST
