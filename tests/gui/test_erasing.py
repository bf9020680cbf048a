"""Reports are taken off the list, and what is kept of them is deleted, after a question."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from reviewer.errors import LibraryError
from reviewer.library.library import Library
from reviewer.review.model import Verdict
from reviewer.window.widgets.small_button import SmallButton
from tests.gui.programs import FAULTY, SOUND, Program


def buttons(program: Program) -> dict[str, SmallButton]:
    found = program.window.messages.findChildren(SmallButton)
    return {one.text(): one for one in found if one.isVisible()}


def asked(program: Program) -> str:
    message = program.window.messages.message
    return f"{message.text}{message.hint}" if message is not None else ""


def titles(program: Program) -> list[str]:
    return [row.title for row in program.window.empty_page.recent.rows.rows]


def menu_of(panel: QWidget, widget: QWidget, middle: QPoint) -> dict[str, object]:
    widget.customContextMenuRequested.emit(middle)
    menu = panel.findChild(QMenu)
    assert menu is not None
    chosen: dict[str, object] = {action.text(): action for action in menu.actions()}
    menu.close()
    return chosen


def judged(program: Program, path: Path = FAULTY) -> str:
    """A report with a verdict, a note and a proposal; its sha256."""
    review = program.open(path)
    if review.checked.findings:
        program.bench.decide(review.checked.findings[0].id, Verdict.EXPLAINED)
    program.bench.annotate("请核实")
    program.bench.propose(next(iter(review.report.form.figures)), "7")
    return review.report.document.origin.sha256


def test_the_question_says_what_would_be_lost_and_enter_loses_nothing(program: Program) -> None:
    key = judged(program)
    program.window.actions_by_id["file.erase"].trigger()
    for words in ("石桥镇", "核定 1 条", "批注 1 条", "更正和建议 1 格", "不能撤销"):
        assert words in asked(program)
    assert list(buttons(program)) == ["保留", "先导出审核表…", "永久删除"]
    assert QApplication.focusWidget() is buttons(program)["保留"]
    program.press(Qt.Key.Key_Return)
    assert asked(program) == ""
    assert len(program.library.entries(key)) == 3
    assert program.bench.current is not None


def test_what_is_deleted_is_gone_and_the_report_begins_anew(program: Program) -> None:
    key = judged(program)
    other = judged(program, SOUND)
    program.bench.show(program.bench.reviews[0])
    program.window.actions_by_id["file.erase"].trigger()
    buttons(program)["永久删除"].click()
    assert [one.report.document.origin.sha256 for one in program.bench.reviews] == [other]
    assert program.library.entries(key) == ()
    assert key not in {seen.sha256 for seen in program.library.recent()}
    assert len(program.library.entries(other)) == 2
    assert program.open(FAULTY).entries == ()


def test_a_draft_of_a_note_does_not_outlive_its_report(program: Program) -> None:
    key = judged(program)
    program.bench.want_note()
    program.type("还没写完")
    program.window.actions_by_id["file.erase"].trigger()
    buttons(program)["永久删除"].click()
    assert program.library.entries(key) == ()
    assert program.library.versions(key) == ()


def test_whoever_goes_on_working_is_not_asked_any_more(program: Program) -> None:
    judged(program)
    program.window.actions_by_id["file.erase"].trigger()
    program.bench.annotate("还要审")
    assert asked(program) == ""
    program.window.actions_by_id["file.erase"].trigger()
    program.open(SOUND)
    assert asked(program) == ""


def test_versions_of_one_file_go_together(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(FAULTY.read_bytes())
    old = judged(program, path)
    path.write_bytes(FAULTY.read_bytes() + "\n（更正稿）\n".encode())
    new = judged(program, path)
    assert old != new
    program.window.messages.dismiss()
    program.window.actions_by_id["file.erase"].trigger()
    assert "以前的 1 个版本" in asked(program)
    assert "批注 2 条" in asked(program)
    buttons(program)["永久删除"].click()
    assert program.bench.reviews == ()
    assert program.library.recent() == ()
    assert titles(program) == []


def test_a_pasted_reports_text_is_said_to_go_too(program: Program) -> None:
    program.bench.open_text(FAULTY.read_text("utf-8"))
    key = program.wait().report.document.origin.sha256
    program.window.actions_by_id["file.erase"].trigger()
    assert "粘贴" in asked(program)
    assert "报告文件" not in asked(program)
    buttons(program)["永久删除"].click()
    assert program.library.pasted_text(key) is None


def test_a_report_is_taken_off_the_list_by_key_and_its_review_stays(program: Program) -> None:
    key = judged(program)
    judged(program, SOUND)
    program.bench.close_all()
    recent = program.window.empty_page.recent
    assert len(titles(program)) == 2
    recent.setFocus()
    recent.select(1)
    program.press(Qt.Key.Key_Delete, on=recent)
    assert len(titles(program)) == 1
    assert "石桥镇" not in titles(program)[0]
    assert len(program.library.entries(key)) == 3
    program.press(Qt.Key.Key_Delete, on=recent)
    program.press(Qt.Key.Key_Delete, on=recent)  # nothing is left to be taken off
    assert titles(program) == []
    assert len(program.open(FAULTY).entries) == 3


def test_the_menu_of_recent_reports_asks_before_it_deletes(program: Program) -> None:
    key = judged(program)
    program.bench.close_all()
    recent = program.window.empty_page.recent
    chosen = menu_of(
        program.window.empty_page, recent, recent.visualRect(recent.rows.index(0)).center()
    )
    assert list(chosen) == ["打开", "", "从列表中移除\tDel", "删除审核记录…"]
    chosen["删除审核记录…"].trigger()  # type: ignore[attr-defined]
    assert list(buttons(program)) == ["保留", "永久删除"]
    buttons(program)["永久删除"].click()
    assert titles(program) == []
    assert program.library.versions(key) == ()


def test_the_menu_of_open_reports_asks_too(program: Program) -> None:
    judged(program)
    listed = program.window.panels.reports.list
    chosen = menu_of(
        program.window.panels.reports, listed, listed.visualRect(listed.currentIndex()).center()
    )
    chosen["删除审核记录…"].trigger()  # type: ignore[attr-defined]
    assert "永久删除" in asked(program)


def test_what_cannot_be_deleted_is_told_and_kept(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = judged(program)

    def refuse(library: Library, keys: object) -> None:
        raise LibraryError("记录库正被另一个程序占用。", "稍后重试。")

    monkeypatch.setattr(Library, "erase", refuse)
    program.window.actions_by_id["file.erase"].trigger()
    buttons(program)["永久删除"].click()
    assert "占用" in asked(program)
    assert len(program.library.entries(key)) == 3
