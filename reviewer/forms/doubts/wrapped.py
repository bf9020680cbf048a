"""Figures that go on in the line below, as in grids drawn with characters.

``|6107.1 |`` above ``|9 |`` is 6107.19: the cell was too narrow for it. Where rules part the rows
of such a grid, digits in a line that no reading claims belong to the figure right above them. So
may those on a line of their own below a row's last figure, in any text. Where a row's figures
stand in several of its lines, and some are nobody's, none of its cells is sure; nor is a cell of
words there, which may go on, too. Nor are the rows around a line of figures that are nobody's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from reviewer.base import cell_parts
from reviewer.forms.cells.cells import PIPES
from reviewer.forms.doubts.all_readings import AllReadings, Doubts
from reviewer.forms.lines import Stretch, parted
from reviewer.forms.report import Kind

_RULE = re.compile(r"(?m)^[ \t]*[+|├┣╠┼╋╬][-=+|─━═┼┤┫╣╋╬┿╪]{4,}[ \t]*$")
_PARTLY = re.compile(r"[^\n]*[-=─━═]{4,}[^\n]*")
"""A rule, perhaps below some cells only, in which case the others go on."""

_LEAST_RULES = 5
"""This many rules show that a grid is drawn."""

_PIPE = re.compile(f"[{PIPES}]")
_FIGURE = re.compile(r"\d[\d.,]*")
_GOES_ON = re.compile(r"[\d.,]*\d[\d.,]*")
_DIGITS_BELOW = re.compile(
    rf"[ \u3000{PIPES}]*\n[> \u3000{PIPES}]*(\d[\d.,]*)[ \t\u3000{PIPES}]*(?:\n|$)"
)
_FIGURE_CELL = re.compile(rf"(?<=[{PIPES}])[ \u3000]*(\d+(?:[.,]\d+)*)[ \u3000]*(?=[{PIPES}])")
_FRACTION_BELOW = re.compile(r"\s*\n\s*[.．][\d０-９]")
"""No cell begins with a point."""

_LINE_OF_FIGURES = re.compile(r"(?m)^[ \t\u3000]*\d[\d.,]*(?:[ \t\u3000]+\d[\d.,]*)+[ \t\u3000]*$")

_WRAPPED = "数字下一行还有数字，可能是同一个数字折成了两行，请核对"


def wrapped(read: AllReadings) -> Doubts:
    """Cells whose figure may go on below it."""
    if not read.is_plain:
        return {}
    text = read.document.text
    drawn = len(_RULE.findall(text)) >= _LEAST_RULES
    spans = {one.cell: one.place.span for one in read.readings if one.place is not None}
    claimed = {span.start for span in spans.values()}
    rows = list(_rows(text)) if drawn else []
    torn = [row for row in rows if _is_torn(text, row, claimed)]
    beside = _beside_lines(read, claimed)
    said = {one.cell for one in read.readings if one.kind is Kind.TEXT}
    return {
        cell: _WRAPPED
        for cell, span in spans.items()
        if cell_parts(cell)[:2] in beside
        or (span.start < span.end and _FRACTION_BELOW.match(text, span.end))
        or _ends_its_line(text, span.start, span.end, claimed)
        or (drawn and _goes_on(text, span.start, claimed))
        or any(start <= span.start < end for start, end in (rows if cell in said else torn))
    }


def _beside_lines(read: AllReadings, claimed: set[int]) -> set[tuple[str, str]]:
    """Tables and rows of the readings around a line of figures in a table that none claims."""
    found = (line.span() for line in _LINE_OF_FIGURES.finditer(read.document.text))
    lines = [line for line in found if claimed.isdisjoint(range(*line))]
    if not lines:
        return set()
    placed = sorted(
        (one.place.span.start, cell_parts(one.cell)[:2])
        for one in read.readings
        if one.place is not None and one.printed
    )
    rows: set[tuple[str, str]] = set()
    for line in lines:
        at = bisect_left(placed, line[0], key=lambda one: one[0])
        around = [row for _, row in placed[max(at - 1, 0) : at + 1]]
        if len(around) > len({table for table, _ in around}):
            rows |= {*around}
    return rows


def _rows(text: str) -> Iterator[tuple[int, int]]:
    """Rows of several lines between two rules."""
    rules = [rule.span() for rule in _PARTLY.finditer(text)]
    for (_, start), (end, _) in pairwise(rules):
        if text.count("\n", start + 1, end - 1):
            yield start, end


def _is_torn(text: str, row: tuple[int, int], claimed: set[int]) -> bool:
    """Whether a row has figures in several lines, some of which no reading claims."""
    figures = [one.start(1) for one in _FIGURE_CELL.finditer(text, *row)]
    lines = {text.count("\n", row[0], one) for one in figures}
    return len(lines) > 1 and not claimed.issuperset(figures)


def _ends_its_line(text: str, start: int, end: int, claimed: set[int]) -> bool:
    """Whether a line's last figure has nothing but digits below it, which are nobody's."""
    below = _DIGITS_BELOW.match(text, end) if start < end else None
    if below is None or text[start - 1 : start] in {"", "\n"}:
        return False
    return not any(below.start(1) <= one < below.end(1) for one in claimed)


def _goes_on(text: str, place: int, claimed: set[int]) -> bool:
    """Whether the figure at a place has digits below it in its cell that are nobody's."""
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    below = _cells(text, end + 1, text.find("\n", end + 1)) if end >= 0 else []
    cells = _cells(text, start, end)
    if len(cells) < 2 or len(cells) != len(below):
        return False
    index = sum(low <= place for low, _ in cells) - 1
    own, other = cells[index], below[index]
    both = _FIGURE.fullmatch(text[slice(*own)].strip())
    both = both and _GOES_ON.fullmatch(text[slice(*other)].strip())
    return bool(both) and not any(other[0] <= one < other[1] for one in claimed)


def _cells(text: str, start: int, end: int) -> list[Stretch]:
    """Begin and end of each cell of a line that bars part."""
    end = end if end >= 0 else len(text)
    bars = [bar.start() for bar in _PIPE.finditer(text, start, end)]
    return parted(start, end, bars)
