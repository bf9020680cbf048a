from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea

from reviewer.window.dialogs.setting_editors import (
    CHOICES,
    ChoiceEditor,
    FlagEditor,
    NumberEditor,
    TextEditor,
)
from reviewer.window.settings import Settings
from tests.gui.programs import FAULTY, Program

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_every_setting_with_a_title_is_shown(program: Program) -> None:
    dialog = program.preferences()
    kinds = (ChoiceEditor, FlagEditor, NumberEditor, TextEditor)
    shown = {one.objectName() for kind in kinds for one in dialog.findChildren(kind)}
    titled = {name for name, field in Settings.model_fields.items() if field.title}
    assert shown == titled
    dialog.close()


def test_every_choice_has_a_name() -> None:
    for name, field in Settings.model_fields.items():
        for value in getattr(field.annotation, "__args__", ()):
            if isinstance(value, str):
                assert value in CHOICES, name


def test_what_is_chosen_takes_effect_at_once_and_lasts(program: Program) -> None:
    program.open(FAULTY)
    dialog = program.preferences()
    author = dialog.findChild(TextEditor, "author")
    theme = dialog.findChild(ChoiceEditor, "theme")
    size = dialog.findChild(NumberEditor, "font_size")
    enter = dialog.findChild(ChoiceEditor, "enter_moves")
    reopen = dialog.findChild(FlagEditor, "reopen")
    assert author is not None
    assert theme is not None
    assert size is not None
    assert enter is not None
    assert reopen is not None
    author.selectAll()
    author.setFocus()
    program.type("复核员乙")
    program.press(Qt.Key.Key_Tab)
    theme.setFocus()
    program.press(Qt.Key.Key_Down)
    enter.setFocus()
    program.press(Qt.Key.Key_Down)
    reopen.setFocus()
    program.press(Qt.Key.Key_Space)
    size.setFocus()
    program.press(Qt.Key.Key_Up)
    assert program.bench.author == "复核员乙"
    assert program.window.palette().window().color().lightness() < 128
    assert program.bench.enter_moves == "right"
    assert QApplication.font().pointSizeF() == 10.5
    dialog.close()
    program.end()
    kept = type(program.settings)().value
    assert (kept.author, kept.theme, kept.enter_moves) == ("复核员乙", "dark", "right")
    assert (kept.font_size, kept.reopen) == (10.5, True)


def test_defaults_are_restored(program: Program) -> None:
    program.settings.update(theme="dark", font_size=14, enter_moves="stay")
    dialog = program.preferences()
    button = dialog.findChild(QPushButton, "restore")
    assert button is not None
    button.click()
    chosen = program.settings.value
    assert (chosen.theme, chosen.font_size, chosen.enter_moves) == ("system", 10, "down")
    size = dialog.findChild(NumberEditor, "font_size")
    assert size is not None
    assert size.value() == 10
    dialog.close()


def test_large_letters_leave_the_dialog_within_a_low_screen(program: Program) -> None:
    program.settings.update(font_size=18.0)
    dialog = program.preferences()
    assert dialog.minimumSizeHint().height() <= 700
    last = dialog.findChild(FlagEditor, "reopen")
    assert last is not None
    area = dialog.findChild(QScrollArea)
    assert area is not None
    assert area.isAncestorOf(last)
    dialog.resize(900, 600)
    QApplication.processEvents()
    assert area.verticalScrollBar().maximum() > 0
    dialog.close()


def test_letters_made_larger_are_not_cut_in_the_open_dialog(program: Program) -> None:
    dialog = program.preferences()
    size = dialog.findChild(NumberEditor, "font_size")
    assert size is not None
    size.setValue(18)
    for _ in range(5):  # a layout within a layout within a page that scrolls
        QApplication.processEvents()
    assert QApplication.font().pointSizeF() == 18
    shown = [one for one in dialog.findChildren(QLabel) if one.isVisible() and one.text()]
    assert len(shown) > 10
    for label in shown:
        needed = label.heightForWidth(label.width())
        assert label.height() >= max(needed, label.fontMetrics().height()), label.text()
    dialog.close()
