"""What is to be seen at a figure: one shape and one colour for each state, as in the window."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from reviewer.base import CellId
from reviewer.checks.model import Finding, Outcome, Severity, Suspect
from reviewer.forms.report import Kind
from reviewer.review.model import Verdict
from reviewer.review.review import Review

_SETTLED = {Verdict.EXPLAINED, Verdict.MISREAD}
_TIES_MARKED = 6
"""So many equally likely suspects are marked at most: more would point at nothing."""


class Mark(Enum):
    """A state of a figure: shape, colour of the text, colour of the ground, legend.

    In the order in which one colour wins over another.
    """

    BROKEN = ("▲", "broken", "broken_fill", "勾稽不成立或可疑")
    WARNED = ("◆", "warning", "doubtful_fill", "有警告")
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
    broken, warned = _pointed_at(review, findings)
    broken |= _suspected(review.checked.suspects)
    holders: dict[Mark, set[CellId]] = {
        Mark.BROKEN: broken,
        Mark.WARNED: warned - broken,
        Mark.DOUBTFUL: {
            cell
            for cell, reading in readings.items()
            if not reading.sure and reading.kind is not Kind.MISSING
        }
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


def _pointed_at(review: Review, findings: Iterable[Finding]) -> tuple[set[CellId], set[CellId]]:
    """The cells that errors and warnings point at; explained ones are at rest."""
    broken: set[CellId] = set()
    warned: set[CellId] = set()
    for finding in findings:
        if finding.outcome is Outcome.BROKEN and not _settled(review, finding):
            if finding.severity is Severity.ERROR:
                broken.update(finding.cells[:1])
            elif finding.severity is Severity.WARNING:
                warned.update(finding.cells[:1])
    return broken, warned


def _settled(review: Review, finding: Finding) -> bool:
    decision = review.decision_of(finding)
    return decision is not None and not decision.stale and decision.verdict in _SETTLED


def _suspected(suspects: tuple[Suspect, ...]) -> set[CellId]:
    """The cells of the likeliest repairs, if they are few enough to point at something."""
    best = [suspect for suspect in suspects if suspect.score >= suspects[0].score]
    if len(best) > _TIES_MARKED:
        return set()
    return {change.cell for suspect in best for change in suspect.changes}
