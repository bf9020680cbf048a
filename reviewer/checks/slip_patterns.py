"""Slips of whole rows and columns: left at 0, moved by one cell, changed with the one beside.

They change many cells at once, so that the smallest sets of cells are the wrong place to look.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reviewer.base import CellId
from reviewer.checks.program import Line
from reviewer.checks.slips import (
    COLUMN_ZERO,
    LINE_WRONG,
    ROW_ZERO,
    SHIFTED,
    SWAPPED_COLUMNS,
    SWAPPED_ROWS,
    Slip,
)
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
            yield (COLUMN_ZERO if line.upright else ROW_ZERO), _filled(equations, line)
        elif not line.upright and all(cell in figures for cell in line.cells):
            for cells in (line.cells, line.cells[::-1]):
                yield SHIFTED, _moved_back(equations, cells, figures)
    for kind, upright in ((SWAPPED_ROWS, False), (SWAPPED_COLUMNS, True)):
        for first, second in pairwise([line for line in lines if line.upright == upright]):
            yield kind, _exchanged(equations, first, second, figures)


def wrong_lines(
    equations: Sequence[Equation], lines: Sequence[Line]
) -> Iterator[tuple[Slip, Changes]]:
    """Whole lines that would explain all that is amiss if their figures were others."""
    for line in lines:
        yield LINE_WRONG, _filled(equations, line)


def _filled(equations: Sequence[Equation], line: Line) -> Changes:
    """The changes of a line that mend everything, if there are any; else nothing."""
    cells = set(line.cells)
    if any(equation.gap and cells.isdisjoint(equation.cells) for equation in equations):
        return {}
    rest, taken = take_all(equations, line.cells)
    if any(equation.gap for equation in rest):
        return {}
    return {cell: change for cell, change in changes_of(taken).items() if change}


def _moved_back(
    equations: Sequence[Equation], cells: Sequence[CellId], figures: Mapping[CellId, Exact]
) -> Changes:
    """The changes that give each figure of a row to the cell before it.

    What the last cell should hold is not printed; it follows from the other figures.
    """
    changes = {one: figures[other] - figures[one] for one, other in pairwise(cells)}
    last = cells[-1]
    by = next((equation for equation in equations if last in equation.cells), None)
    if by is None or not any(changes.values()):
        return {}
    changes[last] = by.solved_for(last, changes)
    return _mending(equations, changes)


def _exchanged(
    equations: Sequence[Equation], first: Line, second: Line, figures: Mapping[CellId, Exact]
) -> Changes:
    """The changes that put each of two lines where the other stands."""
    cells = (*first.cells, *second.cells)
    comparable = first.table == second.table and len(first.cells) == len(second.cells)
    if not comparable or not all(cell in figures for cell in cells):
        return {}
    changes: Changes = {}
    for one, other in zip(first.cells, second.cells, strict=True):
        changes[one] = figures[other] - figures[one]
        changes[other] = -changes[one]
    return _mending(equations, changes)


def _mending(equations: Sequence[Equation], changes: Changes) -> Changes:
    """The changes that are not nought, if they mend everything; else nothing."""
    real = {cell: change for cell, change in changes.items() if change}
    mends = all(
        sum(by * real[cell] for cell, by in equation.cells.items() if cell in real) == equation.gap
        for equation in equations
    )
    return real if mends else {}
