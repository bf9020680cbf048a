"""What stands in the message bar is still true: a later try of the same thing takes it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from reviewer.errors import LibraryError
from reviewer.library.library import Library
from reviewer.paths import user_config
from tests.gui.desks import TOTAL
from tests.gui.programs import FAULTY, SOUND, Program


def said(program: Program) -> list[str]:
    """All that the bar says, the newest first; empties it."""
    bar, texts = program.window.messages, []
    while bar.message is not None:
        texts.append(bar.message.text)
        bar.dismiss()
    return texts


def export(program: Program, target: Path) -> None:
    review = program.bench.current
    assert review is not None
    program.bench.export_workbook(review, target)
    program.qtbot.waitUntil(lambda: not program.bench.exporting)


def open_bad(program: Program, path: Path) -> None:
    program.bench.open_paths([path])
    program.qtbot.waitUntil(lambda: not program.bench.worker.busy)


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A file of text that is no report, for which another encoding is offered."""
    path = tmp_path / "乙镇.txt"
    path.write_text("床前明月光，疑是地上霜。" * 60, "utf-8")
    return path


def test_a_file_that_opens_at_last_is_not_told_of_any_more(program: Program, bad: Path) -> None:
    open_bad(program, bad)
    open_bad(program, bad.with_name("丙镇.txt"))
    bad.write_bytes(FAULTY.read_bytes())
    program.open(bad)
    assert [text.partition("：")[0] for text in said(program)] == [
        f"找不到文件“{bad.with_name('丙镇.txt')}”。"
    ]


def test_what_fails_again_is_told_once(program: Program, bad: Path) -> None:
    for _ in range(3):
        open_bad(program, bad)
    assert len(said(program)) == 1


def test_an_export_that_goes_well_elsewhere_takes_its_failure_back(
    program: Program, tmp_path: Path
) -> None:
    program.open(FAULTY)
    export(program, tmp_path / "gone" / "审核表.xlsx")
    failure = program.window.messages.message
    assert failure is not None
    assert "不存在" in failure.text
    export(program, tmp_path / "审核表.xlsx")
    assert said(program) == [f"已导出 {tmp_path / '审核表.xlsx'}"]


def test_of_several_workbooks_the_last_is_told(program: Program, tmp_path: Path) -> None:
    for path, name in ((FAULTY, "甲.xlsx"), (SOUND, "乙.xlsx")):
        program.open(path)
        export(program, tmp_path / name)
    assert said(program) == [f"已导出 {tmp_path / '乙.xlsx'}"]


def test_where_a_workbook_is_goes_when_work_goes_on(program: Program, tmp_path: Path) -> None:
    program.open(FAULTY)
    export(program, tmp_path / "甲.xlsx")
    program.bench.confirm(TOTAL)
    assert said(program) == []
    export(program, tmp_path / "乙.xlsx")
    program.open(SOUND)
    assert said(program) == []


def test_drafts_that_are_not_in_a_workbook_are_told(program: Program, tmp_path: Path) -> None:
    program.open(FAULTY)
    program.bench.want_note()
    program.type("写到一半")
    export(program, tmp_path / "甲.xlsx")
    message = program.window.messages.message
    assert message is not None
    assert "1 条批注还是草稿" in message.hint


def test_the_failure_of_another_report_stays(program: Program, tmp_path: Path) -> None:
    program.open(FAULTY)
    export(program, tmp_path / "gone" / "审核表.xlsx")
    program.open(SOUND)
    export(program, tmp_path / "乙.xlsx")
    assert len(said(program)) == 2


def test_an_edit_that_is_kept_takes_back_that_one_was_not(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise LibraryError("磁盘已满。")

    program.open(FAULTY)
    with monkeypatch.context() as full:
        full.setattr(Library, "_transaction", refuse)
        program.bench.transcribe(TOTAL, "12")
    assert program.window.messages.message is not None
    program.bench.transcribe(TOTAL, "12")
    assert said(program) == []


def test_an_empty_clipboard_is_forgotten_when_something_is_pasted(program: Program) -> None:
    paste = program.window.actions_by_id["file.paste"]
    QGuiApplication.clipboard().clear()
    paste.trigger()
    assert program.window.messages.message is not None
    QGuiApplication.clipboard().setText(FAULTY.read_text("utf-8"))
    paste.trigger()
    program.wait()
    assert said(program) == []


def test_rules_that_were_mended_are_told_of_no_longer(program: Program) -> None:
    folder = user_config() / "rules"
    folder.mkdir(parents=True)
    (folder / "坏.toml").write_text("[[rule]\n", "utf-8")
    program.restart()
    program.open(FAULTY)
    store = program.bench.rules
    assert store is not None
    assert program.window.messages.message is not None
    with program.qtbot.waitSignal(store.changed):
        store.delete("坏.toml")
    assert said(program) == []


def test_messages_are_listed_copied_and_put_away_together(program: Program, tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.txt" for name in "甲乙丙"]
    for path in paths:
        open_bad(program, path)
    bar = program.window.messages
    assert bar.more.text() == "另有 2 条"

    def chosen(title: str) -> None:
        QTest.mouseClick(bar.more, Qt.MouseButton.LeftButton)
        menu = bar.findChild(QMenu, "messagesMenu")
        assert menu is not None
        next(one for one in menu.actions() if one.text().startswith(title)).trigger()
        menu.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    chosen("复制全部")
    assert [
        line.count("找不到文件") for line in QGuiApplication.clipboard().text().split("\n")
    ] == [
        1,
        1,
        1,
    ]
    chosen("找不到文件")
    assert bar.message is not None
    assert str(paths[1]) in bar.message.text
    chosen("关闭全部")
    assert not bar.isVisible()
