from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from reviewer.base import CellId
from reviewer.document.model import Span
from reviewer.export.workbook import write_workbook
from reviewer.forms.report import Report
from reviewer.review.model import Annotate, Confirm, Propose, Transcribe
from reviewer.review.review import Review
from tests.reports import make_report

COLUMNS = (
    "natural_person",
    "business",
    "research",
    "welfare",
    "legal_service",
    "other_org",
    "total",
)
WRONG = CellId("requests.total.natural_person")
NOW = datetime(2024, 2, 1, 9, 30, 15, tzinfo=timezone(timedelta(hours=8)))

ROWS = {
    "new": (12, 2, 0, 0, 0, 0, 14),
    "carried_in": (1, 0, 0, 0, 0, 0, 1),
    "granted": (12, 2, 0, 0, 0, 0, 14),
    "total": (11, 2, 0, 0, 0, 0, 14),
    "carried_out": (1, 0, 0, 0, 0, 0, 1),
}


def figures() -> dict[str, str | int | None]:
    """Table three with one wrong figure: （七）总计 of 自然人 is 11 instead of 12."""
    return {
        f"requests.{row}.{column}": number
        for row, numbers in ROWS.items()
        for column, number in zip(COLUMNS, numbers, strict=True)
    }


def open_review(report: Report | None = None) -> Review:
    moments = (datetime(2024, 1, 31, 1, 0, second, tzinfo=UTC) for second in range(60))
    report = report or make_report("2021", figures())
    return Review(report, author="李审核", clock=lambda: next(moments))


@pytest.fixture
def review() -> Review:
    """A report with one wrong figure and a reviewer's work on it."""
    review = open_review()
    review.do(Propose(cell=WRONG, text="12"), "与各项之和一致")
    cell = CellId("requests.granted.business")
    review.do(Transcribe(cell=CellId("requests.granted.research"), text="0件"))
    review.do(Annotate(note="one", text="请附台账编号。", cell=cell))
    review.do(Annotate(note="two", text="文号正确。", span=Span(start=0, end=6)))
    review.do(Annotate(note="three", text="整体较好。"))
    review.do(Confirm(cell=CellId("requests.carried_in.business")))
    review.undo()
    review.redo()
    return review


@pytest.fixture
def written(tmp_path: Path) -> Callable[[Review], Workbook]:
    """Writes a review and reads the workbook back."""

    def write(review: Review) -> Workbook:
        target = tmp_path / "审核表.xlsx"
        write_workbook(review, target, reviewer_name="王主任", time=NOW)
        return load_workbook(target)

    return write
