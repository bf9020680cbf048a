"""What the findings panel shows of each finding, and which filter it falls under."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from PySide6.QtCore import QCoreApplication

from reviewer.base import CellId
from reviewer.checks.model import Finding, Outcome, Severity
from reviewer.review.model import Decision, Verdict
from reviewer.review.review import Review
from reviewer.window.wording import severity_name, verdict_name


class Field(IntEnum):
    """The panel's columns."""

    SEVERITY = 0
    PLACE = 1
    TITLE = 2
    MESSAGE = 3
    VERDICT = 4
    REASON = 5


class Filter(StrEnum):
    """Which findings are shown."""

    ALL = "all"
    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"
    OPEN = "open"
    STALE = "stale"


_NAMED = 4
"""At most this many doubtful figures are named."""

SEVERITY_ORDER = {severity: order for order, severity in enumerate(Severity)}
_VERDICT_ORDER = {verdict: order for order, verdict in enumerate(Verdict, start=1)}


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as a row.

    Attributes:
        order: Its place in the order of the checks.
        texts: What stands in each column.
        moved: How the figures under a stale verdict changed; else empty.
        doubts: Which figures of a sum are not read for sure; else empty.
    """

    finding: Finding
    decision: Decision | None
    order: int
    texts: tuple[str, ...]
    moved: str = ""
    doubts: str = ""

    @property
    def stale(self) -> bool:
        """Whether its verdict was given on other figures."""
        return self.decision is not None and self.decision.stale

    @property
    def settled(self) -> bool:
        """Whether it has a verdict that still stands."""
        return self.decision is not None and not self.decision.stale

    def falls_under(self, chosen: Filter) -> bool:
        """Whether a filter shows it."""
        if chosen is Filter.OPEN:
            return not self.settled
        if chosen is Filter.STALE:
            return self.stale
        return chosen is Filter.ALL or chosen.value == self.finding.severity.value

    def has(self, words: Iterable[str]) -> bool:
        """Whether all words stand somewhere in it."""
        text = "\n".join((*self.texts, self.finding.basis, self.moved)).casefold()
        return all(word in text for word in words)

    def sort_key(self, field: Field) -> tuple[int, str]:
        """What the column is sorted by; equal ones stay in the order of the checks."""
        if field is Field.SEVERITY:
            return SEVERITY_ORDER[self.finding.severity], ""
        if field is Field.VERDICT:
            return self._verdict_order(), ""
        return 0, self.texts[field]

    def _verdict_order(self) -> int:
        if self.decision is None:
            return 0
        return -1 if self.decision.stale else _VERDICT_ORDER[self.decision.verdict]


def rows_of(review: Review) -> list[FindingRow]:
    """A row for each finding of a review, in the order of the checks."""
    return [_row(review, finding, order) for order, finding in enumerate(review.checked.findings)]


def counts_of(rows: Iterable[FindingRow]) -> dict[Filter, int]:
    """How many rows each filter shows."""
    listed = list(rows)
    return {chosen: sum(1 for row in listed if row.falls_under(chosen)) for chosen in Filter}


def held(review: Review) -> tuple[int, int]:
    """How many rules hold, and how many could not be assessed."""
    outcomes = [evaluation.outcome for evaluation in review.checked.evaluations]
    return outcomes.count(Outcome.HOLDS), outcomes.count(Outcome.UNKNOWN)


def verdict_texts() -> tuple[str, ...]:
    """All that can stand in the column of verdicts."""
    return (_tr("待核"), _tr("需复核"), *map(verdict_name, Verdict))


def _row(review: Review, finding: Finding, order: int) -> FindingRow:
    decision = review.decision_of(finding)
    moved = _moved(review, decision) if decision is not None and decision.stale else ""
    texts = (
        severity_name(finding.severity),
        finding.place_label,
        finding.title,
        finding.message,
        _verdict_text(decision),
        _reason_text(decision, moved),
    )
    return FindingRow(
        finding=finding,
        decision=decision,
        order=order,
        texts=texts,
        moved=moved,
        doubts=_doubts(review, finding),
    )


def _doubts(review: Review, finding: Finding) -> str:
    """The figures that a broken rule rests on and that nobody is sure of yet."""
    readings = review.report.by_cell
    unsure = [cell for cell in finding.cells if cell in readings and readings[cell].is_doubtful]
    if finding.outcome is not Outcome.BROKEN or not unsure:
        return ""
    named = _tr("、").join(_named(review, cell).strip() for cell in unsure[:_NAMED])
    more = _tr(" 等 {n} 格").format(n=len(unsure)) if len(unsure) > _NAMED else ""
    return _tr("读数存疑：{}").format(named + more)


def _verdict_text(decision: Decision | None) -> str:
    if decision is None:
        return _tr("待核")
    return _tr("需复核") if decision.stale else verdict_name(decision.verdict)


def _reason_text(decision: Decision | None, moved: str) -> str:
    if decision is None:
        return ""
    if not decision.stale:
        return decision.reason
    was = _tr("原判{verdict}").format(verdict=verdict_name(decision.verdict))
    return _tr("，").join(part for part in (moved, was, decision.reason) if part)


def _moved(review: Review, decision: Decision) -> str:
    """Both values of each figure that changed since the verdict was given."""
    return _tr("；").join(
        _tr("{where}核定时 {was}，现为 {now}").format(
            where=_named(review, cell) if len(decision.moved) > 1 else "",
            was=was or _tr("空白"),
            now=now or _tr("空白"),
        )
        for cell, was, now in decision.moved
    )


def _named(review: Review, cell: CellId) -> str:
    if cell not in review.report.form.figures:
        return ""
    _, row, column = review.report.form.figures[cell]
    return f"{row.label} · {column.label} "


def _tr(text: str) -> str:
    return QCoreApplication.translate("Findings", text)
