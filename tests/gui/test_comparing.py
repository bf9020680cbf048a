"""A report beside its body's of the year before, both open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from reviewer.base import CellId
from reviewer.forms.report import Report
from reviewer.paths import resource
from reviewer.review.model import Verdict
from reviewer.window.findings.panel import FindingsPanel
from reviewer.window.inspector.panel import Inspector
from reviewer.window.reports.panel import ReportsPanel
from tests.gui.desks import Desk
from tests.gui.programs import Program
from tests.reports import make_report

IN = CellId("requests.carried_in.total")
OUT = CellId("requests.carried_out.total")


def now(year: int = 2023, body: str = "云岭县石桥镇人民政府") -> Report:
    return make_report("2021", {IN: 2, "requests.carried_in.natural_person": 2}, year, body=body)


def before(year: int = 2022, body: str = "石桥镇人民政府", out: int = 3) -> Report:
    values = {OUT: out, "requests.carried_out.natural_person": 2}
    return make_report("2021", values, year, body=body)


def told(panel: FindingsPanel) -> list[str]:
    found = [row.finding for row in panel.shown()]
    return [one.message for one in found if one.rule.startswith("years.")]


@pytest.mark.parametrize("last_first", [True, False])
def test_figures_that_do_not_follow_on_are_found(desk: Desk, last_first: bool) -> None:
    panel = desk.show(FindingsPanel)
    for report in (before(), now()) if last_first else (now(), before()):
        desk.open(report)
    review = next(one for one in desk.workbench.reviews if one.report.year == 2023)
    desk.workbench.show(review)
    assert told(panel) == ["本年报告填 2，按2022年度报告应为 3。"]
    assert "“云岭县石桥镇人民政府 2023”已与 2022 年度的报告比对，1 处不衔接。" in desk.said


def test_the_report_shown_gets_the_findings_when_last_years_is_opened_behind_it(
    desk: Desk,
) -> None:
    panel = desk.show(FindingsPanel)
    review = desk.open(now())
    desk.workbench._take(before(), bring=False)
    assert desk.workbench.current is review
    assert len(told(panel)) == 1
    desk.workbench.close_review(desk.workbench.reviews[1])
    assert told(panel) == []


def test_the_list_of_reports_counts_what_does_not_follow_on(program: Program) -> None:
    program.open(*sorted(resource("samples").glob("石桥镇_*.txt"), reverse=True))
    this, last = program.bench.reviews
    assert (this.report.year, last.report.year) == (2023, 2022)
    found = [one for one in this.checked.findings if one.rule.startswith("years.")]
    rows = program.window.panels.findings.shown()
    assert [row.finding for row in rows if row.finding in found] == found
    program.bench.close_all()
    assert not program.bench.reviews


def test_the_list_counts_anew_when_last_years_report_is_corrected_or_closed(
    desk: Desk,
) -> None:
    panel = desk.show(ReportsPanel)
    this, last = desk.open(now()), desk.open(before())

    def waiting() -> str:
        model = panel.list.model()
        return str(model.data(model.index(0, 0))).rsplit(maxsplit=1)[-1]

    desk.workbench.show(this)
    assert waiting() == "3"
    desk.workbench.show(last)
    desk.workbench.transcribe(OUT, "2")
    desk.workbench.show(this)
    assert waiting() == "2"
    desk.workbench.show(last)
    desk.workbench.undo()
    desk.workbench.show(this)
    assert waiting() == "3"
    desk.workbench.show(last)
    desk.workbench.close_review(last)
    assert waiting() == "2"


def test_the_overview_keeps_what_a_comparison_came_to(desk: Desk) -> None:
    panel = desk.show(Inspector, width=300)
    last = desk.open(make_report("2019", {OUT: 2}, 2020, body="石桥镇人民政府"))
    this = desk.open(make_report("2021", {IN: 2}, 2021, body="云岭县石桥镇人民政府"))
    assert panel.start.last_year.said.text().splitlines() == [
        "已与本单位2020年度报告比对，7处衔接，0处不衔接。",
        "两年的格式不同，表二不可比。",
    ]
    model = desk.show(ReportsPanel).list.model()
    tips = [str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)) for row in range(2)]
    assert ["表二不可比" in tip for tip in tips] == [False, True]
    desk.workbench.close_review(last)
    assert desk.workbench.current is this
    assert not panel.start.last_year.isVisible()
    desk.workbench._take(last.original, bring=False)
    assert panel.start.last_year.isVisible()


@pytest.mark.parametrize(
    "other", [before(2021), before(2023), before(body="云岭县清溪街道办事处"), before(body="")]
)
def test_other_reports_are_not_compared(desk: Desk, other: Report) -> None:
    panel = desk.show(FindingsPanel)
    desk.open(other)
    desk.open(now())
    assert told(panel) == []


def test_what_is_doubted_is_not_compared(desk: Desk) -> None:
    panel = desk.show(FindingsPanel)
    last = before()
    doubted = last.by_cell[OUT].model_copy(update={"sure": False})
    desk.open(last.replaced({OUT: doubted}))
    desk.open(now())
    assert told(panel) == []


def test_correcting_either_report_settles_it(desk: Desk) -> None:
    panel = desk.show(FindingsPanel)
    last = desk.open(before())
    this = desk.open(now())
    desk.workbench.transcribe(IN, "3")
    assert told(panel) == []
    desk.workbench.undo()
    assert len(told(panel)) == 1
    desk.workbench.show(last)
    desk.workbench.transcribe(OUT, "2")
    desk.workbench.show(this)
    assert told(panel) == []


def test_a_verdict_on_it_stays_while_the_other_report_is_closed(desk: Desk) -> None:
    panel = desk.show(FindingsPanel)
    desk.open(before())
    review = desk.open(now())
    (row,) = [one for one in panel.shown() if one.finding.rule == "years.carried"]
    desk.workbench.decide(row.finding.id, Verdict.EXPLAINED)
    last = desk.workbench.reviews[0]
    desk.workbench.close_review(last)
    assert told(panel) == []
    desk.workbench.add(last.report)
    desk.workbench.show(review)
    (row,) = [one for one in panel.shown() if one.finding.rule == "years.carried"]
    assert row.settled


def test_an_empty_list_of_findings_tells_of_the_comparison(desk: Desk) -> None:
    panel = desk.show(FindingsPanel)
    desk.open(make_report("2021", {}, 2022, body="石桥镇人民政府"))
    desk.open(make_report("2021", {}, 2023, body="云岭县石桥镇人民政府"))
    words = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert panel.shown() == []
    assert any("已与本单位2022年度报告比对，9处衔接" in text for text in words)


def test_of_two_reports_of_last_year_one_is_chosen(desk: Desk) -> None:
    panel, findings = desk.show(Inspector, width=300), desk.show(FindingsPanel)
    last, other = desk.open(before()), desk.open(before(out=5))
    this = desk.open(now())
    choice = panel.start.last_year
    assert told(findings) == []
    assert "有2份2022年度报告，数字不同" in choice.said.text()
    assert "请在“概况”中选定一份" in desk.said[-1]
    choice.choice.setFocus(Qt.FocusReason.TabFocusReason)
    for expected, step in ((3, Qt.Key.Key_Return), (5, Qt.Key.Key_Return)):
        QTest.keyClick(choice.choice, step)
        assert told(findings) == [f"本年报告填 2，按2022年度报告应为 {expected}。"]
        assert choice.choice.text().startswith("比对的是：")
        choice.choice.clearFocus()
        choice.choice.setFocus(Qt.FocusReason.TabFocusReason)
    desk.workbench.close_review(other)
    assert told(findings) == ["本年报告填 2，按2022年度报告应为 3。"]
    assert not choice.choice.isVisible()
    desk.workbench.close_review(last)
    assert told(findings) == []
    assert not choice.isVisible()
    assert desk.workbench.current is this


def test_one_report_of_last_year_in_two_files_needs_no_choice(desk: Desk) -> None:
    panel = desk.show(Inspector, width=300)
    report = before()
    origin = report.document.origin.model_copy(update={"sha256": "0" * 64, "path": "again.pdf"})
    document = report.document.model_copy(update={"origin": origin})
    for one in (report, report.model_copy(update={"document": document}), now()):
        desk.open(one)
    assert "1处不衔接" in panel.start.last_year.said.text()
    assert not panel.start.last_year.choice.isVisible()
