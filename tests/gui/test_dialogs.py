"""Dialogs: what they say, and how their fields look."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QLabel,
    QPushButton,
    QStyle,
    QVBoxLayout,
)

from reviewer.window.widgets.dialog_style import DialogStyle, dress_dialog
from reviewer.window.widgets.field_style import dress_button
from tests.gui.desks import Desk
from tests.gui.programs import FAULTY, Program


@pytest.mark.parametrize("command", ["file.open", "file.open_folder", "file.export"])
def test_file_dialogs_speak_the_language_of_the_window(program: Program, command: str) -> None:
    program.open(FAULTY)
    program.window.actions_by_id[command].trigger()
    dialog = program.window.findChild(QFileDialog)
    assert dialog is not None
    labels = [one.text() for one in dialog.findChildren(QLabel)]
    buttons = [one.text() for one in dialog.findChildren(QPushButton)]
    said = [text for text in labels + buttons if text]
    assert len(said) >= 5
    assert [text for text in said if not re.search("[\u4e00-\u9fff]", text)] == []
    dialog.close()


def test_fields_of_dialogs_are_drawn_in_the_themes_colours(desk: Desk) -> None:
    dialog = QDialog(desk.host)
    box, button = QCheckBox(dialog), QPushButton("关闭", dialog)
    styled = QPushButton("新建", dialog)
    dress_button(styled, desk.theme)
    column = QVBoxLayout(dialog)
    for widget in (box, button, styled):
        column.addWidget(widget)
    dress_dialog(dialog, desk.theme)
    assert isinstance(button.style(), DialogStyle)
    assert not isinstance(styled.style(), DialogStyle)
    for theme in ("light", "dark"):
        desk.theme.use(theme)
        box.setChecked(True)
        shot = box.grab().toImage()
        names = {shot.pixelColor(x, shot.height() // 2).name() for x in range(20)}
        assert desk.theme.color("accent").name() in names
        edge = button.grab().toImage().pixelColor(button.width() // 2, 0).name()
        assert edge == desk.theme.color("border").name()
    dialog.close()


def test_buttons_of_dialogs_bear_no_sign_of_the_desktop(desk: Desk) -> None:
    dialog = QDialog(desk.host)
    button = QPushButton("关闭", dialog)
    button.setIcon(dialog.style().standardIcon(QStyle.StandardPixmap.SP_DialogCloseButton))
    dress_dialog(dialog, desk.theme)
    assert button.icon().isNull()
    dialog.close()
