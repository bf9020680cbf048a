"""Rows at the top and at the bottom of a table, beyond its first and last rules.

A row that a page break cuts may have no rule there, and cells may have borders on one side only.
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.document.geometry.glyphs import Glyph
from reviewer.document.geometry.levels import Level
from reviewer.document.geometry.lines import Line, lines_of
from reviewer.document.geometry.words import words_of
from reviewer.document.geometry.zones import HEADING

_NEAR = 1.2
"""A line of a row stands at most this many of its heights from a rule or another line."""

_NUMBER = 14
"""A page's number, as printed at its ends, has at most this many characters."""

_MARGIN = 1.0
"""Points between a row's text and the row's end."""


def over(levels: Sequence[Level], edges: Sequence[float], glyphs: Sequence[Glyph]) -> Level | None:
    """Where the row begins that stands above a table's first rule, if there is one."""
    first = levels[0]
    lines = lines_of([one for one in glyphs if one.level < first.at and one.text.strip()])
    at = first.at
    taken = 0
    for line in reversed(lines):
        if not _is_near(at - line.box[3], line) or not _is_inside(line, first, edges):
            break
        at = line.box[1]
        taken += 1
    rows = lines[len(lines) - taken :]
    if _are_row(rows, lines[: len(lines) - taken], edges):
        return Level(at - _MARGIN, first.pieces, first.ends)
    return None


def under(levels: Sequence[Level], edges: Sequence[float], glyphs: Sequence[Glyph]) -> Level | None:
    """Where the row ends that stands below a table's last rule, if there is one."""
    last = levels[-1]
    lines = lines_of([one for one in glyphs if one.level > last.at and one.text.strip()])
    at = last.at
    taken = 0
    for line in lines:
        if not _is_near(line.box[1] - at, line) or not _is_inside(line, last, edges):
            break
        at = line.box[3]
        taken += 1
    rows = lines[:taken]
    if _are_row(rows, lines[taken:], edges):
        return Level(at + _MARGIN, last.pieces, last.ends)
    return None


def _is_near(gap: float, line: Line) -> bool:
    return gap < _NEAR * (line.box[3] - line.box[1])


def _is_inside(line: Line, level: Level, edges: Sequence[float]) -> bool:
    """Whether a line stands within a table's sides, and goes over no edge of its columns."""
    left, _, right, _ = line.box
    if left < level.ends[0] or right > level.ends[-1]:
        return False
    return not any(one.x0 < x < one.x1 for one in line.glyphs for x in edges)


def _are_row(rows: Sequence[Line], beyond: Sequence[Line], edges: Sequence[float]) -> bool:
    """Whether lines beside a table are a row of it.

    They are if figures stand in columns behind the first, or if nothing stands beyond but what a
    page prints at its ends, and no heading is among them.
    """
    words = [word for line in rows for word in words_of(line)]
    if any(word.is_figure and word.box[0] > edges[0] for word in words):
        return True
    is_end = all(len(line.text) <= _NUMBER for line in beyond)
    return bool(rows) and is_end and not any(HEADING.match(line.text) for line in rows)
