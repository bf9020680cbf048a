"""What a reader of the workbook is told of one figure."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.base import CellId
from reviewer.checks.model import Evaluation, Outcome, Suspect
from reviewer.export.book import Book
from reviewer.forms.report import Kind
from reviewer.review.model import VERDICT_NAMES


def remarks_on(book: Book, cell: CellId) -> list[str]:
    """Lines of the comment on a marked figure; none for a figure without marks."""
    if cell not in book.marks:
        return []
    return [
        *_three_values(book, cell),
        *_doubts(book, cell),
        *_rules(book, cell),
        *_suspicion(book, cell),
        *_notes(book, cell),
    ]


def _three_values(book: Book, cell: CellId) -> Iterator[str]:
    review = book.review
    original = review.original.by_cell[cell]
    yield f"原文：{_printed(original.printed)}{_where(book, cell)}"
    if cell in review.transcriptions:
        yield f"读取：{_printed(review.transcriptions[cell])}（审核人更正）"
    else:
        number = review.report.by_cell[cell].number
        yield f"读取：{'无数字' if number is None else number}"
    if cell in review.proposals:
        yield f"建议：{review.proposals[cell]}"


def _printed(text: str | None) -> str:
    if text is None:
        return "（报告中没有这一格）"
    return text.strip() or "（空白）"


def _where(book: Book, cell: CellId) -> str:
    """Where in the source a figure stands, in brackets; empty if it has no place."""
    place = book.review.original.by_cell[cell].place
    if place is None:
        return ""
    return f"（{book.report.document.where(place.span)}）"


def _doubts(book: Book, cell: CellId) -> Iterator[str]:
    reading = book.report.by_cell[cell]
    if reading.doubt and reading.kind is not Kind.MISSING:
        yield f"存疑：{reading.doubt}"
    if reading.candidates:
        yield f"其他读法：{'、'.join(reading.candidates)}"


def _rules(book: Book, cell: CellId) -> Iterator[str]:
    """The rules that do not hold here, with their sums; else what findings say of the cell."""
    broken = [
        evaluation
        for evaluation in book.review.checked.evaluations
        if evaluation.outcome is Outcome.BROKEN and cell in evaluation.cells
    ]
    for evaluation in broken:
        yield f"规则：{evaluation.title}：{_sums(evaluation)}"
    told = {evaluation.rule for evaluation in broken}
    for finding in book.findings:
        if cell in finding.cells:
            if finding.rule not in told and finding.outcome is Outcome.BROKEN:
                yield f"规则：{finding.title}：{finding.message}"
            decision = book.review.decision_of(finding)
            if decision is not None:
                reason = f"，{decision.reason}" if decision.reason else ""
                yield f"核定：{finding.title}：{VERDICT_NAMES[decision.verdict]}{reason}"


def _sums(evaluation: Evaluation) -> str:
    """A rule that does not hold, written out: ``12＋1 ≠ 11＋1，差 1``."""
    text = f"{evaluation.left} 应{evaluation.relation} {evaluation.right}"
    if evaluation.relation in {"=", "＝", "=="}:
        text = f"{evaluation.left} ≠ {evaluation.right}"
    if evaluation.difference is not None:
        text += f"，差 {abs(evaluation.difference)}"
    return text


def _suspicion(book: Book, cell: CellId) -> Iterator[str]:
    for suspect in book.review.checked.suspects:
        if any(change.cell == cell for change in suspect.changes):
            yield f"可疑：{proposal(book, suspect)}，{len(suspect.explains)}条规则即成立"
            return


def proposal(book: Book, suspect: Suspect) -> str:
    """What a suspect would change: ``（七）总计 · 自然人 11 → 12（少一位数字）``."""
    changes = "、".join(
        f"{book.describe(change.cell)} {change.printed.strip() or '空白'} → {change.proposed}"
        for change in suspect.changes
    )
    return f"{changes}（{suspect.why}）" if suspect.why else changes


def _notes(book: Book, cell: CellId) -> Iterator[str]:
    for note in book.review.notes:
        if note.cell == cell:
            yield f"批注：{note.text}"
