"""Whether a line ends because the next word did not fit, or because its writer ended it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reviewer.document.geometry.frames import Rectangle
from reviewer.document.geometry.lines import Line

_PADDING = 11.5
"""Points that word processors leave free in a cell, both sides together."""

_SLACK = 0.3
"""A line's end may be inexact by this share of a character's height."""

_NOT_FIRST = "，。、；：！？）》”’」』】〉,.;:!?)]}%％"
"""Marks that never begin a line: the word before goes on with them."""


def is_wrapped(line: Line, following: Line, free: float) -> bool:
    """Whether the next line's first word was too wide for the place left free on a line."""
    return free < first_word(following) + _SLACK * line.glyphs[-1].height


def first_word(line: Line) -> float:
    """Width of what may not be broken at a line's start: a number, a Latin word, a character."""
    start = line.glyphs[0]
    end = start
    for before, glyph in pairwise(line.glyphs):
        holds = glyph.text in _NOT_FIRST or (_is_latin(before.text) and _is_latin(glyph.text))
        if not holds:
            break
        end = glyph
    return end.x1 - start.x0


def text_in(lines: Sequence[Line], box: Rectangle) -> tuple[str, bool]:
    """What the lines in a cell say; a blank where a line ends and the next would have fitted.

    Returns:
        The text, and whether digits of two lines had to be put together to it.
    """
    pieces: list[str] = []
    doubtful = False
    for index, line in enumerate(lines):
        if index:
            joins = is_wrapped(lines[index - 1], line, free_in(lines[index - 1], box))
            pieces.append("" if joins else " ")
            ends = lines[index - 1].glyphs[-1].text + line.glyphs[0].text
            doubtful |= joins and all(one.isdigit() or one in ".," for one in ends)
        pieces.append(line.text)
    return "".join(pieces), doubtful


def free_in(line: Line, box: Rectangle) -> float:
    """What is left free in a cell beside a line."""
    return box[2] - box[0] - _PADDING - (line.glyphs[-1].x1 - line.glyphs[0].x0)


def _is_latin(text: str) -> bool:
    return text.isascii() and (text.isalnum() or text in "-.")
