"""A review that is opened again: it is what it was, whoever checked the report."""

from __future__ import annotations

from reviewer.base import CellId
from reviewer.checks.engine import check
from reviewer.forms.report import Report
from reviewer.review.model import Confirm, Transcribe
from reviewer.review.review import Review

GRANTED = CellId("requests.granted.natural_person")
TOTAL = CellId("requests.total.natural_person")


def test_a_review_opened_again_is_what_it_was(report: Report) -> None:
    before = Review(report, author="李")
    before.do(Transcribe(cell=GRANTED, text="99"))
    before.do(Transcribe(cell=TOTAL, text="7"))
    before.do(Confirm(cell=CellId("active.fee.amount")))
    before.undo()
    after = Review(report, author="王", entries=before.entries)
    assert after.report == before.report
    assert after.checked == before.checked == check(before.report)


def test_what_is_known_of_a_report_is_not_worked_out_again(report: Report) -> None:
    known = check(report)
    assert Review(report, author="李", checked=known).checked is known
    edits = Review(report, author="李")
    edits.do(Transcribe(cell=GRANTED, text="99"))
    again = Review(report, author="李", entries=edits.entries, checked=known)
    assert again.checked == edits.checked != known
