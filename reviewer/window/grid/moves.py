"""Where the keys lead in a grid: from figure to figure, over merged cells and past heads."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView

from reviewer.base import CellId
from reviewer.forms.layout import Layout, LayoutCell, Role

Move = QAbstractItemView.CursorAction

PAGE = 10
"""How many rows a page key moves."""


class Walk:
    """The figures of a layout in rows, with the way from each to its neighbours."""

    def __init__(self, layout: Layout) -> None:
        rows: dict[int, list[LayoutCell]] = {}
        for cell in layout.cells:
            if cell.role is Role.FIGURE:
                rows.setdefault(cell.row, []).append(cell)
        self.rows = [sorted(rows[row], key=lambda cell: cell.column) for row in sorted(rows)]
        self._places = {
            cell.cell: (y, x) for y, row in enumerate(self.rows) for x, cell in enumerate(row)
        }

    def place(self, cell: CellId | None) -> tuple[int, int] | None:
        """Row and order in the row of a figure, counting figures only."""
        return self._places.get(cell)

    def cell(self, cell: CellId | None) -> LayoutCell | None:
        """A figure in its layout."""
        place = self._places.get(cell)
        return self.rows[place[0]][place[1]] if place is not None else None

    def step(self, cell: CellId | None, move: Move) -> LayoutCell | None:
        """The figure that a key leads to; the first one from nowhere, None at an end for Tab."""
        place = self._places.get(cell)
        if place is None:
            return self.rows[0][0] if self.rows else None
        y, x = place
        if move in {Move.MoveNext, Move.MovePrevious}:
            return self._in_order(y, x, 1 if move == Move.MoveNext else -1)
        if move in {Move.MoveLeft, Move.MoveRight}:
            row = self.rows[y]
            return row[min(max(x + (1 if move == Move.MoveRight else -1), 0), len(row) - 1)]
        if move in {Move.MoveHome, Move.MoveEnd}:
            return self.rows[y][0 if move == Move.MoveHome else -1]
        return self._vertical(y, x, move)

    def corner(self, *, last: bool) -> LayoutCell | None:
        """The first or the last figure of all."""
        if not self.rows:
            return None
        return self.rows[-1][-1] if last else self.rows[0][0]

    def _in_order(self, y: int, x: int, by: int) -> LayoutCell | None:
        figures = [cell for row in self.rows for cell in row]
        place = figures.index(self.rows[y][x]) + by
        return figures[place] if 0 <= place < len(figures) else None

    def _vertical(self, y: int, x: int, move: Move) -> LayoutCell:
        by = {Move.MoveUp: -1, Move.MoveDown: 1, Move.MovePageUp: -PAGE, Move.MovePageDown: PAGE}
        here = self.rows[y][x]
        row = self.rows[min(max(y + by.get(move, 0), 0), len(self.rows) - 1)]
        return max(row, key=lambda cell: (_overlap(here, cell), -abs(cell.column - here.column)))


def _overlap(one: LayoutCell, other: LayoutCell) -> int:
    """Grid columns that two cells share."""
    left = max(one.column, other.column)
    right = min(one.column + one.column_span, other.column + other.column_span)
    return max(right - left, 0)


def line_of(layout: Layout, place: LayoutCell) -> tuple[int, int, int, int]:
    """Top, left, bottom and right of what a click on a head, label or caption selects."""
    if place.role is Role.LABEL:
        bottom = place.row + place.row_span - 1
        return place.row, place.column, bottom, layout.columns - 1
    in_corner = place.column < layout.label_columns and place.row < layout.head_rows
    if in_corner:
        return 0, 0, layout.rows - 1, layout.columns - 1
    left = 0 if place.role is Role.CAPTION else place.column
    right = place.column + place.column_span - 1
    return place.row, left, _block_end(layout, place), right


def _block_end(layout: Layout, place: LayoutCell) -> int:
    """The last row under a head: that before the next caption, or the last of all."""
    captions = [cell.row for cell in layout.cells if cell.role is Role.CAPTION]
    return min((row - 1 for row in captions if row > place.row), default=layout.rows - 1)


def heads_over(layout: Layout, place: LayoutCell) -> frozenset[tuple[int, int]]:
    """Anchors of the innermost label beside a figure and the innermost head over it."""
    labels = [
        cell
        for cell in layout.cells
        if cell.role is Role.LABEL and cell.row <= place.row < cell.row + cell.row_span
    ]
    heads = [
        cell
        for cell in layout.cells
        if cell.role is Role.HEAD
        and cell.row < place.row
        and cell.column <= place.column < cell.column + cell.column_span
    ]
    beside = max(labels, key=lambda cell: cell.column, default=None)
    above = max(heads, key=lambda cell: cell.row, default=None)
    return frozenset((cell.row, cell.column) for cell in (beside, above) if cell is not None)
