"""What the sentences of a report state of last year, or took over from it, beside that report."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.base import Number, RuleId
from reviewer.checks.families.claim_reasons import agrees, number_of
from reviewer.checks.families.prose import place_label
from reviewer.checks.model import Finding, Severity, fingerprint
from reviewer.checks.writing import number_text
from reviewer.claims.model import Claim
from reviewer.claims.reading import read_claims
from reviewer.forms.report import Report

_TABLE_TWO = "active."
"""Its rows and columns are other ones in another form, whatever they are called."""


def told_otherwise(report: Report, previous: Report) -> Iterator[Finding]:
    """Sentences with last year's figures for this year's, or with other ones for last year's.

    Args:
        report: The report whose sentences are read.
        previous: The same body's of the year before.
    """
    for claim in read_claims(report):
        if not claim.counted or claim.scope or claim.loose or not _has_cells(claim, previous):
            continue
        if report.form.id != previous.form.id and claim.subject.startswith(_TABLE_TWO):
            continue
        before = number_of(previous, claim.cells)
        if before is None:
            continue
        same = agrees(previous, claim, before)
        now = number_of(report, claim.cells) if claim.year == report.year else None
        if claim.year == previous.year and not same:
            said = (
                f"正文说{claim.year}年“{claim.label}”为{_stated(claim)}，"
                f"该年度报告为{_held(before, claim)}，请核对。"
            )
            yield _finding(report, claim, "years.told_before", said, number_text(before))
        elif same and claim.value and now is not None and not agrees(report, claim, now):
            said = (
                f"正文“{claim.label}”{_stated(claim)}是{previous.year}年度报告的数，"
                f"本年表格为{_held(now, claim)}，请核对是否沿用了上年的文字。"
            )
            yield _finding(report, claim, "years.told_again", said, number_text(now))


def _has_cells(claim: Claim, report: Report) -> bool:
    return bool(claim.cells) and all(cell in report.form.figures for cell in claim.cells)


def _stated(claim: Claim) -> str:
    return f"{number_text(claim.value)}{claim.unit}"


def _held(figure: Number, claim: Claim) -> str:
    """A table's figure in the unit of a claim; of money the table has its own."""
    return number_text(figure) + ("" if "元" in claim.unit else claim.unit)


def _finding(report: Report, claim: Claim, rule: str, message: str, expected: str) -> Finding:
    return Finding(
        id=fingerprint(RuleId(rule), claim.cells, [_stated(claim), str(claim.figure.start)]),
        rule=RuleId(rule),
        severity=Severity.WARNING,
        title="正文的数与上一年度报告",
        place_label=place_label(report.document, claim.figure.start),
        message=message,
        cells=claim.cells,
        spans=(claim.figure,),
        expected=expected,
        found=_stated(claim),
        basis="同一单位前后年度报告的数据应当衔接",
    )
