"""Weighs the ways to repair equations that share cells against each other."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reviewer.base import CellId, Number
from reviewer.checks.model import Outcome, Suspect
from reviewer.checks.program import Program
from reviewer.checks.suspects.exact import exact, printable
from reviewer.checks.suspects.judging import A_SLIP, Judge, Repair
from reviewer.checks.suspects.slips import (
    MISSING,
    SWAPPED_WITH_TOTAL,
    SWAPPED_WITH_TOTAL_SMALL,
    Proposed,
)
from reviewer.checks.suspects.solving import Component, Solution
from reviewer.checks.suspects.system import Changes, Equation

ANYTHING_ELSE = -6.0
"""For each broken rule: that the reason is one that no repair knows of."""

MISREAD = -1.0
"""The same where most figures of the rules may have been read wrongly."""

MISSING_SCORE = 0.0
"""Of figures that are only missing and follow from others: they are listed last."""

_PAIR = 2

_OF_CELLS = {SWAPPED_WITH_TOTAL, SWAPPED_WITH_TOTAL_SMALL}
"""Slips of a line that already say what happened to each of its cells."""

_LINE_LENGTH = 3
"""Missing figures of one line are proposed together if there are at least this many."""

_Key = frozenset[tuple[CellId, Number]]


class Cases:
    """All that may have happened to the cells of a group of equations.

    A case is one solution, as the repairs of its independent parts.

    Attributes:
        likelihood: That one of the cases happened, or something that none of them knows of.
    """

    def __init__(self, judge: Judge, keys: Sequence[str]) -> None:
        self._judge = judge
        self._component = Component(judge.program, judge.figures, keys, judge.outcomes)
        self._solutions = self._component.solutions()
        self._cases = [case for each in self._solutions if (case := self._case(each))]
        self.likelihood = sum_of([_anything_else(judge, keys), *map(_likelihood, self._cases)])

    def suspects(self, share: float) -> Iterator[Suspect]:
        """Each repair, scored by the probability of the cases that it is part of.

        Args:
            share: The probability that something happened here and not elsewhere in the table.
        """
        repairs: dict[_Key, Repair] = {}
        shares: dict[_Key, float] = {}
        for case in self._cases:
            probability = math.exp(_likelihood(case) - self.likelihood)
            for repair in case:
                key = frozenset(repair.proposed.items())
                repairs.setdefault(key, repair)
                shares[key] = shares.get(key, 0.0) + probability
        for key, repair in repairs.items():
            yield self._judge.suspect(repair, share * shares[key])
        for repair in _of_missing(self._judge, self._solutions):
            yield self._judge.suspect(repair, MISSING_SCORE)

    def _case(self, solution: Solution) -> list[Repair]:
        """The repairs of a solution's independent parts.

        A slip of a line that changes two cells only may be likelier as a slip of these two.
        """
        if solution.slip is not None:
            ways = [line_repair(self._judge, solution)]
            pair = len(solution.changes) == _PAIR and not solution.supplied
            if pair and solution.slip not in _OF_CELLS:
                ways.append(self._judge.repair(_proposed(self._judge, solution.changes, {})))
            known = [repair for repair in ways if repair is not None]
            return [max(known, key=lambda repair: repair.likelihood)] if known else []
        tying = [*self._component.equations, *self._component.lacking]
        parts = (_part(self._judge, part, solution) for part in _parted(solution, tying))
        return [repair for repair in parts if repair is not None]


def line_repair(judge: Judge, solution: Solution) -> Repair | None:
    """A slip of lines as one repair."""
    return judge.repair(_proposed(judge, solution.changes, solution.supplied), solution.slip)


def sum_of(likelihoods: Sequence[float]) -> float:
    """The likelihood that one of several was the case."""
    most = max(likelihoods)
    return most + math.log(sum(math.exp(each - most) for each in likelihoods))


def _anything_else(judge: Judge, keys: Sequence[str]) -> float:
    """How likely it is that none of the repairs is right.

    Where arithmetic chose how to read most of the figures, or they are unsure, what looks like a
    slip may be that choice.
    """
    broken = [key for key in keys if judge.outcomes[key] is Outcome.BROKEN]
    cells = {cell for key in broken for cell in judge.program.equations[key].coefficients}
    unsure = sum(map(judge.doubts.may_be_misread, cells))
    each = MISREAD if 2 * unsure > len(cells) else ANYTHING_ELSE
    return A_SLIP + each * len(broken)


def _likelihood(case: Iterable[Repair]) -> float:
    return sum(repair.likelihood for repair in case)


def _part(judge: Judge, part: Changes, solution: Solution) -> Repair | None:
    """The repair of one part, with the missing figures only if it mends nothing without them."""
    repair = judge.repair(_proposed(judge, part, {}))
    if repair is None and solution.supplied:
        repair = judge.repair(_proposed(judge, part, solution.supplied))
    return repair


def _parted(solution: Solution, tying: Sequence[Equation]) -> list[Changes]:
    """The changes of a solution, split into those that some equation ties together."""
    parts = [{cell} for cell in solution.changes]
    for equation in tying:
        tied = [part for part in parts if not part.isdisjoint(equation.cells)]
        if len(tied) > 1:
            parts = [part for part in parts if part.isdisjoint(equation.cells)]
            parts.append(set[CellId]().union(*tied))
    return [{cell: solution.changes[cell] for cell in part} for part in parts]


def _proposed(judge: Judge, changes: Changes, supplied: Changes) -> Proposed:
    """What should stand in the cells, in the form's order."""
    after = dict(supplied)
    for cell, change in changes.items():
        after[cell] = exact(judge.figures[cell] or 0) + change
    places = judge.program.places
    return {cell: printable(after[cell]) for cell in sorted(after, key=places.__getitem__)}


def _of_missing(judge: Judge, solutions: Iterable[Solution]) -> Iterator[Repair]:
    """Repairs that only fill in missing figures, if every solution gives the same ones."""
    sets = [solution for solution in solutions if solution.slip is None]
    agreed = {
        cell: number
        for solution in sets[:1]
        for cell, number in solution.supplied.items()
        if all(other.supplied.get(cell) == number for other in sets)
    }
    for cells in _by_line(judge.program, agreed):
        supplied = {cell: agreed[cell] for cell in cells}
        repair = judge.repair(_proposed(judge, {}, supplied), MISSING)
        if repair is not None:
            yield repair


def _by_line(program: Program, cells: Mapping[CellId, object]) -> Iterator[list[CellId]]:
    """The cells line by line, the line that holds most of them first; the rest one by one."""
    left = dict.fromkeys(cells)
    while left:
        lines = ([cell for cell in line.cells if cell in left] for line in program.lines)
        longest = max(lines, key=len)
        if len(longest) < _LINE_LENGTH:
            yield from ([cell] for cell in left)
            return
        yield longest
        for cell in longest:
            del left[cell]
