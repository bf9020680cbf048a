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
    """What lived at one moment, by identity."""

    threads: frozenset[int]
    windows: frozenset[int]
    timers: frozenset[int]

    @classmethod
    def taken(cls) -> Census:
        """Count what lives now; windows and timers only once Qt is in use."""
        return cls(
            threads=frozenset(thread.ident or 0 for thread in threading.enumerate()),
            windows=frozenset(_windows()),
            timers=frozenset(_timers()),
        )

    def problems_since(self) -> list[str]:
        """What lives now, after a fair wait, and did not live then."""
        _settle()
        return [
            *self._threads_left(),
            *(text for key, text in _windows().items() if key not in self.windows),
            *(text for key, text in _timers().items() if key not in self.timers),
        ]

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


def _timers() -> dict[int, str]:
    """Running timers that Python knows of."""
    if not _qt_runs():
        return {}
    from PySide6.QtCore import QTimer
    from shiboken6 import isValid

    running = [
        timer
        for timer in gc.get_objects()
        if isinstance(timer, QTimer) and isValid(timer) and timer.isActive()
    ]
    return {id(t): f"timer {t.objectName()!r} of {t.parent()!r}" for t in running}
