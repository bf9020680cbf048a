"""Repeated sections side by side."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from reviewer.window.desk import sameness_pairs
from reviewer.window.desk.sameness_pairs import Compared, Pair, compare_again, pairs_of
from reviewer.window.sameness.dialog import SamenessDialog
from tests.gui.programs import FAULTY, SOUND, Program


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The sound sample as another body would hand it in."""
    text = SOUND.read_text(encoding="utf-8")
    path = tmp_path / "河口镇_2023.txt"
    path.write_text(text.replace("清溪街道办事处", "河口镇人民政府"), encoding="utf-8")
    return path


def dialog_of(program: Program, *, wait: bool = True) -> SamenessDialog:
    program.window.actions_by_id["tools.sameness"].trigger()
    dialog = program.window.findChild(SamenessDialog)
    assert dialog is not None
    if wait:
        compared(program, dialog)
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


def test_many_open_reports_are_compared_in_the_background(
    program: Program, copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []

    def watched(*given: object) -> list[Pair]:
        threads.append(threading.current_thread())
        return pairs_of(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(sameness_pairs, "pairs_of", watched)
    program.open(copied)
    program.open(SOUND)
    dialog = dialog_of(program, wait=False)
    assert "正在比对" in dialog.told.text()
    assert "打开的其他报告 1 份" in compared(program, dialog)
    assert dialog.list.rows.rows
    assert threads
    assert threading.main_thread() not in threads
    dialog.close()


def compared(program: Program, dialog: SamenessDialog) -> str:
    """What the dialog says when nothing is being read any more."""
    program.qtbot.waitUntil(lambda: "已比对" in dialog.told.text(), timeout=20_000)
    return dialog.told.text()


def test_a_report_opened_before_is_compared_and_opened_from_there(
    program: Program, copied: Path
) -> None:
    program.bench.close_review(program.open(copied))
    one = program.open(SOUND)
    dialog = dialog_of(program)
    assert "0 份，以前打开过的同年和上一年报告 1 份" in compared(program, dialog)
    assert "河口镇" in dialog.list.rows.rows[0].title
    said = marked(dialog.there)[0]
    QTest.mouseClick(dialog.show_there, Qt.MouseButton.LeftButton)
    shown = program.bench.current
    assert shown is not None
    assert shown is not one
    assert shown.report.body.endswith("河口镇人民政府")
    span = program.bench.selection.span
    assert span is not None
    assert _letters(shown.original.document.at(span)) == _letters(said)


def test_what_is_shown_stays_when_reports_opened_before_come_in(
    program: Program, copied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def waiting(*given: object) -> Compared:
        go_on.wait(20)
        return compare_again(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(sameness_pairs, "compare_again", waiting)
    third = tmp_path / "云台乡_2023.txt"
    text = copied.read_text(encoding="utf-8").replace("河口镇", "云台乡")
    third.write_text(text, encoding="utf-8")
    program.bench.close_review(program.open(third))
    altered = copied.read_text(encoding="utf-8").replace("件，", "件左右，")
    copied.write_text(altered, encoding="utf-8")
    program.open(copied)
    program.open(SOUND)
    dialog = dialog_of(program, wait=False)
    program.qtbot.waitUntil(lambda: bool(dialog.list.rows.rows))
    dialog.list.select(0)
    go_on.set()
    compared(program, dialog)
    row = dialog.list.row()
    assert row is not None
    assert "河口镇" in row.title
    assert "云台乡" in dialog.list.rows.rows[0].title
    dialog.close()


def test_a_file_that_is_gone_is_passed_over(program: Program, copied: Path) -> None:
    program.bench.close_review(program.open(copied))
    copied.unlink()
    program.open(SOUND)
    dialog = dialog_of(program)
    assert "上一年报告 0 份" in compared(program, dialog)
    assert dialog.pages.empty.isVisible()
    dialog.close()


def test_closing_the_dialog_stops_the_comparison(program: Program, copied: Path) -> None:
    program.bench.close_review(program.open(copied))
    program.open(SOUND)
    dialog_of(program, wait=False).close()
    program.wait()
    assert program.window.findChild(SamenessDialog) is None
    assert len(program.bench.reviews) == 1


def test_stopping_leaves_what_was_found(program: Program, copied: Path) -> None:
    program.bench.close_review(program.open(copied))
    program.open(SOUND)
    go_on = threading.Event()
    program.bench.worker.fetch(lambda _: go_on.wait(5), lambda _: None, lambda _: None)
    dialog = dialog_of(program, wait=False)
    assert "正在与以前打开过的 1 份" in dialog.told.text()
    program.bench.worker.cancel()
    go_on.set()
    assert "上一年报告 0 份" in compared(program, dialog)
    dialog.close()


def test_one_report_alone_has_nothing_to_be_compared_with(program: Program) -> None:
    program.open(SOUND)
    dialog = dialog_of(program)
    assert "0 份，以前打开过的同年和上一年报告 0 份" in dialog.told.text()
    dialog.close()


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))
