"""A workbook is written beside the reviewer's work, and every way it can end is told."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QToolButton

from reviewer.errors import ReviewerError
from reviewer.export import replacing, workbook
from reviewer.progress import Progress
from reviewer.review.review import Review
from tests.gui.desks import TOTAL
from tests.gui.programs import FAULTY, SOUND, Program

CONTROL = Qt.KeyboardModifier.ControlModifier
NAME = "云岭县石桥镇人民政府2023年年报审核表.xlsx"


class Gate:
    """Holds writing up, as a slow share does, until it is opened."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reached, self.open = threading.Event(), threading.Event()
        self._write = workbook.write_workbook
        monkeypatch.setattr(workbook, "write_workbook", self.write)

    def write(
        self, review: Review, target: Path, *, reviewer_name: str, progress: Progress
    ) -> None:
        self.reached.set()
        assert self.open.wait(20)
        self._write(review, target, reviewer_name=reviewer_name, progress=progress)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate(monkeypatch)
    yield made
    made.open.set()


def begin(program: Program, gate: Gate, target: Path) -> Review:
    """Export a report, up to the gate."""
    review = program.open(FAULTY)
    program.bench.export_workbook(review, target)
    program.qtbot.waitUntil(gate.reached.is_set)
    return review


def choose(program: Program, folder: Path) -> QFileDialog:
    """The dialog that Ctrl+E opens, with a file chosen."""
    program.settings.update(export_folder=str(folder))
    program.press(Qt.Key.Key_E, CONTROL)
    dialog = program.window.findChild(QFileDialog, "targetDialog")
    assert dialog is not None
    return dialog


def test_export_asks_where_and_offers_to_open_it(program: Program, tmp_path: Path) -> None:
    program.open(FAULTY)
    dialog = choose(program, tmp_path)
    assert Path(dialog.selectedFiles()[0]) == tmp_path / NAME
    with program.qtbot.waitSignal(program.bench.exported):
        dialog.accept()
    assert (tmp_path / NAME).read_bytes().startswith(b"PK")
    message = program.window.messages.message
    assert message is not None
    assert str(tmp_path / NAME) in message.text
    assert len(message.offers) == 2


def test_the_report_is_exported_that_the_dialog_was_opened_for(
    program: Program, tmp_path: Path
) -> None:
    program.open(FAULTY)
    dialog = choose(program, tmp_path)
    program.open(SOUND)  # reading it began before, and it comes to the front now
    with program.qtbot.waitSignal(program.bench.exported):
        dialog.accept()
    overview = openpyxl.load_workbook(tmp_path / NAME).worksheets[0]
    words = [str(cell.value) for row in overview.iter_rows() for cell in row if cell.value]
    assert any("石桥镇" in one for one in words)
    assert not any("清溪街道" in one for one in words)


def test_work_goes_on_meanwhile_and_is_not_in_the_workbook(
    program: Program, gate: Gate, tmp_path: Path
) -> None:
    review = begin(program, gate, tmp_path / "审核表.xlsx")
    assert program.bench.exporting
    assert program.bench.transcribe(TOTAL, "12")  # the window answers
    gate.open.set()
    program.qtbot.waitUntil(lambda: not program.bench.exporting)
    history = openpyxl.load_workbook(tmp_path / "审核表.xlsx")["修改记录"]
    assert len(review.entries) == 1
    assert not any("更正" in str(cell.value) for cell in history["D"])


def test_what_takes_long_is_said_and_can_be_stopped(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    review, shared = program.open(FAULTY), threading.Event()
    monkeypatch.setattr(replacing, "refuse_foreign", lambda _: shared.wait(20))
    program.bench.export_workbook(review, tmp_path / "审核表.xlsx")
    shown = program.window.status.progress
    program.qtbot.waitUntil(shown.isVisible)
    assert "正在生成审核表" in {label.text() for label in shown.findChildren(QLabel)}
    shown.findChildren(QToolButton)[0].click()
    shared.set()
    program.qtbot.waitUntil(lambda: not shown.isVisible())
    assert list(tmp_path.iterdir()) == []


def test_a_target_that_cannot_be_written_is_told(program: Program, tmp_path: Path) -> None:
    review = program.open(FAULTY)
    failures: list[ReviewerError] = []
    program.bench.failed.connect(failures.append)
    program.bench.export_workbook(review, tmp_path / "gone" / "审核表.xlsx")
    program.qtbot.waitUntil(lambda: not program.bench.exporting)
    assert ["不存在" in one.message for one in failures] == [True]
    message = program.window.messages.message
    assert message is not None
    assert "不存在" in message.text


def test_what_is_stopped_is_not_written(program: Program, gate: Gate, tmp_path: Path) -> None:
    begin(program, gate, tmp_path / "审核表.xlsx")
    program.window.actions_by_id["file.stop"].trigger()
    gate.open.set()
    program.qtbot.waitUntil(lambda: not program.bench.exporting)
    assert list(tmp_path.iterdir()) == []
    assert program.window.messages.message is None
    assert program.window.statusBar().currentMessage() == "已停止。"


def test_closing_waits_for_the_workbook(program: Program, gate: Gate, tmp_path: Path) -> None:
    begin(program, gate, tmp_path / "审核表.xlsx")
    assert not program.window.close()
    assert "写完后关闭" in program.window.statusBar().currentMessage()
    gate.open.set()
    program.qtbot.waitUntil(lambda: not program.window.isVisible())
    assert (tmp_path / "审核表.xlsx").read_bytes().startswith(b"PK")


def test_closing_twice_gives_the_workbook_up(program: Program, gate: Gate, tmp_path: Path) -> None:
    begin(program, gate, tmp_path / "审核表.xlsx")
    program.window.close()
    threading.Timer(0.2, gate.open.set).start()
    assert program.window.close()
    assert list(tmp_path.iterdir()) == []


def test_a_window_that_was_closed_stays_to_tell_what_failed(
    program: Program, gate: Gate, tmp_path: Path
) -> None:
    begin(program, gate, tmp_path / "gone" / "审核表.xlsx")
    program.window.close()
    gate.open.set()
    program.qtbot.waitUntil(lambda: not program.bench.exporting)
    assert program.window.isVisible()
    message = program.window.messages.message
    assert message is not None
    assert "不存在" in message.text
