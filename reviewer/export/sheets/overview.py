"""审核概览: what was reviewed, by whom, with which result, on one page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from reviewer.base import CellId
from reviewer.checks.model import SEVERITY_NAMES, Outcome
from reviewer.document.reviewed import FINDINGS, OVERVIEW
from reviewer.export.book import Book
from reviewer.export.marks import Mark
from reviewer.export.printing import set_up_page
from reviewer.export.remarks import proposal
from reviewer.export.sheets.findings import PENDING
from reviewer.export.style import Look
from reviewer.export.writing import Area, at, height, lines_needed, link, span, title, widths, write
from reviewer.forms.report import Kind, Report
from reviewer.review.coverage import coverage_of
from reviewer.review.model import VERDICT_NAMES

_WIDTHS = (18.0, 14.0, 14.0, 14.0, 14.0, 14.0)
_VALUE = 5
"""How many columns a value is merged over, beside its label."""
_SUSPECTS = 8
"""At most this many suspects are named: the sheet is a summary."""

_UNSEEN = 12
"""At most this many figures that are still to be looked at are named."""


class Line(NamedTuple):
    """A label and its value."""

    label: str
    value: str


def write_overview(book: Book) -> None:
    """Add the summary sheet."""
    sheet = book.sheet(OVERVIEW)
    widths(sheet, _WIDTHS)
    heading = f"{book.report.body or '单位不明'}政府信息公开工作年度报告审核表"
    title(sheet, heading, sum(_WIDTHS), len(_WIDTHS))
    row = _section(sheet, 2, "报告", _about_report(book))
    row = _section(sheet, row, "读取", _about_reading(book))
    row = _counts(book, sheet, row)
    row = _section(sheet, row, "规则核验", _about_rules(book))
    row = _section(sheet, row, "目视核对", _about_eyes(book))
    row = _section(sheet, row, "最可疑的数字", _about_suspects(book))
    row = _section(sheet, row, "审核", _about_review(book))
    _legend(sheet, row)
    set_up_page(sheet, book.name, one_page=True)


def _about_report(book: Book) -> Iterator[Line]:
    report = book.report
    yield Line("报告标题", report.title or "（未找到标题）")
    doubt = "" if report.body_sure else "（推定，请核对）"
    yield Line("报告单位", f"{report.body}{doubt}" if report.body else "（未识别）")
    yield Line("报告年度", report.year_name or "（未识别）")
    yield from _about_form(report)
    if report.evidence:
        yield Line("识别依据", "\n".join(report.evidence))
    origin = report.document.origin
    yield Line("来源文件", PurePath(origin.path).name or "（剪贴板）")
    encoding = f"，{origin.encoding}" if origin.encoding else ""
    yield Line("文件格式", f"{origin.format}{encoding}，{origin.size} 字节")
    yield Line("SHA-256", origin.sha256)


def _about_form(report: Report) -> Iterator[Line]:
    if report.is_formless:
        yield Line("所用格式", "按学年编制，不适用规定的格式")
        return
    yield Line("所用格式", f"{report.form.id}（{report.form.basis}）")
    due = report.form_due or "年度不明，无法确定"
    yield Line("应用格式", due if due == report.form.id else f"{due}　⚠ 与所用格式不同")
    yield Line("格式把握", f"{report.confidence:.0%}")


def _about_reading(book: Book) -> Iterator[Line]:
    readings = book.report.readings
    if not readings:
        yield Line("数据表", "这份报告没有可核对的表格。")
    else:
        missing = sum(reading.kind is Kind.MISSING for reading in readings)
        unsure = sum(reading.is_doubtful for reading in readings)
        yield Line(
            "单元格",
            f"共 {len(readings)} 格：已读 {len(readings) - missing}，"
            f"其中存疑 {unsure}；报告中没有 {missing}",
        )
    yield Line("更正读数", f"{len(book.review.transcriptions)} 格")
    yield Line("修改建议", f"{len(book.review.proposals)} 格")
    problems = [problem.message for problem in book.report.problems]
    for text in (*problems, *book.report.document.warnings):
        yield Line("注意", text)


def _about_rules(book: Book) -> Iterator[Line]:
    evaluations = book.review.checked.evaluations
    if not evaluations:
        yield Line("核验结果", "没有可以核验的算术规则。")
        return
    if book.review.compared is not None:
        yield Line("跨年度比对", "\n".join(book.review.compared.sentences))
    by_outcome = Counter(evaluation.outcome for evaluation in evaluations)
    yield Line(
        "核验结果",
        f"共 {len(evaluations)} 条：成立 {by_outcome[Outcome.HOLDS]}，"
        f"不成立 {by_outcome[Outcome.BROKEN]}，无法核对 {by_outcome[Outcome.UNKNOWN]}",
    )
    figures = book.report.form.figures
    watched: set[CellId] = set()
    for evaluation in evaluations:
        if evaluation.outcome is not Outcome.UNKNOWN:
            watched.update(evaluation.cells)
    covered = len(watched & figures.keys())
    yield Line("覆盖面", f"{len(figures)} 格中有 {covered} 格至少受一条已核验的规则约束")


def _about_eyes(book: Book) -> Iterator[Line]:
    """What no equation guards, and how much of it was compared with the source."""
    coverage = coverage_of(book.review)
    if not coverage.to_see:
        yield Line("目视核对", "没有需要目视核对的格。")
        return
    yield Line(
        "目视核对",
        f"没有等式约束的 {len(coverage.unguarded)} 格，已核对 {coverage.unguarded_seen} 格；"
        f"读数存疑的 {len(coverage.doubtful)} 格，已解决 {coverage.doubtful_seen} 格",
    )
    left = [book.describe(cell) for cell in coverage.to_see if cell not in coverage.seen]
    if left:
        more = f"等 {len(left)} 格" if len(left) > _UNSEEN else ""
        yield Line("尚未核对", "；".join(left[:_UNSEEN]) + more)


def _about_suspects(book: Book) -> Iterator[Line]:
    suspects = book.review.checked.suspects
    for number, suspect in enumerate(suspects[:_SUSPECTS], start=1):
        broken = f"，改后 {len(suspect.explains)} 条规则成立"
        yield Line(f"可能 {number}", proposal(book, suspect) + broken)
    if len(suspects) > _SUSPECTS:
        yield Line("其余", f"另有 {len(suspects) - _SUSPECTS} 种可能，见程序窗口。")
    if not suspects:
        yield Line("结果", "没有。")


def _about_review(book: Book) -> Iterator[Line]:
    decisions = [book.review.decision_of(finding) for finding in book.findings]
    given = [decision for decision in decisions if decision is not None]
    stale = sum(decision.stale for decision in given)
    text = f"{len(book.findings)} 个问题中 {len(given) - stale} 个已核定"
    yield Line("核定", text + (f"，{stale} 个数字已变、待复核" if stale else ""))
    yield Line("批注", f"{len(book.review.notes)} 条")
    yield Line("审核人", book.author or "（未填写）")
    yield Line("导出时间", book.time.strftime("%Y-%m-%d %H:%M:%S"))


def _section(sheet: Worksheet, row: int, name: str, lines: Iterator[Line]) -> int:
    """Write a heading and lines; the row after them."""
    row = _heading(sheet, row, name)
    look = Look()
    room = look.room(sum(_WIDTHS[1 : 1 + _VALUE]))
    for line in lines:
        write(at(sheet, row, 1), line.label, Look(color="muted", fill="panel"))
        span(sheet, Area(row, 2, columns=_VALUE), line.value, look)
        sheet.row_dimensions[row].height = height(lines_needed(line.value, room))
        row += 1
    return row


def _heading(sheet: Worksheet, row: int, name: str) -> int:
    look = Look(color="accent", bold=True, size=11, lined=False, vertical="bottom")
    span(sheet, Area(row, 1, columns=len(_WIDTHS)), name, look)
    sheet.row_dimensions[row].height = 26
    return row + 1


def _counts(book: Book, sheet: Worksheet, row: int) -> int:
    """Findings by severity and verdict."""
    row = _heading(sheet, row, "问题")
    link(at(sheet, row - 1, 1), FINDINGS, "A1")
    verdicts = [*VERDICT_NAMES, None]
    counted: Counter[tuple[object, object]] = Counter()
    for finding in book.findings:
        decision = book.review.decision_of(finding)
        standing = decision is not None and not decision.stale
        counted[finding.severity, decision.verdict if decision and standing else None] += 1
    names = [VERDICT_NAMES[verdict] if verdict else PENDING for verdict in verdicts]
    _count_row(sheet, row, ["级别", *names], is_head=True)
    for severity, name in SEVERITY_NAMES.items():
        row += 1
        _count_row(sheet, row, [name, *(counted[severity, verdict] for verdict in verdicts)])
    row += 1
    totals = [sum(counted[s, verdict] for s in SEVERITY_NAMES) for verdict in verdicts]
    _count_row(sheet, row, ["合计", *totals])
    return row + 1


def _count_row(
    sheet: Worksheet, row: int, values: list[str | int], *, is_head: bool = False
) -> None:
    for column, value in enumerate(values, start=1):
        ground = "head" if is_head or column == 1 else None
        look = Look(bold=is_head, fill=ground, horizontal="center")
        write(at(sheet, row, column), value, look)
    sheet.row_dimensions[row].height = height(1)


def _legend(sheet: Worksheet, row: int) -> None:
    """What the shapes and colours at the figures mean."""
    row = _heading(sheet, row, "图例")
    for index, mark in enumerate(Mark):
        line, column = divmod(index, len(_WIDTHS))
        look = Look(color=mark.color, fill=mark.fill, horizontal="center")
        write(at(sheet, row + line, column + 1), f"{mark.shape or '缺'} {mark.title}", look)
        sheet.row_dimensions[row + line].height = height(2)
