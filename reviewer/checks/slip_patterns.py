"""Slips of whole rows and columns: left at 0, or changed with the one beside.

They change many cells at once, so that the smallest sets of cells are the wrong place to look.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reviewer.base import CellId
from reviewer.checks.program import Line
from reviewer.checks.slips import COLUMN_ZERO, ROW_ZERO, SWAPPED_COLUMNS, SWAPPED_ROWS, Slip
from reviewer.checks.system import Changes, Equation, Exact, changes_of, take_all


def line_slips(
    equations: Sequence[Equation], lines: Sequence[Line], figures: Mapping[CellId, Exact]
) -> Iterator[tuple[Slip, Changes]]:
    """Every slip of a whole line that would explain all that is amiss, with the changes.

    Args:
        equations: Over changes, missing figures taken out.
        lines: Rows and columns, neighbours one after the other.
        figures: What stands in each cell.
    """
    for line in lines:
        if all(figures.get(cell) == 0 for cell in line.cells):
            changes = _filled(equations, line)
            if len(changes) > 1:
                yield (COLUMN_ZERO if line.upright else ROW_ZERO), changes
    for kind, upright in ((SWAPPED_ROWS, False), (SWAPPED_COLUMNS, True)):
        for first, second in pairwise([line for line in lines if line.upright == upright]):
            changes = _exchanged(first, second, figures)
            if len(changes) > 2 and _satisfied(equations, changes):
                yield kind, changes


def _filled(equations: Sequence[Equation], line: Line) -> Changes:
    """What a line left at 0 should hold, if that mends everything; else nothing."""
    cells = set(line.cells)
    if any(equation.gap and cells.isdisjoint(equation.cells) for equation in equations):
        return {}
    rest, taken = take_all(equations, line.cells)
    if any(equation.gap for equation in rest):
        return {}
    return {cell: change for cell, change in changes_of(taken).items() if change}


def _exchanged(first: Line, second: Line, figures: Mapping[CellId, Exact]) -> Changes:
    """The changes that put each of two lines where the other stands."""
    cells = (*first.cells, *second.cells)
    comparable = first.table == second.table and len(first.cells) == len(second.cells)
    if not comparable or not all(cell in figures for cell in cells):
        return {}
    changes: Changes = {}
    for one, other in zip(first.cells, second.cells, strict=True):
        if gap := figures[other] - figures[one]:
            changes[one], changes[other] = gap, -gap
    return changes


def _satisfied(equations: Sequence[Equation], changes: Changes) -> bool:
    return all(
        sum(by * changes[cell] for cell, by in equation.cells.items() if cell in changes)
        == equation.gap
        for equation in equations
    )
