from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reviewer.window.crash.dialog import CrashDialog
from reviewer.window.crash.guard import Crash, CrashGuard, unseen
from reviewer.window.crash.reporter import CrashReporter
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.message_bar import MessageBar
from reviewer.window.widgets.slim_scroll_bar import SlimScrollBar

pytestmark = pytest.mark.logs


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def guard(window: QWidget, tmp_path: Path) -> Iterator[CrashGuard]:
    """Guards this test; what was in place before comes back after it."""
    hooks = sys.excepthook, threading.excepthook
    made = CrashGuard(tmp_path / "crashes", window)
    made.install()
    yield made
    made.uninstall()
    assert (sys.excepthook, threading.excepthook) == hooks


def crashes(guard: CrashGuard) -> list[Crash]:
    caught: list[Crash] = []
    guard.caught.connect(caught.append)
    return caught


class Failing(QObject):
    def fail(self) -> None:
        raise ValueError("画错了")


def raise_in(place: Failing) -> None:
    """As Qt reports what a slot raised."""
    try:
        place.fail()
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_one_place_is_told_once_however_often_it_fails(qtbot: QtBot, guard: CrashGuard) -> None:
    caught = crashes(guard)
    for _ in range(7):
        raise_in(Failing())
    qtbot.waitUntil(lambda: bool(caught))
    qtbot.wait(1)
    assert len(caught) == 1
    assert "ValueError: 画错了" in caught[0].text


def test_a_record_is_written_and_offered_until_it_was_seen(
    qtbot: QtBot, guard: CrashGuard, window: QWidget, tmp_path: Path
) -> None:
    reporter = CrashReporter(guard, Theme("light", window), window)
    raise_in(Failing())
    dialog = window.findChild(CrashDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    (record,) = unseen(tmp_path / "crashes")
    assert "画错了" in record.read_text("utf-8")
    dialog.accept()
    assert unseen(tmp_path / "crashes") == []
    assert reporter.parent() is window


def test_there_is_one_dialog_and_its_details_can_be_copied(
    qtbot: QtBot, guard: CrashGuard, window: QWidget
) -> None:
    CrashReporter(guard, Theme("light", window), window)
    raise_in(Failing())
    guard.record(KeyError("另一处"))
    (dialog,) = window.findChildren(CrashDialog)
    details = dialog.findChild(QPlainTextEdit)
    assert details is not None
    assert isinstance(details.verticalScrollBar(), SlimScrollBar)
    assert isinstance(details.horizontalScrollBar(), SlimScrollBar)
    qtbot.waitUntil(lambda: "另一处" in details.toPlainText())
    dialog.copy_details()
    assert "画错了" in QGuiApplication.clipboard().text()
    assert not dialog.isModal()
    dialog.reject()


def test_an_error_on_another_thread_is_told_on_the_main_one(
    qtbot: QtBot, guard: CrashGuard
) -> None:
    caught = crashes(guard)

    def fail() -> None:
        raise RuntimeError("后台出错")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(caught))
    assert "后台出错" in caught[0].text


def test_an_error_while_recording_is_not_recorded(
    qtbot: QtBot, guard: CrashGuard, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught = crashes(guard)

    def write_badly(*_: object) -> None:
        guard.record(OSError("盘满了"))

    monkeypatch.setattr("reviewer.window.crash.guard._written", write_badly)
    guard.record(ValueError("第一处"))
    qtbot.waitUntil(lambda: bool(caught))
    assert len(caught) == 1


def test_what_is_told_otherwise_is_only_written_down(
    qtbot: QtBot, guard: CrashGuard, tmp_path: Path
) -> None:
    caught = crashes(guard)
    for _ in range(2):
        guard.note(ValueError("读取器出错"))
    qtbot.wait(1)
    assert caught == []
    assert unseen(tmp_path / "crashes") == []
    (record,) = (tmp_path / "crashes").glob("crash-*")
    assert "读取器出错" in record.read_text("utf-8")


def test_a_folder_that_cannot_be_written_costs_only_the_record(
    qtbot: QtBot, guard: CrashGuard, tmp_path: Path
) -> None:
    caught = crashes(guard)
    (tmp_path / "crashes").rename(tmp_path / "away")
    guard.record(ValueError("无处可写"))
    qtbot.waitUntil(lambda: bool(caught))
    assert caught[0].path is None


def test_a_folder_that_cannot_be_made_does_not_keep_the_program_from_starting(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").write_text("")
    folder = tmp_path / "file" / "crashes"
    assert unseen(folder) == []
    guard = CrashGuard(folder)
    guard.install()
    guard.uninstall()
    assert not folder.exists()


def test_a_hard_crash_is_offered_at_the_next_start(
    qtbot: QtBot, guard: CrashGuard, window: QWidget, tmp_path: Path
) -> None:
    folder = tmp_path / "crashes"
    (folder / "fault.log").write_text("Fatal Python error: Segmentation fault\n", "utf-8")
    left = unseen(folder)
    assert len(left) == 1
    bar = MessageBar(Theme("light", window), window)
    reporter = CrashReporter(guard, Theme("light", window), window)
    reporter.offer(left, bar)
    assert bar.message is not None
    bar.message.offers[0].do()
    dialog = window.findChild(CrashDialog)
    assert dialog is not None
    details = dialog.findChild(QPlainTextEdit)
    assert details is not None
    assert isinstance(details.verticalScrollBar(), SlimScrollBar)
    assert isinstance(details.horizontalScrollBar(), SlimScrollBar)
    assert "Segmentation fault" in details.toPlainText()
    dialog.accept()
    assert unseen(folder) == []


def test_nothing_is_offered_after_a_good_end(window: QWidget, tmp_path: Path) -> None:
    guard = CrashGuard(tmp_path / "crashes", window)
    guard.install()
    guard.uninstall()
    assert unseen(tmp_path / "crashes") == []
