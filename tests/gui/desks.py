"""A workbench with open reviews, and gestures on the panels that show them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer.base import CellId
from reviewer.forms.report import Reading, Report
from reviewer.review.review import Review
from reviewer.window.desk.desk import Means
from reviewer.window.desk.workbench import Workbench
from reviewer.window.look import fonts
from reviewer.window.look.theme import Theme
from reviewer.window.selection import Selection
from tests.reports import make_report

Panel = TypeVar("Panel", bound=QWidget)

NEW = CellId("requests.new.natural_person")
CARRIED_IN = CellId("requests.carried_in.natural_person")
TOTAL = CellId("requests.total.natural_person")
GRAND_TOTAL = CellId("requests.total.total")

GOOD = {
    "requests.new.natural_person": 12,
    "requests.new.business": 2,
    "requests.new.total": 14,
    "requests.carried_in.natural_person": 1,
    "requests.carried_in.total": 1,
    "requests.granted.natural_person": 12,
    "requests.granted.business": 2,
    "requests.granted.total": 14,
    "requests.total.natural_person": 12,
    "requests.total.business": 2,
    "requests.total.total": 14,
    "requests.carried_out.natural_person": 1,
    "requests.carried_out.total": 1,
}
"""A report in which every rule holds."""


def sound() -> Report:
    return make_report("2021", GOOD, body="云岭县清溪街道办事处")


def faulty() -> Report:
    """(七) of natural persons is 11 where 12 is meant: three rules are broken."""
    return make_report("2021", {**GOOD, "requests.total.natural_person": 11})


def bare(text: str) -> Report:
    """A report of which nothing is known but the text."""
    report = sound()
    document = report.document.model_copy(update={"text": text})
    readings = tuple(Reading(cell=cell) for cell in report.form.figures)
    return report.model_copy(update={"document": document, "readings": readings, "sections": ()})


class Desk:
    """A workbench without a library, and the theme of its panels."""

    def __init__(self, qtbot: QtBot) -> None:
        fonts.use_size(10.0)
        self.qtbot = qtbot
        self.host = QWidget()
        qtbot.addWidget(self.host)
        self.theme = Theme("light", self.host)
        self.workbench = Workbench(Means(author="审核员甲"), self.host)
        self.selections: list[Selection] = []
        self.said: list[str] = []
        self.workbench.selection_changed.connect(self.selections.append)
        self.workbench.said.connect(self.said.append)

    def open(self, report: Report) -> Review:
        self.workbench.add(report)
        review = self.workbench.current
        assert review is not None
        return review

    def lines(self, count: float) -> int:
        """Pixels of so many lines; fonts differ in them, and so do the machines of reviewers."""
        return round(count * self.host.fontMetrics().lineSpacing())

    def show(
        self,
        panel: Callable[[Workbench, Theme, QWidget], Panel],
        width: int = 1000,
        height: int = 400,
    ) -> Panel:
        self.host.resize(width, height)
        shown = panel(self.workbench, self.theme, self.host)
        shown.resize(width, height)
        self.host.show()
        self.qtbot.waitExposed(self.host)
        QApplication.processEvents()
        return shown

    def write(self, widget: QWidget, text: str) -> None:
        """Type any text, as an input method does; QTest types Latin letters only."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(widget, event)

    def hover(self, widget: QWidget, point: QPoint) -> None:
        """Let the pointer rest."""
        event = QHelpEvent(QEvent.Type.ToolTip, point, widget.mapToGlobal(point))
        QApplication.sendEvent(widget, event)

    def turn_wheel(self, widget: QWidget, by: int, modifiers: Qt.KeyboardModifier) -> None:
        """Turn the wheel over the middle of a widget."""
        middle = widget.rect().center()
        event = QWheelEvent(
            QPointF(middle),
            QPointF(widget.mapToGlobal(middle)),
            QPoint(0, 0),
            QPoint(0, by),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)
