"""Whether an inequality follows from equations, other inequalities, and figures not negative.

It does if it is a sum of these: each is added so often that a coefficient which keeps the rest
from being at least 0 goes away. Only short sums are looked for, which is what people write.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from reviewer.base import CellId
from reviewer.checks.expression import Comparison, linear

_DEEPEST = 3
"""At most this many of the others are added up."""

_UPWARDS = {"≥": 1, ">": 1, "≤": -1, "<": -1}


@dataclass(frozen=True, slots=True)
class AtLeast:
    """``coefficients`` · cells + ``constant`` ≥ 0, or > 0 if strict; = 0 if it is an equation."""

    coefficients: Mapping[CellId, Fraction]
    constant: Fraction
    source: str
    strict: bool = False
    equation: bool = False

    def minus(self, other: AtLeast, times: Fraction) -> AtLeast:
        """This one after another was taken away so many times."""
        left = dict(self.coefficients)
        for cell, by in other.coefficients.items():
            left[cell] = left.get(cell, Fraction(0)) - times * by
        kept = {cell: by for cell, by in left.items() if by}
        strict = self.strict and not other.strict
        return AtLeast(kept, self.constant - times * other.constant, self.source, strict)


def at_least(key: str, formula: Comparison) -> AtLeast | None:
    """A comparison as an inequality, or as an equation; None for ≠."""
    form = linear(formula)
    sign = _UPWARDS.get(formula.relation, 1 if formula.relation == "＝" else 0)
    if not sign:
        return None
    return AtLeast(
        {cell: sign * Fraction(by) for cell, by in form.coefficients.items()},
        sign * Fraction(form.constant),
        key,
        strict=formula.relation in "<>",
        equation=formula.relation == "＝",
    )


def follows(
    one: AtLeast, others: Iterable[AtLeast], signed: Callable[[CellId], bool]
) -> tuple[str, ...] | None:
    """The sources of a few others that an inequality is a sum of; None if none was found.

    Args:
        one: The inequality.
        others: What holds besides.
        signed: Whether a cell may be negative.
    """
    by_cell: dict[CellId, list[AtLeast]] = {}
    for other in others:
        for cell in other.coefficients:
            by_cell.setdefault(cell, []).append(other)

    def search(left: AtLeast, used: tuple[str, ...]) -> tuple[str, ...] | None:
        open_ = [c for c, by in left.coefficients.items() if by < 0 or signed(c)]
        if not open_:
            met = left.constant > 0 if left.strict else left.constant >= 0
            return used if met else None
        if len(used) == _DEEPEST:
            return None
        cell = min(open_, key=lambda each: (len(by_cell.get(each, ())), each))
        for other in by_cell.get(cell, ()):
            times = left.coefficients[cell] / other.coefficients[cell]
            if other.source not in used and (times > 0 or other.equation):
                found = search(left.minus(other, times), (*used, other.source))
                if found is not None:
                    return found
        return None

    return search(one, ())
