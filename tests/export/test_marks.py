from __future__ import annotations

from reviewer.base import CellId
from reviewer.checks.model import Finding, Severity
from reviewer.export.marks import Mark, marks_of
from reviewer.review.model import Decide, Verdict
from reviewer.review.review import Review
from tests.export.conftest import WRONG, figures, open_review
from tests.reports import make_report


def marked(review: Review) -> dict[CellId, tuple[Mark, ...]]:
    return marks_of(review, review.checked.findings)


def test_the_wrong_figure_and_the_work_on_it_are_marked(review: Review) -> None:
    marks = marked(review)
    assert marks[WRONG] == (Mark.BROKEN, Mark.PROPOSED)
    assert marks[CellId("requests.granted.business")] == (Mark.NOTED,)
    assert marks[CellId("requests.granted.research")] == (Mark.TRANSCRIBED,)
    assert marks[CellId("requests.carried_in.business")] == (Mark.CONFIRMED,)
    assert CellId("requests.carried_out.welfare") not in marks


def test_doubtful_and_missing_cells_are_told_apart() -> None:
    values = figures() | {"requests.declined_repeat.total": None}
    report = make_report("2021", values, doubts={"requests.granted.total": "两种读法"})
    marks = marked(open_review(report))
    assert Mark.DOUBTFUL in marks[CellId("requests.granted.total")]
    assert Mark.MISSING in marks[CellId("requests.declined_repeat.total")]
    assert Mark.DOUBTFUL not in marks[CellId("requests.declined_repeat.total")]


def finding(severity: Severity, *cells: str) -> Finding:
    return Finding.model_validate(
        {
            "id": "x",
            "rule": "r.x",
            "severity": severity,
            "title": "t",
            "place_label": "p",
            "message": "m",
            "cells": cells,
        }
    )


def test_all_cells_that_a_warning_speaks_of_are_marked() -> None:
    review = open_review(make_report())
    first, second = "active.licence.decisions", "active.penalty.decisions"
    warning = marks_of(review, [finding(Severity.WARNING, first, second)])
    assert warning == {CellId(first): (Mark.WARNED,), CellId(second): (Mark.WARNED,)}
    hint = marks_of(review, [finding(Severity.HINT, first)])
    assert hint == {}


def test_an_explained_finding_is_at_rest() -> None:
    review = open_review()
    assert Mark.BROKEN in marked(review)[WRONG]
    for found in review.checked.findings:
        review.do(Decide(finding=found.id, verdict=Verdict.EXPLAINED, reason="口径不同"))
    assert marked(review) == {}


def test_a_finding_that_is_confirmed_stays_marked() -> None:
    review = open_review()
    for found in review.checked.findings:
        review.do(Decide(finding=found.id, verdict=Verdict.REPORT_WRONG))
    assert Mark.BROKEN in marked(review)[WRONG]
