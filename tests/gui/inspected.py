"""The inspector on a report, what is to be seen in it, and a click on its buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from reviewer.base import CellId
from reviewer.forms.report import Report
from reviewer.window.inspector.panel import Inspector
from reviewer.window.selection import Chooser
from tests.gui.desks import TOTAL, Desk


def shown(desk: Desk, report: Report, cell: str | None = TOTAL) -> Inspector:
    desk.open(report)
    panel = desk.show(Inspector, 252, 700)
    if cell is not None:
        desk.workbench.select_cell(CellId(cell), Chooser.GRID)
    settle()
    return panel


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def seen(panel: QWidget) -> str:
    """All text that is to be seen."""
    labels = [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    buttons = [one.text() for one in panel.findChildren(QAbstractButton) if one.isVisible()]
    return "\n".join(labels + buttons)


def click(button: QAbstractButton) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
