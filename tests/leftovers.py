"""What a test must not leave behind: threads, windows, running timers, log records."""

from __future__ import annotations

import gc
import logging
import sys
import threading
import time
from dataclasses import dataclass

PATIENCE = 2.0
"""Seconds that a thread may take to end after its test."""


class Records(logging.Handler):
    """Keeps the log records of severity warning and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(f"log record {record.levelname} {record.name}: {record.getMessage()}")

    def problems(self) -> list[str]:
        return list(self._lines)


@dataclass(frozen=True)
class Census:
    """What lived at one moment, by identity; windows and timers of tests with Qt only."""

    threads: frozenset[int]
    windows: frozenset[int] | None

    @classmethod
    def taken(cls, *, windows: bool) -> Census:
        """Count what lives now."""
        return cls(
            threads=frozenset(thread.ident or 0 for thread in threading.enumerate()),
            windows=frozenset(_windows()) if windows else None,
        )

    def problems_since(self) -> list[str]:
        """What lives now, after a fair wait, and did not live then."""
        if self.windows is None:
            return self._threads_left()
        _settle()
        new_windows = [text for key, text in _windows().items() if key not in self.windows]
        return [*self._threads_left(), *new_windows, *_running_timers()]

    def _threads_left(self) -> list[str]:
        deadline = time.monotonic() + PATIENCE
        left = self._new_threads()
        while left and time.monotonic() < deadline:
            time.sleep(0.01)
            left = self._new_threads()
        return [f"thread {thread.name}" for thread in left]

    def _new_threads(self) -> list[threading.Thread]:
        return [thread for thread in threading.enumerate() if thread.ident not in self.threads]


def _qt_runs() -> bool:
    if "PySide6.QtWidgets" not in sys.modules:
        return False
    from PySide6.QtWidgets import QApplication

    return QApplication.instance() is not None


def _settle() -> None:
    """Let what was marked for deletion go, on this thread."""
    if not _qt_runs():
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def _windows() -> dict[int, str]:
    """Windows without a parent; one that has a parent goes with it."""
    if not _qt_runs():
        return {}
    from PySide6.QtWidgets import QApplication

    alone = [widget for widget in QApplication.topLevelWidgets() if widget.parent() is None]
    return {id(w): f"window {type(w).__name__} {w.objectName()!r}" for w in alone}


_told: set[int] = set()


def _running_timers() -> list[str]:
    """Running timers that Python knows of; each is told once, of the test that left it."""
    if not _qt_runs():
        return []
    from PySide6.QtCore import QTimer
    from shiboken6 import isValid

    running = [
        timer
        for timer in gc.get_objects()
        if isinstance(timer, QTimer) and isValid(timer) and timer.isActive()
    ]
    new = [timer for timer in running if id(timer) not in _told]
    _told.update(id(timer) for timer in new)
    return [f"timer {timer.objectName()!r} of {timer.parent()!r}" for timer in new]
