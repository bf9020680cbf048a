"""Looks at a file of rules while it is written, on the worker: the writing before all else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.checks.model import Finding
from reviewer.errors import Cancelled, ReviewerError, RuleFileError
from reviewer.forms.report import Report
from reviewer.progress import Progress
from reviewer.window.desk.rules_store import RulesStore
from reviewer.window.desk.tasks import Task
from reviewer.window.desk.workbench import Workbench

if TYPE_CHECKING:
    from reviewer.checks.drafts import Examined

_REST = 350
"""Milliseconds without a key before a text is looked at."""


class DraftWatch(QObject):
    """Tells of the last text it was given; what it found out of older ones is dropped.

    Attributes:
        found: Examined, or None while the last text is still being looked at.
    """

    found = Signal(object)

    def __init__(self, rules: RulesStore, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._rules = rules
        self._workbench = workbench
        self._wanted: tuple[str, str] | None = None
        self._task: Task | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST)
        self._timer.timeout.connect(self._look)

    def watch(self, name: str, text: str) -> None:
        """Look at a text when the writer rests."""
        self._drop()
        self._wanted = (name, text)
        self.found.emit(None)
        self._timer.start()

    def end(self) -> None:
        """Look at nothing any more."""
        self._timer.stop()
        self._drop()

    def _drop(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = None
        self._wanted = None

    def _look(self) -> None:
        """At the writing first: it takes a moment, and nobody waits for what is being read."""
        if self._wanted is None:
            return
        name, text = self._wanted
        job = partial(_fault, name, text, self._rules.everything())
        done = partial(self._look_further, self._wanted)
        self._workbench.worker.fetch(job, done, self._fail)

    def _look_further(self, wanted: tuple[str, str], fault: RuleFileError | None) -> None:
        """At examples and effects, in turn, if the writing is right."""
        from reviewer.checks.drafts import Examined

        if self._wanted is not wanted:
            return
        if fault is not None:
            self.found.emit(Examined(fault=fault))
            return
        name, text = wanted
        others, reviews = self._rules.everything(), self._workbench.reviews
        now = tuple((review.report, review.checked.findings) for review in reviews)
        job = partial(_examine, name, text, others, now)
        done = partial(self._take, wanted)
        self._task = self._workbench.worker.submit(job, done, self._fail, told=False)

    def _take(self, wanted: tuple[str, str], found: Examined) -> None:
        if self._wanted is wanted:
            self.found.emit(found)

    def _fail(self, error: ReviewerError) -> None:
        if not isinstance(error, Cancelled):
            self._workbench.tell(error)


def _fault(
    name: str, text: str, others: dict[str, str], progress: Progress
) -> RuleFileError | None:
    """What is wrong with the writing; runs on the worker."""
    from reviewer.checks.drafts import fault_of

    return fault_of(name, text, others)


def _examine(
    name: str,
    text: str,
    others: dict[str, str],
    now: tuple[tuple[Report, tuple[Finding, ...]], ...],
    progress: Progress,
) -> Examined:
    """Try the examples and the open reports; runs on the worker."""
    from reviewer.checks.drafts import examined

    progress("", 0.0)
    return examined(name, text, others, now)
