"""Rows that end before their table does, so that it is not said which columns their cells stand in.

A page or a file may state that a head covers more or fewer columns than there are below it. Then
the cells under it stand beside their heads, on the screen as in the grid; a reader goes by their
order, a program must say that it is not certain.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reviewer.document.slivers import Extent

RAGGED = "表格各行的格数与表头不一致，各数属于哪一列不能确定，请对照原件核对"
"""The doubt (in Chinese) of the cells in such rows."""

_LEAST_CELLS = 3
_LEAST_ROWS = 3
_LEAST_COLUMNS = 5
_MOST_LACKING = 2


def ragged_rows(cells: Sequence[Extent]) -> frozenset[int]:
    """The rows whose cells may belong under other heads than they stand under."""
    ends = _ends(cells)
    width = max(ends, default=0)
    short = {row for row, end in enumerate(ends) if 0 < end < width}
    if not short:
        return frozenset()
    whole = {row for row, end in enumerate(ends) if end == width}
    return frozenset(_under_wider_heads(ends, short, whole) | _unlike_heads(cells, short, whole))


def _ends(cells: Sequence[Extent]) -> list[int]:
    """Where each row ends, the cells that reach into it from above counted."""
    ends = [0] * max([row + height for row, _, height, _ in cells], default=0)
    for row, column, height, width in cells:
        for covered in range(row, row + height):
            ends[covered] = max(ends[covered], column + width)
    return ends


def _under_wider_heads(ends: Sequence[int], short: set[int], whole: set[int]) -> set[int]:
    """The rows below heads that go further than all of them."""
    below = {row for row in short if row > max(whole)}
    likely = [ends[row] for row in below]
    if len(below) < _LEAST_ROWS or min(likely) < _LEAST_COLUMNS:
        return set()
    return below if max(ends) - max(likely) <= _MOST_LACKING else set()


def _unlike_heads(cells: Sequence[Extent], short: set[int], whole: set[int]) -> set[int]:
    """The rows with as many cells as one that goes further, whose figures are parted otherwise.

    Where the last cells are all moved by as much, only a label covers too little.
    """
    begins: dict[int, list[int]] = {}
    for row, column, _, _ in sorted(cells):
        begins.setdefault(row, []).append(column)
    heads = {len(begins[row]): begins[row] for row in sorted(whole) if row in begins}
    return {row for row in short if _parted_otherwise(begins.get(row, []), heads)}


def _parted_otherwise(row: Sequence[int], heads: Mapping[int, Sequence[int]]) -> bool:
    head = heads.get(len(row))
    if head is None or len(row) < _LEAST_CELLS:
        return False
    last = zip(head[-_LEAST_CELLS:], row[-_LEAST_CELLS:], strict=True)
    return len({theirs - own for theirs, own in last}) > 1
