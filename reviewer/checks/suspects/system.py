"""Equations over changes of figures, and the smallest sets of changes that satisfy them all.

Each equation says what the changes of its cells must add up to. A cell is *taken* by solving one
equation for it and substituting the result in the others, which leaves fewer equations over the
other cells. As soon as none of them has a gap, the cells taken are a solution. Missing cells are
taken first, since their change costs nothing. All arithmetic is exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewer.base import CellId
from reviewer.checks.suspects.exact import Exact, ratio

Changes = dict[CellId, Exact]

MOST_NODES = 1000
"""Steps after which a search gives up: this bounds the time spent on hopeless tables."""


@dataclass(frozen=True, slots=True)
class Equation:
    """The changes of ``cells``, times their coefficients, must add up to ``gap``."""

    cells: Mapping[CellId, Exact]
    gap: Exact

    def without(self, other: Equation, cell: CellId) -> Equation:
        """This equation after ``other`` was solved for a cell of it."""
        factor = ratio(self.cells[cell], other.cells[cell])
        cells = dict(self.cells)
        for key, by in other.cells.items():
            left = cells.get(key, 0) - factor * by
            if left:
                cells[key] = left
            else:
                cells.pop(key, None)
        return Equation(cells, self.gap - factor * other.gap)

    def solved_for(self, cell: CellId, changes: Mapping[CellId, Exact]) -> Exact:
        """The change of a cell, given those of others, which are 0 if not given."""
        rest = sum(by * changes.get(key, 0) for key, by in self.cells.items() if key != cell)
        return ratio(self.gap - rest, self.cells[cell])


Taken = tuple[tuple[CellId, Equation], ...]
"""Cells solved for, each with the equation that gives it, in the order of taking."""


def take(equations: Sequence[Equation], cell: CellId, by: Equation) -> list[Equation]:
    """The other equations after ``by`` was solved for a cell."""
    return [
        equation.without(by, cell) if cell in equation.cells else equation
        for equation in equations
        if equation is not by
    ]


def changes_of(taken: Taken) -> Changes:
    """The changes of the cells taken, once no equation has a gap left."""
    changes: Changes = {}
    for cell, equation in reversed(taken):
        changes[cell] = equation.solved_for(cell, changes)
    return changes


def take_all(
    equations: Sequence[Equation], cells: Iterable[CellId]
) -> tuple[list[Equation], Taken]:
    """Take cells in turn, as far as the equations determine them.

    The equation that gives a cell does not contain the other cells that are given; those of
    ``cells`` that are left in it are not determined.
    """
    rest, taken = list(equations), list[tuple[CellId, Equation]]()
    for cell in cells:
        holding = [equation for equation in rest if cell in equation.cells]
        if holding:
            by = min(holding, key=lambda equation: len(equation.cells))
            rest = take(rest, cell, by)
            taken = [
                (other, given.without(by, cell) if cell in given.cells else given)
                for other, given in taken
            ]
            taken.append((cell, by))
    return rest, tuple(taken)


class Search:
    """All sets of a given size whose change satisfies the equations."""

    def __init__(self, equations: Sequence[Equation]) -> None:
        self._equations = equations
        self._nodes = 0

    @property
    def exhausted(self) -> bool:
        """Whether the search gave up."""
        return self._nodes > MOST_NODES

    def fewest(self) -> int:
        """How many cells have to change at least."""
        violated = [equation for equation in self._equations if equation.gap]
        return len(_apart(violated, frozenset()))

    def sets_of(self, size: int) -> Iterator[Changes]:
        """Each set of that many cells, none of which could be left out, once."""
        for taken in self._sets(self._equations, size, frozenset(), ()):
            changes = changes_of(taken)
            if len(changes) == size and all(changes.values()):
                yield changes

    def _sets(
        self, equations: Sequence[Equation], size: int, barred: frozenset[CellId], taken: Taken
    ) -> Iterator[Taken]:
        self._nodes += 1
        violated = [equation for equation in equations if equation.gap]
        if not violated:
            yield taken
            return
        apart = _apart(violated, barred)
        if self.exhausted or len(apart) > size:
            return
        if len(apart) == size and not all(_reachable(each, apart, barred) for each in violated):
            return
        chosen = min(violated, key=lambda equation: len(equation.cells))
        candidates = [cell for cell in chosen.cells if cell not in barred]
        if size == 1:
            kept = [equation for equation in equations if not equation.gap]
            for cell in candidates:
                if _mends(violated, cell, chosen) and not any(cell in each.cells for each in kept):
                    self._nodes += 1
                    yield (*taken, (cell, chosen))
            return
        for cell in candidates:
            rest = take(equations, cell, chosen)
            yield from self._sets(rest, size - 1, barred, (*taken, (cell, chosen)))
            barred |= {cell}


def _mends(violated: Iterable[Equation], cell: CellId, chosen: Equation) -> bool:
    """Whether the change of a cell that satisfies ``chosen`` satisfies all that are violated."""
    by = chosen.cells[cell]
    return all(each.gap * by == each.cells.get(cell, 0) * chosen.gap for each in violated)


def _apart(violated: Iterable[Equation], barred: frozenset[CellId]) -> list[Equation]:
    """Violated equations that share no cell: each of them needs a change of its own.

    They are collected from the shortest on (rows) and from the longest on (columns); the larger
    collection counts.
    """
    by_length = sorted(violated, key=lambda equation: len(equation.cells))
    return max(_disjoint(by_length, barred), _disjoint(reversed(by_length), barred), key=len)


def _disjoint(equations: Iterable[Equation], barred: frozenset[CellId]) -> list[Equation]:
    used: set[CellId] = set()
    apart = []
    for equation in equations:
        cells = equation.cells.keys() - barred
        if used.isdisjoint(cells):
            used |= cells
            apart.append(equation)
    return apart


def _reachable(equation: Equation, apart: Iterable[Equation], barred: frozenset[CellId]) -> bool:
    """Whether an equation can be satisfied by one change in each of those that share no cell.

    Such a change must satisfy the equation that it is in by itself, so its size is known.
    """
    sums: set[Exact] = {0}
    for other in apart:
        shared = (equation.cells.keys() & other.cells.keys()) - barred
        offers = {equation.cells[c] * ratio(other.gap, other.cells[c]) for c in shared}
        sums |= {total + offer for total in sums for offer in offers}
    return equation.gap in sums
