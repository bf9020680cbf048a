"""Verdicts as they stand: each at its finding, or stale at the one that took its place."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.base import FindingId
from reviewer.checks.model import Checked, Finding
from reviewer.forms.report import Report
from reviewer.review.journal import Content
from reviewer.review.model import Decision
from reviewer.review.transcription import figure_texts


def current_verdicts(
    original: Report, checked: Checked, content: Content
) -> Mapping[FindingId, Decision]:
    """Verdicts by the finding that they are shown at.

    A finding whose figures changed has a new id: the last verdict on the same rule and cells is
    shown at it, stale. A verdict that no finding shows is kept under the finding it was given to.
    """
    if not content.decisions:
        return {}
    findings = {finding.id: finding for finding in checked.findings}
    gone = {key: kept for key, kept in content.decisions.items() if key not in findings}
    heritage = {(kept.rule, kept.cells): kept for kept in gone.values() if kept.cells}
    shown: dict[FindingId, Decision] = {}
    for key, finding in findings.items():
        inherited = heritage.get((finding.rule, finding.cells))
        decision = content.decisions.get(key, inherited)
        if decision is not None:
            shown[key] = _compared(decision, finding, original, content)
    taken = {decision.finding for decision in shown.values()}
    return {key: kept for key, kept in gone.items() if key not in taken} | shown


def _compared(decision: Decision, finding: Finding, original: Report, content: Content) -> Decision:
    """The verdict, stale if the figures under it are not those that were judged."""
    current = figure_texts(original, content, finding.cells)
    if decision.finding == finding.id and decision.printed == current:
        return decision
    return decision.model_copy(update={"stale": True, "current": current})
