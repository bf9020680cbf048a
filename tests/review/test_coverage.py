"""What is to be looked at by eye, and what of it was."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.checks.packs import assembled
from reviewer.review.coverage import coverage_of
from reviewer.review.model import Confirm, Transcribe
from reviewer.review.review import Review
from tests.checks.own_rules import own_rule
from tests.reports import make_report

FEE = CellId("active.fee.amount")
LICENCE = CellId("active.licence.decisions")
NEW = CellId("requests.new.total")


@pytest.mark.parametrize(("form", "count"), [("2019", 22), ("2021", 10)])
def test_the_figures_of_table_two_stand_in_no_equation(form: str, count: int) -> None:
    coverage = coverage_of(Review(make_report(form), author="甲"))
    assert len(coverage.unguarded) == count
    assert all(cell.startswith("active.") for cell in coverage.unguarded)
    assert (coverage.unguarded_seen, coverage.doubtful) == (0, ())


def test_what_is_confirmed_or_typed_was_looked_at() -> None:
    review = Review(make_report("2021", doubts={NEW: "看不清", FEE: "看不清"}), author="甲")
    assert coverage_of(review).to_see[-1] == NEW
    assert len(coverage_of(review).to_see) == 11
    review.do(Confirm(cell=LICENCE))
    review.do(Transcribe(cell=FEE, text="3"))
    coverage = coverage_of(review)
    assert (coverage.unguarded_seen, coverage.doubtful_seen) == (2, 1)
    review.do(Confirm(cell=NEW))
    assert coverage_of(review).doubtful_seen == 2
    review.do(Confirm(cell=LICENCE, on=False))
    assert coverage_of(review).unguarded_seen == 1


def test_what_is_guarded_and_sure_does_not_count() -> None:
    review = Review(make_report("2021"), author="甲")
    review.do(Confirm(cell=NEW))
    assert coverage_of(review).seen == frozenset()


def test_a_cell_that_is_not_there_cannot_be_looked_at() -> None:
    review = Review(make_report("2021", {FEE: None, NEW: None}), author="甲")
    assert {FEE, NEW}.isdisjoint(coverage_of(review).to_see)


def test_an_own_equation_guards_its_cells() -> None:
    text = own_rule(f"{LICENCE} = {FEE}", {}, {LICENCE: 1})
    review = Review(make_report("2021"), author="甲", rules=assembled({"a.toml": text}))
    assert {FEE, LICENCE}.isdisjoint(coverage_of(review).unguarded)
