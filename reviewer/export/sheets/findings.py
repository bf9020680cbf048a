"""问题清单: one finding a row, with a link to the figure it speaks of."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.checks.model import SEVERITY_NAMES, SEVERITY_SIGNS, Evaluation, Finding, Outcome
from reviewer.checks.pointing import likely
from reviewer.checks.writing import number_text
from reviewer.document.reviewed import FINDINGS
from reviewer.export.book import NOTES, Book
from reviewer.export.printing import set_up_page
from reviewer.export.remarks import proposal
from reviewer.export.style import Look
from reviewer.export.writing import (
    HEAD_ROW,
    Column,
    Value,
    at,
    beginning,
    link_number,
    record,
    remark,
    start_list,
    write,
)
from reviewer.review.model import VERDICT_NAMES, Decision

PENDING = "待核"

_COLUMNS = (
    Column("序号", 5, "center", repeats=True),
    Column("级别", 8, "center", repeats=True),
    Column("位置", 20, repeats=True),
    Column("出处", 8, "center", repeats=True),
    Column("规则", 18, repeats=True),
    Column("问题", 36),
    Column("原文", 11),
    Column("实得", 11),
    Column("应为", 11),
    Column("依据", 17),
    Column("核定", 10, "center", repeats=True),
    Column("说明", 26),
    Column("修改建议", 21),
)
_VERDICT = 11
_MOST_NAMED = 3
"""At most this many equally likely suspects are named; more would be no advice."""


def write_findings(book: Book) -> None:
    """Add the list of findings."""
    sheet = book.sheet(FINDINGS)
    start_list(sheet, f"{book.name}　{FINDINGS}", _COLUMNS)
    row = HEAD_ROW + 1
    for number, finding in enumerate(book.findings, start=1):
        row = _write(book, sheet, row, number, finding)
    last = row - 1
    if book.findings:
        sheet.auto_filter.ref = f"A{HEAD_ROW}:{get_column_letter(len(_COLUMNS))}{last}"
        _offer_verdicts(sheet, last)
    else:
        remark(sheet, HEAD_ROW + 1, len(_COLUMNS), "没有发现问题。")
    sheet.freeze_panes = f"D{HEAD_ROW + 1}"
    heading = f"{book.name}　{FINDINGS}"
    set_up_page(sheet, heading, landscape=True, head_rows=(HEAD_ROW, HEAD_ROW))


def _write(book: Book, sheet: Worksheet, row: int, number: int, finding: Finding) -> int:
    values: tuple[Value, ...] = (
        number,
        f"{SEVERITY_SIGNS[finding.severity]} {SEVERITY_NAMES[finding.severity]}",
        finding.place_label,
        _where(book, finding),
        finding.title,
        finding.message,
        *_values(book, finding),
        finding.basis,
        verdict_name(book, finding),
        _explanation(book, finding),
        _advice(book, finding),
    )
    behind = record(sheet, row, _COLUMNS, values)
    goes_on = behind > row + 1
    look = Look(color=finding.severity.value, bold=True, horizontal="center", vertical="top")
    write(at(sheet, row, 2), values[1], look._replace(goes_on=goes_on))
    target = next((book.places[cell] for cell in finding.cells if cell in book.places), None)
    if target is not None:
        link_number(sheet, row, target.sheet, target.ref, goes_on=goes_on)
    return behind


def _values(book: Book, finding: Finding) -> tuple[str, str, str]:
    """What the source says, what that comes to, and what it should be.

    Of a sum that does not add up both sides, unless its total is what is wrong.
    """
    broken = _evaluation(book, finding)
    if broken is not None and broken.relation == "＝" and broken.difference is not None:
        left, right = number_text(broken.left_value), number_text(broken.right_value)
        if finding.found != left:
            found, expected = finding.found or f"{left}≠{right}", finding.expected or "两边相等"
            return f"{broken.left}≠{broken.right}", found, expected
    printed = (book.review.original.by_cell[cell].printed or "" for cell in finding.cells[:1])
    return next(printed, "").strip(), finding.found, finding.expected


def _evaluation(book: Book, finding: Finding) -> Evaluation | None:
    """The rule as it was worked out that a finding is about; None of what is no sum."""
    return next(
        (
            one
            for one in book.review.checked.evaluations
            if one.rule == finding.rule and one.cells == finding.cells
        ),
        None,
    )


def _where(book: Book, finding: Finding) -> str | None:
    """The line, page or cell of the source that it can be looked up in."""
    if finding.spans:
        return book.report.document.where(finding.spans[0])
    places = (book.review.original.by_cell[cell].place for cell in finding.cells[:1])
    return next((book.report.document.where(place.span) for place in places if place), None)


def verdict_name(book: Book, finding: Finding) -> str:
    """The verdict in words; whether it has to be looked at again."""
    decision = book.review.decision_of(finding)
    if decision is None:
        return PENDING if finding.outcome is Outcome.BROKEN else "无法核对"
    name = VERDICT_NAMES[decision.verdict]
    return f"{name}（数字已变，待复核）" if decision.stale else name


def _explanation(book: Book, finding: Finding) -> str:
    decision = book.review.decision_of(finding)
    lines = _moved(book, decision) if decision is not None else []
    lines += [decision.reason] if decision is not None and decision.reason else []
    lines += [
        f"批注：{beginning(note.text, f'“{NOTES}”')}"
        for note in book.review.notes
        if note.cell in finding.cells[:1]
    ]
    return "\n".join(lines)


def _moved(book: Book, decision: Decision) -> list[str]:
    """Both values of each figure that changed since the verdict was given."""
    return [
        f"{book.describe(cell)}：核定时为{was or '空白'}，现为{now or '空白'}"
        for cell, was, now in decision.moved
    ]


def _advice(book: Book, finding: Finding) -> str:
    """The reviewer's proposals for the cells; without any, what the suspects would change."""
    proposed = [
        f"{book.describe(cell)} 改为 {book.review.proposals[cell]}"
        for cell in finding.cells
        if cell in book.review.proposals
    ]
    if proposed:
        return "\n".join(proposed)
    broken = _evaluation(book, finding)
    suspects = likely(book.review.checked.suspects, broken.key) if broken is not None else ()
    if len(suspects) > _MOST_NAMED:
        return f"有{len(suspects)}种可能，请对照原件逐一核对。"
    return "；或".join(proposal(book, suspect) for suspect in suspects)


def _offer_verdicts(sheet: Worksheet, last: int) -> None:
    names = ",".join((PENDING, *VERDICT_NAMES.values()))
    offer = DataValidation(
        type="list", formula1=f'"{names}"', allow_blank=True, showErrorMessage=False
    )
    column = get_column_letter(_VERDICT)
    offer.add(f"{column}{HEAD_ROW + 1}:{column}{last}")
    sheet.add_data_validation(offer)
