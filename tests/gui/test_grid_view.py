"""The grid under the reviewer's hands: select, type, move, copy, paste, take back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from reviewer.base import CellId
from reviewer.window.commands.figure import FigureCommand, Mode
from reviewer.window.grid.figures import room_needed
from reviewer.window.grid.frozen import FrozenPane
from reviewer.window.grid.menu import CellMenu
from reviewer.window.look import fonts
from reviewer.window.selection import Chooser
from tests.gui.desks import CARRIED_IN, GOOD, GRAND_TOTAL, NEW, TOTAL, Desk, faulty
from tests.gui.hands import BUSINESS, Hand, Key
from tests.reports import make_report


def test_the_menu_offers_what_can_be_done(hand: Hand) -> None:
    hand.desk.workbench.propose(TOTAL, "12")
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse,
        hand.middle(TOTAL),
        hand.view.viewport().mapToGlobal(hand.middle(TOTAL)),
    )
    hand.click(TOTAL)
    QApplication.sendEvent(hand.view.viewport(), event)
    menu = hand.view.findChild(CellMenu)
    assert menu is not None
    lines = {action.text().split("\t")[0]: action for action in menu.actions() if action.text()}
    assert {"更正读数…", "修改建议…", "批注…", "确认无误", "查看原文"} <= set(lines)
    assert not lines["撤回更正"].isEnabled()
    lines["撤回建议"].trigger()
    assert hand.review.proposals == {}
    menu.close()


def test_the_menu_confirms_and_asks_for_a_note(hand: Hand) -> None:
    wanted: list[object] = []
    hand.desk.workbench.note_wanted.connect(wanted.append)
    hand.click(NEW)
    hand.page.run(FigureCommand.CONFIRM)
    assert hand.review.confirmed == {NEW}
    hand.page.run(FigureCommand.CONFIRM)
    assert hand.review.confirmed == frozenset()
    hand.page.run(FigureCommand.NOTE)
    assert wanted == [hand.desk.workbench.selection]


def test_keys_that_mean_something_here_are_kept_from_the_window(hand: Hand) -> None:
    hand.click(NEW)
    stolen: list[str] = []
    for keys in ("1", "Delete", "F2", "Ctrl+V"):
        action = hand.desk.host.addAction(keys)
        action.setShortcut(keys)
        action.triggered.connect(lambda checked=False, keys=keys: stolen.append(keys))
    hand.press(Key.Key_Delete)
    QTest.keyClick(hand.view, Key.Key_1)
    assert hand.editor.text() == "1"
    assert stolen == []


def test_another_report_leaves_no_merged_cells_behind(hand: Hand) -> None:
    def spans() -> set[tuple[int, int, int, int]]:
        view, model = hand.view, hand.view.grid
        return {
            (row, column, view.rowSpan(row, column), view.columnSpan(row, column))
            for row in range(model.rowCount())
            for column in range(model.columnCount())
            if (row, column) in {(one.row, one.column) for one in model.layout_shown.cells}
        }

    for report in (make_report("2019", year=2019), faulty(), make_report("2019", year=2020)):
        hand.page.show_review(hand.desk.open(report))
        wanted = {
            (one.row, one.column, one.row_span, one.column_span)
            for one in hand.view.grid.layout_shown.cells
        }
        assert spans() == wanted
    hand.page.show_review(None)
    hand.page.show_review(hand.review)
    assert hand.view.rowSpan(0, 0) == 3


def test_a_figure_chosen_elsewhere_is_shown_without_an_echo(hand: Hand) -> None:
    hand.page.follow(GRAND_TOTAL)
    assert hand.current == GRAND_TOTAL
    assert [one for one in hand.desk.selections if one.chooser is Chooser.GRID] == []


def test_the_whole_of_table_three_is_seen_without_scrolling(hand: Hand) -> None:
    hand.resize(690, 600)
    view = hand.view
    assert view.verticalScrollBar().maximum() == 0
    assert view.horizontalScrollBar().maximum() == 0
    view.grab()


def test_heads_and_labels_stay_in_sight_when_there_is_no_room(hand: Hand) -> None:
    hand.resize(380, 320)
    last = CellId("requests.carried_out.total")
    hand.page.follow(last)
    view = hand.view
    assert view.verticalScrollBar().value() > 0
    assert view.horizontalScrollBar().value() > 0
    rect = view.visualRect(view.grid.index_of(last))
    assert view.viewport().rect().contains(rect.center())
    panes = view.findChildren(FrozenPane)
    assert [pane.isVisible() for pane in panes] == [True, True, True]
    hand.page.follow(NEW)
    rect = view.visualRect(view.grid.index_of(NEW))
    assert rect.left() >= view.frozen_size().width()
    assert rect.top() >= view.frozen_size().height()
    view.grab()


def test_a_frozen_label_selects_its_row(hand: Hand) -> None:
    hand.resize(420, 320)
    hand.page.follow(CellId("requests.carried_out.total"))
    labels = hand.view.findChildren(FrozenPane)[1]
    rect = hand.view.visualRect(hand.view.grid.index_of(CellId("requests.carried_out.total")))
    point = QPoint(labels.width() - 20, rect.center().y())
    QTest.mouseClick(labels, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert hand.current == "requests.carried_out.natural_person"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_face_can_be_painted(desk: Desk, theme: str) -> None:
    values = {
        **GOOD,
        "requests.new.research": "",
        "requests.new.welfare": "／",
        "requests.new.legal_service": None,
        "requests.new.other_org": "本单位没有这类申请",
        "requests.total.natural_person": 11,
    }
    hand = Hand(desk, make_report("2021", values, doubts={CARRIED_IN: "看不清"}))
    desk.theme.use(theme)
    bench = desk.workbench
    bench.propose(TOTAL, "12")
    bench.transcribe(BUSINESS, "1234567890123")
    bench.annotate("核实", cell=TOTAL)
    bench.confirm(GRAND_TOTAL)
    for finding in hand.review.checked.findings[:2]:
        bench.decide(finding.id, None)
    hand.click(TOTAL)
    bench.set_guard_map(True)
    hand.page.show_scene()
    hand.view.grab()
    bench.set_guard_map(False)
    hand.page.show_scene()
    image = hand.view.grab().toImage()
    fill = desk.theme.color("broken_fill").name()
    rect = hand.view.visualRect(hand.view.grid.index_of(TOTAL))
    row = (image.pixelColor(x, rect.bottom() - 4).name() for x in range(rect.left(), rect.right()))
    assert fill in set(row)


def test_a_mark_finds_room_beside_another_and_a_proposal(hand: Hand) -> None:
    hand.resize(690, 600)
    bench, rect = hand.desk.workbench, hand.view.visualRect(hand.view.grid.index_of(TOTAL))
    bench.propose(TOTAL, "12")
    bench.annotate("核实", cell=TOTAL)
    cell = hand.view.viewport().grab(rect).toImage()
    left = {
        cell.pixelColor(x, y).name() for x in range(rect.width() // 3) for y in range(cell.height())
    }
    colors = hand.desk.theme
    assert {colors.color("noted").name(), colors.color("broken").name()} <= left


def test_the_editor_stays_inside_the_grid(hand: Hand) -> None:
    hand.resize(560, 600)
    for cell in (NEW, GRAND_TOTAL):
        hand.page.edit(cell, Mode.TRANSCRIBE)
        editor = hand.editor
        assert hand.view.viewport().rect().contains(editor.geometry())
        assert isinstance(editor, QLineEdit)
        hand.press(Key.Key_Escape)


def columns(hand: Hand) -> list[int]:
    return [hand.view.columnWidth(column) for column in range(hand.view.grid.columnCount())]


def test_a_proposal_moves_no_column_as_long_as_it_has_room(hand: Hand) -> None:
    before = columns(hand)
    hand.desk.workbench.propose(TOTAL, "12")
    assert columns(hand) == before
    hand.desk.workbench.propose(TOTAL, "1234567890")
    wide = columns(hand)
    assert wide != before
    hand.resize(701, 640)
    hand.resize(700, 640)
    assert columns(hand) == wide


def test_a_proposal_is_seen_whole(hand: Hand) -> None:
    hand.desk.workbench.propose(TOTAL, "1234")
    face = hand.view.grid.faces[TOTAL]
    room = hand.view.visualRect(hand.view.grid.index_of(TOTAL)).width()
    assert room_needed(face, hand.view.pencil.pens) <= room


def test_a_column_gives_back_what_a_long_figure_took(hand: Hand) -> None:
    before = columns(hand)
    hand.desk.workbench.transcribe(TOTAL, "1234567890")
    assert columns(hand) != before
    hand.desk.workbench.undo()
    assert columns(hand) == before
    hand.desk.workbench.transcribe(TOTAL, "1234567890")
    hand.desk.workbench.transcribe(TOTAL, "12")
    assert columns(hand) == before


@pytest.mark.parametrize("points", [10.0, 12.0])
def test_the_whole_of_table_three_is_seen_in_larger_letters_too(desk: Desk, points: float) -> None:
    fonts.use_size(points)
    hand = Hand(desk, faulty())
    hand.resize(664, 560)
    view = hand.view
    assert view.verticalScrollBar().maximum() == 0
    assert view.horizontalScrollBar().maximum() == 0
    assert view.pencil.pens.label.pointSizeF() >= 8.5


@pytest.mark.parametrize("points", [14.0, 16.0, 18.0, 20.0])
def test_letters_grow_as_they_were_asked_to_and_no_column_is_out_of_sight(
    desk: Desk, points: float
) -> None:
    fonts.use_size(points)
    hand = Hand(desk, faulty())
    hand.resize(664, desk.lines(20))
    view = hand.view
    assert view.pencil.pens.label.pointSizeF() >= 0.75 * points
    assert view.verticalScrollBar().maximum() > 0
    assert view.horizontalScrollBar().maximum() == 0


def test_where_a_grid_has_to_scroll_large_letters_stay_large(desk: Desk) -> None:
    fonts.use_size(14.0)
    hand = Hand(desk, faulty())
    hand.resize(664, 300)
    assert hand.view.verticalScrollBar().maximum() > 0
    assert hand.view.pencil.pens.label.pointSizeF() > 11.5
