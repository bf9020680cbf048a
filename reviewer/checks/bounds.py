"""What can be said of an expression before any figure is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from operator import ge, gt, le, lt, ne

from reviewer.base import CellId
from reviewer.checks.elimination import EquationRow
from reviewer.checks.expression import IFF, Comparison, Formula, linear
from reviewer.forms.model import Form

_HOLDS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "≤": le,
    "<": lt,
    "≥": ge,
    ">": gt,
    "≠": ne,
}
_SAME_SIDE = {"≤": "≤<", "<": "≤<", "≥": "≥>", ">": "≥>", "≠": "≠"}
_OPPOSITE = {"＝": "≠", "≠": "＝", "≤": ">", "<": "≥", "≥": "<", ">": "≤"}
_MIRRORED = {"≤": "≥", "≥": "≤", "<": ">", ">": "<"}

Direction = tuple[tuple[CellId, Fraction], ...]


@dataclass(frozen=True, slots=True)
class Limit:
    """The figures that a sum may have: those in ``relation`` (``＝`` is none here) to ``bound``."""

    relation: str
    bound: Fraction

    @property
    def allows_nought(self) -> bool:
        """Whether 0 is among them."""
        return self._has(Fraction(0))

    def within(self, other: Limit) -> bool:
        """Whether every figure allowed here is allowed there."""
        if self == other:
            return True
        if other.relation == "≠":
            return not self._has(other.bound)
        if self.relation not in _SAME_SIDE[other.relation]:
            return False
        if self.bound == other.bound:
            return other.relation in "≤≥" or self.relation in "<>"
        return (self.bound < other.bound) == (other.relation in "≤<")

    def excludes(self, other: Limit) -> bool:
        """Whether no figure is allowed by both."""
        if "≠" in {self.relation, other.relation}:
            return False
        if self.relation in _SAME_SIDE[other.relation]:
            return False
        low, high = (self, other) if self.relation in "≥>" else (other, self)
        if low.bound == high.bound:
            return {low.relation, high.relation} != {"≥", "≤"}
        return low.bound > high.bound

    def _has(self, figure: Fraction) -> bool:
        return _HOLDS[self.relation](figure, self.bound)


def limit_of(row: EquationRow, relation: str) -> tuple[Direction, Limit]:
    """A row in ``relation`` to 0, as a limit on a sum whose first coefficient is 1."""
    if not row.coefficients:
        return (), Limit(relation, -row.constant)
    cells = sorted(row.coefficients)
    first = row.coefficients[cells[0]]
    direction = tuple((cell, row.coefficients[cell] / first) for cell in cells)
    turned = _MIRRORED.get(relation, relation) if first < 0 else relation
    return direction, Limit(turned, -row.constant / first)


def never(formula: Formula, form: Form) -> bool:
    """Whether it holds for no figures at all that the form allows (none negative)."""
    if isinstance(formula, Comparison):
        return _Range(formula, form).never(formula.relation)
    if formula.relation == IFF:
        return (never(formula.left, form) and always(formula.right, form)) or (
            always(formula.left, form) and never(formula.right, form)
        )
    return always(formula.left, form) and never(formula.right, form)


def always(formula: Formula, form: Form, *, negative: bool = False) -> bool:
    """Whether it holds for all figures that the form allows; for negative ones too, if said."""
    if isinstance(formula, Comparison):
        return _Range(formula, form, negative=negative).always(formula.relation)
    if formula.relation == IFF:
        both = [always(side, form, negative=negative) for side in (formula.left, formula.right)]
        none = [never(side, form) and not negative for side in (formula.left, formula.right)]
        return all(both) or all(none)
    return always(formula.right, form, negative=negative) or (
        never(formula.left, form) and not negative
    )


class _Range:
    """The least and the greatest that left side less right side can be; None for no bound."""

    def __init__(self, formula: Comparison, form: Form, *, negative: bool = False) -> None:
        sums = linear(formula)
        signed = {cell for cell in sums.coefficients if negative or form.figures[cell][2].signed}
        falling = any(by < 0 or cell in signed for cell, by in sums.coefficients.items())
        rising = any(by > 0 or cell in signed for cell, by in sums.coefficients.items())
        constant = Fraction(sums.constant)
        self._least = None if falling else constant
        self._most = None if rising else constant

    def never(self, relation: str) -> bool:
        low, high = self._least, self._most
        over = low is not None and low > 0
        under = high is not None and high < 0
        at_least = low is not None and low >= 0
        at_most = high is not None and high <= 0
        return {
            "＝": over or under,
            "≠": low == high == 0,
            "≤": over,
            "<": at_least,
            "≥": under,
            ">": at_most,
        }[relation]

    def always(self, relation: str) -> bool:
        return self.never(_OPPOSITE[relation])
