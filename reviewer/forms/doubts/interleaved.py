"""Rows whose figures stand in two lines side by side: which comes first, lines do not tell.

Where a printed row's figures are not all at one height, text made from the page has them in two
lines, those of the lower one between and beside those of the upper one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise

from reviewer.base import CellId, cell_parts
from reviewer.document.model import Span
from reviewer.forms.aligning.bands import Band, width_of
from reviewer.forms.doubts.all_readings import AllReadings, Doubts

_INTERLEAVED = "这一行的数字分在上下两行，左右交错，请对照原件核对次序"
_MEASURES: tuple[Callable[[str], int], ...] = (len, width_of)
"""Programs that set text in columns count a Chinese character as one or as two."""


def interleaved(read: AllReadings) -> Doubts:
    """Cells of rows with figures in two lines, none of them below another."""
    if not read.is_plain:
        return {}
    text = read.document.text
    doubts: dict[CellId, str] = {}
    for _, row in groupby(read.readings, lambda one: cell_parts(one.cell)[:2]):
        spans = {one.cell: one.place.span for one in row if one.place is not None and one.printed}
        if any(_are_beside(text, *lines) for lines in _neighbours(text, list(spans.values()))):
            doubts.update(dict.fromkeys(spans, _INTERLEAVED))
    return doubts


def _neighbours(text: str, spans: Sequence[Span]) -> Iterator[tuple[list[Span], list[Span]]]:
    """A row's figures in two lines that only blank ones part."""
    lines = [list(line) for _, line in groupby(spans, lambda one: text.rfind("\n", 0, one.start))]
    for upper, lower in pairwise(lines):
        if not text[upper[-1].end : text.rfind("\n", 0, lower[0].start) + 1].strip():
            yield upper, lower


def _are_beside(text: str, upper: Sequence[Span], lower: Sequence[Span]) -> bool:
    """Whether one line's figures stand between the other's, or around them, none below one."""
    return len(upper) > 1 and any(
        _are_apart(_bands(text, upper, measure), _bands(text, lower, measure))
        for measure in _MEASURES
    )


def _bands(text: str, line: Sequence[Span], measure: Callable[[str], int]) -> list[Band]:
    """Where figures stand in their line."""
    begin = text.rfind("\n", 0, line[0].start) + 1
    return [(measure(text[begin : one.start]), measure(text[begin : one.end])) for one in line]


def _are_apart(upper: Sequence[Band], lower: Sequence[Band]) -> bool:
    first, last = min(upper), max(upper)
    among = any(first < one < last for one in lower)
    around = min(lower) < first and max(lower) > last
    below = any(low < end and start < high for low, high in lower for start, end in upper)
    return (among or around) and not below
