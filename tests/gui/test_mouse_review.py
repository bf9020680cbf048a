"""A review from beginning to end with the mouse; the keys only type words and figures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QToolButton, QWidget

from reviewer.base import CellId
from reviewer.review.model import Verdict
from reviewer.window.findings.rows import Field
from tests.gui.desks import GRAND_TOTAL, TOTAL
from tests.gui.programs import FAULTY, Program

LEFT = Qt.MouseButton.LeftButton


class Mouse:
    """The mouse over a program."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.panels = program.window.panels

    def click(self, widget: QWidget, point: QPoint | None = None, *, twice: bool = False) -> None:
        where = point if point is not None else widget.rect().center()
        QTest.mouseClick(widget, LEFT, pos=where)
        if twice:
            QTest.mouseDClick(widget, LEFT, pos=where)
        QApplication.processEvents()

    def click_finding(self, row: int, field: Field, *, twice: bool = False) -> None:
        table = self.panels.findings.table
        index = table.model().index(row, field)
        self.click(table.viewport(), table.visualRect(index).center(), twice=twice)

    def click_cell(self, cell: CellId, *, twice: bool = False) -> None:
        view = self.panels.tables.page("requests").view
        point = view.visualRect(view.grid.index_of(cell)).center()
        self.click(view.viewport(), point, twice=twice)

    def click_button(self, place: QWidget, text: str) -> None:
        (button,) = (
            one
            for one in place.findChildren(QAbstractButton)
            if one.isVisible() and one.text().startswith(text)
        )
        self.click(button)

    def choose(self, text: str) -> None:
        """Click a line of the menu that is open."""
        (menu,) = (one for one in self.panels.findings.findChildren(QMenu) if one.isVisible())
        action = next(one for one in menu.actions() if one.text().startswith(text))
        self.click(menu, menu.actionGeometry(action).center())


@pytest.fixture
def mouse(program: Program) -> Mouse:
    program.open(FAULTY)
    return Mouse(program)


def test_a_finding_is_judged_with_a_reason(mouse: Mouse) -> None:
    bench = mouse.program.bench
    mouse.click_finding(0, Field.MESSAGE)
    assert bench.selection.cell == TOTAL
    mouse.click_finding(0, Field.VERDICT)
    mouse.choose("报告有误")
    mouse.click_finding(0, Field.REASON, twice=True)
    mouse.program.type("已电话核实")
    mouse.click_finding(1, Field.MESSAGE)
    review = bench.current
    assert review is not None
    (decision,) = review.decisions.values()
    assert (decision.verdict, decision.reason) == (Verdict.REPORT_WRONG, "已电话核实")


def test_a_suspect_is_taken_and_taken_back(mouse: Mouse) -> None:
    review = mouse.program.bench.current
    assert review is not None
    mouse.click_cell(TOTAL)
    mouse.click_button(mouse.panels.inspector, "作为建议")
    assert review.proposals == {TOTAL: "12"}
    bar = next(
        one
        for one in mouse.program.window.findChildren(QToolButton)
        if one.isVisible() and one.text().startswith("撤销")
    )
    mouse.click(bar)
    assert review.proposals == {}


def test_a_figure_is_typed_and_a_note_is_written(mouse: Mouse) -> None:
    review = mouse.program.bench.current
    assert review is not None
    mouse.click_cell(TOTAL, twice=True)
    mouse.program.type("12")
    mouse.click_cell(GRAND_TOTAL)
    assert review.transcriptions == {TOTAL: "12"}
    mouse.click_button(mouse.panels.inspector, "批注")
    mouse.program.type("请核对台账。")
    mouse.click_button(mouse.panels.notes, "保存")
    assert [(note.cell, note.text) for note in review.notes] == [(GRAND_TOTAL, "请核对台账。")]
    mouse.click_button(mouse.panels.findings.heading, "待核")
    assert [row.finding.severity.value for row in mouse.panels.findings.shown()] == ["hint"]
