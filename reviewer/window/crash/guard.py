"""What happens on an error that nobody foresaw: written down, told once, work goes on."""

from __future__ import annotations

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import IO

import PySide6
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from reviewer.version import version

_LOG = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@dataclass(frozen=True)
class Crash:
    """One unforeseen error: where it was raised, all there is to say, the file that says it."""

    place: str
    text: str
    path: Path | None


class CrashGuard(QObject):
    """Catches what nothing else caught, on every thread.

    A failing paint raises once for every cell, so each place is recorded once; and what fails
    while an error is being recorded is not recorded again.

    Attributes:
        caught: A Crash, on the main thread.
    """

    caught = Signal(object)
    _raised = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._places: set[str] = set()
        self._inside = threading.local()
        self._fault_file: IO[str] | None = None
        self._hooks = (sys.excepthook, threading.excepthook)
        self._raised.connect(self.caught, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Put the hooks in place; without a folder to write to, what happens is only told."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(self._on_message)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            # Kept open: the handler writes to it when the process is dying already.
            self._fault_file = (self._folder / "fault.log").open("w", encoding="utf-8")
        except OSError as error:
            _LOG.info("no crash can be written down: %s", error)
        else:
            faulthandler.enable(self._fault_file)

    def uninstall(self) -> None:
        """Put back what was there before."""
        sys.excepthook, threading.excepthook = self._hooks
        qInstallMessageHandler(None)
        if self._fault_file is not None:
            faulthandler.disable()
            self._fault_file.close()
            self._fault_file = None

    def record(self, error: BaseException) -> None:
        """Write an error down and tell of it, if this place is new."""
        crash = self._recorded(error)
        if crash is not None:
            _LOG.error("%s", crash.text)
            self._raised.emit(crash)

    def note(self, error: BaseException) -> None:
        """Write an error down, if this place is new; the user is told of it otherwise."""
        crash = self._recorded(error)
        if crash is not None and crash.path is not None:
            mark_seen(crash.path)

    def _recorded(self, error: BaseException) -> Crash | None:
        """The record; None if the place is known, or while another one is being written."""
        if getattr(self._inside, "recording", False):
            return None
        self._inside.recording = True
        try:
            return self._written_down(error)
        finally:
            self._inside.recording = False

    def _written_down(self, error: BaseException) -> Crash | None:
        place = _place(error)
        if place in self._places:
            return None
        self._places.add(place)
        text = describe(error)
        return Crash(place, text, _written(self._folder, text))

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.record(error.with_traceback(trace))

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.record(arguments.exc_value)

    def _on_message(self, kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
        _LOG.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)


def unseen(folder: Path) -> list[Path]:
    """The records of errors that the user was not told of, oldest first.

    Must be called before :meth:`CrashGuard.install`, which empties the log of hard crashes.
    """
    fault = folder / "fault.log"
    try:
        if fault.is_file() and fault.stat().st_size > 0:
            fault.replace(folder / f"crash-{_stamp()}-fault.txt")
        return sorted(folder.glob("crash-*.txt"))
    except OSError as error:
        _LOG.info("crash records could not be looked for: %s", error)
        return []


def mark_seen(path: Path) -> None:
    """Do not offer this record again; it is kept."""
    try:
        path.replace(path.with_suffix(".seen"))
    except OSError as error:
        _LOG.info("crash record could not be marked: %s", error)


def describe(error: BaseException) -> str:
    """All that helps to find an error's cause, without anything from the user's reports."""
    machine = f"{platform.system()} {platform.release()} {platform.machine()}"
    versions = f"reviewer {version()}, Python {platform.python_version()}, "
    head = f"{versions}PySide6 {PySide6.__version__}, {machine}\n{datetime.now().astimezone()}\n\n"
    return head + "".join(traceback.format_exception(error))


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    last = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} {last}"


def _written(folder: Path, text: str) -> Path | None:
    path = folder / f"crash-{_stamp()}.txt"
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        _LOG.info("crash record could not be written: %s", error)
        return None
    return path


def _stamp() -> str:
    return datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")
