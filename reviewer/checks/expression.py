"""The small language of the rules: its tree, and what a tree is worth on given figures.

A formula compares two sums (``a + b = c``), or ties two comparisons together (``a = 0 iff
b = 0``). Sums are made of cells (``requests.new.{c}``), whole or decimal numbers, sums over a
group (``sum(requests.{details}.{c})``), and multiples (``3 * a``). A name in braces stands for
one row or column of a rule that is run on each, or for all of a group inside ``sum()``. Text
becomes a tree in :mod:`reviewer.checks.parsing`.

A formula with any figure missing is UNKNOWN: it is never taken for 0 and never passes.
Arithmetic is exact; floats do not occur.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Context, localcontext
from operator import eq, ge, gt, le, lt, ne

from reviewer.base import CellId, Number
from reviewer.checks.model import Outcome

Figures = Mapping[CellId, Number | None]
"""The figure of every cell; None where none is printed."""

RELATIONS: dict[str, Callable[[Number, Number], bool]] = {
    "＝": eq,
    "≠": ne,
    "≤": le,
    "≥": ge,
    "<": lt,
    ">": gt,
}
IMPLIES, IFF = "⇒", "⇔"
UNSEEN = "？"
"""Stands for a missing figure in a sum written out."""

_EXACT = Context(prec=2000)


@dataclass(frozen=True, slots=True)
class Literal:
    """A number that the rule itself states."""

    value: Number


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure; any part of its key may be a name in braces until it is bound."""

    id: CellId


@dataclass(frozen=True, slots=True)
class Sum:
    """All figures of a group; ``cells`` holds one cell with braces until it is bound."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Scaled:
    """A multiple of a term."""

    factor: Literal
    term: Term


@dataclass(frozen=True, slots=True)
class Chain:
    """Terms added (sign 1) and taken away (sign -1)."""

    terms: tuple[tuple[int, Term], ...]


Term = Literal | Cell | Sum | Scaled | Chain


@dataclass(frozen=True, slots=True)
class Comparison:
    """``left`` stands in ``relation`` (a key of RELATIONS) to ``right``."""

    left: Term
    relation: str
    right: Term


@dataclass(frozen=True, slots=True)
class Connection:
    """Two comparisons: the second must hold if (⇒), or exactly if (⇔), the first does."""

    left: Comparison
    relation: str
    right: Comparison


Formula = Comparison | Connection


@dataclass(frozen=True, slots=True)
class Linear:
    """A sum as coefficients by cell and a constant; cells of coefficient 0 are left out."""

    coefficients: dict[CellId, Number]
    constant: Number


def cells_of(node: Term | Formula) -> Iterator[CellId]:
    """Every figure of a bound tree in its written order; a figure named twice comes twice."""
    match node:
        case Cell():
            yield node.id
        case Sum(cells):
            yield from (cell.id for cell in cells)
        case Scaled(_, term):
            yield from cells_of(term)
        case Chain(terms):
            for _, term in terms:
                yield from cells_of(term)
        case Comparison(left, _, right) | Connection(left, _, right):
            yield from cells_of(left)
            yield from cells_of(right)
        case Literal():
            return


def value(term: Term, figures: Figures) -> Number | None:
    """What a term comes to, or None if any of its figures is missing."""
    with localcontext(_EXACT):
        return _value(term, figures)


def _value(term: Term, figures: Figures) -> Number | None:
    match term:
        case Literal(number):
            return number
        case Cell():
            return figures.get(term.id)
        case Sum(cells):
            return known_sum(figures.get(cell.id) for cell in cells)
        case Scaled(factor, inner):
            worth = _value(inner, figures)
            return None if worth is None else factor.value * worth
        case Chain(terms):
            parts = [(sign, _value(inner, figures)) for sign, inner in terms]
            return known_sum(None if part is None else sign * part for sign, part in parts)


def known_sum(parts: Iterable[Number | None]) -> Number | None:
    """What figures come to, or None if any of them is missing."""
    total: Number = 0
    for part in parts:
        if part is None:
            return None
        total += part
    return total


def outcome(formula: Formula, figures: Figures) -> Outcome:
    """Whether a formula holds, is broken, or cannot be assessed for want of figures."""
    if isinstance(formula, Connection):
        first, second = (outcome(part, figures) for part in (formula.left, formula.right))
        if Outcome.UNKNOWN in {first, second}:
            return Outcome.UNKNOWN
        premise, conclusion = (result is Outcome.HOLDS for result in (first, second))
        holds = premise == conclusion if formula.relation == IFF else conclusion or not premise
        return Outcome.HOLDS if holds else Outcome.BROKEN
    left, right = value(formula.left, figures), value(formula.right, figures)
    return comparison_outcome(left, formula.relation, right)


def comparison_outcome(left: Number | None, relation: str, right: Number | None) -> Outcome:
    """What two sides come to that are worked out already."""
    if left is None or right is None:
        return Outcome.UNKNOWN
    return Outcome.HOLDS if RELATIONS[relation](left, right) else Outcome.BROKEN


def difference(left: Number | None, right: Number | None) -> Number | None:
    """Left side less right side, or None if a figure is missing."""
    if left is None or right is None:
        return None
    if isinstance(left, int) and isinstance(right, int):
        return left - right
    with localcontext(_EXACT):
        return left - right


def linear(node: Term | Comparison) -> Linear:
    """A term as a linear form; for a comparison, left side less right side."""
    form = Linear({}, 0)
    with localcontext(_EXACT):
        constant = _gather(node, 1, form.coefficients)
    return Linear({cell: by for cell, by in form.coefficients.items() if by != 0}, constant)


def _gather(node: Term | Comparison, by: Number, into: dict[CellId, Number]) -> Number:
    """Add ``by`` times the node's coefficients ``into`` a mapping; its constant is returned."""
    match node:
        case Literal(number):
            return by * number
        case Cell() | Sum():
            for cell in cells_of(node):
                into[cell] = into.get(cell, 0) + by
            return 0
        case Scaled(factor, term):
            return _gather(term, by * factor.value, into)
        case Chain(terms):
            return sum((_gather(term, by * sign, into) for sign, term in terms), start=0)
        case Comparison(left, _, right):
            return _gather(left, by, into) + _gather(right, -by, into)
