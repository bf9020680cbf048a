"""Footnotes: what stands below the short rule at the foot of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from reviewer.document.geometry.dotted import joined
from reviewer.document.geometry.frames import Frame
from reviewer.document.geometry.lines import Line
from reviewer.document.geometry.strokes import Rule, Strokes

_SHORTEST, _LONGEST = 0.12, 0.45
"""Of a page's width: what the rule above footnotes has."""

_SMALLER = 0.95
"""Footnotes are at most this many times as high as the page's other lines."""

_NEAR = 4.0
"""A rule within this many points below a text underlines it."""

_FOOT = 0.7
"""A page's foot begins at this share of its height."""

_MARK = re.compile(r"(?:\d{1,2}|[①-⑳]|\[\d{1,2}\])\s?(?=[\u4e00-\u9fff])(?![年月日条件份项页])")
"""The number of a note, right before its words."""

Lines = tuple[Line, ...]


def without_notes(
    lines: Sequence[Line], strokes: Strokes, frame: Frame, bottom: float
) -> tuple[Lines, Lines]:
    """The lines of a page's text, and those of its footnotes.

    Args:
        lines: All lines beside tables.
        strokes: What is drawn on the page.
        frame: The page.
        bottom: Where its last table ends. Behind it a note is known by its number, too, as the
            rule above notes is not always printed; 0 if there is no table.
    """
    lone = (rule for rule in joined(strokes.horizontal) if rule.at > bottom + _NEAR)
    for rule in sorted(lone, reverse=True):
        above = tuple(line for line in lines if line.box[1] < rule.at)
        below = tuple(line for line in lines if line.box[1] >= rule.at)
        if below and _separates(rule, above, below, frame):
            return above, below
    for number, line in enumerate(lines):
        if (
            bottom
            and line.box[1] > max(bottom, _FOOT * frame.size.height)
            and _MARK.match(line.text)
        ):
            return tuple(lines[:number]), tuple(lines[number:])
    return tuple(lines), ()


def _separates(rule: Rule, above: Lines, below: Lines, frame: Frame) -> bool:
    """Whether a rule in the lower half is short, underlines nothing, and small print follows."""
    length = (rule.end - rule.start) / frame.size.width
    if not (_SHORTEST <= length <= _LONGEST and rule.at > frame.size.height / 2):
        return False
    if any(rule.at - line.box[3] < _NEAR and line.box[2] > rule.start for line in above):
        return False
    return not above or _height(below) <= _SMALLER * _height(above)


def _height(lines: Lines) -> float:
    return median(glyph.height for line in lines for glyph in line.glyphs)
