"""Repeated sections side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from reviewer.window.sameness_dialog import SamenessDialog
from tests.gui.programs import FAULTY, SOUND, Program


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The sound sample as another body would hand it in."""
    text = SOUND.read_text(encoding="utf-8")
    path = tmp_path / "河口镇_2023.txt"
    path.write_text(text.replace("清溪街道办事处", "河口镇人民政府"), encoding="utf-8")
    return path


def dialog_of(program: Program) -> SamenessDialog:
    program.window.actions_by_id["tools.sameness"].trigger()
    dialog = program.window.findChild(SamenessDialog)
    assert dialog is not None
    return dialog


def marked(text: QPlainTextEdit) -> list[str]:
    return [selection.cursor.selectedText() for selection in text.extraSelections()]


def test_equal_passages_are_marked_in_both_texts(program: Program, copied: Path) -> None:
    program.open(copied)
    program.open(SOUND)
    dialog = dialog_of(program)
    assert dialog.list.count() >= 1
    assert "河口镇" in dialog.list.item(0).text()
    here, there = marked(dialog.here), marked(dialog.there)
    assert here
    assert [_letters(one) for one in here] == [_letters(one) for one in there]
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    assert marked(dialog.here)
    program.settings.update(theme="dark")
    assert marked(dialog.here)
    dialog.close()


def test_reports_that_differ_have_nothing_to_show(program: Program) -> None:
    program.open(SOUND)
    program.open(FAULTY)
    dialog = dialog_of(program)
    assert dialog.list.count() == 0
    assert dialog.here.toPlainText() == ""
    dialog.close()


def test_one_report_alone_is_not_compared(program: Program) -> None:
    program.open(SOUND)
    assert not program.window.actions_by_id["tools.sameness"].isEnabled()


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))
