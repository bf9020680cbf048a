from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.errors import Cancelled, ReviewerError
from reviewer.window.desk import tasks
from reviewer.window.desk.tasks import Worker


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()


class Receiver:
    def __init__(self) -> None:
        self.values: list[Any] = []
        self.errors: list[ReviewerError] = []
        self.threads: set[bool] = set()

    def take(self, value: Any) -> None:
        self.values.append(value)
        self.threads.add(QThread.currentThread().isMainThread())

    def fail(self, error: ReviewerError) -> None:
        self.errors.append(error)
        self.threads.add(QThread.currentThread().isMainThread())


def test_jobs_run_elsewhere_in_their_order_and_come_back_here(qtbot: QtBot, worker: Worker) -> None:
    receiver = Receiver()
    names: list[str] = []

    def job(number: int) -> Callable[[Any], int]:
        def run(_: Any) -> int:
            names.append(threading.current_thread().name)
            return number

        return run

    for number in range(3):
        worker.submit(job(number), receiver.take, receiver.fail)
    qtbot.waitUntil(lambda: len(receiver.values) == 3)
    assert receiver.values == [0, 1, 2]
    assert set(names) == {"reviewer-worker"}
    assert receiver.threads == {True}


def test_a_failure_comes_back_here_and_the_next_job_runs(qtbot: QtBot, worker: Worker) -> None:
    receiver = Receiver()

    def broken(_: Any) -> None:
        raise ReviewerError("坏了。")

    worker.submit(broken, receiver.take, receiver.fail)
    with qtbot.waitSignal(worker.idled):
        worker.submit(lambda _: 7, receiver.take, receiver.fail)
    assert [error.message for error in receiver.errors] == ["坏了。"]
    assert receiver.values == [7]
    assert receiver.threads == {True}


@pytest.mark.logs
def test_an_unforeseen_error_is_told_here_and_the_next_job_runs(
    qtbot: QtBot, worker: Worker
) -> None:
    receiver = Receiver()
    broken: list[Exception] = []
    worker.broke.connect(broken.append)

    def buggy(_: Any) -> None:
        raise ZeroDivisionError("bug")

    for ask in (worker.submit, worker.fetch):
        ask(buggy, receiver.take, receiver.fail)
    worker.submit(lambda _: 7, receiver.take, receiver.fail)
    qtbot.waitUntil(lambda: receiver.values == [7])
    assert [type(error) for error in broken] == [ZeroDivisionError] * 2
    assert [error.message for error in receiver.errors] == ["程序发生了意外错误。"] * 2
    assert "bug" in receiver.errors[0].detail
    assert receiver.threads == {True}


def test_cancelling_stops_what_runs_and_what_waits(qtbot: QtBot, worker: Worker) -> None:
    receiver = Receiver()
    begun = threading.Event()

    def endless(report: Callable[[str, float], None]) -> None:
        while True:
            begun.set()
            report("…", 0.5)

    worker.submit(endless, receiver.take, receiver.fail)
    worker.submit(lambda _: 1, receiver.take, receiver.fail)
    begun.wait(5)
    worker.cancel()
    qtbot.waitUntil(lambda: not worker.busy)
    assert [type(error) for error in receiver.errors] == [Cancelled, Cancelled]
    assert receiver.values == []


def test_closing_waits_for_the_thread_and_drops_results(qtbot: QtBot) -> None:
    worker = Worker()
    receiver = Receiver()
    worker.submit(lambda _: 1, receiver.take, receiver.fail)
    worker.close()
    assert "reviewer-worker" not in {thread.name for thread in threading.enumerate()}
    qtbot.wait(1)
    assert receiver.values == []


def test_closing_leaves_a_job_that_hangs_to_itself(
    qtbot: QtBot, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "_PATIENCE", 0.01)
    receiver = Receiver()
    begun, go_on = threading.Event(), threading.Event()
    hanging: list[threading.Thread] = []

    def hang(_: Any) -> int:
        hanging.append(threading.current_thread())
        begun.set()
        go_on.wait(20)
        return 1

    worker.submit(hang, receiver.take, receiver.fail)
    assert begun.wait(5)
    worker.close()
    (thread,) = hanging
    assert thread.is_alive()
    assert thread.daemon
    worker.submit(partial(_same, 2), receiver.take, receiver.fail)
    qtbot.waitUntil(lambda: receiver.values == [2])
    go_on.set()
    thread.join(5)
    qtbot.wait(1)
    assert not thread.is_alive()
    assert receiver.values == [2]


