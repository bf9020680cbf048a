"""A table's figures with their equations, on which slips of many cells can be tried.

Such a slip is a hypothesis: which cell's figure belongs in which other cell, and which figures
are lost. Those lost are worked out from the equations, and in the end all of these must hold.
A cell that is blank or missing counts as 0 here, since that is what slips leave behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from reviewer.base import CellId
from reviewer.checks.suspects.equation_group import Cells, EquationGroup
from reviewer.checks.suspects.exact import Exact, ratio
from reviewer.checks.suspects.slips import Slip
from reviewer.checks.suspects.system import Changes, Equation


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What may have happened to a table.

    Attributes:
        slip: What it would be called, and how likely it is.
        sources: For each cell that was spoilt the cell where its figure stands now.
        lost: Cells whose figures now stand nowhere.
    """

    slip: Slip
    sources: Mapping[CellId, CellId]
    lost: Cells = ()


class TableSums:
    """Equations over the changes of a table's figures, and the lines of the table.

    Attributes:
        rows: Its rows, from top to bottom.
        columns: Its columns, from left to right; none for tables that are no matrix.
    """

    def __init__(
        self, group: EquationGroup, equations: Sequence[Equation], figures: Mapping[CellId, Exact]
    ) -> None:
        self.rows = group.rows
        self.columns = group.columns
        self._group = group
        self._figures = figures
        self._equations = equations
        self._at = group.at
        self._amiss = sum(1 << place for place, each in enumerate(equations) if each.gap)
        self._broken = [each for each in equations if each.gap]

    def figure(self, cell: CellId) -> Exact:
        """What stands in a cell; 0 if nothing does."""
        return self._figures.get(cell, 0)

    def alike(self, first: Cells, second: Cells) -> bool:
        """Whether two lines hold the same figures."""
        pairs = zip(first, second, strict=True)
        return not any(self.figure(one) != self.figure(other) for one, other in pairs)

    @property
    def gaps(self) -> Exact:
        """By how much all sums together are off."""
        return sum(max(equation.gap, -equation.gap) for equation in self._equations)

    @property
    def amiss(self) -> int:
        """How many sums do not hold."""
        return len(self._broken)

    def holds(self, cells: Cells) -> bool:
        """Whether the sums that the first of the cells is in hold."""
        return not self._amiss & self._group.mask(cells[:1])

    @property
    def first_part(self) -> int:
        """The first row that the longest sum of the first column adds up."""
        return self._group.first_part

    def empty(self, cells: Iterable[CellId]) -> bool:
        """Whether no cell holds anything but 0."""
        return not any(self._figures.get(cell, 0) for cell in cells)

    def reach(self, *lines: Cells) -> bool:
        """Whether every equation that does not hold contains one of the cells."""
        left = self._amiss
        for line in lines:
            left &= ~self._group.mask(line)
        return not left

    def keep(self, lines: Iterable[Cells]) -> bool:
        """Whether the equations within single lines hold: those over cells of one line only."""
        return not any(
            equation.gap and equation.cells.keys() <= set(line)
            for line in lines
            for equation in (self._equations[place] for place, _ in self._at.get(line[0], ()))
        )

    def exchangeable(self, lines: Sequence[Cells]) -> Iterator[tuple[int, int]]:
        """Indices of two lines whose exchange may mend the sums that do not hold.

        Most pairs fail at the first such sum, so that nothing else of them has to be worked out.
        """
        if not self._broken:
            return
        first = self._broken[0]
        by = first.cells
        met = [
            at
            for at, cells in enumerate(zip(*lines, strict=True))
            if any(map(by.__contains__, cells))
        ]
        weighed = [[(by.get(line[at], 0), self.figure(line[at])) for at in met] for line in lines]
        for one, other in combinations(range(len(lines)), 2):
            mended: Exact = 0
            for (by_one, here), (by_other, there) in zip(weighed[one], weighed[other], strict=True):
                mended += (by_one - by_other) * (there - here)
            if mended == first.gap and self.reach(lines[one], lines[other]):
                yield one, other

    def changes(self, hypothesis: Hypothesis) -> Changes:
        """What would have to change if it were so; empty if that does not mend everything."""
        figures, sources = self._figures, hypothesis.sources
        lost = frozenset(hypothesis.lost)
        if any(lost.isdisjoint(one.cells) and self._left(one, sources) for one in self._telling):
            return {}
        changes: Changes = {
            cell: change
            for cell, source in sources.items()
            if (change := figures.get(source, 0) - figures.get(cell, 0))
        }
        if not (changes or hypothesis.lost):
            return {}
        gaps = self._gaps_after(changes)
        for cell in hypothesis.lost:
            recovered = self._recovered(cell, lost, gaps)
            if recovered is None:
                return {}
            if recovered:
                changes[cell] = recovered
                for place, by in self._at[cell]:
                    gaps[place] -= by * recovered
        return {} if any(gaps) else changes

    @cached_property
    def _telling(self) -> list[Equation]:
        """Equations by which most hypotheses that mend nothing are cheaply ruled out."""
        for column in map(set, self.columns):
            if self._broken and self._broken[0].cells.keys() <= column:
                held = (one for one in self._equations if one.cells.keys() <= column)
                return self._broken + [one for one in held if not one.gap]
        return self._broken

    def _left(self, equation: Equation, sources: Mapping[CellId, CellId]) -> Exact:
        """The gap that an equation has after figures were moved."""
        left, figures = equation.gap, self._figures
        for cell, by in equation.cells.items():
            source = sources.get(cell)
            if source is not None:
                left -= by * (figures.get(source, 0) - figures.get(cell, 0))
        return left

    def _gaps_after(self, changes: Changes) -> list[Exact]:
        gaps = [equation.gap for equation in self._equations]
        for cell, change in changes.items():
            for place, by in self._at.get(cell, ()):
                gaps[place] -= by * change
        return gaps

    def _recovered(
        self, cell: CellId, lost: frozenset[CellId], gaps: Sequence[Exact]
    ) -> Exact | None:
        """The change of a lost figure, by an equation that contains no other lost one."""
        for place, by in self._at.get(cell, ()):
            if len(lost) == 1 or lost.isdisjoint(self._equations[place].cells.keys() - {cell}):
                return ratio(gaps[place], by)
        return None
