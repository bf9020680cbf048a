"""How certain the cells of tables are that no rules show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.document.geometry.lines import Line
from reviewer.document.geometry.parts import PageCell, PageTable
from reviewer.document.geometry.ruling import Area
from reviewer.document.geometry.words import words_of
from reviewer.document.looks import UNRULED

_NEAR = 3.0
"""A line that may be a row stands at most this many of its heights from the table."""

_SEVERAL_FIGURES = 3
"""Such a line has at least this many figures."""

_ALL_COLUMNS = 7
"""Columns of the forms' largest table; where fewer have figures one may be blank."""

FIGURE = re.compile(r"[-+]?\d[\d.,]*|[/—-]")
"""What fills a cell for figures: no sign for none but strokes, nothing written out."""

_NUMBERS = (
    re.compile(r"(?<!\d)\d{1,2}[.．](?!\d)"),
    re.compile(r"[（(][一二三四五六七八九十][)）]"),
    re.compile(r"[一二三四五六七八九十]、"),
)
"""What labels begin with, by their depth: two of a kind are two labels."""

_TURNED_BACK = re.compile(
    r"(?<!\d)\d{1,2}[.．](?!\d).*[（(][一二三四五六七八九十][)）]"
    r"|[（(][一二三四五六七八九十][)）].*[一二三四五六七八九十]、"
)
"""A group's label behind one of its own, which stands beside it."""


def settled(cells: Sequence[PageCell], first: int) -> Iterator[PageCell]:
    """Cells that no rules show: where one is blank, the figures' places are not certain.

    Figures have cells of one place each. What is left free in their rows and columns, beside
    labels that reach into them and on lines that have none, is blank and in doubt. So are rows
    with blank cells, unless all columns are seen and nothing near is out of its place.

    Args:
        cells: Of a table.
        first: The first column that holds figures.
    """
    figures = {cell.area for cell in cells if _is_figure(cell, first)}
    rows = {area.row for area in figures}
    columns = max(cell.area.column_end for cell in cells) - first
    blank = {cell.area.row for cell in cells if cell.area.column >= first and not cell.text}
    doubtful = blank & _unsettled(cells, first) if columns >= _ALL_COLUMNS else rows
    doubtful |= _unparted(cells, first, rows) | _unlabelled(cells, first, rows)
    for cell in cells:
        area, free = cell.area, []
        if area in figures:
            free = [(row, area.column) for row in range(area.row + 1, area.row_end)]
            area = replace(area, row_end=area.row + 1)
        elif area.column < first < area.column_end and area.row in rows:
            free = [(area.row, column) for column in range(first, area.column_end)]
            area = replace(area, column_end=first)
        is_doubtful = bool(free) or (area.column >= first and area.row in doubtful)
        yield replace(cell, area=area, doubt=cell.doubt or (UNRULED if is_doubtful else ""))
        for row, column in free:
            yield PageCell(Area(row, column, row + 1, column + 1), cell.box, doubt=UNRULED)


def _unsettled(cells: Sequence[PageCell], first: int) -> set[int]:
    """The rows from the first figures on that have other cells than for one figure, or are near."""
    start = min((cell.area.row for cell in cells if _is_figure(cell, first)), default=0)
    found: set[int] = set()
    for cell in cells:
        area = cell.area
        is_one = area.row_end == area.row + 1 and area.column_end == area.column + 1
        is_figure = is_one and _is_figure(cell, first)
        if area.column_end > first and area.row >= start and cell.text and not is_figure:
            found |= set(range(area.row - 1, area.row_end + 1))
    return found


def _unparted(cells: Sequence[PageCell], first: int, figures: set[int]) -> set[int]:
    """The rows beside a label that goes over several rows of figures, or beside two labels."""
    found: set[int] = set()
    for cell in cells:
        area = cell.area
        if area.column_end == first and cell.text:
            beside = set(range(area.row, area.row_end))
            are_two = any(len(number.findall(cell.text)) > 1 for number in _NUMBERS)
            are_mixed = _TURNED_BACK.search(cell.text) is not None
            found |= beside if len(beside & figures) > 1 or are_two or are_mixed else set()
    return found


def _unlabelled(cells: Sequence[PageCell], first: int, figures: set[int]) -> set[int]:
    """The rows of figures that no label stands beside, if others have one."""
    labels = (cell.area for cell in cells if cell.area.column < first and cell.text)
    labelled = {row for area in labels for row in range(area.row, area.row_end)}
    return figures - labelled if labelled else set()


def _is_figure(cell: PageCell, first: int) -> bool:
    return cell.area.column >= first and FIGURE.fullmatch(cell.text) is not None


def left_over(lines: Sequence[Line], tables: Sequence[PageTable]) -> Iterator[Line]:
    """Lines of figures so near to a table without rules that they may be rows of it."""
    edges = [edge for table in tables if table.figures for edge in (table.ys[0], table.ys[-1])]
    for line in lines:
        _, top, _, bottom = line.box
        reach = _NEAR * (bottom - top)
        is_near = any(edge - reach < (top + bottom) / 2 < edge + reach for edge in edges)
        if is_near and sum(word.is_figure for word in words_of(line)) >= _SEVERAL_FIGURES:
            yield line
