"""Cells of ruled tables that lack rules within: they hold the figures of several places.

Where only labels and heads have rules, the grid that these make goes on through the figures.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reviewer.document.geometry.glyphs import Glyph
from reviewer.document.geometry.lines import lines_of
from reviewer.document.geometry.ruling import Area, RuledTable
from reviewer.document.geometry.words import Word, words_of

_FIGURE = frozenset("0123456789/—–-")

_OFF = 0.7
"""Figures of a cell several rows high are this many of its heights off its middle."""


def with_places(table: RuledTable, held: dict[Area, list[Glyph]]) -> RuledTable:
    """A table whose cells that hold several figures are parted as the grid goes on through them."""
    areas = [place for area in table.areas for place in _places(table, area, held[area])]
    if len(areas) == len(table.areas):
        return table
    return replace(table, areas=tuple(sorted(areas, key=lambda one: (one.row, one.column))))


def _places(table: RuledTable, area: Area, glyphs: Sequence[Glyph]) -> Iterator[Area]:
    """The places of the grid that an area covers, or just itself if it is one cell."""
    rows, columns = area.row_end - area.row, area.column_end - area.column
    is_cell = max(rows, columns) == 1 or not any(glyph.text in _FIGURE for glyph in glyphs)
    lines = [] if is_cell else [list(words_of(line)) for line in lines_of(glyphs)]
    if len(lines) == 1 and _is_row(lines[0]):
        yield from _parted(table, area, lines[0])
        return
    if not lines or not all(word.is_figure for line in lines for word in line):
        yield area
        return
    wide = columns if any(len(line) > 1 for line in lines) else 1
    high = rows if wide > 1 or _is_off(table, area, lines) or _are_rows(table, area, lines) else 1
    for row in range(area.row, area.row + high):
        for column in range(area.column, area.column + wide):
            row_end = row + 1 if high > 1 else area.row_end
            column_end = column + 1 if wide > 1 else area.column_end
            yield Area(row, column, row_end, column_end)


def _is_row(line: Sequence[Word]) -> bool:
    """Whether a line is a label with figures of several cells behind it."""
    figures = [word for word in line if word.is_figure]
    return len(figures) > 1 and len(figures) + 1 == len(line) and not line[0].is_figure


def _parted(table: RuledTable, area: Area, line: Sequence[Word]) -> Iterator[Area]:
    """The places of a line, as far as the grid has an edge between any two of its words."""
    edges = range(area.column + 1, area.column_end)
    free = [at for at in edges if not any(w.box[0] < table.xs[at] < w.box[2] for w in line)]
    columns = [bisect_right([table.xs[at] for at in free], word.box[0]) for word in line]
    bounds = [area.column, *free, area.column_end] if len(set(columns)) == len(line) else []
    for column, column_end in pairwise(bounds or (area.column, area.column_end)):
        yield Area(area.row, column, area.row_end, column_end)


def _are_rows(table: RuledTable, area: Area, lines: Sequence[Sequence[Word]]) -> bool:
    """Whether each of several figures stands in the middle of a row of its own."""
    rows = pairwise(table.ys[area.row : area.row_end + 1])
    return len(lines) == area.row_end - area.row > 1 and all(
        abs(line[0].box[1] + line[0].box[3] - upper - lower) < line[0].box[3] - line[0].box[1]
        for line, (upper, lower) in zip(lines, rows, strict=True)
    )


def _is_off(table: RuledTable, area: Area, lines: Sequence[Sequence[Word]]) -> bool:
    """Whether figures stand far from their cell's middle: in one of the rows that it covers."""
    middle = (table.ys[area.row] + table.ys[area.row_end]) / 2
    boxes = [word.box for line in lines for word in line]
    return any(
        abs(top + bottom - 2 * middle) > 2 * _OFF * (bottom - top) for _, top, _, bottom in boxes
    )
