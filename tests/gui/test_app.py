from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.library.library import open_library
from reviewer.window import app
from reviewer.window.frame.main_window import MainWindow
from reviewer.window.look import fonts
from reviewer.window.settings import SettingsStore
from tests.gui.desks import TOTAL
from tests.gui.programs import FAULTY, SOUND

# The program logs what Qt says, and the platform of the tests says what it cannot do.
pytestmark = pytest.mark.logs

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _hooks_put_back(qtbot: QtBot) -> Iterator[None]:
    hooks = sys.excepthook, threading.excepthook
    interrupt = signal.getsignal(signal.SIGINT)
    collecting = gc.isenabled()
    yield
    signal.signal(signal.SIGINT, interrupt)
    assert (sys.excepthook, threading.excepthook) == hooks
    assert gc.isenabled() == collecting


class Visitor(QObject):
    """Looks at the window while the program runs, then closes it."""

    def __init__(self, ready: Callable[[MainWindow], bool]) -> None:
        super().__init__()
        self._ready = ready
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(10)
        self.seen: list[str] = []
        self.message = ""

    def _look(self) -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible() and self._ready(window):
                self._timer.stop()
                self.seen = [row.split("\n")[0] for row in self._listed(window)]
                shown = window.messages.message
                self.message = shown.text + shown.hint if shown is not None else ""
                window.close()
                window.deleteLater()

    def _listed(self, window: MainWindow) -> list[str]:
        model = window.panels.reports.list.model()
        return [model.index(place, 0).data() for place in range(model.rowCount())]


def at_once(_: MainWindow) -> bool:
    return True


def with_reports(count: int) -> Callable[[MainWindow], bool]:
    return lambda window: window.panels.reports.list.model().rowCount() == count


def test_a_run_opens_what_it_is_given_and_ends_cleanly(qtbot: QtBot) -> None:
    visitor = Visitor(with_reports(2))
    assert app.run([FAULTY, SOUND]) == 0
    assert visitor.seen == ["云岭县石桥镇 2023", "云岭县清溪街道 2023"]
    assert "reviewer-worker" not in {thread.name for thread in threading.enumerate()}
    library = open_library()
    assert len(library.recent()) == 2
    library.close()


def test_the_last_reports_are_opened_again_if_that_is_wished(qtbot: QtBot) -> None:
    SettingsStore().update(reopen=True, last_open=(str(SOUND),))
    visitor = Visitor(with_reports(1))
    app.run()
    assert visitor.seen == ["云岭县清溪街道 2023"]


def test_without_its_library_the_program_runs_and_says_so(qtbot: QtBot, home: Path) -> None:
    (home / "library.sqlite").write_bytes(b"no database at all, but long enough" * 40)
    visitor = Visitor(at_once)
    assert app.run() == 0
    assert "关闭后不会保留" in visitor.message


def test_without_a_chinese_face_the_user_is_told_in_english_too(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> None:
        return None

    monkeypatch.setattr(fonts, "chinese_family", none)
    visitor = Visitor(at_once)
    app.run()
    assert visitor.message.startswith("No Chinese font")


def test_the_program_writes_in_a_face_that_has_chinese(qtbot: QtBot) -> None:
    window, _ = app.build()
    qtbot.addWidget(window)
    assert QFontMetrics(window.font()).inFont("政")
    assert QFontMetrics(fonts.figure_font()).inFont("政")
    window.close()


def test_digits_are_equally_wide(qtbot: QtBot) -> None:
    window, _ = app.build()
    qtbot.addWidget(window)
    metrics = QFontMetrics(fonts.figure_font())
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1
    window.close()


def started(code: str, home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run code in a process of its own."""
    kept = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    surroundings = kept | {"REVIEWER_HOME": str(home), "PYTHONPATH": str(ROOT)} | more
    return subprocess.run(
        [sys.executable, "-c", code],
        env=surroundings,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can lack one")
def test_without_a_display_the_program_says_what_to_do(home: Path) -> None:
    code = "import sys; from reviewer.cli import main; sys.exit(main([]))"
    ended = started(code, home, QT_QPA_PLATFORM="")
    assert ended.returncode == 2
    assert "reviewer check" in ended.stderr
    assert "Traceback" not in ended.stderr


LOADED_LATE = (
    "lxml",
    "openpyxl",
    "pypdfium2",
    "rapidfuzz",
    "reviewer.checks.suspects.blame",
    "reviewer.checks.engine",
    "reviewer.checks.registry",
    "reviewer.claims.reading",
    "reviewer.document.rendering",
    "reviewer.export.workbook",
    "reviewer.forms.reading",
    "reviewer.window.frame.panels",
)
"""What only a report needs; the empty window would stand later if it waited for them."""


BEGUN = """
import sys
import reviewer.cli.entry
from reviewer.window.app import build, the_application
application = the_application()
window, _ = build()
window.show()
application.processEvents()
print(*sys.modules)
window.close()
"""


def test_the_empty_window_does_not_wait_for_what_reports_need(home: Path) -> None:
    loaded = started(BEGUN, home, QT_QPA_PLATFORM="offscreen").stdout.split()
    assert "reviewer.window.frame.main_window" in loaded
    assert not set(LOADED_LATE) & set(loaded)


KILLED = """
import os, signal
from pathlib import Path
from reviewer.library.library import open_library
from reviewer.window.app import build, the_application
application = the_application()
window, workbench = build(None, open_library())
window.show()
workbench.open_paths([Path(os.environ["SAMPLE"])])
while workbench.worker.busy:
    application.processEvents()
workbench.transcribe("requests.total.natural_person", "12")
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_process_loses_nothing(qtbot: QtBot, home: Path) -> None:
    ended = started(KILLED, home, SAMPLE=str(FAULTY), QT_QPA_PLATFORM="offscreen")
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    library = open_library()
    window, workbench = app.build(None, library)
    qtbot.addWidget(window)
    workbench.open_paths([FAULTY])
    qtbot.waitUntil(lambda: workbench.current is not None)
    assert workbench.current is not None
    assert workbench.current.transcriptions == {TOTAL: "12"}
    window.close()
