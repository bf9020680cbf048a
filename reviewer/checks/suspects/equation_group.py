"""Equations that share cells, with what holds of them in every report of a form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reviewer.base import CellId
from reviewer.checks.program import Line, Program
from reviewer.checks.suspects.exact import Exact, exact

Cells = tuple[CellId, ...]

_GROUPS = 64
"""How many groups are kept: those of all forms, for a few sets of rules."""


@dataclass(frozen=True, slots=True)
class FigureSum:
    """An equation: ``coefficients`` · cells + ``constant`` = 0."""

    key: str
    coefficients: Mapping[CellId, Exact]
    constant: Exact

    def gap(self, figures: Mapping[CellId, Exact]) -> Exact:
        """What the changes of figures must add up to; a missing figure changes from 0."""
        total = self.constant
        for cell, by in self.coefficients.items():
            total += by * figures.get(cell, 0)
        return -total


class EquationGroup:
    """Equations, their cells, and the lines of the table that lie within these.

    Attributes:
        sums: The equations, in the order of their keys.
        cells: Every cell of them once.
        rows: Rows of the table, from top to bottom.
        columns: Its columns, from left to right; none for tables that are no matrix.
        at: For each cell the indices of the equations that it is in, with its coefficients there.
    """

    def __init__(self, program: Program, keys: Iterable[str]) -> None:
        self.sums = [_sum(program, key) for key in keys]
        self.cells: Cells = tuple(dict.fromkeys(c for one in self.sums for c in one.coefficients))
        within = set(self.cells)
        lines: list[Line] = [line for line in program.lines if within.issuperset(line.cells)]
        self.rows = [line.cells for line in lines if not line.upright]
        self.columns = [line.cells for line in lines if line.upright]
        self.at: dict[CellId, list[tuple[int, Exact]]] = {}
        for place, each in enumerate(self.sums):
            for cell, by in each.coefficients.items():
                self.at.setdefault(cell, []).append((place, by))
        self._masks: dict[Cells, int] = {}

    def mask(self, cells: Cells) -> int:
        """The equations that any of the cells is in, as one bit each."""
        mask = self._masks.get(cells)
        if mask is None:
            mask = 0
            for cell in cells:
                for place, _ in self.at.get(cell, ()):
                    mask |= 1 << place
            self._masks[cells] = mask
        return mask

    @cached_property
    def first_part(self) -> int:
        """The first row that the longest sum of the first column adds up."""
        upright = self.columns[0]
        longest = max(self.sums, key=lambda each: len(each.coefficients.keys() & set(upright)))
        return min(upright.index(cell) for cell in longest.coefficients if cell in upright)


@lru_cache(maxsize=_GROUPS)
def equation_group(program: Program, keys: tuple[str, ...]) -> EquationGroup:
    """The group of some of a program's equations."""
    return EquationGroup(program, keys)


def _sum(program: Program, key: str) -> FigureSum:
    equation = program.equations[key]
    coefficients = {cell: exact(by) for cell, by in equation.coefficients.items()}
    return FigureSum(key, coefficients, exact(equation.constant))
