"""Linear equations brought into echelon form, exactly, with the equations each row came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from reviewer.base import CellId
from reviewer.checks.expression import Linear

_Key = TypeVar("_Key", bound=str)


@dataclass(frozen=True, slots=True)
class EquationRow:
    """A sum of equations: ``coefficients`` · cells + ``constant`` = 0.

    Attributes:
        sources: How often each equation, by its key, was added.
    """

    coefficients: dict[CellId, Fraction]
    constant: Fraction
    sources: dict[str, Fraction]

    def minus(self, other: EquationRow, times: Fraction) -> EquationRow:
        """This row after another one was taken away so many times."""
        return EquationRow(
            _minus(self.coefficients, other.coefficients, times),
            self.constant - times * other.constant,
            _minus(self.sources, other.sources, times),
        )


def row_of(key: str, form: Linear) -> EquationRow:
    """A linear form as a row that comes from itself."""
    coefficients = {cell: Fraction(by) for cell, by in form.coefficients.items()}
    return EquationRow(coefficients, Fraction(form.constant), {key: Fraction(1)})


class Echelon:
    """Equations none of which follows from the others."""

    def __init__(self) -> None:
        self._rows: dict[CellId, EquationRow] = {}

    @property
    def rank(self) -> int:
        """How many equations there are."""
        return len(self._rows)

    def add(self, row: EquationRow) -> EquationRow:
        """Take an equation in, unless it follows from those taken or contradicts them.

        Returns:
            What is left of it: without coefficients if it was not taken; a constant that is
            not 0 is a contradiction then.
        """
        left = self.reduced(row)
        if left.coefficients:
            pivot = min(left.coefficients)
            for cell, each in self._rows.items():
                if pivot in each.coefficients:
                    self._rows[cell] = each.minus(left, _ratio(each, left, pivot))
            self._rows[pivot] = left
        return left

    def reduced(self, row: EquationRow) -> EquationRow:
        """A row freed of all cells that the equations give."""
        for cell in sorted(self._rows.keys() & row.coefficients.keys()):
            row = row.minus(self._rows[cell], _ratio(row, self._rows[cell], cell))
        return row


def _ratio(row: EquationRow, by: EquationRow, cell: CellId) -> Fraction:
    return row.coefficients.get(cell, Fraction(0)) / by.coefficients[cell]


def _minus(
    some: Mapping[_Key, Fraction], others: Mapping[_Key, Fraction], times: Fraction
) -> dict[_Key, Fraction]:
    result = dict(some)
    for key, by in others.items():
        left = result.get(key, Fraction(0)) - times * by
        if left:
            result[key] = left
        else:
            result.pop(key, None)
    return result
