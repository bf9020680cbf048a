"""Texts from which a program took every line that stood there before, or right before.

Some extractors keep the first of several lines that are alike, all told or but of those that
follow each other: of all cells that print 0 one is left, and what remains of a row looks like a
row of blank cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from reviewer.forms.cells.cells import PIPES
from reviewer.forms.doubts.all_readings import AllReadings, Doubts
from reviewer.forms.report import Kind

_LEAST_LINES = 60
"""A text with fewer different lines may well repeat none."""

_LEAST_PAIRS = 12
"""Among fewer successive figures it may be chance that no two are alike."""

_LEAST_NOUGHTS = 3
"""A table that prints its noughts or nil marks has at least this many, some side by side."""

_HEADS = ("信息内容", "信息內容")
"""Words that begin every head of table two, in cells of their own."""

_FIGURE = re.compile(r"[0-9０-９][0-9０-９.,，．]*|[/／—―－-]+|无")
_NOUGHT = re.compile(r"[0０/／—―－-]+|无")
_ROW = re.compile(r"[0-9０-９]+(?:[ \t\u3000]+[0-9０-９]+){3,}")
"""Figures in one line: then cells do not have lines of their own."""

_AROUND = f"{PIPES} \t\r\u00a0\u3000\u200b\ufeff"

_DEDUPLICATED = "原文中重复的行似乎被删去了，请对照原件核对各格"


def deduplicated(read: AllReadings) -> Doubts:
    """All cells, where lines that should be alike are not there twice, although cells are lines."""
    if not read.is_plain:
        return {}
    lines = [line for raw in read.document.text.split("\n") if (line := raw.strip(_AROUND))]
    if not (_repeat_nothing(lines) or _part_what_is_alike(lines)):
        return {}
    return {one.cell: _DEDUPLICATED for one in read.readings if one.kind is not Kind.MISSING}


def _repeat_nothing(lines: Sequence[str]) -> bool:
    """Whether no words stand twice, not even those that the form has in every head.

    Some programs leave alone what is but one character long.
    """
    times = Counter(line for line in lines if len(line) > 1)
    headed = any(times[head] for head in _HEADS)
    return headed and len(times) >= _LEAST_LINES and max(times.values()) == 1


def _part_what_is_alike(lines: Sequence[str]) -> bool:
    """Whether many figures follow each other, noughts among them, and never two that are alike."""
    if any(one == then and _FIGURE.fullmatch(one) for one, then in pairwise(lines)):
        return False
    pairs = [pair for pair in pairwise(lines) if all(map(_FIGURE.fullmatch, pair))]
    if any(map(_ROW.search, lines)):
        return False
    noughts = sum(bool(_NOUGHT.fullmatch(line)) for line in lines)
    return len(pairs) >= _LEAST_PAIRS and noughts >= _LEAST_NOUGHTS
