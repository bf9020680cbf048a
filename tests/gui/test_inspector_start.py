"""The inspector while no figure is selected: the report in short, and where to begin."""

from __future__ import annotations

from reviewer.review.model import Verdict
from tests.gui.desks import Desk, faulty, sound
from tests.gui.inspected import click, seen, shown
from tests.reports import make_report


def test_nothing_selected_says_what_belongs_here(desk: Desk) -> None:
    panel = shown(desk, faulty(), None)
    assert "选中表格里的一格" in seen(panel)
    assert panel.cell is None


def test_a_report_without_tables_is_not_asked_for_cells(desk: Desk) -> None:
    panel = shown(desk, make_report("2008", year=2016), None)
    assert "正文数据" in seen(panel)
    assert "选中表格" not in seen(panel)


def test_before_anything_is_selected_it_leads_to_the_first_finding(desk: Desk) -> None:
    panel = shown(desk, faulty(), None)
    assert "石桥镇人民政府 2023" in seen(panel)
    assert "待核：错误 3。" in seen(panel)
    click(panel.start.begin)
    assert desk.workbench.current is not None
    assert desk.workbench.selection.finding == desk.workbench.current.checked.findings[0].id
    assert panel.cell is not None


def test_a_report_without_findings_has_nothing_to_begin_with(desk: Desk) -> None:
    panel = shown(desk, sound(), None)
    assert "没有待核的问题" in seen(panel)
    assert not panel.start.begin.isVisible()


def test_when_all_findings_have_a_verdict_it_leads_to_the_export(desk: Desk) -> None:
    panel = shown(desk, faulty(), None)
    assert desk.workbench.current is not None
    findings = desk.workbench.current.checked.findings
    for finding in findings:
        desk.workbench.decide(finding.id, Verdict.REPORT_WRONG)
    assert "可以导出审核表（Ctrl+E）" in seen(panel)
    assert not panel.start.begin.isVisible()
    desk.workbench.decide(findings[0].id, None)
    assert "待核：错误 1。" in seen(panel)
    assert panel.start.begin.isVisible()


def test_what_is_to_be_known_of_the_file_is_said(desk: Desk) -> None:
    report = faulty()
    told = "文件里有图片，图片中的文字和表格没有读取。"
    document = report.document.model_copy(update={"warnings": (told,)})
    panel = shown(desk, report.model_copy(update={"document": document}), None)
    assert panel.start.remarks.isVisible()
    assert panel.start.remarks.text() == told
    desk.open(sound())
    assert not panel.start.remarks.isVisible()
