"""One background thread for what takes long: plain values in, plain values out.

No QObject is made on the thread. Results come back to the main thread through a queued signal,
so that the callables given to :meth:`Worker.submit` run there whatever they do.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from queue import PriorityQueue
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from reviewer.errors import Cancelled, ReviewerError
from reviewer.progress import Progress

_LOG = logging.getLogger(__name__)

_AFTER_PAINTING = Qt.EventPriority.LowEventPriority.value - 1
"""Events of this priority come when the window has been laid out and painted."""


@dataclass(frozen=True, eq=False)
class Task:
    """A job on its way.

    Attributes:
        job: Runs on the thread; is given a ``Progress``.
        done: Is given the job's result, on the main thread.
        failed: Is given the error that the job raised, on the main thread.
        told: Whether its progress is told; nobody waits for what is only prepared.
    """

    job: Callable[[Progress], Any]
    done: Callable[[Any], None]
    failed: Callable[[ReviewerError], None]
    cancelled: threading.Event = field(default_factory=threading.Event)
    told: bool = True

    def cancel(self) -> None:
        """Let the job stop at its next report of progress."""
        self.cancelled.set()


@dataclass(frozen=True, order=True)
class _Waiting:
    """A task in the queue, or the word to stop; those of the lowest rank run first."""

    rank: int
    number: int
    task: Task | None = field(compare=False)


_STOP, _NOW, _IN_TURN = range(3)
_PATIENCE = 3.0
"""Seconds that the end of the program waits for a job: one may hang on a share that is gone."""
_PAINTED = QEvent.Type(QEvent.registerEventType())


@dataclass(frozen=True)
class _Result:
    task: Task
    value: Any = None
    error: BaseException | None = None


def _ignore(_: object) -> None:
    """For what nobody waits for."""


class Worker(QObject):
    """The background thread and its queue.

    Attributes:
        progressed: Message and share done, 0 to 1.
        idled: Nothing is left to do.
        broke: An exception of a job that nobody foresaw; whoever waits for the job is told besides.
    """

    progressed = Signal(str, float)
    idled = Signal()
    broke = Signal(object)
    _came_back = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: PriorityQueue[_Waiting] = PriorityQueue()
        self._numbers = count()
        self._open: list[Task] = []
        self._fetched: list[Task] = []
        self._prepared: list[Task] = []
        self._thread: threading.Thread | None = None
        self._closing = threading.Event()
        self._turn = threading.Semaphore()
        self._came_back.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a task waits or runs."""
        return bool(self._open)

    def submit(
        self,
        job: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[ReviewerError], None],
        *,
        told: bool = True,
        ahead: bool = False,
    ) -> Task:
        """Run a job after those that wait already.

        Args:
            job: What is to be done.
            done: Is given its result.
            failed: Is given its error.
            told: Whether its progress is of interest.
            ahead: It comes before those that wait: somebody asked for it just now.
        """
        task = Task(job, done, failed, told=told)
        self._open.append(task)
        self._enqueue(task, _NOW if ahead else _IN_TURN)
        return task

    def prepare(self, job: Callable[[], Any], done: Callable[[Any], None] = _ignore) -> None:
        """Run something ahead of need; nobody is told if it fails."""

        def run(_: Progress) -> Any:
            return job()

        task = Task(run, done, _ignore, told=False)
        self._prepared.append(task)
        self._enqueue(task)

    def fetch(
        self,
        job: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[ReviewerError], None],
    ) -> None:
        """Run a job before all that wait: somebody looks at where its result belongs.

        It takes a moment, so nobody is told of its progress, and :meth:`cancel` leaves it alone.
        """
        task = Task(job, done, failed, told=False)
        self._fetched.append(task)
        self._enqueue(task, _NOW)

    def cancel(self) -> None:
        """Stop what runs and drop what waits; each is told ``Cancelled``."""
        for task in self._open:
            task.cancel()

    def close(self) -> None:
        """Cancel everything and wait for the thread; results not yet delivered are dropped.

        A job that does not end is left to itself: its thread ends with the process.
        """
        self.cancel()
        self._open.clear()
        self._fetched.clear()
        self._prepared.clear()
        if self._thread is not None:
            self._closing.set()
            self._turn.release()
            self._queue.put(_Waiting(_STOP, next(self._numbers), None))
            self._thread.join(_PATIENCE)
            self._thread = None

    def _enqueue(self, task: Task, rank: int = _IN_TURN) -> None:
        if self._thread is None:
            # All anew: a thread that was left to itself may still hold the old ones.
            self._queue = PriorityQueue()
            self._closing = threading.Event()
            self._turn = threading.Semaphore()
            run = partial(self._run, self._queue, self._turn, self._closing)
            self._thread = threading.Thread(target=run, name="reviewer-worker", daemon=True)
            self._thread.start()
        self._queue.put(_Waiting(rank, next(self._numbers), task))

    def _run(
        self,
        queue: PriorityQueue[_Waiting],
        turn: threading.Semaphore,
        closing: threading.Event,
    ) -> None:
        while (task := queue.get().task) is not None:
            # While the window takes a result and paints it, nothing is worked out beside it:
            # Python does one thing at a time, and the reader would wait for the window.
            turn.acquire()
            if closing.is_set():
                return
            result = self._result(task, closing)
            if closing.is_set():  # nobody may be there any more to take it
                return
            self._came_back.emit(result)

    def _result(self, task: Task, closing: threading.Event) -> _Result:
        def report(message: str, share: float) -> None:
            if task.cancelled.is_set() or closing.is_set():
                raise Cancelled
            if task.told:
                self.progressed.emit(message, share)

        try:
            report("", 0.0)
            return _Result(task, value=task.job(report))
        except BaseException as error:  # raised again on the main thread
            return _Result(task, error=error)

    def _deliver(self, result: _Result) -> None:
        try:
            self._hand_over(result)
        finally:
            QCoreApplication.postEvent(self, QEvent(_PAINTED), _AFTER_PAINTING)

    def customEvent(self, event: QEvent) -> None:
        """What came back is seen: the thread may go on."""
        self._turn.release()

    def _hand_over(self, result: _Result) -> None:
        if result.task in self._prepared:
            self._prepared.remove(result.task)
            if result.error is None:
                result.task.done(result.value)
        elif result.task in self._fetched:
            self._fetched.remove(result.task)
            self._tell(result)
        elif result.task in self._open:
            self._open.remove(result.task)
            try:
                self._tell(result)
            finally:  # what a result brings may be more to do
                if not self._open:
                    self.idled.emit()

    def _tell(self, result: _Result) -> None:
        if result.error is None:
            result.task.done(result.value)
        elif isinstance(result.error, ReviewerError):
            result.task.failed(result.error)
        elif isinstance(result.error, Exception):
            _LOG.error("a job failed", exc_info=result.error)
            self.broke.emit(result.error)
            result.task.failed(_unforeseen(result.error))
        else:
            raise result.error


def _unforeseen(error: Exception) -> ReviewerError:
    """A fault of the program itself, for the user; what else waits goes on."""
    hint = "其他工作不受影响；如果反复出现，请联系维护人员。"
    return ReviewerError("程序发生了意外错误。", hint, repr(error))
