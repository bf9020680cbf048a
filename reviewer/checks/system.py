"""Equations over changes of figures, and the smallest sets of changes that satisfy them all.

Each equation says what the changes of its cells must add up to. A cell is *taken* by solving one
equation for it and putting the result into the others, which leaves fewer equations over the
other cells; when nothing is left to make good, the cells taken are a solution. Missing cells are
taken beforehand, since their change costs nothing. All arithmetic is exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reviewer.base import CellId

Exact = int | Fraction
Changes = dict[CellId, Exact]

MOST_NODES = 3000
"""Steps of a search before it gives up: bounds the time on hopeless tables."""


@dataclass(frozen=True, slots=True)
class Equation:
    """The changes of ``cells``, times their coefficients, must add up to ``gap``."""

    cells: Mapping[CellId, Exact]
    gap: Exact

    def without(self, other: Equation, cell: CellId) -> Equation:
        """This equation after ``other`` was solved for a cell of it."""
        factor = _ratio(self.cells[cell], other.cells[cell])
        cells = dict(self.cells)
        for key, by in other.cells.items():
            left = cells.get(key, 0) - factor * by
            if left:
                cells[key] = left
            else:
                cells.pop(key, None)
        return Equation(cells, self.gap - factor * other.gap)

    def solved_for(self, cell: CellId, changes: Mapping[CellId, Exact]) -> Exact:
        """The change of a cell, given those of others (0 if not given)."""
        rest = sum(by * changes.get(key, 0) for key, by in self.cells.items() if key != cell)
        return _ratio(self.gap - rest, self.cells[cell])


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
    """The changes of the cells taken, when nothing is left to make good."""
    changes: Changes = {}
    for cell, equation in reversed(taken):
        changes[cell] = equation.solved_for(cell, changes)
    return changes


def take_all(
    equations: Sequence[Equation], cells: Iterable[CellId]
) -> tuple[list[Equation], Taken]:
    """Take cells in turn, as far as the equations determine them.

    Every equation that gives a cell has been freed of the other cells that are given, so that
    what is left in it of ``cells`` is not determined.
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
        """So many cells at least have to change."""
        return _packed([equation for equation in self._equations if equation.gap], frozenset())

    def sets_of(self, size: int) -> Iterator[Changes]:
        """Sets of that many cells, none of which could be left out; each comes once."""
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
        if self.exhausted or _packed(violated, barred) > size:
            return
        chosen = min(violated, key=lambda equation: len(equation.cells))
        candidates = [cell for cell in chosen.cells if cell not in barred]
        if size == 1:
            yield from (
                (*taken, (cell, chosen))
                for cell in candidates
                if _mends_all(equations, cell, chosen)
            )
            return
        for cell in candidates:
            rest = take(equations, cell, chosen)
            yield from self._sets(rest, size - 1, barred, (*taken, (cell, chosen)))
            barred |= {cell}


def _mends_all(equations: Iterable[Equation], cell: CellId, chosen: Equation) -> bool:
    """Whether the change of one cell that mends ``chosen`` satisfies all equations."""
    by = chosen.cells[cell]
    return all(
        equation.gap * by == equation.cells.get(cell, 0) * chosen.gap for equation in equations
    )


def _packed(violated: Iterable[Equation], barred: frozenset[CellId]) -> int:
    """How many violated equations share no cell: each needs a change of its own."""
    used: set[CellId] = set()
    count = 0
    for equation in sorted(violated, key=lambda equation: len(equation.cells)):
        cells = equation.cells.keys() - barred
        if used.isdisjoint(cells):
            used |= cells
            count += 1
    return count


def _ratio(over: Exact, under: Exact) -> Exact:
    """An exact quotient, whole where it is whole (most coefficients are 1 and -1)."""
    if under == 1:
        return over
    if under == -1:
        return -over
    quotient = Fraction(over) / Fraction(under)
    return quotient.numerator if quotient.denominator == 1 else quotient
