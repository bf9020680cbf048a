"""Tables whose right columns stand below the left ones, or on the next page, labels repeated.

A sheet too wide for the paper is printed, or typed, in parts: each has the columns of labels
again, and further columns of figures. Such parts are one table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from reviewer.document.composing import Cell, Grid, Item

_FEWEST = 5
"""Both parts have at least this many labels in common, besides what stands above these."""


@dataclass(frozen=True)
class _Part:
    """Cells of some rows, which are counted from the first of them."""

    cells: tuple[Cell, ...]

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return max(cell.row + cell.row_span for cell in self.cells)

    @property
    def columns(self) -> int:
        """How many columns the widest row has."""
        return max(cell.column + cell.column_span for cell in self.cells)

    def head(self, high: int) -> list[tuple[int, int, str]]:
        """What the first rows say, and where."""
        return sorted(
            (cell.row, cell.column, _plain(cell.text)) for cell in self.cells if cell.row < high
        )

    def raised(self, rows: int) -> _Part:
        """With the first row made higher by some rows: another part has more rows of heads."""
        if rows <= 0:
            return self
        return _Part(
            tuple(
                replace(cell, row=cell.row + rows)
                if cell.row
                else replace(cell, row_span=cell.row_span + rows)
                for cell in self.cells
            )
        )


def columns_joined(items: Iterable[Item]) -> Iterator[Item]:
    """The paragraphs and tables, with tables whole whose parts come one after the other."""
    held: Grid | None = None
    for item in items:
        if isinstance(item, Grid):
            here = _whole(item)
            both = _joined(held, here) if held is not None else None
            if held is not None and both is None:
                yield held
            held = both or here
        else:
            if held is not None:
                yield held
            held = None
            yield item
    if held is not None:
        yield held


def _joined(grid: Grid, following: Grid) -> Grid | None:
    """Two tables as one, if the second has the labels of the first and further columns."""
    if grid.sheet != following.sheet or not (grid.cells and following.cells):
        return None
    cells = _beside(_Part(grid.cells), _Part(following.cells))
    return None if cells is None else replace(grid, cells=cells)


def _whole(grid: Grid) -> Grid:
    """A table whose parts stand below each other, put side by side; others as they are."""
    found: list[_Part] = []
    parts = [_Part(cells) for cells in _parted(grid.cells)]
    if len(parts) < 2:
        return grid
    parts = _continued(parts)
    for part in parts:
        pairs = ((at, _beside(one, part)) for at, one in enumerate(found))
        at, cells = next(((at, cells) for at, cells in pairs if cells), (len(found), part.cells))
        found[at : at + 1] = [_Part(cells)]
    if len(found) == len(parts) or len({part.columns for part in found}) > 1:
        return grid
    starts = accumulate((part.rows for part in found), initial=0)
    return replace(
        grid,
        cells=tuple(
            replace(cell, row=cell.row + start)
            for start, part in zip(starts, found, strict=False)
            for cell in part.cells
        ),
    )


def _continued(parts: Sequence[_Part]) -> list[_Part]:
    """The parts, those of one that go on on the next page below the same head joined to it."""
    found: list[_Part] = []
    for part in parts:
        before = found[-1] if found else None
        high = part.cells[0].row_span
        goes_on = before is not None and before.head(high) == part.head(high)
        if before is None or not goes_on or _said(before, 0) == _said(part, 0):
            found.append(part)
        else:
            rest = (one for one in part.cells if one.row >= high)
            down = before.rows - high
            moved = (replace(one, row=one.row + down) for one in rest)
            found[-1] = _Part((*before.cells, *moved))
    return found


def _parted(cells: Sequence[Cell]) -> Iterator[tuple[Cell, ...]]:
    """The rows from each on that begins with the table's first words."""
    firsts = {cell.row: _plain(cell.text) for cell in cells if not cell.column}
    corner = firsts.get(0)
    starts = [row for row, text in sorted(firsts.items()) if text == corner] if corner else [0]
    if len(starts) == 1:
        yield tuple(cells)
        return
    ends = [*starts[1:], max((cell.row for cell in cells), default=0) + 1]
    for start, end in zip(starts, ends, strict=True):
        yield tuple(
            replace(cell, row=cell.row - start) for cell in cells if start <= cell.row < end
        )


def _beside(left: _Part, right: _Part) -> tuple[Cell, ...] | None:
    """The cells of both, the labels once; None if the parts do not belong together."""
    left, right = left.raised(right.rows - left.rows), right.raised(left.rows - right.rows)
    labels = _shared(left, right)
    own, other = (_words(part, labels) for part in (left, right))
    if not 0 < labels < right.columns or not other or 2 * len(own & other) > len(other):
        return None
    told = [cell for cell in left.cells if cell.column < labels and _is_word(cell.text)]
    if len(told) <= _FEWEST:
        return None
    aside = left.columns - labels
    widened = (
        replace(cell, column_span=cell.column_span + right.columns - labels)
        if cell.column < labels < cell.column + cell.column_span
        else cell
        for cell in left.cells
    )
    moved = (replace(one, column=one.column + aside) for one in right.cells if one.column >= labels)
    return (*widened, *moved)


def _shared(left: _Part, right: _Part) -> int:
    """How many columns from the left say the same in both."""
    column = 0
    while column < min(left.columns, right.columns):
        if _said(left, column) != _said(right, column):
            break
        column += 1
    return column


def _said(part: _Part, column: int) -> list[tuple[int, str]]:
    """What a column says, row by row."""
    cells = (cell for cell in part.cells if cell.column == column and cell.text.strip())
    return sorted((cell.row, _plain(cell.text)) for cell in cells)


def _words(part: _Part, labels: int) -> set[str]:
    """The heads of columns behind the labels."""
    return {
        _plain(cell.text) for cell in part.cells if cell.column >= labels and _is_word(cell.text)
    }


def _plain(text: str) -> str:
    return "".join(text.split())


def _is_word(text: str) -> bool:
    return any("\u4e00" <= one <= "\u9fff" for one in text)
