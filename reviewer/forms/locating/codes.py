"""Numbers that count the lines of a table: they belong to the labels that they stand beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from reviewer.forms.cells.cells import PIPES, is_form_text
from reviewer.forms.cells.pieces import Piece
from reviewer.forms.figures.numbers import UNITS
from reviewer.forms.folding import fold
from reviewer.forms.locating.anchors import Anchor

_NUMBER = re.compile(r"(?<![\d.,+-])\d{1,3}(?![\d.,]\d|\d)")

_REACH = 80
"""The number that counts a line stands within this many characters before its label."""

_LEAST_ROWS = 5
"""Numbers beside this many rows are no chance."""

_MOST = 0.8
_WIDEST_STEP = 3
"""Numbers may rise by this much: lines that hold only a heading are counted too."""

_REMARK = r"[”’」』）)\"]*(?:\s*[（(][^（()）\n|\t]{0,80}[）)])?"
"""What may stand behind a label and belongs to it."""

_BEHIND = rf"{_REMARK}[\s{PIPES},，]+"
"""What may stand between a label and the next cell."""

_GLUED = rf"\d+(?!\d)(?![\s{PIPES},，]+\d+(?![\d.、．]))"
"""All of a row's figures, written together."""

_UNIT_BEHIND = re.compile(rf"{_BEHIND}(?:{'|'.join(UNITS)})(?=[\s{PIPES},，])")


def with_codes(text: str, anchors: Sequence[Anchor], rows: set[int], words: str) -> list[Anchor]:
    """Labels, with the numbers that count their lines if most rows have one.

    Such a number stands before the label, of captions and heads too, or between it and its
    figures.

    Args:
        text: The whole text.
        anchors: The labels found in a table, in order.
        rows: Indexes of the labels that are rows.
        words: The form's vocabulary.
    """
    starts = [0, *(anchor.end for anchor in anchors)]
    count = sum(anchor.index in rows for anchor in anchors)
    codes: dict[int, re.Match[str]] = {}
    others: dict[int, re.Match[str]] = {}
    for begin, anchor in zip(starts, anchors, strict=False):
        code = _before(text, begin, anchor.start, words)
        if code is not None:
            (codes if anchor.index in rows else others)[anchor.index] = code
    if _count(codes, count):
        codes |= others if _count(codes | others, count) else {}
        return [
            replace(anchor, start=codes[anchor.index].start()) if anchor.index in codes else anchor
            for anchor in anchors
        ]
    return _with_codes_behind(text, anchors, rows, count)


def _with_codes_behind(
    text: str, anchors: Sequence[Anchor], rows: set[int], count: int
) -> list[Anchor]:
    """Labels, those of rows ending with the number that counts them, if most have it."""
    codes: dict[int, re.Match[str]] = {}
    labels = [anchor for anchor in anchors if anchor.index in rows]
    for rank, anchor in enumerate(labels, start=1):
        code = _code_behind(rank).match(text, anchor.end)
        if code:
            codes[anchor.index] = code
    if len(codes) < max(_LEAST_ROWS, _MOST * count):
        return list(anchors)
    return [
        replace(anchor, end=codes[anchor.index].end()) if anchor.index in codes else anchor
        for anchor in anchors
    ]


@lru_cache(maxsize=64)
def _code_behind(rank: int) -> re.Pattern[str]:
    """The number of a row behind its label; its figures may stand together with it (``31002``).

    Where further figures stand apart from these, it is the beginning of the first one.
    """
    return re.compile(rf"{_REMARK}[\s{PIPES},，]*0?{rank}(?=[\s{PIPES},，]|{_GLUED})")


def with_units(text: str, anchors: Sequence[Anchor], rows: set[int]) -> list[Anchor]:
    """Labels, those of rows ending with the unit in the cell behind, if most have one there."""
    units = {
        anchor.index: unit
        for anchor in anchors
        if anchor.index in rows and (unit := _UNIT_BEHIND.match(text, anchor.end))
    }
    count = sum(anchor.index in rows for anchor in anchors)
    if len(units) < max(_LEAST_ROWS, _MOST * count):
        return list(anchors)
    return [
        replace(anchor, end=units[anchor.index].end()) if anchor.index in units else anchor
        for anchor in anchors
    ]


def _before(text: str, begin: int, end: int, words: str) -> re.Match[str] | None:
    """The last number between two places, if nothing but the form's words stands behind it."""
    found = [*_NUMBER.finditer(text, max(begin, end - _REACH), end)]
    if not found:
        return None
    behind = text[found[-1].end() : end].strip()
    piece = Piece(found[-1].end(), end, behind)
    return found[-1] if not fold(behind) or is_form_text(piece, words) else None


def _count(codes: dict[int, re.Match[str]], rows: int) -> bool:
    """Whether numbers go up by one from line to line, before most rows."""
    if len(codes) < max(_LEAST_ROWS, _MOST * rows):
        return False
    numbers = [int(codes[index][0]) for index in sorted(codes)]
    return all(0 < then - number <= _WIDEST_STEP for number, then in pairwise(numbers))
