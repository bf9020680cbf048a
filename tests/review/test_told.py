"""Findings tell of what the reviewer read, not of what the program did."""

from __future__ import annotations

from reviewer.base import CellId
from reviewer.review.model import Transcribe
from reviewer.review.review import Review
from tests.reports import make_report

NEW = CellId("requests.new.natural_person")
TOTAL = CellId("requests.new.total")


def messages(review: Review, rule: str) -> list[str]:
    return [one.message for one in review.checked.findings if one.rule == rule]


def test_a_suspect_is_told_with_the_figure_that_was_transcribed() -> None:
    review = Review(make_report("2021", {NEW: 12, TOTAL: 14}), author="甲")
    review.do(Transcribe(cell=TOTAL, text="13"))
    suspects = {c.cell: c.printed for s in review.checked.suspects for c in s.changes}
    assert suspects[TOTAL] == "13"


def test_words_that_were_transcribed_are_not_told_as_what_is_printed() -> None:
    review = Review(make_report("2021", {NEW: 12, TOTAL: 12}), author="甲")
    review.do(Transcribe(cell=NEW, text="详见附件"))
    (message,) = messages(review, "figures.text")
    assert "更正后的读数" in message
    assert "“12”" not in message
