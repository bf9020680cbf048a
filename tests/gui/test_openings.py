"""Reports are read on another thread, of plain values."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject

from reviewer.document import opening
from reviewer.document.model import Document
from reviewer.errors import LibraryError, ReviewerError
from reviewer.review.model import Verdict
from reviewer.window.desk import openings
from reviewer.window.desk.tasks import Task
from tests.gui.programs import FAULTY, PROSE, SOUND, Program


def within(values: Iterable[Any]) -> list[object]:
    """The values, with what is bound to those that are calls."""
    found: list[object] = []
    for value in values:
        found.append(value)
        if isinstance(value, partial):
            found += within((value.func, *value.args, *value.keywords.values()))
        elif hasattr(value, "__self__"):
            found.append(value.__self__)
    return found


def test_no_job_is_given_a_qobject(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = program.bench.worker
    submit = worker.submit
    jobs: list[object] = []

    def watch(job: Any, *rest: Any, **named: Any) -> Task:
        jobs.append(job)
        return submit(job, *rest, **named)

    monkeypatch.setattr(worker, "submit", watch)
    program.open(FAULTY)
    program.bench.open_text(SOUND.read_text("utf-8"))
    program.bench.reread(Path(FAULTY), "utf-8")
    program.wait()
    assert len(jobs) >= 3
    assert not [one for one in within(jobs) if isinstance(one, QObject)]


def test_folders_are_walked_on_the_worker_and_can_be_given_up(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    walking, threads = threading.Event(), set[str]()
    (tmp_path / "乡镇").mkdir()

    def slow(folder: Path, progress: Callable[[str, float], None]) -> list[Path]:
        threads.add(threading.current_thread().name)
        walking.set()
        for _ in range(1000):
            progress(folder.name, 0.0)
            time.sleep(0.01)
        raise AssertionError

    monkeypatch.setattr(openings, "reports_in", slow)
    program.bench.open_paths([tmp_path])
    assert walking.wait(5)
    program.bench.worker.cancel()
    program.qtbot.waitUntil(lambda: not program.bench.worker.busy)
    assert threads == {"reviewer-worker"}
    assert program.bench.reviews == ()


def test_files_and_folders_are_read_in_the_order_given(program: Program, tmp_path: Path) -> None:
    for folder, path in (("乙", SOUND), ("甲", FAULTY)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / path.name).write_bytes(path.read_bytes())
    program.open(tmp_path / "乙", PROSE, tmp_path / "甲")
    names = [Path(one.report.document.origin.path).name for one in program.bench.reviews]
    assert names == [SOUND.name, PROSE.name, FAULTY.name]


def test_reading_ends_once_though_walking_comes_first(program: Program) -> None:
    ends: list[tuple[str, float]] = []
    program.bench.busy.connect(lambda *told: ends.append(told) if told == ("", 1.0) else None)
    program.open(FAULTY)
    assert len(ends) == 1


@pytest.mark.logs
def test_a_reader_that_breaks_costs_its_file_only(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures: list[ReviewerError] = []
    program.bench.failed.connect(failures.append)
    read = opening.open_document

    def broken(path: Path, *rest: Any) -> Document:
        if path == SOUND:
            raise ZeroDivisionError
        return read(path, *rest)

    monkeypatch.setattr(opening, "open_document", broken)
    review = program.open(SOUND, FAULTY)
    assert review.report.document.origin.path == str(FAULTY)
    assert [error.message for error in failures] == [f"{SOUND.name}：程序发生了意外错误。"]


def test_where_the_disk_is_full_a_report_can_still_be_read_and_work_goes_on_later(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[ReviewerError] = []
    program.bench.failed.connect(told.append)

    def full(_: object) -> None:
        raise LibraryError("磁盘已满。")

    with monkeypatch.context() as patch:
        patch.setattr(program.library, "remember", full)
        review = program.open(FAULTY)
        finding = review.checked.findings[0].id
        assert [error.message for error in told] == ["磁盘已满。"]
        assert program.window.panels.findings.shown()
        assert not program.bench.decide(finding, Verdict.REPORT_WRONG)
        assert review.decisions == {}
        assert [error.message for error in told] == ["磁盘已满。"] * 2
    assert program.bench.decide(finding, Verdict.REPORT_WRONG)
    assert tuple(program.library.entries(review.sha256)) == review.entries
    assert program.window.messages.message is None


def test_closing_while_files_are_read_keeps_what_was_read(program: Program, tmp_path: Path) -> None:
    text = FAULTY.read_text("utf-8")
    paths = [tmp_path / f"{number}.txt" for number in range(40)]
    for number, path in enumerate(paths):
        path.write_text(text.replace("石桥镇", f"石桥{number}镇"), "utf-8")
    program.bench.open_paths(paths)
    program.qtbot.waitUntil(lambda: len(program.bench.reviews) > 1, timeout=20_000)
    assert program.window.close()
    read = [review.report.document.origin.path for review in program.bench.reviews]
    assert 1 < len(read) < len(paths)
    assert read == list(map(str, paths[: len(read)]))
    assert program.settings.value.last_open == tuple(read)
