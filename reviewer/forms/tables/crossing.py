"""Figures of a drawn grid, each told by the names in its line and above it, whichever way it lies.

A table may be turned, its applicants being the rows; its labels may stand behind the figures; its
columns may be cut into halves that stand below each other. Where lines keep all places of the
grid, the names at both ends of each figure tell its cell all the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reviewer.base import CellId, cell_parts
from reviewer.forms.cells.cells import PIPES, Separator, is_value
from reviewer.forms.cells.gridlines import cells_of_line
from reviewer.forms.cells.pieces import Piece
from reviewer.forms.folding import fold
from reviewer.forms.lines import lines_of
from reviewer.forms.model import FormTable
from reviewer.forms.tables.names import Names, names_of

_SEPARATORS = (Separator.TAB, Separator.PIPE, Separator.COMMA)
_FEWEST = 2
"""A line of a grid has at least this many cells."""

_MOST = 0.8
"""At least this share of a table's rows must be there."""

_FILLERS = re.compile(rf"[{PIPES}]{{2,}}[^\S\n]*(?:\n|$)")
"""Bars that fill lines up where blank cells have lost their places."""

_MOST_NAMES = 3
"""A line without figures has at most this many names: headings, and its own."""

_ASIDE = frozenset(
    {"序号", "行次", "栏次", "代码", "单位", "计量单位", "备注", "小计", "合计", "占比"}
)
"""Folded heads of columns that the form does not have."""

_Lines = Sequence[Sequence[Piece]]


@dataclass
class _Grid:
    """The figures found, by the names in their line and above them.

    Attributes:
        found: Line's name and head's name → the figure there.
        lines: The lines' names as they follow each other.
        heads: The heads' names as they stand beside each other.
    """

    found: dict[tuple[str, str], Piece] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)

    def take(self, name: str, cells: Sequence[Piece], heads: Mapping[int, str]) -> bool:
        """Take a line's figures; False if one of them was found already."""
        named = {(name, head): cells[at] for at, head in heads.items() if head}
        if not self.found.keys().isdisjoint(named):
            return False
        self.found |= named
        self.lines.append(name)
        self.heads += [heads[at] for at in sorted(heads) if heads[at]]
        return True


def crossed(text: str, table: FormTable, start: int, end: int) -> Mapping[CellId, Piece] | None:
    """Cell → figure between two places, if names cross at nearly every figure of the table.

    Args:
        text: The whole text.
        table: The form's table.
        start: Where the table's section begins.
        end: Where it ends.
    """
    names = names_of(table)
    cells = {(row.key, column.key): cell for cell, row, column in table.cells()}
    for separator in _SEPARATORS:
        lines = _lines(text, start, end, separator)
        if len(lines) < _FEWEST or _FILLERS.search(text, start, end):
            continue
        for turned in (False, True):
            grid = _read(lines, names, turned=turned)
            rows, columns = (grid.heads, grid.lines) if turned else (grid.lines, grid.heads)
            if not _in_order(table, rows, columns):
                continue
            pairs = (((one[::-1] if turned else one), piece) for one, piece in grid.found.items())
            found = {cells[pair]: piece for pair, piece in pairs if pair in cells}
            if _is_whole(table, found):
                return found
    return None


def _is_whole(table: FormTable, found: Mapping[CellId, Piece]) -> bool:
    """Whether nearly all rows are there, each with all of the table's columns.

    Table three may lack its last one.
    """
    rows = {cell_parts(cell)[1] for cell in found}
    columns = {cell_parts(cell)[2] for cell in found}
    there = [(row.key, column.key) for _, row, column in table.cells()]
    lacking = {column for _, column in there} - columns
    if lacking and (lacking != {"total"} or table.layout != "matrix"):
        return False
    most = len(rows) >= _MOST * len({row for row, _ in there})
    return most and len(found) == sum(row in rows and column in columns for row, column in there)


def _lines(text: str, start: int, end: int, separator: Separator) -> _Lines:
    """The cells of each line that a mark parts."""
    lines = (begin for begin, stop in lines_of(text, start, end) if begin < stop)
    found = (cells_of_line(text, begin, separator) for begin in lines)
    return [cells for cells in found if len(cells) >= _FEWEST]


def _in_order(table: FormTable, rows: Sequence[str], columns: Sequence[str]) -> bool:
    """Whether names follow each other as in the form, so that no cell has moved what they name."""
    for names, keys in (
        (rows, [row.key for row in table.rows]),
        (columns, [column.key for column in table.blocks[0].columns]),
    ):
        known = [keys.index(one) for one in dict.fromkeys(names) if one in keys]
        if known != sorted(known):
            return False
    return True


def _read(lines: _Lines, names: Names, *, turned: bool) -> _Grid:
    """The figures of lines, of which each is named; ``turned`` if the form's columns name them."""
    grid = _Grid()
    heads: dict[int, str] = {}
    length = 0  # of the line that the heads stand in; 0 among them
    for cells in lines:
        own = {key for cell in cells if (key := _key(names, cell, of_row=not turned))}
        if len(own) != 1 or not _holds_figures(cells):
            here = _heads_in(cells, names, of_row=turned)
            heads = {} if here and length else heads
            length = 0 if here else length
            if any(heads.get(at, key) != key for at, key in here.items()):
                return _Grid()
            heads |= here
            continue
        length = length or len(cells)
        if (
            len(cells) != length
            or not _fits(cells, heads)
            or not grid.take(own.pop(), cells, heads)
        ):
            return _Grid()
    return grid


def _heads_in(cells: Sequence[Piece], names: Names, *, of_row: bool) -> dict[int, str]:
    """What a line of the head names, by place: a form's name, or nothing for a column of others."""
    found = {at: _key(names, cell, of_row=of_row) for at, cell in enumerate(cells)}
    aside = {at for at, cell in enumerate(cells) if fold(cell.text) in _ASIDE}
    return {at: key for at, key in found.items() if key or at in aside}


def _fits(cells: Sequence[Piece], heads: Mapping[int, str]) -> bool:
    """Whether figures stand below heads alone, and nothing but figures below those of the form."""
    if max(heads, default=0) >= len(cells):
        return False
    below = (cells[at] for at, head in heads.items() if head)
    figures = (at for at, cell in enumerate(cells) if is_value(cell))
    return all(at in heads for at in figures) and not any(
        cell.text and not is_value(cell) for cell in below
    )


def _key(names: Names, cell: Piece, *, of_row: bool) -> str:
    folded = fold(cell.text)
    if not folded or is_value(cell):
        return ""
    if of_row:
        return names.row(folded) or names.nearly_row(folded)
    return names.column(folded) or names.nearly_column(folded)


def _holds_figures(cells: Sequence[Piece]) -> bool:
    """Whether a line is not of the head, where many names stand beside each other."""
    return any(map(is_value, cells)) or sum(bool(cell.text) for cell in cells) <= _MOST_NAMES
