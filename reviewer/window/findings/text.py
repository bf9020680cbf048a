"""Findings as text for the clipboard: rows for a spreadsheet, items for a return note."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from reviewer.forms.report import Report
from reviewer.review.model import Verdict
from reviewer.window.findings.rows import FindingRow

_NOT_THE_REPORTS_FAULT = (Verdict.MISREAD, Verdict.EXPLAINED)


def as_lines(rows: Iterable[FindingRow]) -> str:
    """A line a finding, its fields parted by tabs."""
    return "\n".join("\t".join(" ".join(text.split()) for text in row.texts) for row in rows)


def suggestions(rows: Iterable[FindingRow]) -> str:
    """What should stand where the findings are, a line each, as far as they say so."""
    return "\n".join(row.finding.expected for row in rows if row.finding.expected)


def as_return_note(report: Report, rows: Iterable[FindingRow]) -> str:
    """What the reporting body is asked to put right.

    If any finding was judged to be the report's fault, those are listed; else all that were
    not judged to be something else.
    """
    items = [row for row in rows if _concerns_the_body(row)]
    judged = [row for row in items if row.settled]
    listed = [row for row in judged if _verdict(row) is Verdict.REPORT_WRONG] or items
    head = _tr("{title}：经审核，以下 {count} 处请核实更正。").format(
        title=report.title or report.body or _tr("贵单位年度报告"), count=len(listed)
    )
    lines = [f"{number}. {_item(row)}" for number, row in enumerate(listed, start=1)]
    return "\n".join([head, *lines])


def _concerns_the_body(row: FindingRow) -> bool:
    return not (row.settled and _verdict(row) in _NOT_THE_REPORTS_FAULT)


def _verdict(row: FindingRow) -> Verdict | None:
    return row.decision.verdict if row.decision is not None else None


def _item(row: FindingRow) -> str:
    finding = row.finding
    parts = [f"{finding.place_label}（{finding.title}）：{finding.message.rstrip('。')}。"]
    if row.settled and row.decision is not None and row.decision.reason:
        parts.append(_tr("审核意见：{}。").format(row.decision.reason.rstrip("。")))
    if finding.basis:
        parts.append(_tr("依据：{}。").format(finding.basis.rstrip("。")))
    return "".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Findings", text)
