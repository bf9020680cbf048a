from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolButton

from reviewer.review.model import Verdict
from reviewer.window.commands.action import Menu, When
from reviewer.window.commands.actions import ACTIONS, TOOLBAR, key_of
from reviewer.window.frame.toolbar import MainToolBar
from reviewer.window.menus.action_set import Command
from reviewer.window.menus.keys_dialog import KeysDialog, key_names
from reviewer.window.menus.situation import Situation, allowed
from reviewer.window.widgets.bar_button import BarButton
from tests.gui.desks import CARRIED_IN, TOTAL
from tests.gui.programs import FAULTY, SOUND, Program


def test_no_key_gives_two_commands() -> None:
    keys = Counter(QKeySequence(key).toString() for action in ACTIONS for key in action.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_is_one() -> None:
    for action in ACTIONS:
        for key in action.keys:
            assert not QKeySequence(key).isEmpty(), (action.id, key)
            assert QKeySequence(key).count() == 1


def test_ids_and_titles_are_not_repeated() -> None:
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)
    assert len({(action.menu, action.title) for action in ACTIONS}) == len(ACTIONS)


def test_the_toolbar_names_commands_that_have_a_short_title() -> None:
    by_id = {action.id: action for action in ACTIONS}
    assert all(by_id[identity].bar for group in TOOLBAR for identity in group)


def test_every_situation_of_a_command_is_decided() -> None:
    assert [when for when in When if allowed(when, Situation())] == [When.ALWAYS]


def test_menus_hold_every_command(program: Program) -> None:
    shown = set()
    for menu_action in program.window.menuBar().actions():
        menu = menu_action.menu()
        assert isinstance(menu, QMenu)
        shown |= {one.objectName() for one in menu.actions() if isinstance(one, Command)}
    assert shown == {action.id for action in ACTIONS}
    titles = [one.text() for one in program.window.menuBar().actions()]
    assert titles == [f"{one.value}(&{one.name[0]})" for one in Menu]


def test_without_a_report_only_the_ways_to_begin_are_offered(program: Program) -> None:
    enabled = {one.action.id for one in program.window.actions_by_id.all() if one.isEnabled()}
    assert enabled == {action.id for action in ACTIONS if action.when is When.ALWAYS}


def test_commands_follow_what_can_be_done(program: Program) -> None:
    commands = program.window.actions_by_id
    program.open(FAULTY)
    assert commands["file.export"].isEnabled()
    assert not commands["review.report_wrong"].isEnabled()
    program.bench.next_finding()
    assert commands["review.report_wrong"].isEnabled()
    assert commands["review.take"].isEnabled()
    assert not commands["edit.undo"].isEnabled()
    program.bench.take_suspect()
    assert commands["edit.undo"].isEnabled()
    assert not commands["view.next_report"].isEnabled()
    program.open(SOUND)
    assert commands["view.next_report"].isEnabled()
    assert not commands["edit.undo"].isEnabled()


def test_undo_names_what_it_takes_back(program: Program) -> None:
    program.open(FAULTY)
    program.bench.transcribe(TOTAL, "12")
    text = program.window.actions_by_id["edit.undo"].text()
    assert text.startswith("撤销：")
    assert "自然人" in text
    button = program.window.findChild(QToolButton, "qt_toolbar_ext_button")
    assert button is None or not button.isVisible()
    assert program.window.actions_by_id["edit.undo"].iconText() == "撤销"


def test_undo_is_left_to_a_text_field_that_has_the_focus(program: Program) -> None:
    program.open(FAULTY)
    program.bench.transcribe(TOTAL, "12")
    undo = program.window.actions_by_id["edit.undo"]
    program.window.find_bar.start()
    assert not undo.isEnabled()
    program.press(Qt.Key.Key_Escape)
    assert undo.isEnabled()


def test_while_a_cell_is_typed_in_its_editor_has_the_keys(program: Program) -> None:
    review = program.open(FAULTY)
    program.bench.confirm(CARRIED_IN)
    program.press(Qt.Key.Key_F8)
    program.press(Qt.Key.Key_F2)
    assert program.bench.editing
    commands = program.window.actions_by_id
    for identity in ("edit.undo", "review.take", "review.transcribe", "review.confirm"):
        assert not commands[identity].isEnabled()
    program.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert CARRIED_IN in review.confirmed
    program.press(Qt.Key.Key_Escape)
    assert commands["edit.undo"].isEnabled()


@pytest.mark.parametrize(
    ("key", "verdict"),
    list(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4), Verdict, strict=True)),
)
def test_alt_and_a_figure_give_a_verdict_anywhere(
    program: Program, key: Qt.Key, verdict: Verdict
) -> None:
    review = program.open(FAULTY)
    program.press(Qt.Key.Key_F8)
    finding = program.bench.selection.finding
    assert finding is not None
    program.press(key, Qt.KeyboardModifier.AltModifier)
    assert review.decisions[finding].verdict is verdict
    program.press(Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    assert finding not in review.decisions


def test_the_suggestion_of_the_selected_finding_is_copied(program: Program) -> None:
    program.open(FAULTY)
    program.press(Qt.Key.Key_F8)
    program.press(Qt.Key.Key_F8)
    finding = program.bench.finding(program.bench.selection.finding)
    assert finding is not None
    assert finding.expected == "12"
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    program.press(Qt.Key.Key_C, modifiers)
    assert QGuiApplication.clipboard().text() == finding.expected


def test_the_page_of_keys_names_all_of_them(program: Program) -> None:
    program.press(Qt.Key.Key_F1)
    dialog = program.window.findChild(KeysDialog)
    assert dialog is not None
    shown = {label.text() for label in dialog.findChildren(QLabel)}
    assert {key_names(action) for action in ACTIONS if action.keys} <= shown
    assert {action.title.rstrip("…") for action in ACTIONS if action.keys} <= shown
    dialog.close()


def test_the_keys_given_most_stand_in_the_toolbar_where_there_is_room(program: Program) -> None:
    bar = program.window.findChild(MainToolBar)
    assert bar is not None
    buttons = {one.defaultAction().objectName(): one for one in bar.findChildren(BarButton)}
    following = buttons["review.next"]
    program.window.resize(1440, 900)
    QApplication.processEvents()
    wide = following.sizeHint().width()
    program.window.resize(1024, 700)
    QApplication.processEvents()
    assert following.sizeHint().width() < wide
    assert buttons["review.note"].sizeHint().width() == buttons["review.note"].width()


def test_keys_are_named_alike_in_menus_and_sentences(program: Program) -> None:
    taken = program.window.actions_by_id["review.take"]
    native = QKeySequence.SequenceFormat.NativeText
    assert key_of("review.take") == taken.shortcut().toString(native) == "Ctrl+回车"
