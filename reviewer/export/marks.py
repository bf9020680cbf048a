"""What is to be seen at a figure: one shape and one colour for each state, as in the window."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from reviewer.base import CellId
from reviewer.checks.model import SEVERITY_SIGNS, Finding, Outcome, Severity
from reviewer.checks.pointing import Pointing
from reviewer.forms.report import Kind
from reviewer.review.model import Verdict
from reviewer.review.review import Review

_SETTLED = {Verdict.EXPLAINED, Verdict.MISREAD}


class Mark(Enum):
    """A state of a figure: shape, colour of the text, colour of the ground, legend.

    In the order in which one colour wins over another.
    """

    BROKEN = (SEVERITY_SIGNS[Severity.ERROR], "broken", "broken_fill", "勾稽不成立或可疑")
    WARNED = (SEVERITY_SIGNS[Severity.WARNING], "warning", "doubtful_fill", "有警告")
    DOUBTFUL = ("?", "doubtful", "doubtful_fill", "读数存疑")
    TRANSCRIBED = ("●", "transcribed", "transcribed_fill", "已更正读数")
    PROPOSED = ("→", "proposed", "proposed_fill", "有建议值")
    NOTED = ("✎", "noted", "noted_fill", "有批注")
    CONFIRMED = ("✓", "confirmed", None, "已确认无误")
    MISSING = ("", "missing", "missing_fill", "报告中没有这一格")

    def __init__(self, shape: str, color: str, fill: str | None, title: str) -> None:
        self.shape = shape
        self.color = color
        self.fill = fill
        self.title = title


def marks_of(review: Review, findings: Iterable[Finding]) -> dict[CellId, tuple[Mark, ...]]:
    """The marks of every cell that has any, strongest first."""
    readings = review.report.by_cell
    unsettled = [finding for finding in findings if _is_open(review, finding)]
    errors = [finding for finding in unsettled if finding.severity is Severity.ERROR]
    warnings = [finding for finding in unsettled if finding.severity is Severity.WARNING]
    pointing = Pointing(review.checked)
    broken = {cell for finding in errors for cell in pointing.cells(finding)}
    holders: dict[Mark, set[CellId]] = {
        Mark.BROKEN: broken,
        Mark.WARNED: {cell for finding in warnings for cell in pointing.cells(finding)} - broken,
        Mark.DOUBTFUL: {cell for cell, reading in readings.items() if reading.is_doubtful}
        - review.confirmed,
        Mark.TRANSCRIBED: set(review.transcriptions),
        Mark.PROPOSED: set(review.proposals),
        Mark.NOTED: {note.cell for note in review.notes if note.cell is not None},
        Mark.CONFIRMED: set(review.confirmed),
        Mark.MISSING: {cell for cell, reading in readings.items() if reading.kind is Kind.MISSING},
    }
    return {
        cell: marks
        for cell in readings
        if (marks := tuple(mark for mark in Mark if cell in holders[mark]))
    }


def _is_open(review: Review, finding: Finding) -> bool:
    """Whether it still speaks against the report; what was explained is at rest."""
    decision = review.decision_of(finding)
    settled = decision is not None and not decision.stale and decision.verdict in _SETTLED
    return finding.outcome is Outcome.BROKEN and not settled
