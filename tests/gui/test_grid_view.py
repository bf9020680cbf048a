"""The grid under the reviewer's hands: select, type, move, copy, paste, take back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from reviewer.base import CellId
from reviewer.forms.report import Report
from reviewer.review.review import Review
from reviewer.window.grid_editor import FigureEditor, Mode
from reviewer.window.grid_frozen import FrozenPane
from reviewer.window.grid_menu import CellMenu
from reviewer.window.grid_page import GridPage
from reviewer.window.grid_view import GridView
from tests.gui.desks import CARRIED_IN, GOOD, GRAND_TOTAL, NEW, TOTAL, Desk, faulty
from tests.reports import make_report

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


@pytest.fixture
def hand(desk: Desk) -> Hand:
    return Hand(desk, faulty())


def test_a_click_selects_the_figure_for_everybody(hand: Hand) -> None:
    hand.click(TOTAL)
    assert hand.current == TOTAL
    assert hand.desk.selections[-1].cell == TOTAL
    assert hand.desk.selections[-1].source == "grid"


def test_nothing_is_selected_until_the_reviewer_does(hand: Hand) -> None:
    hand.view.setFocus(Qt.FocusReason.OtherFocusReason)
    assert hand.current is None
    assert [one for one in hand.desk.selections if one.cell] == []


def test_coming_by_tab_starts_at_the_first_figure(hand: Hand) -> None:
    hand.view.clearFocus()
    hand.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert hand.current == NEW


def test_a_digit_replaces_and_enter_transcribes(hand: Hand) -> None:
    hand.click(TOTAL)
    hand.type("12")
    assert hand.editor.text() == "12"
    assert hand.review.transcriptions == {}
    hand.press(Key.Key_Return)
    assert not hand.view.editing
    assert hand.review.transcriptions == {TOTAL: "12"}
    assert [one for one in hand.review.checked.findings if one.severity == "error"] == []


@pytest.mark.parametrize(
    ("moves", "lands"),
    [("stay", NEW), ("down", CARRIED_IN), ("right", BUSINESS)],
)
def test_enter_leads_where_the_settings_say(hand: Hand, moves: str, lands: CellId) -> None:
    hand.desk.workbench.enter_moves = moves
    hand.click(NEW)
    hand.type("9")
    hand.press(Key.Key_Enter)
    assert hand.current == lands
    assert not hand.view.editing


def test_escape_leaves_everything_as_it_was(hand: Hand) -> None:
    hand.click(TOTAL)
    hand.type("12")
    hand.press(Key.Key_Escape)
    assert not hand.view.editing
    assert hand.review.entries == ()


@pytest.mark.parametrize("key", [Key.Key_F2, Key.Key_Return])
def test_f2_and_enter_edit_what_stands_there(hand: Hand, key: Qt.Key) -> None:
    hand.click(TOTAL)
    hand.press(key)
    assert hand.editor.text() == "11"
    assert hand.editor.mode is Mode.TRANSCRIBE


def test_a_double_click_edits(hand: Hand) -> None:
    hand.click(TOTAL)
    QTest.mouseDClick(
        hand.view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        hand.middle(TOTAL),
    )
    assert hand.editor.text() == "11"


def test_closing_an_untouched_editor_is_no_edit(hand: Hand) -> None:
    hand.click(TOTAL)
    hand.press(Key.Key_F2)
    hand.press(Key.Key_Return)
    assert hand.review.entries == ()


def test_tab_takes_the_figure_and_moves_on_without_a_new_editor(hand: Hand) -> None:
    hand.click(NEW)
    hand.type("13")
    hand.press(Key.Key_Tab)
    assert hand.review.transcriptions == {NEW: "13"}
    assert hand.current == BUSINESS
    assert not hand.view.editing


def test_arrows_in_the_editor_take_the_figure_and_move(hand: Hand) -> None:
    hand.click(NEW)
    hand.type("13")
    hand.press(Key.Key_Down)
    assert hand.review.transcriptions == {NEW: "13"}
    assert hand.current == CARRIED_IN


def test_arrows_walk_from_figure_to_figure(hand: Hand) -> None:
    hand.click(NEW)
    hand.press(Key.Key_Left)
    assert hand.current == NEW
    hand.press(Key.Key_Up)
    assert hand.current == NEW
    hand.press(Key.Key_Down)
    hand.press(Key.Key_End)
    assert hand.current == "requests.carried_in.total"
    hand.press(Key.Key_End, CONTROL)
    assert hand.current == "requests.carried_out.total"


def test_arrows_cross_the_heads_between_the_articles(desk: Desk) -> None:
    hand = Hand(desk, make_report("2019", year=2019), "active")
    hand.click("active.normative_document.disclosed")
    hand.press(Key.Key_Down)
    assert hand.current == "active.licence.change"
    hand.press(Key.Key_Up)
    assert hand.current == "active.normative_document.disclosed"


def test_shift_f2_proposes_and_leaves_the_reading(hand: Hand) -> None:
    hand.click(TOTAL)
    hand.press(Key.Key_F2, SHIFT)
    assert hand.editing_as() == "proposed"
    hand.editor.selectAll()
    hand.type("12")
    hand.press(Key.Key_Return)
    assert hand.review.proposals == {TOTAL: "12"}
    assert hand.review.transcriptions == {}
    assert hand.current == TOTAL
    hand.press(Key.Key_F2)
    assert hand.editing_as() == "transcribed"


def test_a_proposal_must_be_a_figure(hand: Hand) -> None:
    hand.click(TOTAL)
    hand.press(Key.Key_F2, SHIFT)
    hand.editor.selectAll()
    hand.type("约12")
    for _ in range(3):
        hand.press(Key.Key_Return)
        assert hand.view.editing
    hand.press(Key.Key_Escape)
    assert hand.review.entries == ()


def test_words_are_asked_for_twice(hand: Hand) -> None:
    hand.click(TOTAL)
    hand.type("3/5")
    hand.press(Key.Key_Return)
    assert hand.view.editing
    hand.press(Key.Key_Return)
    assert hand.review.transcriptions == {TOTAL: "3/5"}


def test_words_are_not_taken_by_clicking_elsewhere(hand: Hand) -> None:
    hand.click(TOTAL)
    hand.type("3/5")
    hand.click(NEW)
    assert not hand.view.editing
    assert hand.review.entries == ()


def test_clicking_elsewhere_takes_a_figure(hand: Hand) -> None:
    hand.click(TOTAL)
    hand.type("12")
    hand.view.commit()
    assert hand.review.transcriptions == {TOTAL: "12"}


def test_typing_tells_what_it_would_fix(hand: Hand) -> None:
    hand.click(TOTAL)
    hand.type("12")
    assert hand.page.bar.what_if.text() == "若为 12：消除 3 条问题，不产生新问题"
    hand.press(Key.Key_Escape)
    assert hand.page.bar.legend.isVisible()


def test_typing_tells_what_it_would_break(hand: Hand) -> None:
    hand.click(BUSINESS)
    hand.type("9")
    assert hand.page.bar.what_if.text() == "若为 9：不消除问题，新增 2 条问题"


def test_an_open_editor_is_told_and_blocks_undo(hand: Hand) -> None:
    told: list[bool] = []
    hand.page.editing_changed.connect(told.append)
    hand.desk.workbench.transcribe(NEW, "13")
    hand.click(TOTAL)
    hand.type("1")
    assert told == [True]
    hand.press(Key.Key_Z, CONTROL)
    assert hand.review.transcriptions == {NEW: "13"}
    hand.press(Key.Key_Escape)
    assert told == [True, False]


def test_undo_through_the_workbench_shows_in_the_grid(hand: Hand) -> None:
    hand.click(TOTAL)
    hand.type("12")
    hand.press(Key.Key_Return)
    index = hand.view.grid.index_of(TOTAL)
    assert index.data() == "12"
    hand.desk.workbench.undo()
    assert index.data() == "11"
    hand.desk.workbench.redo()
    assert index.data() == "12"


def test_delete_takes_transcriptions_back_in_one_step(hand: Hand) -> None:
    hand.desk.workbench.transcribe(NEW, "13")
    hand.desk.workbench.transcribe(BUSINESS, "3")
    hand.click(NEW)
    hand.click(BUSINESS, SHIFT)
    hand.press(Key.Key_Delete)
    assert hand.review.transcriptions == {}
    hand.desk.workbench.undo()
    assert set(hand.review.transcriptions) == {NEW, BUSINESS}


def test_delete_on_an_untouched_figure_says_that_there_is_nothing(hand: Hand) -> None:
    hand.click(NEW)
    hand.press(Key.Key_Delete)
    assert hand.review.entries == ()
    assert hand.desk.said[-1].endswith("无可撤回。")


def test_control_enter_takes_the_suspect_as_proposal(hand: Hand) -> None:
    hand.click(TOTAL)
    hand.press(Key.Key_Return, CONTROL)
    assert hand.review.proposals == {TOTAL: "12"}


def test_control_shift_enter_takes_it_as_transcription(hand: Hand) -> None:
    hand.click(TOTAL)
    hand.press(Key.Key_Return, CONTROL | SHIFT)
    assert hand.review.transcriptions == {TOTAL: "12"}


def test_a_block_is_copied_as_a_spreadsheet_takes_it(hand: Hand) -> None:
    hand.click(NEW)
    hand.click("requests.carried_in.business", SHIFT)
    hand.press(Key.Key_C, CONTROL)
    assert hand.copied() == "12\t2\n1\t0\n"


def test_a_row_is_copied_with_its_label(hand: Hand) -> None:
    hand.click_label("一、本年新收政府信息公开申请数量")
    assert hand.current == NEW
    hand.press(Key.Key_C, CONTROL)
    cells = hand.copied().rstrip("\n").split("\t")
    assert [cell for cell in cells if cell] == [
        "一、本年新收政府信息公开申请数量",
        *("12", "2", "0", "0", "0", "0", "14"),
    ]


def test_a_click_on_a_head_selects_its_column(hand: Hand) -> None:
    hand.click_label("自然人")
    cells = hand.view.selected_cells()
    assert len(cells) == 25
    assert all(cell.endswith(".natural_person") for cell in cells)


def test_a_block_is_pasted_as_one_step(hand: Hand) -> None:
    QGuiApplication.clipboard().setText('１３\t"1,408"\r\n2\t0\r\n')
    hand.click(NEW)
    hand.press(Key.Key_V, CONTROL)
    assert hand.review.transcriptions == {NEW: "１３", BUSINESS: "1,408", CARRIED_IN: "2"}
    assert hand.review.report.by_cell[BUSINESS].number == 1408
    assert len(hand.review.entries) == 1
    hand.desk.workbench.undo()
    assert hand.review.transcriptions == {}


def test_a_block_that_does_not_fit_is_asked_about(hand: Hand) -> None:
    QGuiApplication.clipboard().setText("1\t2\t3\n4\t5\t6\n")
    hand.click("requests.carried_out.other_org")
    hand.press(Key.Key_V, CONTROL)
    question = hand.page.bar.question
    assert hand.page.bar.asking
    assert "4 格超出表格" in question.text
    assert hand.review.entries == ()
    QTest.keyClick(question, Key.Key_Return)
    assert set(hand.review.transcriptions) == {
        "requests.carried_out.other_org",
        "requests.carried_out.total",
    }
    assert not hand.page.bar.asking


def test_escape_refuses_the_paste(hand: Hand) -> None:
    QGuiApplication.clipboard().setText("约5件")
    hand.click(NEW)
    hand.press(Key.Key_V, CONTROL)
    assert "1 格不是数字" in hand.page.bar.question.text
    QTest.keyClick(hand.page.bar.question, Key.Key_Escape)
    assert hand.review.entries == ()
    assert not hand.page.bar.asking


def test_going_elsewhere_forgets_the_question(hand: Hand) -> None:
    QGuiApplication.clipboard().setText("约5件")
    hand.click(NEW)
    hand.press(Key.Key_V, CONTROL)
    hand.click(TOTAL)
    assert not hand.page.bar.asking


def test_pasting_what_stands_there_changes_nothing(hand: Hand) -> None:
    QGuiApplication.clipboard().setText("12\t2")
    hand.click(NEW)
    hand.press(Key.Key_V, CONTROL)
    assert hand.review.entries == ()
    assert "没有改动" in hand.desk.said[-1]


def test_pasting_nothing_says_so(hand: Hand) -> None:
    QGuiApplication.clipboard().setText("")
    hand.click(NEW)
    hand.press(Key.Key_V, CONTROL)
    assert "没有可以粘贴" in hand.desk.said[-1]


def test_a_table_that_is_missing_can_be_pasted_whole(desk: Desk) -> None:
    cells = [cell for cell in make_report("2021").form.figures if cell.startswith("requests.")]
    hand = Hand(desk, make_report("2021", dict.fromkeys(cells)))
    assert "没有找到表三" in hand.page.notice.text()
    hand.click(NEW)
    rows = "\n".join("\t".join(["0"] * 7) for _ in range(25))
    QGuiApplication.clipboard().setText(rows)
    hand.press(Key.Key_V, CONTROL)
    assert len(hand.review.transcriptions) == 175
    assert hand.page.notice.isHidden()


def test_some_missing_cells_are_counted(desk: Desk) -> None:
    hand = Hand(desk, make_report("2021", {"requests.new.total": None}))
    assert "有 1 格" in hand.page.notice.text()


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
    assert {"更正读数…", "提出建议值…", "批注…", "确认无误", "查看原文"} <= set(lines)
    assert not lines["撤回更正"].isEnabled()
    lines["撤回建议"].trigger()
    assert hand.review.proposals == {}
    menu.close()


def test_the_menu_confirms_and_asks_for_a_note(hand: Hand) -> None:
    wanted: list[object] = []
    hand.desk.workbench.note_wanted.connect(wanted.append)
    hand.click(NEW)
    hand.page.run("confirm")
    assert hand.review.confirmed == {NEW}
    hand.page.run("confirm")
    assert hand.review.confirmed == frozenset()
    hand.page.run("note")
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
    assert [one for one in hand.desk.selections if one.source == "grid"] == []


def test_the_whole_of_table_three_is_seen_without_scrolling(hand: Hand) -> None:
    hand.resize(690, 600)
    view = hand.view
    assert view.verticalScrollBar().maximum() == 0
    assert view.horizontalScrollBar().maximum() == 0
    view.grab()


def test_heads_and_labels_stay_in_sight_when_there_is_no_room(hand: Hand) -> None:
    hand.resize(420, 320)
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
    assert image.pixelColor(rect.left() + 4, rect.bottom() - 4).name() == fill


def test_the_editor_stays_inside_the_grid(hand: Hand) -> None:
    hand.resize(560, 600)
    for cell in (NEW, GRAND_TOTAL):
        hand.page.edit(cell, Mode.TRANSCRIBE)
        editor = hand.editor
        assert hand.view.viewport().rect().contains(editor.geometry())
        assert isinstance(editor, QLineEdit)
        hand.press(Key.Key_Escape)
