"""Figures in sentences beside what the tables say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from reviewer.base import Number
from reviewer.checks.model import Finding, Severity
from reviewer.checks.writing import number_text
from reviewer.claims.model import Claim
from reviewer.forms.report import Report
from reviewer.window.language import told

if TYPE_CHECKING:
    from reviewer.checks.families.claim_relations import Recomputed


class Standing(StrEnum):
    """How a sentence stands to the tables; the value names its colour in the theme."""

    SAME = "confirmed"
    EXPLAINED = "hint"
    DIFFERENT = "warning"
    OPEN = "muted"


_COMPARING = frozenset(
    f"claims.{name}" for name in ("cells", "explained", "loose", "shares", "changes")
)
"""The rules that find what is shown here; an office may weigh them otherwise."""


@dataclass(frozen=True)
class ClaimLine:
    """A claim with what the tables come to.

    Attributes:
        found: What the cells, or the figures that it relates, come to; empty if unknown.
        reason: What else in the tables has the stated figure.
        severity: How grave the finding is that they differ; None without one.
    """

    standing: Standing
    claim: Claim
    found: str = ""
    reason: str = ""
    severity: Severity | None = None


def claim_lines(report: Report, findings: Sequence[Finding] = ()) -> list[ClaimLine]:
    """All claims in the order of the text, each as grave as the finding on it."""
    # What finds and judges claims is loaded with the first report, not with the window.
    from reviewer.checks.families.claim_relations import recomputed
    from reviewer.checks.families.claims import compared
    from reviewer.claims.reading import read_claims

    compare = {claim.figure: _compared(report, claim, total) for claim, total in compared(report)}
    compare |= {each.claim.figure: _related(each) for each in recomputed(report)}
    grave = {
        span: finding.severity
        for finding in findings
        if finding.rule in _COMPARING
        for span in finding.spans
    }
    lines = (
        compare.get(claim.figure) or ClaimLine(Standing.OPEN, claim)
        for claim in read_claims(report)
    )
    return [
        line
        if line.standing is Standing.SAME
        else replace(line, severity=grave.get(line.claim.figure))
        for line in lines
    ]


def _compared(report: Report, claim: Claim, total: Number) -> ClaimLine:
    from reviewer.checks.families.claim_reasons import agrees, reason

    if agrees(report, claim, total):
        return ClaimLine(Standing.SAME, claim, number_text(total))
    why = reason(report, claim, total)
    if why is None:
        standing = Standing.EXPLAINED if claim.loose else Standing.DIFFERENT
        return ClaimLine(standing, claim, number_text(total))
    name = f"{told(why.name)}（{why.sum}）" if why.sum else told(why.name)
    return ClaimLine(Standing.EXPLAINED, claim, number_text(total), name)


def _related(each: Recomputed) -> ClaimLine:
    standing = Standing.SAME if each.holds else Standing.DIFFERENT
    return ClaimLine(standing, each.claim, number_text(each.expected))
