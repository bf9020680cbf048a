"""Tables that state each row by the edges of its cells (Word's doc and rtf) as grids.

Such a table has no columns: a row gives the place of every cell's right edge, and whether a cell
carries on the one to its left or above. The grid's columns are the edges of all rows together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewer.document.composing import Cell, Grid
from reviewer.document.ragged import RAGGED
from reviewer.errors import TooLargeError

_NEAR = (180, 90, 45, 15, 0)
"""Twips that edges dragged by hand may lie apart and still be one; the widest that fits counts."""

_PLACES_LIMIT = 400_000
"""Most rows times columns; table three has some 330."""

_WIDTH = 1000
"""Twips for a cell whose width the file does not state."""


@dataclass(frozen=True)
class CellRule:
    """How a row says a cell is: its right edge, and which neighbour it carries on."""

    right: int
    joins_left: bool = False
    joins_above: bool = False


@dataclass(frozen=True)
class RowRule:
    """How the file says a row is."""

    left: int
    cells: tuple[CellRule, ...]


@dataclass(frozen=True)
class Row:
    """A row with the texts of its cells, and why these may not be relied on."""

    rule: RowRule
    texts: tuple[str, ...]
    doubts: tuple[str, ...]

    @property
    def edges(self) -> tuple[int, ...]:
        """All edges from the left."""
        return (self.rule.left, *(cell.right for cell in self.rule.cells))


@dataclass
class _Anchor:
    """A cell while rows below may still be joined to it."""

    row: int
    column: int
    end: int
    text: str
    doubt: str
    row_span: int = 1

    def cell(self) -> Cell:
        """The finished cell."""
        width = self.end - self.column
        return Cell(self.row, self.column, self.text, self.row_span, width, doubt=self.doubt)


def row_of(rule: RowRule | None, texts: Sequence[str], doubts: Sequence[str] = ()) -> Row:
    """A row with as many cells as texts; a rule that makes no sense is left out.

    Each cell has a text, if an empty one: where one is lost, all behind it stand a place too far
    to the left, and no cell of the row is certain.
    """
    sound = rule if rule is not None and _is_sound(rule) else RowRule(0, ())
    cells = list(sound.cells)
    if texts and len(texts) < len(cells):
        doubts = [RAGGED] * len(cells)
    while len(cells) < len(texts):
        cells.append(CellRule((cells[-1].right if cells else sound.left) + _WIDTH))
    return Row(
        RowRule(sound.left, tuple(cells)),
        (*texts, *[""] * (len(cells) - len(texts))),
        (*doubts, *[""] * (len(cells) - len(doubts))),
    )


def _is_sound(rule: RowRule) -> bool:
    edges = [rule.left, *(cell.right for cell in rule.cells)]
    return all(left < right for left, right in pairwise(edges))


def grid_of(rows: Sequence[Row]) -> Grid:
    """The grid of a table's rows.

    Raises:
        TooLargeError: More places than any report's table has.
    """
    columns = columns_of_edges([row.edges for row in rows])
    if len(rows) * len(set(columns.values())) > _PLACES_LIMIT:
        raise TooLargeError("文件中的表格过大，不像年度报告的表格。", "请确认选对了文件。")
    done: list[_Anchor] = []
    above: dict[int, _Anchor] = {}
    for line, row in enumerate(rows):
        here: dict[int, _Anchor] = {}
        for anchor, joins in _joined_left(row, line, columns):
            upper = above.get(anchor.column)
            if joins and upper is not None and upper.end == anchor.end:
                upper.row_span += 1
                here[anchor.column] = upper
            else:
                done.append(anchor)
                here[anchor.column] = anchor
        above = here
    return Grid(tuple(anchor.cell() for anchor in done))


def _joined_left(row: Row, line: int, columns: dict[int, int]) -> list[tuple[_Anchor, bool]]:
    """The row's cells after those that carry on their left neighbour went into it."""
    placed: list[tuple[_Anchor, bool]] = []
    left = row.rule.left
    for rule, text, doubt in zip(row.rule.cells, row.texts, row.doubts, strict=True):
        if rule.joins_left and placed:
            placed[-1][0].end = columns[rule.right]
        else:
            anchor = _Anchor(line, columns[left], columns[rule.right], text, doubt)
            placed.append((anchor, rule.joins_above))
        left = rule.right
    return placed


def columns_of_edges(rows: Sequence[Sequence[int]]) -> dict[int, int]:
    """Which grid column each edge begins, of rows given by the edges of their cells.

    Edges that lie near each other are one.
    """
    edges = sorted({edge for row in rows for edge in row})
    for near in _NEAR:
        columns = _clustered(edges, near)
        if not any(_collapses(row, columns) for row in rows):
            return columns
    return _clustered(edges, 0)


def _clustered(edges: Sequence[int], near: int) -> dict[int, int]:
    columns: dict[int, int] = {}
    first = edges[0] if edges else 0
    number = 0
    for edge in edges:
        if edge - first > near:
            first = edge
            number += 1
        columns[edge] = number
    return columns


def _collapses(row: Sequence[int], columns: dict[int, int]) -> bool:
    """Whether a cell of the row would be left without a column."""
    places = [columns[edge] for edge in row]
    return any(left == right for left, right in pairwise(places))
