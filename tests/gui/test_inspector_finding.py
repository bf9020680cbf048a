"""The inspector tells findings: those of words, and those of a figure that are no sums."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from reviewer.paths import resource
from reviewer.review.model import Verdict
from reviewer.window.inspector.panel import Inspector
from reviewer.window.selection import Chooser
from tests.gui.desks import TOTAL, Desk, faulty
from tests.gui.inspected import click, seen, shown
from tests.gui.programs import FAULTY, Program


def test_a_finding_of_words_is_told_in_full_with_what_should_stand_there(desk: Desk) -> None:
    text = open_text(resource("samples/松涧乡_2020.txt").read_text("utf-8"))
    review = desk.open(read_report(text))
    panel = desk.show(Inspector, 280, 500)
    finding = next(
        one for one in review.checked.findings if not one.cells and one.expected and one.basis
    )
    desk.workbench.select_finding(finding.id, Chooser.FINDINGS)
    for words in (finding.title, finding.message, finding.expected, finding.basis):
        assert words in seen(panel)
    assert panel.title == "问题详情"
    click(panel.finding.copy)
    assert QGuiApplication.clipboard().text() == finding.expected
    figure = next(one for one in review.checked.findings if one.cells)
    desk.workbench.select_finding(figure.id, Chooser.FINDINGS)
    assert not panel.finding.isVisible()
    assert panel.cell is not None


def test_what_is_wrong_with_a_figure_beside_its_sums_is_told(program: Program) -> None:
    review = program.open(FAULTY)
    panel = program.window.panels.inspector
    finding = next(one for one in review.checked.findings if one.rule == "claims.explained")
    program.bench.select_finding(finding.id, Chooser.FINDINGS)
    assert panel.remarks.isVisible()
    assert finding.title in seen(panel)
    assert finding.message in seen(panel)
    full = panel.remarks.grab().toImage()
    program.bench.decide(finding.id, Verdict.EXPLAINED)
    assert panel.remarks.grab().toImage() != full  # an outline, as in the list
    program.bench.select_cell(TOTAL, Chooser.GRID)
    assert not panel.remarks.isVisible()
    assert all("（七）总计为11" not in one for one in seen(panel).splitlines())


def test_the_heading_says_what_is_shown(desk: Desk) -> None:
    panel = shown(desk, faulty(), None)
    assert panel.title == "概况"
    desk.workbench.select_cell(TOTAL, Chooser.GRID)
    assert panel.title == "单元格"
