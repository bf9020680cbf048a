"""Cells line by line, merged ones again in every place that they cover.

So scripts print the cells of a Word table. The head repeats the names of wide columns, too, and
thereby tells which of a row's lines are the same cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reviewer.forms.aligning.alignment import Way
from reviewer.forms.cells.cells import Separator, is_value
from reviewer.forms.cells.pieces import Piece, stripped
from reviewer.forms.folding import fold
from reviewer.forms.locating.rows import TableRow
from reviewer.forms.tables.cutting import TableCells


def by_repeated_heads(cells: TableCells) -> dict[str, Way]:
    """Rows of blocks whose heads repeat a column's name, line by line, as their cells repeat."""
    if cells.separator is not Separator.NONE:
        return {}
    ways: dict[str, Way] = {}
    for rows in cells.by_block():
        order = _order(cells.page.text, *cells.head_of(rows), rows[0])
        found = ((row.key, _way(cells.page.text, row, order)) for row in rows if order)
        ways |= {key: way for key, way in found if way is not None}
    return ways


def _order(text: str, start: int, end: int, row: TableRow) -> list[str]:
    """Each head line's column; nothing unless all are there and one is repeated."""
    wanted = {name: one.key for one in row.block.columns for name in one.folded}
    named = [wanted[line] for line in map(fold, text[start:end].split("\n")) if line in wanted]
    once = [key for key, _ in groupby(named)]
    full = [column.key for column in row.block.columns]
    return named if once == full and len(named) > len(full) else []


def _way(text: str, row: TableRow, order: Sequence[str]) -> Way | None:
    """A row with a line for each of its head's, none behind them, equal where the head is."""
    first, *lines = _lines(text, row.start, row.end)
    label = fold(text[row.anchor.start : row.anchor.end])
    while lines and fold(lines[0].text) == label:
        lines.pop(0)
    own, others = lines[: len(order)], lines[len(order) :]
    values = all(is_value(one) or not one.text for one in own)
    if first.text or len(own) < len(order) or not values or any(map(is_value, others)):
        return None
    found: dict[str, Piece] = {}
    for key, piece in zip(order, own, strict=True):
        if found.setdefault(key, piece).text != piece.text:
            return None
    return tuple(found.values())


def _lines(text: str, start: int, end: int) -> Iterator[Piece]:
    while start <= end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield stripped(text, start, stop)
        start = stop + 1
