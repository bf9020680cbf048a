"""Editing in the grids: typing, proposing, undoing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QInputMethodEvent, QShowEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.base import CellId
from reviewer.window.commands.figure import Mode
from reviewer.window.grid.editor import EditorTag
from reviewer.window.selection import Chooser
from tests.gui.desks import CARRIED_IN, NEW, TOTAL, Desk
from tests.gui.hands import BUSINESS, CONTROL, SHIFT, Hand, Key
from tests.reports import make_report


def test_a_click_selects_the_figure_for_everybody(hand: Hand) -> None:
    hand.click(TOTAL)
    assert hand.current == TOTAL
    assert hand.desk.selections[-1].cell == TOTAL
    assert hand.desk.selections[-1].chooser is Chooser.GRID


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


@pytest.mark.parametrize("composed", [False, True])
def test_an_input_method_loses_no_digit(hand: Hand, composed: bool) -> None:
    hand.click(TOTAL)
    for character in "１２":
        target = hand.editor if hand.view.editing else hand.view
        if composed:
            QApplication.sendEvent(target, QInputMethodEvent(character, []))
            target = hand.editor if target is hand.editor else hand.view
        hand.desk.write(target, character)
    assert hand.editor.text() == "１２"
    hand.press(Key.Key_Return)
    assert hand.review.transcriptions == {TOTAL: "１２"}


def test_the_tag_goes_and_comes_with_the_line_as_often_as_another_tab_is_shown(
    hand: Hand,
) -> None:
    hand.click(TOTAL)
    hand.press(Key.Key_F2)

    def tags() -> list[bool]:
        return [tag.isVisible() for tag in hand.view.findChildren(EditorTag)]

    for _ in range(3):
        QApplication.sendEvent(hand.editor, QHideEvent())
        QApplication.processEvents()
        assert tags() == [False]
        QApplication.sendEvent(hand.editor, QShowEvent())
        assert tags() == [True]
    hand.press(Key.Key_Escape)
    hand.desk.qtbot.waitUntil(lambda: tags() == [])


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
