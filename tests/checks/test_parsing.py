"""Texts of rules: what they mean, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.base import CellId
from reviewer.checks.expression import (
    IFF,
    Cell,
    Chain,
    Comparison,
    Connection,
    Literal,
    Scaled,
    Sum,
)
from reviewer.checks.parsing import ExpressionError, bind, parse

GROUPS = {"details": ("x", "y"), "one": ("z",)}


def cell(key: str) -> Cell:
    return Cell(CellId(key))


def test_precedence() -> None:
    assert parse("a.b.c - 2 * (a.b.d + 1) ≥ -a.b.e") == Comparison(
        Chain(
            (
                (1, cell("a.b.c")),
                (-1, Scaled(Literal(2), Chain(((1, cell("a.b.d")), (1, Literal(1)))))),
            )
        ),
        "≥",
        Chain(((-1, cell("a.b.e")),)),
    )


@pytest.mark.parametrize(
    ("written", "relation"),
    [("=", "＝"), ("＝", "＝"), ("!=", "≠"), ("≠", "≠"), ("<=", "≤"), (">=", "≥"), ("<", "<")],
)
def test_relations(written: str, relation: str) -> None:
    assert parse(f"a.b.c{written}0") == Comparison(cell("a.b.c"), relation, Literal(0))


def test_connection() -> None:
    formula = parse("a.b.c = 0 iff a.b.d = 0")
    assert isinstance(formula, Connection)
    assert formula.relation == IFF


def test_names_are_bound_to_one_and_groups_to_all() -> None:
    formula = bind(parse("a.{r}.t = sum(a.{r}.{details})"), {"r": "s"}, GROUPS)
    assert formula == Comparison(cell("a.s.t"), "＝", Sum((cell("a.s.x"), cell("a.s.y"))))


def test_groups_multiply() -> None:
    formula = bind(parse("sum(a.{details}.{one}) = 0"), {}, GROUPS)
    assert isinstance(formula, Comparison)
    assert formula.left == Sum((cell("a.x.z"), cell("a.y.z")))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "结尾"),
        ("a.b.c", "缺少比较符号"),
        ("a.b.c = ", "单元格编号"),
        ("a.b = 0", "单元格编号"),
        ("a.b.c.d = 0", "单元格编号"),
        ("a.b{c}.d = 0", "单元格编号"),
        ("a.b.c = 0 0", "内容多余"),
        ("a.b.c = 0 = 1", "内容多余"),
        ("(a.b.c = 0", "请写“)”"),
        ("sum(1) = 0", "单元格编号"),
        ("sum a.b.c = 0", "请写“(”"),
        ("a.b.c ? 0", "不能用在算式里"),
        ("a.b.c * 2 = 0", "缺少比较符号"),
        ("(" * 500 + "a.b.c" + ")" * 500 + " = 0", "括号套得太多"),
        ("2 * " * 500 + "a.b.c = 0", "括号套得太多"),
    ],
)
def test_what_is_no_formula_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(ExpressionError, match=complaint.replace("(", r"\(").replace(")", r"\)")):
        parse(text)


@given(st.text(alphabet="abc.{}+-*()=<>!≥ 0123sumiffplies", max_size=40))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    try:
        formula = parse(text)
    except ExpressionError:
        return
    assert isinstance(formula, Comparison | Connection)


def test_unknown_names_and_groups_outside_sums_are_refused() -> None:
    with pytest.raises(ExpressionError, match="没有定义"):
        bind(parse("a.{what}.c = 0"), {}, GROUPS)
    for group in ("details", "one"):
        with pytest.raises(ExpressionError, match=r"请写在 sum\(\) 里"):
            bind(parse(f"a.{{{group}}}.c = 0"), {}, GROUPS)
