"""A reviewer's hand on a grid: clicks, keys and what stands in the cells."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.base import CellId
from reviewer.forms.report import Report
from reviewer.review.review import Review
from reviewer.window.grid.editor import FigureEditor
from reviewer.window.grid.page import GridPage
from reviewer.window.grid.view import GridView
from tests.gui.desks import Desk

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
BUSINESS = CellId("requests.new.business")


class Hand:
    """A page with a report, and what a reviewer does with it."""

    def __init__(self, desk: Desk, report: Report, key: str = "requests") -> None:
        self.desk = desk
        self.review: Review = desk.open(report)
        self.page = GridPage(key, desk.workbench, desk.theme, desk.host)
        desk.workbench.changed.connect(self.page.refresh)
        desk.workbench.what_if_changed.connect(self.page.show_what_if)
        self.page.show_review(self.review)
        self.resize(700, 640)

    @property
    def view(self) -> GridView:
        return self.page.view

    @property
    def current(self) -> CellId | None:
        return self.view.current_cell

    @property
    def editor(self) -> FigureEditor:
        editor = self.view.indexWidget(self.view.currentIndex())
        assert isinstance(editor, FigureEditor)
        return editor

    def resize(self, width: int, height: int) -> None:
        self.desk.host.resize(width, height)
        self.page.resize(width, height)
        self.desk.host.show()
        self.desk.qtbot.waitExposed(self.desk.host)
        QApplication.processEvents()

    def middle(self, cell: str) -> QPoint:
        return self.view.visualRect(self.view.grid.index_of(CellId(cell))).center()

    def click(self, cell: str, modifiers: Qt.KeyboardModifier | None = None) -> None:
        keys = modifiers or Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, keys, self.middle(cell))
        self.view.setFocus()

    def click_label(self, text: str) -> None:
        place = next(one for one in self.view.grid.layout_shown.cells if one.text == text)
        rect = self.view.visualRect(self.view.grid.index(place.row, place.column))
        QTest.mouseClick(
            self.view.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            rect.center(),
        )

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        target = self.editor if self.view.editing else self.view
        QTest.keyClick(target, key, modifiers or Qt.KeyboardModifier.NoModifier)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """The first character goes to the grid, the others to the editor that it opens."""
        for character in text:
            target = self.editor if self.view.editing else self.view
            nothing = Qt.KeyboardModifier.NoModifier
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, nothing, character)
            QApplication.sendEvent(target, event)

    def editing_as(self) -> str:
        return self.editor.mode.value

    def copied(self) -> str:
        return QGuiApplication.clipboard().text()
