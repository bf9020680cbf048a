"""One measurement of the window in a process of its own; prints its figures as JSON.

python -m tests.benchmarks.probe start
python -m tests.benchmarks.probe open FILE
python -m tests.benchmarks.probe folder FOLDER
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from reviewer.window.desk.workbench import Workbench
    from reviewer.window.frame.main_window import MainWindow

STARTED = "REVIEWER_PROBE_STARTED"
"""Environment variable: when the parent started this process, in seconds of ``time.time``."""

SETTLING = 10
"""Rounds of the event loop after which nothing is left to lay out or paint."""


def _window() -> tuple[QApplication, MainWindow, Workbench]:
    """The program as it starts for a user: library, language, window shown and painted."""
    import reviewer.cli.entry  # noqa: F401  (what the start of the real program loads)
    from reviewer.library.library import open_library
    from reviewer.window.app import build, the_application
    from reviewer.window.collector import Collector
    from reviewer.window.language import use_language
    from reviewer.window.settings import SettingsStore

    application = the_application()
    collector = Collector(application)
    settings = SettingsStore()
    use_language(application, settings.value.language)
    window, workbench = build(settings, open_library())
    window.prepared.connect(collector.spare)
    workbench.opened.connect(collector.spare)
    window.closing.connect(collector.stop)
    window.resize(1440, 900)
    window.show()
    _settle(application)
    return application, window, workbench


def _settle(application: QApplication) -> None:
    for _ in range(SETTLING):
        application.processEvents()


def start() -> dict[str, float]:
    """From the start of the process to the painted empty window."""
    _, window, _ = _window()
    seconds = time.time() - float(os.environ[STARTED])
    window.close()
    return {"seconds": seconds}


def _prepared(window: MainWindow) -> None:
    """Wait until the window has made what it makes behind the user's back after its start."""
    from PySide6.QtCore import QEventLoop

    loop = QEventLoop()
    window.prepared.connect(loop.quit)
    window.prepare()
    loop.exec()


def _open(workbench: Workbench, path: Path, expected: int) -> int:
    """Open a file or folder and run the event loop until all is read; how many failed.

    The loop sleeps while there is nothing to do, as the program's own does.
    """
    from PySide6.QtCore import QEventLoop

    loop = QEventLoop()
    failures: list[object] = []

    def look(_: object) -> None:
        if len(workbench.reviews) + len(failures) >= expected:
            loop.quit()

    workbench.failed.connect(failures.append)
    workbench.failed.connect(look)
    workbench.opened.connect(look)
    workbench.open_paths([path])
    loop.exec()
    return len(failures)


def open_one(path: str) -> dict[str, float]:
    """From the request to the painted report."""
    application, window, workbench = _window()
    _prepared(window)
    begin = time.perf_counter()
    _open(workbench, Path(path), 1)
    _settle(application)
    milliseconds = (time.perf_counter() - begin) * 1000
    window.close()
    return {"milliseconds": milliseconds}


class _Heart:
    """Beats while the window is free to answer; keeps the longest time between two beats."""

    INTERVAL = 5

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(self.INTERVAL)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000 - self.INTERVAL)
        self._last = now

    def stop(self) -> None:
        self._timer.stop()


def open_folder(folder: str) -> dict[str, float]:
    """All reports of a folder: how long, how long the window waited, how much memory."""
    application, window, workbench = _window()
    _prepared(window)
    expected = len(list(Path(folder).iterdir()))
    heart = _Heart()
    begin = time.perf_counter()
    failures = _open(workbench, Path(folder), expected)
    seconds = time.perf_counter() - begin
    _settle(application)
    heart.stop()
    figures = {
        "seconds": seconds,
        "longest_wait": heart.longest,
        "megabytes": resident(),
        "failures": float(failures),
    }
    window.close()
    return figures


def resident() -> float:
    """Megabytes of memory that this process holds now (its peak, where that is all there is)."""
    statistics = Path("/proc/self/statm")
    if statistics.exists():
        pages = int(statistics.read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


PROBES: dict[str, Callable[..., dict[str, float]]] = {
    "start": start,
    "open": open_one,
    "folder": open_folder,
}

if __name__ == "__main__":
    name, *arguments = sys.argv[1:]
    print(json.dumps(PROBES[name](*arguments)))
