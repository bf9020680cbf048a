"""The selected finding in full has the room that the rows leave."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from reviewer.window.findings.panel import FindingsPanel
from reviewer.window.findings.rows import Filter
from reviewer.window.selection import Chooser
from tests.gui.desks import Desk, faulty


def test_few_rows_leave_the_message_more_lines(desk: Desk) -> None:
    review = desk.open(faulty())
    panel = desk.show(FindingsPanel, 560, 210)
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
