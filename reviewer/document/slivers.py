"""Tables whose rows part their columns at nearly, not quite, the same places.

A column's edge that was dragged in some rows only makes two edges of one, and a sliver of a
column between them (Word keeps it as a grid column, web pages as a ``colspan`` more). No figure
stands in a sliver; counted as a column it would shift all that follows in its row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Extent = tuple[int, int, int, int]
"""A cell's row and column, and how many of each it covers."""


def columns_of(cells: Sequence[Extent]) -> dict[int, int] | None:
    """For every edge of a cell the column that begins there, slivers not counted.

    A column is as many cells from the left as fit beside each other. Where more of them are
    found than any row has cells, rows are parted differently on purpose; so they are where all
    rows of as many cells are parted alike.

    Returns:
        ``None`` where the grid has no slivers.
    """
    most = _most(cells)
    if max([column + width for _, column, _, width in cells], default=0) <= most:
        return None
    if not _differ(_edges_by_row(cells).values()):
        return None
    columns = _counted(cells)
    return columns if max(columns.values()) == most else None


def _most(cells: Sequence[Extent]) -> int:
    """How many cells the row with most of them has, or is covered by."""
    lengths = [0] * max([row + height for row, _, height, _ in cells], default=1)
    for row, _, height, _ in cells:
        lengths[row] += 1
        if height > 1:
            for covered in range(row + 1, row + height):
                lengths[covered] += 1
    return max(lengths)


def _edges_by_row(cells: Sequence[Extent]) -> dict[int, set[int]]:
    """The left edges of the cells that each row has or is covered by."""
    rows: dict[int, set[int]] = {}
    for row, column, height, _ in cells:
        for covered in range(row, row + height):
            rows.setdefault(covered, set()).add(column)
    return rows


def _differ(rows: Iterable[set[int]]) -> bool:
    """Whether rows of as many cells are parted at different places."""
    alike: dict[int, set[int]] = {}
    return any(alike.setdefault(len(edges), edges) != edges for edges in rows)


def _counted(cells: Sequence[Extent]) -> dict[int, int]:
    """How many cells fit left of each edge."""
    starts: dict[int, set[int]] = {}
    for _, column, _, width in cells:
        starts.setdefault(column, set())
        starts.setdefault(column + width, set()).add(column)
    counts: dict[int, int] = {}
    most = 0
    for edge in sorted(starts):
        most = max([most, *(counts[start] + 1 for start in starts[edge])])
        counts[edge] = most
    return counts
