"""What the linter says of rules, and that it says nothing of rules that are in order."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.base import CellId
from reviewer.checks.bounds import Limit
from reviewer.checks.elimination import Echelon, row_of
from reviewer.checks.expression import RELATIONS, Linear
from reviewer.checks.following import AtLeast, follows
from reviewer.checks.linting import Complaint, Fault, lint
from reviewer.checks.packs import ADJUSTMENTS, assembled
from reviewer.checks.rules import built_in
from reviewer.forms.catalog import forms
from tests.checks.own_rules import FEW_CARRIED, GENTLE, own_rule

NEW, IN, OUT = (f"requests.{row}.total" for row in ("new", "carried_in", "carried_out"))
DONE = "requests.total.total"
EARLY = {NEW: 1, DONE: 1}


def said(*texts: str) -> list[Complaint]:
    """What is grave about some own rules."""
    rules = assembled({f"{number}.toml": text for number, text in enumerate(texts)})
    assert rules.faults == ()
    return [one for one in lint(rules) if one.grave]


def test_the_built_in_rules_are_in_order() -> None:
    assert [one for one in lint(built_in()) if one.grave] == []


def test_the_forms_own_redundancy_is_known() -> None:
    """Rows and columns of table three both add up to the grand total: 39 equations, rank 37."""
    echelon = Echelon()
    equations = built_in().program(forms()["2021"]).equations
    for key, form in equations.items():
        if key.startswith("requests."):
            echelon.add(row_of(key, form))
    assert echelon.rank == 37
    (one,) = (one for one in lint(built_in()) if one.fault is Fault.IMPLIED)
    assert one.rules == ("requests.applicants",)


def test_an_own_rule_in_order_is_not_complained_of() -> None:
    assert said(FEW_CARRIED) == []


@pytest.mark.parametrize(
    ("expression", "passing", "failing", "fault"),
    [
        (f"{NEW} + {IN} - {OUT} = {DONE}", EARLY, {NEW: 1}, Fault.REDUNDANT),
        (f"2 * {NEW} + 2 * {IN} = 2 * {DONE} + 2 * {OUT}", EARLY, {NEW: 1}, Fault.REDUNDANT),
        (f"{NEW} + {IN} = {DONE} + {OUT} + 1", {NEW: 1}, {NEW: 3}, Fault.CONTRADICTORY),
        (f"{NEW} + {IN} >= {DONE} + {OUT}", EARLY, {DONE: 1}, Fault.REDUNDANT),
        (f"{NEW} + {IN} > {DONE} + {OUT}", {NEW: 1}, {DONE: 1}, Fault.CONTRADICTORY),
        (f"{NEW} >= 0", {}, {NEW: -1}, Fault.REDUNDANT),
        (f"{NEW} + {IN} < 0", {NEW: -1}, {}, Fault.CONTRADICTORY),
        (f"{NEW} = 0 implies {NEW} + {IN} >= 0", {}, {IN: -1}, Fault.REDUNDANT),
    ],
)
def test_one_rule_against_the_forms_own(
    expression: str, passing: dict[str, int], failing: dict[str, int], fault: Fault
) -> None:
    (one, *_) = said(own_rule(expression, passing, failing))
    assert one.fault is fault
    assert "office.rule" in one.rules
    assert "约定 office.rule" in one.message


@pytest.mark.parametrize(
    ("expression", "passing", "failing"),
    [
        (f"requests.granted.total <= {DONE}", {}, {"requests.granted.total": 1}),
        (f"{OUT} <= {NEW} + {IN}", {}, {OUT: 1}),
        (f"{NEW} + {IN} >= requests.granted.total", {}, {"requests.granted.total": 1}),
    ],
)
def test_an_inequality_that_follows_from_the_forms_sums(
    expression: str, passing: dict[str, int], failing: dict[str, int]
) -> None:
    """A part is no greater than its total as long as no part is negative."""
    (one,) = said(own_rule(expression, passing, failing))
    assert one.fault is Fault.REDUNDANT
    assert "requests." in one.message


def test_an_inequality_that_others_come_to_together() -> None:
    cells = ("disputes.reconsideration.upheld", IN, "active.licence.decisions")
    chain = [
        own_rule(f"{low} <= {high}", {}, {low: 1}, identity=f"office.{name}", title=name)
        for name, low, high in (
            ("one", cells[0], cells[1]),
            ("two", cells[1], cells[2]),
            ("three", cells[0], cells[2]),
        )
    ]
    assert said(*chain[:2]) == []
    (one,) = said(*chain)
    assert (one.fault, one.rules) == (Fault.REDUNDANT, ("office.three",))


@pytest.mark.parametrize(
    "expression",
    [f"{IN} <= {NEW}", f"{OUT} < {NEW} + {IN}", f"{NEW} <= {DONE}", f"{DONE} - 1 <= {NEW}"],
)
def test_an_inequality_that_does_not_follow_is_left_alone(expression: str) -> None:
    broken = {IN: 1, OUT: 1, NEW: 1} if "<= " + DONE in expression else {IN: 9, OUT: 10, DONE: 9}
    assert said(own_rule(expression, {NEW: 1, DONE: 1}, broken)) == []


def test_two_inequalities_that_leave_no_figure() -> None:
    small = own_rule(f"{NEW} <= 3", {NEW: 3}, {NEW: 4}, identity="office.small")
    large = own_rule(f"2 * {NEW} > 6", {NEW: 4}, {NEW: 3}, identity="office.large")
    (one, *_) = said(small, large)
    assert one.fault is Fault.CONTRADICTORY
    assert set(one.rules) == {"office.small", "office.large"}


def test_an_inequality_within_another_one() -> None:
    small = own_rule(f"{NEW} <= {DONE}", {}, {NEW: 4}, identity="office.small")
    wide = own_rule(f"{DONE} + 5 >= {NEW}", {}, {NEW: 9}, identity="office.wide")
    (one,) = said(small, wide)
    assert (one.fault, one.rules) == (Fault.REDUNDANT, ("office.wide",))
    assert "office.small" in one.message


def test_an_example_that_calls_right_what_another_rule_calls_wrong() -> None:
    lax = own_rule(f"{NEW} <= 9", {NEW: 9, OUT: 8}, {NEW: 10}, identity="office.lax")
    strict = own_rule(f"{OUT} <= 7", {OUT: 7}, {OUT: 8}, identity="office.strict", severity="error")
    (one,) = said(lax, strict)
    assert (one.fault, one.rules) == (Fault.CONTRADICTORY, ("office.lax", "office.strict"))
    assert said(lax, strict.replace('"error"', '"warning"')) == []


def test_an_office_may_demand_more_than_the_built_in_examples_show() -> None:
    """Their figures are right by the form; that an office wants others contradicts nothing."""
    strict = own_rule(f"{OUT} = 0", {OUT: 0}, {OUT: 4}, severity="error")
    assert said(strict) == []


def test_rules_on_different_forms_do_not_meet() -> None:
    small = own_rule(f"{NEW} <= 3", {NEW: 3}, {NEW: 4}, identity="office.small", form="2019")
    large = own_rule(f"{NEW} >= 4", {NEW: 4}, {NEW: 3}, identity="office.large")
    assert said(small, large) == []


def test_titles_that_cannot_be_told_apart() -> None:
    one = own_rule(f"{NEW} <= 3", {}, {NEW: 4}, identity="office.one", title="同名")
    other = own_rule(f"{OUT} <= 3", {}, {OUT: 4}, identity="office.other", title="同名")
    (complaint,) = said(one, other)
    assert complaint.fault is Fault.DUPLICATE


def test_what_is_switched_off_and_what_changes_nothing() -> None:
    complaints = lint(assembled({"a.toml": GENTLE}))
    assert [one.rules for one in complaints if one.fault is Fault.OFF] == [("requests.details",)]
    same = '[[rules]]\nid = "requests.flow"\nseverity = "error"\n'
    (dead,) = said(same)
    assert (dead.fault, dead.rules) == (Fault.DEAD, ("requests.flow",))
    assert [one for one in lint(assembled({ADJUSTMENTS: same})) if one.grave] == []


def test_files_left_out_are_told_first() -> None:
    first = lint(assembled({"a.toml": "[["}))[0]
    assert (first.fault, first.grave) == (Fault.LEFT_OUT, True)


SMALL = range(-3, 4)
limits = st.builds(
    Limit,
    relation=st.sampled_from(("≤", "<", "≥", ">", "≠")),
    bound=st.integers(-2, 2).map(Fraction),
)
POINTS = [Fraction(number, 2) for number in range(-8, 9)]


def allowed(limit: Limit) -> set[Fraction]:
    hold = RELATIONS[limit.relation]
    return {point for point in POINTS if hold(point, limit.bound)}  # type: ignore[arg-type]


@given(limits, limits)
def test_limits_agree_with_the_figures_that_they_allow(one: Limit, other: Limit) -> None:
    assert one.within(other) == (allowed(one) <= allowed(other))
    assert one.excludes(other) == (not allowed(one) & allowed(other))
    assert one.allows_nought == (Fraction(0) in allowed(one))


CELLS = [CellId(f"t.r.{name}") for name in "abc"]
equations = st.lists(
    st.tuples(st.integers(-2, 2), st.integers(-2, 2), st.integers(-2, 2), st.integers(-2, 2)),
    min_size=1,
    max_size=4,
)


@given(equations)
def test_what_is_said_of_equations_is_true_of_their_solutions(
    given_equations: list[tuple[int, int, int, int]],
) -> None:
    """A contradiction has no solution; what follows holds in every solution of the others."""
    echelon = Echelon()
    taken: list[tuple[int, int, int, int]] = []
    for number, equation in enumerate(given_equations):
        *by, constant = equation
        coefficients = {cell: b for cell, b in zip(CELLS, by, strict=True) if b}
        left = echelon.add(row_of(str(number), Linear(dict(coefficients), constant)))
        solutions = [
            point for point in product(SMALL, repeat=3) if all(_holds(e, point) for e in taken)
        ]
        if left.coefficients:
            taken.append(equation)
        else:
            assert all(_holds(equation, point) == (not left.constant) for point in solutions)
            assert left.sources[str(number)] == 1
    assert echelon.rank == len(taken)


def _holds(equation: tuple[int, int, int, int], point: tuple[int, ...]) -> bool:
    *by, constant = equation
    return sum(b * x for b, x in zip(by, point, strict=True)) + constant == 0


at_leasts = st.builds(
    lambda by, constant, relation: AtLeast(
        {cell: Fraction(b) for cell, b in zip(CELLS, by, strict=True) if b},
        Fraction(constant),
        "",
        strict=relation == ">",
        equation=relation == "=",
    ),
    st.tuples(*[st.integers(-1, 1)] * 3),
    st.integers(-1, 1),
    st.sampled_from(("≥", ">", "=")),
)


def _true(one: AtLeast, point: tuple[int, ...]) -> bool:
    figures = dict(zip(CELLS, point, strict=True))
    total = one.constant + sum(by * figures[cell] for cell, by in one.coefficients.items())
    return total == 0 if one.equation else total > 0 if one.strict else total >= 0


@given(at_leasts, st.lists(at_leasts, min_size=1, max_size=4))
def test_what_is_said_to_follow_holds_wherever_the_others_do(
    one: AtLeast, others: list[AtLeast]
) -> None:
    """The third cell may be negative, the others may not."""
    named = [replace(other, source=str(at)) for at, other in enumerate(others)]
    used = follows(replace(one, equation=False), named, lambda cell: cell == CELLS[2])
    if used is not None:
        ones = [other for other in named if other.source in used]
        for point in product(range(4), range(4), SMALL):
            if all(_true(other, point) for other in ones):
                assert _true(replace(one, equation=False), point)
