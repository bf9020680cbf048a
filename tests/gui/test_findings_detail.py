"""The selected finding in full has the room that the rows leave."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from reviewer.paths import resource
from reviewer.window.findings.panel import FindingsPanel
from reviewer.window.findings.rows import Filter
from reviewer.window.selection import Chooser
from tests.gui.desks import Desk, faulty


def test_few_rows_leave_the_message_more_lines(desk: Desk) -> None:
    review = desk.open(faulty())
    panel = desk.show(FindingsPanel, 560, desk.lines(11))
    findings = review.checked.findings
    assert len(findings) >= 3
    desk.workbench.select_finding(findings[0].id, Chooser.DIALOG)
    QApplication.processEvents()
    crowded = panel.detail.height()
    panel.words.setText(findings[0].title)
    QApplication.processEvents()
    assert len(panel.shown()) == 1
    assert panel.detail.height() > crowded
    assert panel.table.visualRect(panel.table.currentIndex()).height() > 0
    panel.words.clear()
    panel.chips.choose(Filter.ALL)
    QApplication.processEvents()
    assert panel.detail.height() == crowded


def test_no_row_is_cut_where_there_are_more_than_are_seen(desk: Desk) -> None:
    text = open_text(resource("samples/松涧乡_2020.txt").read_text("utf-8"))
    review = desk.open(read_report(text))
    findings = review.checked.findings
    panel = desk.show(FindingsPanel, 560, 300)
    desk.workbench.select_finding(findings[0].id, Chooser.DIALOG)
    table, crowded = panel.table, 0
    for height in range(180, 260, 7):
        panel.resize(560, height)
        QApplication.processEvents()
        row, seen = table.verticalHeader().defaultSectionSize(), table.viewport().height()
        if panel.detail.isVisible() and seen < row * len(findings):
            crowded += 1
            assert seen % row == 0
            assert seen >= 2 * row
    assert crowded >= 3


def test_a_short_message_takes_no_room_from_the_rows(desk: Desk) -> None:
    text = open_text(resource("samples/松涧乡_2020.txt").read_text("utf-8"))
    review = desk.open(read_report(text))
    panel = desk.show(FindingsPanel, 1800, 300)
    seen = {}
    for finding in review.checked.findings:
        desk.workbench.select_finding(finding.id, Chooser.DIALOG)
        QApplication.processEvents()
        seen[panel.detail.lines] = panel.table.viewport().height()
        current = panel.table.visualRect(panel.table.currentIndex())
        assert panel.table.viewport().rect().contains(current)
    assert len(seen) > 1
    assert seen[min(seen)] > seen[max(seen)]
