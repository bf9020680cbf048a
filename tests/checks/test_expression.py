"""Formulas are worth what their linear form and their written form say."""

from __future__ import annotations

from decimal import Context, Decimal, localcontext

from hypothesis import given

from reviewer.base import CellId, Number
from reviewer.checks.expression import (
    IFF,
    IMPLIES,
    Cell,
    Comparison,
    Connection,
    Figures,
    Literal,
    Term,
    cells_of,
    difference,
    linear,
    outcome,
    value,
)
from reviewer.checks.model import Outcome
from reviewer.checks.parsing import parse
from reviewer.checks.writing import sum_text, sum_with_total
from tests.checks.strategies import CELLS, comparisons, figures, gappy_figures, terms

EXACT = Context(prec=200)
A, B = (CellId(f"table.row.{name}") for name in "ab")


@given(terms, figures)
def test_the_linear_form_is_worth_the_same(term: Term, known: dict[CellId, Number]) -> None:
    form = linear(term)
    with localcontext(EXACT):
        total = sum((by * known[cell] for cell, by in form.coefficients.items()), form.constant)
    assert total == value(term, known)
    assert 0 not in form.coefficients.values()


@given(comparisons, figures)
def test_the_difference_is_the_linear_form_of_both_sides(
    comparison: Comparison, known: dict[CellId, Number]
) -> None:
    form = linear(comparison)
    with localcontext(EXACT):
        total = sum((by * known[cell] for cell, by in form.coefficients.items()), form.constant)
        left, right = value(comparison.left, known), value(comparison.right, known)
        assert left is not None
        assert right is not None
        assert (
            total
            == difference(value(comparison.left, known), value(comparison.right, known))
            == left - right
        )


@given(comparisons, gappy_figures)
def test_a_missing_figure_is_never_a_pass(comparison: Comparison, known: Figures) -> None:
    missing = any(known[cell] is None for cell in cells_of(comparison))
    assert (outcome(comparison, known) is Outcome.UNKNOWN) == missing


@given(terms, figures)
def test_what_is_written_out_comes_to_the_value(term: Term, known: dict[CellId, Number]) -> None:
    with localcontext(EXACT):
        assert evaluated(sum_text(term, known)) == value(term, known)


def evaluated(text: str) -> Number:
    """A sum written out, worked out by Python's own grammar."""
    plain = text.translate(str.maketrans("＋－×（）", "+-*()"))
    pieces, digits = list[str](), ""
    for mark in [*plain, " "]:
        if mark.isdigit() or mark == ".":
            digits += mark
            continue
        pieces += [f"Decimal('{digits}')"] if digits else []
        pieces.append(mark)
        digits = ""
    result = eval("".join(pieces).strip(), {"Decimal": Decimal})
    assert isinstance(result, Decimal)
    return result


def test_parts_that_are_nought_are_not_written() -> None:
    known = dict.fromkeys(CELLS, 0) | {A: 12, B: 1}
    formula = parse("table.row.c + table.row.a = 3 * table.row.b")
    assert isinstance(formula, Comparison)
    assert sum_text(formula.left, known) == "0＋12"
    assert sum_with_total(formula.left, known) == "0＋12＝12"
    assert sum_with_total(formula.right, known) == "3×1＝3"
    assert sum_with_total(Cell(A), known) == "12"
    assert sum_with_total(Cell(A), {A: None}) == "？"


def test_long_decimals_stay_exact() -> None:
    long = Decimal("123456789012345678901234567890.123456789")
    known: Figures = {A: long, B: 10**40}
    assert value(parse_side("table.row.a + table.row.b - table.row.b"), known) == long


def parse_side(text: str) -> Term:
    formula = parse(f"{text} = 0")
    assert isinstance(formula, Comparison)
    return formula.left


def test_connections() -> None:
    zero_a = Comparison(Cell(A), "＝", Literal(0))
    zero_b = Comparison(Cell(B), "＝", Literal(0))
    table = {
        (0, 0): (Outcome.HOLDS, Outcome.HOLDS),
        (0, 5): (Outcome.BROKEN, Outcome.BROKEN),
        (5, 0): (Outcome.HOLDS, Outcome.BROKEN),
        (5, 5): (Outcome.HOLDS, Outcome.HOLDS),
        (0, None): (Outcome.UNKNOWN, Outcome.UNKNOWN),
        (None, 0): (Outcome.UNKNOWN, Outcome.UNKNOWN),
    }
    for (a, b), (implied, equal) in table.items():
        assert outcome(Connection(zero_a, IMPLIES, zero_b), {A: a, B: b}) is implied
        assert outcome(Connection(zero_a, IFF, zero_b), {A: a, B: b}) is equal
