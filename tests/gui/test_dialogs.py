"""The windows that ask for a file."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

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
