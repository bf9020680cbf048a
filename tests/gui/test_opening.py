"""Ways to a report: dropped on the window, pasted, or open before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragLeaveEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.base import CellId
from tests.document.pages import article
from tests.gui.programs import FAULTY, SOUND, Program
from tests.layouts import make_figures

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_files_are_dropped(program: Program) -> None:
    assert program.drop([FAULTY])
    assert program.wait().report.document.origin.path == str(FAULTY)


@pytest.mark.parametrize("name", ["searchBox", "findings_words", "source_text", "note_field"])
def test_files_are_opened_wherever_they_are_dropped(program: Program, name: str) -> None:
    program.open(FAULTY)
    program.press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    field = program.window.findChild(QWidget, name)
    assert field is not None
    assert field.isVisible()
    assert program.drop([SOUND], SOUND.as_uri(), on=field)
    assert program.dragged_over
    assert program.wait().report.document.origin.path == str(SOUND)
    assert program.window.find_bar.box.text() == ""


def test_words_can_be_dropped_on_the_search_box(program: Program) -> None:
    program.open(FAULTY)
    assert program.drop(text="石桥镇", on=program.window.find_bar.box)
    assert program.window.find_bar.box.text() == "石桥镇"


def test_text_is_dropped(program: Program) -> None:
    assert program.drop(text=SOUND.read_text("utf-8"))
    assert program.wait().report.document.origin.path == ""


def test_a_word_is_not_taken_for_a_report(program: Program) -> None:
    assert not program.drop(text="年报")


def test_a_report_is_pasted(program: Program) -> None:
    QGuiApplication.clipboard().setText(FAULTY.read_text("utf-8"))
    program.press(Qt.Key.Key_V, CONTROL | SHIFT)
    assert program.wait().report.year == 2023


def test_an_empty_clipboard_is_told(program: Program) -> None:
    QGuiApplication.clipboard().clear()
    program.press(Qt.Key.Key_V, CONTROL | SHIFT)
    message = program.window.messages.message
    assert message is not None
    assert message.text == "剪贴板里没有文字。"


def _copied_page(text: str) -> dict[CellId, str]:
    """Put a page with a table on the clipboard, with such text beside it; its figures."""
    figures = make_figures("2021", 6)
    data = QMimeData()
    data.setHtml(f"<html><body><!--StartFragment-->{article(figures)}<!--EndFragment-->")
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    return figures


def test_a_pasted_page_keeps_its_tables_and_is_opened_again(program: Program) -> None:
    figures = _copied_page("云岭县石桥镇人民政府2023年政府信息公开工作年度报告")
    program.press(Qt.Key.Key_V, CONTROL | SHIFT)
    report = program.wait().report
    assert {cell: one.printed for cell, one in report.by_cell.items()} == figures
    assert any(block.kind == "table" for block in report.document.blocks)
    program.restart()
    recent = program.window.empty_page.recent
    recent.setFocus()
    recent.select(0)
    program.press(Qt.Key.Key_Return)
    again = program.wait().report
    assert {cell: one.printed for cell, one in again.by_cell.items()} == figures
    assert again.document.origin.sha256 == report.document.origin.sha256


def test_a_pasted_page_that_says_nothing_is_read_as_text(program: Program) -> None:
    data = QMimeData()
    data.setHtml("<table><tr><td>1</td></tr></table>")
    data.setText(FAULTY.read_text("utf-8"))
    QGuiApplication.clipboard().setMimeData(data)
    program.press(Qt.Key.Key_V, CONTROL | SHIFT)
    assert program.wait().report.year == 2023


def test_recent_reports_are_listed_and_opened_by_enter(program: Program) -> None:
    program.open(FAULTY)
    program.restart()
    recent = program.window.empty_page.recent
    assert recent.isVisible()
    recent.setFocus()
    recent.select(0)
    program.press(Qt.Key.Key_Return)
    assert program.wait().report.document.origin.path == str(FAULTY)


def test_what_is_dragged_over_the_window_is_told_what_letting_go_does(program: Program) -> None:
    cover = program.window.drop_cover
    assert program.drop([FAULTY])
    assert FAULTY.name in program.dragged_over
    assert not cover.isVisible()
    assert program.drop([FAULTY, SOUND])
    assert "2 项" in program.dragged_over
    assert not program.drop(text="年报")
    assert program.dragged_over == ""
    program.wait()


def test_what_is_dragged_away_again_leaves_nothing_behind(program: Program) -> None:
    program.window.drop_cover.cover("松开")
    assert program.window.drop_cover.says == "松开"
    QApplication.sendEvent(program.window, QDragLeaveEvent())
    assert not program.window.drop_cover.isVisible()


@pytest.mark.parametrize(
    "text",
    [
        "今天天气很好，适合出门走走。" * 5,
        "关于做好政府信息公开工作的通知\n" + "第一条 各单位应当按时报送年度报告。\n" * 3,
        FAULTY.read_text("utf-8") + SOUND.read_text("utf-8"),
        "年报\x01\x02\x03" * 40,
    ],
    ids=["nonsense", "notice", "two", "control"],
)
def test_what_was_pasted_is_called_no_file(program: Program, text: str) -> None:
    program.bench.open_text(text)
    program.qtbot.waitUntil(lambda: program.window.messages.message is not None, timeout=20_000)
    message = program.window.messages.message
    assert message is not None
    assert "文件" not in message.text + message.hint