def test_progress_is_told(qtbot: QtBot, worker: Worker) -> None:
    def job(report: Callable[[str, float], None]) -> None:
        report("读到一半", 0.5)

    told: list[tuple[str, float]] = []
    worker.progressed.connect(lambda message, share: told.append((message, share)))
    with qtbot.waitSignal(worker.idled):
        worker.submit(job, Receiver().take, Receiver().fail)
    assert ("读到一半", 0.5) in told


def test_what_is_prepared_is_nobodys_concern(qtbot: QtBot, worker: Worker) -> None:
    receiver = Receiver()
    done = threading.Event()

    def fail() -> None:
        done.set()
        raise ZeroDivisionError

    worker.prepare(fail)
    assert not worker.busy
    worker.submit(lambda _: 1, receiver.take, receiver.fail)
    qtbot.waitUntil(lambda: receiver.values == [1])
    assert done.is_set()


def test_what_is_prepared_shows_no_progress(qtbot: QtBot, worker: Worker) -> None:
    receiver = Receiver()
    told: list[object] = []
    worker.progressed.connect(lambda *said: told.append(said))
    worker.prepare(lambda: None)
    worker.submit(lambda _: 1, receiver.take, receiver.fail)
    qtbot.waitUntil(lambda: receiver.values == [1])
    assert len(told) == 1


def test_the_window_answers_between_results(qtbot: QtBot, worker: Worker) -> None:
    receiver = Receiver()
    beats: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(len(receiver.values)))
    timer.start(0)
    for number in range(20):
        worker.submit(partial(_same, number), receiver.take, receiver.fail)
    qtbot.waitUntil(lambda: len(receiver.values) == 20)
    timer.stop()
    assert len(set(beats)) >= 10


class Slate(QWidget):
    """Shows a result, and remembers what had begun when it was painted."""

    def __init__(self, begun: list[int]) -> None:
        super().__init__()
        self.begun = begun
        self.taking: list[int] = []
        self.painted: list[int] = []

    def take(self, _: object) -> None:
        time.sleep(0.02)
        self.taking.append(len(self.begun))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.taking:
            time.sleep(0.02)
            self.painted.append(len(self.begun))


def test_nothing_is_worked_out_while_the_window_takes_a_result_and_paints_it(
    qtbot: QtBot, worker: Worker
) -> None:
    begun: list[int] = []
    slate = Slate(begun)
    qtbot.addWidget(slate)
    slate.show()
    qtbot.waitExposed(slate)

    def job(number: int, _: object) -> None:
        begun.append(number)

    for number in range(3):
        worker.submit(partial(job, number), slate.take, Receiver().fail)
    qtbot.waitUntil(lambda: len(slate.painted) == 3)
    assert slate.taking == [1, 2, 3]
    assert slate.painted == [1, 2, 3]


def _same(number: int, _: object) -> int:
    return number


def test_a_closed_worker_can_begin_again(qtbot: QtBot, worker: Worker) -> None:
    receiver = Receiver()
    worker.submit(partial(_same, 1), receiver.take, receiver.fail)
    worker.close()
    worker.submit(partial(_same, 2), receiver.take, receiver.fail)
    qtbot.waitUntil(lambda: receiver.values == [2])


def test_what_is_looked_at_runs_before_what_waits_and_is_not_told(
    qtbot: QtBot, worker: Worker
) -> None:
    receiver = Receiver()
    told: list[str] = []
    worker.progressed.connect(lambda message, _: told.append(message))
    begun, go_on = threading.Event(), threading.Event()

    def first(_: Any) -> str:
        begun.set()
        go_on.wait(5)
        return "first"

    def quiet(report: Any) -> str:
        report("quiet", 0.5)
        return "now"

    worker.submit(first, receiver.take, receiver.fail)
    worker.submit(lambda _: "second", receiver.take, receiver.fail)
    begun.wait(5)
    worker.fetch(quiet, receiver.take, receiver.fail)
    go_on.set()
    qtbot.waitUntil(lambda: len(receiver.values) == 3)
    assert receiver.values == ["first", "now", "second"]
    assert "quiet" not in told


def test_stopping_leaves_alone_what_is_looked_at(qtbot: QtBot, worker: Worker) -> None:
    receiver = Receiver()
    worker.fetch(lambda _: 1, receiver.take, receiver.fail)
    assert not worker.busy
    worker.cancel()
    qtbot.waitUntil(lambda: receiver.values == [1])
    worker.fetch(lambda _: 2, receiver.take, receiver.fail)
    worker.close()
    qtbot.wait(20)
    assert receiver.values == [1]
    assert receiver.errors == []
