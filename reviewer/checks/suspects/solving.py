"""What would have to change for all equations of a report to hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from reviewer.base import CellId
from reviewer.checks.expression import Figures
from reviewer.checks.model import Outcome
from reviewer.checks.program import Program
from reviewer.checks.suspects.equation_group import equation_group
from reviewer.checks.suspects.exact import Exact, exact, whole
from reviewer.checks.suspects.patterns import line_slips, wrong_lines
from reviewer.checks.suspects.slips import Slip
from reviewer.checks.suspects.system import Changes, Equation, Search, take_all
from reviewer.checks.suspects.table_sums import Hypothesis, TableSums

LARGEST = 6
"""The search gives up beyond sets of this many wrong cells."""

_COMPARABLE = 3
"""A larger set of changes is never as likely as one slip of a line."""


@dataclass(frozen=True, slots=True)
class Solution:
    """Changes that satisfy all equations of a component.

    Attributes:
        changes: Of figures that are printed; empty if the equations hold as they are.
        supplied: Figures that are missing and follow from the others.
        slip: The slip of whole lines that it would be, if it is one.
    """

    changes: Changes
    supplied: Changes
    slip: Slip | None = None


class Component:
    """Equations that share cells, with the figures that a report has for them.

    Attributes:
        equations: Over the changes of printed figures; missing ones are eliminated.
        lacking: The equations that had missing figures, as stated and as solved for these.
    """

    def __init__(
        self,
        program: Program,
        figures: Figures,
        keys: Iterable[str],
        outcomes: Mapping[str, Outcome],
    ) -> None:
        self._form = program.form
        self._group = equation_group(program, tuple(keys))
        cells = self._group.cells
        self._figures = {c: exact(n) for c in cells if (n := figures.get(c)) is not None}
        missing = [cell for cell in cells if cell not in self._figures]
        self._unknown = frozenset(missing)
        self._posed = [
            Equation(
                one.coefficients,
                0 if outcomes[one.key] is Outcome.HOLDS else one.gap(self._figures),
            )
            for one in self._group.sums
        ]
        self.equations, self._given = take_all(self._posed, missing)
        self._gappy = [each for each in self._posed if not self._unknown.isdisjoint(each.cells)]
        self.lacking = [*self._gappy, *(equation for _, equation in self._given)]

    def solutions(self) -> list[Solution]:
        """All sets of changes of the smallest size, and slips of whole lines.

        Where one change mends several equations, slips of whole lines are not looked for; where
        such a slip is found, large sets of changes are not.
        """
        violated = [equation for equation in self.equations if equation.gap]
        if not all(equation.cells for equation in violated):
            return []
        if not violated:
            return list(self._allowed({}))
        search = Search(self.equations)
        found = self._smallest(search, 1)
        if found and len(violated) > 1:
            return found
        slips = self.slips()
        if not found:
            found = self._smallest(search, _COMPARABLE if slips else LARGEST)
        if not found and not slips:
            slips = self._of_lines(wrong_lines(self._table))
        known = {frozenset(slip.changes) for slip in slips}
        return slips + [each for each in found if frozenset(each.changes) not in known]

    def slips(self) -> list[Solution]:
        """Slips of whole lines that would explain all that is wrong."""
        return self._of_lines(line_slips(self._table))

    @cached_property
    def _table(self) -> TableSums:
        return TableSums(self._group, self._posed, self._figures)

    def _smallest(self, search: Search, largest: int) -> list[Solution]:
        """All sets of changes of the smallest size that solves the equations, up to the largest."""
        found: list[Solution] = []
        for size in range(search.fewest(), largest + 1):
            found = [s for changes in search.sets_of(size) for s in self._allowed(changes)]
            if found or search.exhausted:
                break
        return found

    def _of_lines(self, slips: Iterable[tuple[Hypothesis, Changes]]) -> list[Solution]:
        """Slips of whole lines, each repair once; a change of one cell is no such slip."""
        found: dict[frozenset[tuple[CellId, Exact]], Solution] = {}
        for hypothesis, changes in slips:
            solution = self._of_slip(hypothesis, changes)
            key = frozenset(changes.items())
            if len(changes) > 1 and solution is not None:
                kept = found.setdefault(key, solution)
                if hypothesis.slip.weight > (kept.slip or hypothesis.slip).weight:
                    found[key] = solution
        return list(found.values())

    def _of_slip(self, hypothesis: Hypothesis, changes: Changes) -> Solution | None:
        """The solution, if the form allows all the figures that come of it.

        A cell that is empty may get the figure that stands beside it; a figure that stands
        nowhere is missing, and no slip.
        """
        if not self._unknown.isdisjoint(hypothesis.lost):
            return None
        after = {cell: whole(self._figures.get(cell, 0) + n) for cell, n in changes.items()}
        if not all(self._fits(cell, number) for cell, number in after.items()):
            return None
        known = {cell: change for cell, change in changes.items() if cell in self._figures}
        empty = [cell for cell in hypothesis.sources if cell in self._unknown]
        return Solution(known, {cell: after.get(cell, 0) for cell in empty}, hypothesis.slip)

    def _allowed(self, changes: Changes) -> Iterator[Solution]:
        """The solution, if the form allows all the figures that come of it."""
        supplied = dict(self._supplied(changes))
        after = {cell: whole(self._figures[cell] + change) for cell, change in changes.items()}
        fits = all(self._fits(cell, number) for cell, number in (after | supplied).items())
        if fits and all(self._leaves_room(each, changes) for each in self._gappy):
            yield Solution(changes, supplied)

    def _supplied(self, changes: Changes) -> Iterator[tuple[CellId, Exact]]:
        """Missing figures that the equations determine."""
        for cell, equation in self._given:
            if not self._unknown & (equation.cells.keys() - {cell}):
                yield cell, equation.solved_for(cell, changes)

    def _leaves_room(self, equation: Equation, changes: Changes) -> bool:
        """Whether missing figures, none below 0, can make up what an equation lacks."""
        lacking = {cell: by for cell, by in equation.cells.items() if cell in self._unknown}
        if any(self._form.figures[cell][2].signed for cell in lacking):
            return True
        given = sum(by * changes.get(cell, 0) for cell, by in equation.cells.items())
        rest = equation.gap - given
        return not rest or any(by * rest > 0 for by in lacking.values())

    def _fits(self, cell: CellId, figure: Exact) -> bool:
        _, _, column = self._form.figures[cell]
        printed = isinstance(figure, int) or (column.decimals and _terminates(figure))
        return printed and (figure >= 0 or column.signed)


def _terminates(figure: Exact) -> bool:
    """Whether a quotient can be written as a decimal."""
    denominator = figure.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    return denominator == 1
