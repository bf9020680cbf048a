"""Figures that no equation guards are ticked off by eye."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.base import CellId
from reviewer.window.frame.status import StatusLine
from reviewer.window.selection import Chooser
from reviewer.window.tabs.eye_view import EYE
from reviewer.window.tabs.tables import TAB_ORDER, Tables
from tests.gui.desks import GOOD, NEW, Desk, faulty, sound
from tests.reports import make_report

FEE = CellId("active.fee.amount")
Key = Qt.Key


def shown(desk: Desk) -> Tables:
    tables = desk.show(Tables, 900, 500)
    tables.show_tab(TAB_ORDER.index(EYE))
    return tables


def says(tables: Tables, row: int, column: int) -> str:
    return str(tables.eye.lines.index(row, column).data())


def press(tables: Tables, key: Qt.Key) -> None:
    QTest.keyClick(tables.eye, key)
    QApplication.processEvents()


def test_space_ticks_and_goes_on_and_undo_takes_it_back(desk: Desk) -> None:
    review = desk.open(sound())
    tables = shown(desk)
    assert tables.eye.lines.rowCount() == 10
    press(tables, Key.Key_Down)
    press(tables, Key.Key_Space)
    press(tables, Key.Key_Space)
    first, second = (tables.eye.lines.line(row).cell for row in (0, 1))
    assert review.confirmed == {first, second}
    assert [says(tables, row, 0) for row in range(3)] == ["已核对", "已核对", "未核对"]
    assert tables.eye.currentIndex().row() == 2
    desk.workbench.undo()
    assert review.confirmed == {first}
    press(tables, Key.Key_Up)
    press(tables, Key.Key_Up)
    press(tables, Key.Key_Space)
    assert review.confirmed == frozenset()


def test_a_click_on_the_box_ticks_and_unticks(desk: Desk) -> None:
    review = desk.open(sound())
    tables = shown(desk)
    lines = tables.eye.lines
    third = lines.line(2).cell
    for confirmed in ({third}, set()):
        box = tables.eye.visualRect(lines.index(2, 0)).center()
        QTest.mouseClick(tables.eye.viewport(), Qt.MouseButton.LeftButton, pos=box)
        assert review.confirmed == confirmed
        state = lines.index(2, 0).data(Qt.ItemDataRole.CheckStateRole)
        assert (state == Qt.CheckState.Checked) is bool(confirmed)
    words = tables.eye.visualRect(lines.index(1, 1)).center()
    QTest.mouseClick(tables.eye.viewport(), Qt.MouseButton.LeftButton, pos=words)
    assert review.confirmed == frozenset()
    assert desk.workbench.selection.cell == lines.line(1).cell


def test_going_through_the_list_shows_the_source_and_stays(desk: Desk) -> None:
    desk.open(sound())
    tables = shown(desk)
    press(tables, Key.Key_Down)
    press(tables, Key.Key_Down)
    assert desk.workbench.selection.cell == tables.eye.lines.line(1).cell
    assert desk.workbench.selection.span is not None
    assert tables.current_key == EYE
    press(tables, Key.Key_Return)
    assert tables.current_key == "active"


def test_doubtful_figures_are_listed_with_their_doubt(desk: Desk) -> None:
    desk.open(make_report("2021", GOOD | {FEE: ""}, doubts={NEW: "字迹不清"}))
    tables = shown(desk)
    assert says(tables, 10, 4) == "? 字迹不清"
    fee = [one.cell for one in tables.eye.lines._lines].index(FEE)
    assert says(tables, fee, 2) == "空白"
    assert says(tables, fee, 4) == "不受等式约束"


def test_a_corrected_figure_was_looked_at(desk: Desk) -> None:
    review = desk.open(sound())
    tables = shown(desk)
    cell = tables.eye.lines.line(0).cell
    desk.workbench.transcribe(cell, "7")
    assert (says(tables, 0, 0), says(tables, 0, 2)) == ("已核对", "7")
    press(tables, Key.Key_Space)
    assert review.confirmed == frozenset()


def test_the_status_bar_tells_how_much_was_seen(desk: Desk) -> None:
    desk.open(faulty())
    status = StatusLine(desk.workbench, desk.theme, desk.host)
    assert status.eyes.text() == "目视核对 0/10"
    desk.workbench.confirm(FEE)
    assert status.eyes.text() == "目视核对 1/10"
    assert "没有等式约束的 10 格，已核对 1" in status.eyes.toolTip()


def test_a_prose_report_has_no_such_tab(desk: Desk) -> None:
    desk.open(make_report("2008", year=2016))
    tables = shown(desk)
    assert EYE not in tables.keys
    tables.eye.show_review(desk.workbench.current)
    assert tables.eye.grab(QRect(0, 0, 400, 200)).width() > 0


def test_undo_shows_what_changed_without_leaving_the_list(desk: Desk) -> None:
    review = desk.open(sound())
    tables = shown(desk)
    eye = tables.eye
    for _ in range(3):
        press(tables, Key.Key_Down)
        press(tables, Key.Key_Space)
    ticked = [eye.lines.line(row).cell for row in (0, 2, 4)]
    assert review.confirmed == set(ticked)
    desk.workbench.undo()
    assert tables.current_key == EYE
    assert eye.lines.line(eye.currentIndex().row()).cell == ticked[-1]
    assert desk.workbench.selection.cell == ticked[-1]
    desk.workbench.undo()
    assert eye.lines.line(eye.currentIndex().row()).cell == ticked[-2]
    desk.workbench.redo()
    assert tables.current_key == EYE
    assert review.confirmed == set(ticked[:2])


def test_undo_of_what_the_list_does_not_show_leads_to_the_table(desk: Desk) -> None:
    desk.open(sound())
    tables = shown(desk)
    desk.workbench.transcribe(NEW, "13")
    desk.workbench.undo()
    assert tables.current_key == "requests"
    assert tables.page("requests").view.current_cell == NEW


def test_going_to_a_list_chooses_nothing_and_it_keeps_its_line(desk: Desk) -> None:
    desk.open(sound())
    desk.workbench.select_cell(NEW, Chooser.SOURCE)
    tables = shown(desk)
    assert tables.eye.hasFocus()
    assert desk.workbench.selection.cell == NEW
    assert not tables.eye.currentIndex().isValid()
    press(tables, Key.Key_Down)
    press(tables, Key.Key_Down)
    chosen = desk.workbench.selection
    tables.show_tab(TAB_ORDER.index("sections"))
    tables.show_tab(TAB_ORDER.index(EYE))
    assert desk.workbench.selection == chosen
    assert tables.eye.currentIndex().row() == 1
    assert tables.eye.selectionModel().hasSelection()


def test_the_list_marks_the_figure_that_was_chosen_elsewhere(desk: Desk) -> None:
    desk.open(sound())
    tables = shown(desk)
    desk.workbench.select_cell(FEE, Chooser.INSPECTOR)
    tables.show_tab(TAB_ORDER.index(EYE))
    assert tables.eye.lines.line(tables.eye.currentIndex().row()).cell == FEE


def test_another_report_begins_without_a_line(desk: Desk) -> None:
    first = desk.open(sound())
    tables = shown(desk)
    press(tables, Key.Key_Down)
    press(tables, Key.Key_Down)
    desk.open(faulty())
    assert tables.current_key == EYE
    assert not tables.eye.currentIndex().isValid()
    desk.workbench.show(first)
    assert tables.eye.currentIndex().row() == 1
