"""Figures in sentences beside what the tables say."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.claims.model import Claim
    from reviewer.forms.report import Report


class Standing(StrEnum):
    """How a sentence stands to the tables; the value names its colour in the theme."""

    SAME = "confirmed"
    EXPLAINED = "hint"
    DIFFERENT = "warning"
    OPEN = "muted"


@dataclass(frozen=True)
class ClaimLine:
    """A claim with what the tables come to.

    Attributes:
        total: The cells' sum; None if it cannot be said.
        reason: What else in the tables has the stated figure.
    """

    standing: Standing
    claim: Claim
    total: int | Decimal | None = None
    reason: str = ""


def claim_lines(report: Report) -> list[ClaimLine]:
    """All claims in the order of the text."""
    from reviewer.checks.claims import compared
    from reviewer.claims.reading import read_claims

    totals = {claim.figure: total for claim, total in compared(report)}
    return [_line(report, claim, totals.get(claim.figure)) for claim in read_claims(report)]


def _line(report: Report, claim: Claim, total: int | Decimal | None) -> ClaimLine:
    if total is None:
        return ClaimLine(Standing.OPEN, claim)
    if total == claim.value:
        return ClaimLine(Standing.SAME, claim, total)
    from reviewer.checks.claims import explanation

    reason = explanation(report, claim)
    standing = Standing.EXPLAINED if reason else Standing.DIFFERENT
    return ClaimLine(standing, claim, total, reason)
