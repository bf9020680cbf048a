"""What is to be seen at a figure: one shape and one colour for each state."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from reviewer.base import CellId
from reviewer.checks.model import Finding, Outcome, Severity
from reviewer.forms.report import Kind
from reviewer.review.model import Verdict
from reviewer.review.review import Review


class Mark(Enum):
    """A state of a figure: shape, name of its colours, name for the legend.

    In the order in which one colour wins over another.
    """

    BROKEN = ("▲", "broken", "规则不成立")
    DOUBTFUL = ("?", "doubtful", "读取存疑")
    TRANSCRIBED = ("●", "transcribed", "已更正读数")
    PROPOSED = ("→", "proposed", "已提修改建议")
    NOTED = ("✎", "noted", "有批注")
    CONFIRMED = ("✓", "confirmed", "已核对无误")
    MISSING = ("", "missing", "报告中没有这一格")

    def __init__(self, shape: str, color: str, title: str) -> None:
        self.shape = shape
        self.color = color
        self.title = title

    @property
    def fill(self) -> str | None:
        """Name of the ground's colour, if it has one."""
        return None if self is Mark.CONFIRMED else f"{self.color}_fill"


_SETTLED = {Verdict.EXPLAINED, Verdict.MISREAD}


def marks_of(review: Review, findings: Iterable[Finding]) -> dict[CellId, tuple[Mark, ...]]:
    """The marks of every cell that has any, strongest first."""
    readings = review.report.by_cell
    holders: dict[Mark, set[CellId]] = {
        Mark.BROKEN: _broken(review, findings),
        Mark.DOUBTFUL: {
            cell
            for cell, reading in readings.items()
            if not reading.sure and reading.kind is not Kind.MISSING
        },
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


def _broken(review: Review, findings: Iterable[Finding]) -> set[CellId]:
    """The cells that findings point at; explained ones are at rest."""
    return {
        finding.cells[0]
        for finding in findings
        if finding.cells
        and finding.outcome is Outcome.BROKEN
        and finding.severity is not Severity.HINT
        and not _settled(review, finding)
    }


def _settled(review: Review, finding: Finding) -> bool:
    decision = review.decision_of(finding)
    return decision is not None and not decision.stale and decision.verdict in _SETTLED
