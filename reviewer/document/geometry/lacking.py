"""Ruled tables that lack the rules between their rows: boxes around columns of figures.

Their rules say too little to be read by; what they hold is read as a table without rules.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from reviewer.document.geometry.glyphs import Glyph
from reviewer.document.geometry.lines import lines_of
from reviewer.document.geometry.ruling import Area, RuledTable
from reviewer.document.geometry.words import Word, words_of
from reviewer.document.geometry.zones import MOST, figures_of

_FEWEST_FIGURES = 5
_HIGH = 2.2
"""A row that holds two lines is at least this many times as high as a character."""


def lacks_rules(table: RuledTable, glyphs: Sequence[Glyph]) -> bool:
    """Whether most rows of figures in a table share its rows with others, or with their heads.

    Args:
        table: A table that crossing rules make.
        glyphs: What stands in it.
    """
    digits = [glyph for glyph in glyphs if glyph.text.isdigit()]
    if len(digits) < _FEWEST_FIGURES:
        return False
    height = max(glyph.height for glyph in digits)
    held = [bisect_right(table.ys, glyph.level) - 1 for glyph in digits]
    if not any(table.ys[row + 1] - table.ys[row] > _HIGH * height for row in set(held)):
        return False
    rows = [list(words_of(line)) for line in lines_of([one for one in glyphs if not one.turns])]
    if _are_together(table, rows):
        return True
    full = [number for number, row in enumerate(rows) if len(figures_of(row)) >= _FEWEST_FIGURES]
    lines = [_row_of(table, rows[number]) for number in full]
    alike = sum(lines.count(one) > 1 for one in lines)
    headed = sum(_is_headed(table, rows, number) for number in full)
    return bool(lines) and max(alike, headed) >= MOST * len(lines)


def _are_together(table: RuledTable, rows: Sequence[Sequence[Word]]) -> bool:
    """Whether most rows have their label and figures in one cell, and a cell has several rows."""
    filled = [row for row in rows if any(word.is_figure for word in row)]
    shared = [
        {_area_of(table, word) for word in row if word.is_figure}
        & {_area_of(table, word) for word in row if not word.is_figure}
        for row in filled
    ]
    held = Counter(area for areas in shared for area in areas)
    together = sum(bool(areas) for areas in shared)
    return together >= MOST * len(filled) and any(count > 1 for count in held.values())


def _area_of(table: RuledTable, word: Word) -> Area | None:
    """The cell that a word stands in."""
    x0, y0, x1, y1 = word.box
    column = bisect_right(table.xs, (x0 + x1) / 2) - 1
    row = bisect_right(table.ys, (y0 + y1) / 2) - 1
    return next(
        (
            area
            for area in table.areas
            if area.row <= row < area.row_end and area.column <= column < area.column_end
        ),
        None,
    )


def _row_of(table: RuledTable, row: Sequence[Word]) -> int:
    """The row of a table in which the figures of a line stand."""
    box = figures_of(row)[0].box
    return bisect_right(table.ys, (box[1] + box[3]) / 2) - 1


def _is_headed(table: RuledTable, rows: Sequence[Sequence[Word]], number: int) -> bool:
    """Whether words of no figures stand above those of a line, in the same row of the table."""
    figures = figures_of(rows[number])
    top = table.ys[_row_of(table, rows[number])]
    above = [
        word
        for row in rows[max(0, number - 1) : number]
        for word in row
        if word.box[2] > figures[0].box[0] and word.box[1] > top
    ]
    return len(above) > 1 and not any(word.is_figure for word in above)
