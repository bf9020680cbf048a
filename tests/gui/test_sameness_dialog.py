"""Repeated sections side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
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


def reach(text: QPlainTextEdit, passage: int) -> tuple[int, int]:
    """Where a marked passage begins and ends."""
    selections = text.extraSelections()
    cursor = selections[passage].cursor
    return cursor.selectionStart(), cursor.selectionEnd()


def test_equal_passages_are_marked_in_both_texts(program: Program, copied: Path) -> None:
    program.open(copied)
    program.open(SOUND)
    dialog = dialog_of(program)
    assert "河口镇" in dialog.list.rows.rows[0].title
    here, there = marked(dialog.here), marked(dialog.there)
    assert here
    assert [_letters(one) for one in here] == [_letters(one) for one in there]
    dialog.list.select(len(dialog.list.rows.rows) - 1)
    assert marked(dialog.here)
    program.settings.update(theme="dark")
    assert marked(dialog.here)
    dialog.close()


def test_a_click_on_a_passage_shows_it_in_both_texts(program: Program, copied: Path) -> None:
    program.open(copied)
    program.open(SOUND)
    dialog = dialog_of(program)
    dialog.list.select(0)
    last = len(marked(dialog.here)) - 1
    start, _ = reach(dialog.here, last)
    cursor = dialog.here.textCursor()
    cursor.setPosition(start + 1)
    dialog.here.setTextCursor(cursor)
    first, end = reach(dialog.there, last)
    assert first <= dialog.there.textCursor().position() <= end
    dialog.close()


@pytest.mark.parametrize("side", ["here", "there"])
def test_a_passage_is_shown_in_the_window(program: Program, copied: Path, side: str) -> None:
    other = program.open(copied)
    one = program.open(SOUND)
    program.bench.show(one)
    dialog = dialog_of(program)
    said = marked(getattr(dialog, side))[0]
    QTest.mouseClick(getattr(dialog, f"show_{side}"), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    shown = program.bench.current
    assert shown is (one if side == "here" else other)
    span = program.bench.selection.span
    assert span is not None
    assert _letters(shown.original.document.at(span)) == _letters(said)


def test_reports_that_differ_have_nothing_to_show(program: Program) -> None:
    program.open(SOUND)
    program.open(FAULTY)
    dialog = dialog_of(program)
    assert not dialog.list.isVisible()
    assert dialog.pages.empty.isVisible()
    dialog.close()


def test_one_report_alone_is_not_compared(program: Program) -> None:
    program.open(SOUND)
    assert not program.window.actions_by_id["tools.sameness"].isEnabled()


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))
