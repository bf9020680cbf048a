"""Which slips would have to have happened for a repair to be right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from reviewer.base import CellId, Number
from reviewer.checks.expression import Figures
from reviewer.checks.model import Outcome
from reviewer.checks.program import Program
from reviewer.checks.suspects.slips import (
    MISSING,
    RESPLIT,
    RUN_OVER,
    SHIFTED,
    SWAPPED,
    SWAPPED_BESIDE,
    SWAPPED_SMALL,
    Proposed,
    Slip,
    in_run,
    run_over,
    slip,
    with_total,
)
from reviewer.checks.suspects.text_order import TextOrder
from reviewer.forms.report import Report

_PAIR = 2

_TELLING = 10
"""Two figures that differ by this much or more do not look exchanged by chance."""


class Classifier:
    """Tells the slips that turn the figures proposed into those that a report prints."""

    def __init__(
        self,
        report: Report,
        program: Program,
        figures: Figures,
        outcomes: Mapping[str, Outcome],
        order: TextOrder,
    ) -> None:
        self._report = report
        self._program = program
        self._figures = figures
        self._outcomes = outcomes
        self._order = order

    def slips_of(self, proposed: Proposed) -> list[Slip]:
        """One slip that spoils several cells at once if there is such, else one for each cell."""
        if len(proposed) > 1 and (one := self._in_run(proposed)):
            return [one]
        if len(proposed) == _PAIR and (both := self._of_two(proposed)):
            return [both]
        return [self._slip_in(cell, number) for cell, number in proposed.items()]

    def is_guess(self, proposed: Proposed, slips: Sequence[Slip]) -> bool:
        """Whether several wrong cells may look like one slip by chance.

        Two figures in one run of digits may, if other runs could be split otherwise as well.
        """
        if slips == [SWAPPED_SMALL]:
            return True
        run = self._order.run_with(next(iter(proposed)))
        if len(proposed) != _PAIR or slips[0] in {RESPLIT, SHIFTED} or proposed.keys() - set(run):
            return False
        watching = {i.key for cell in proposed for i in self._program.watching[cell]}
        broken = (self._program.equations[key] for key in watching & self._broken)
        beside = {cell for each in broken for cell in each.coefficients} - set(run)
        return any(self._report.by_cell[cell].candidates for cell in beside)

    @cached_property
    def _broken(self) -> set[str]:
        """Keys of the equations that do not hold."""
        return {key for key in self._program.equations if self._outcomes[key] is Outcome.BROKEN}

    def _in_run(self, proposed: Proposed) -> Slip | None:
        """The one slip within digits that have no separators, if all cells are among these."""
        run = self._order.run_with(next(iter(proposed)))
        if not proposed.keys() <= set(run):
            return None
        was = [self._figures[cell] for cell in run]
        return in_run(was, [proposed.get(cell, self._figures[cell]) for cell in run])

    def _slip_in(self, cell: CellId, proposed: Number) -> Slip:
        printed = self._figures[cell]
        if printed is None:
            return MISSING
        beside = self._program.beside.get(cell, frozenset())
        around = [number for other in beside if (number := self._figures[other]) is not None]
        return slip(printed, proposed, frozenset(around))

    def _of_two(self, proposed: Proposed) -> Slip | None:
        """The one slip that spoils two cells at once, if there is such."""
        first, second = proposed
        was, should = (self._figures[first], self._figures[second]), tuple(proposed.values())
        beside = second in self._program.beside.get(first, ())
        beside = beside or self._order.beside(first, second)
        if should == was[::-1]:
            return SWAPPED_BESIDE if beside else self._swapped_apart(first, second)
        if beside and run_over(was, should):
            return RUN_OVER
        part = self._part_of_sum(first, second)
        change = should[0] - (was[0] or 0)
        if part is None or None in was or change != should[1] - (was[1] or 0):
            return None
        return with_total(self._slip_in(part, proposed[part]), change)

    def _swapped_apart(self, first: CellId, second: CellId) -> Slip:
        """Two figures exchanged that do not stand side by side.

        Two small mistakes may look the same, unless the cells are a total and its part.
        """
        one, other = self._figures[first] or 0, self._figures[second] or 0
        if -_TELLING < one - other < _TELLING and self._part_of_sum(first, second) is None:
            return SWAPPED_SMALL
        return SWAPPED

    def _part_of_sum(self, first: CellId, second: CellId) -> CellId | None:
        """Which of two cells is a part of a sum whose total is the other one."""
        for instance in self._program.watching[first]:
            equation = self._program.equations.get(instance.key)
            if equation is not None and second in equation.coefficients:
                for part, total in ((first, second), (second, first)):
                    sign = equation.coefficients[total] > 0
                    same = [by for by in equation.coefficients.values() if (by > 0) == sign]
                    if len(same) == 1:
                        return part
        return None
