"""Puts the program together, runs it, and takes it apart in the right order."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from reviewer.errors import LibraryError, ReviewerError
from reviewer.library.library import Library, open_library
from reviewer.paths import crash_records, resource
from reviewer.window.collector import Collector
from reviewer.window.crash.guard import CrashGuard, unseen
from reviewer.window.crash.reporter import CrashReporter
from reviewer.window.desk.desk import Means
from reviewer.window.desk.rules_store import RulesStore
from reviewer.window.desk.workbench import Workbench
from reviewer.window.frame.main_window import MainWindow
from reviewer.window.language import use_language
from reviewer.window.look import fonts
from reviewer.window.look.theme import Theme
from reviewer.window.settings import Settings, SettingsStore

_TURN = 0.0005
"""Seconds after which a thread that computes lets the others have a turn."""

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def run(paths: Sequence[Path] = ()) -> int:
    """Show the window with these reports until it is closed; the exit status.

    Raises:
        ReviewerError: There is no display; or, without one, a report that is not there.
    """
    missing = next((path for path in paths if not path.exists()), None)
    if missing is not None and not _has_display():
        from reviewer.document.opening import read_bytes

        read_bytes(missing)  # says that it is not there: it may be a mistyped command
    application = the_application()
    # A terminal's Ctrl+C ends the program: every edit is in the library already.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    crashes = crash_records()
    left_behind = unseen(crashes)
    guard = CrashGuard(crashes, application)
    guard.install()
    collector = Collector(application)
    try:
        settings = SettingsStore()
        window, workbench = build(settings, *_library())
        reporter = CrashReporter(guard, window.theme, window)
        reporter.offer(left_behind, window.messages)
        workbench.worker.broke.connect(guard.note)
        window.prepared.connect(collector.spare)
        workbench.opened.connect(collector.spare)
        window.show()
        window.prepare()
        _open_first(paths, settings.value, workbench)
        return application.exec()
    finally:
        collector.stop()
        guard.uninstall()


def the_application() -> QApplication:
    """The application, made on first use.

    Raises:
        ReviewerError: There is no display.
    """
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    if not _has_display():
        raise ReviewerError(
            "没有可用的图形显示。", "请在桌面环境中运行，或用 reviewer check 在命令行核对报告。"
        )
    # The worker computes in Python: without this the window would get a turn 200 times a second
    # only, and painting takes many turns.
    sys.setswitchinterval(_TURN)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("reviewer")
    application.setDesktopFileName("reviewer")
    application.setStyle("Fusion")
    application.setWindowIcon(QIcon(str(resource("icons/reviewer.svg"))))
    return application


def _has_display() -> bool:
    linux = sys.platform.startswith("linux")
    return not linux or any(os.environ.get(name) for name in _DISPLAYS)


def build(
    settings: SettingsStore | None = None,
    library: Library | None = None,
    trouble: ReviewerError | None = None,
    rules: RulesStore | None = None,
) -> tuple[MainWindow, Workbench]:
    """The window and its workbench, not shown yet; the one place where they are put together.

    Args:
        settings: Kept in the user's configuration folder unless given.
        library: Reviews live in memory only if there is none.
        trouble: Why there is no library, to be told in the window.
        rules: The office's rules; those of the user's configuration folder unless given.
    """
    settings = settings if settings is not None else SettingsStore()
    chosen = settings.value
    use_language(the_application(), chosen.language)
    fonts.use_size(chosen.font_size)
    theme = Theme(chosen.theme)
    rules = rules if rules is not None else RulesStore()
    workbench = Workbench(Means(library, chosen.author, rules))
    window = MainWindow(workbench, theme, settings)
    # The window owns the others: they end with it, whoever holds on to them.
    for part in (settings, theme, workbench, rules):
        part.setParent(window)
    Program(settings, theme, workbench, library, window)
    if fonts.chinese_family() is None:
        window.messages.say_error(_no_chinese())
    for one in (settings.trouble, trouble):
        if one is not None:
            window.messages.say_error(one)
    return window, workbench


class Program(QObject):
    """Lets settings take effect, and ends the program's work in the right order."""

    def __init__(
        self,
        settings: SettingsStore,
        theme: Theme,
        workbench: Workbench,
        library: Library | None,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._theme = theme
        self._workbench = workbench
        self._library = library
        self._obey(settings.value)
        settings.changed.connect(self._obey)
        window.closing.connect(self._end)

    def _obey(self, settings: Settings) -> None:
        self._workbench.set_author(settings.author)
        self._workbench.enter_moves = settings.enter_moves
        if settings.font_size != QApplication.font().pointSizeF():
            fonts.use_size(settings.font_size)
        if settings.theme != self._theme.name:
            self._theme.use(settings.theme)

    def _end(self) -> None:
        """Remember what was open; stop the worker; close the library."""
        paths = (one.report.document.origin.path for one in self._workbench.reviews)
        self._settings.update(last_open=tuple(filter(None, paths)))
        self._workbench.close()
        if self._library is not None:
            self._library.close()


def _library() -> tuple[Library | None, ReviewerError | None]:
    """The user's library, or why there is none; work goes on without it."""
    try:
        return open_library(), None
    except LibraryError as error:
        return None, LibraryError(
            error.message, f"本次的审核只在内存中，关闭后不会保留。{error.hint}", error.detail
        )


def _open_first(paths: Sequence[Path], settings: Settings, workbench: Workbench) -> None:
    chosen = list(paths)
    if not chosen and settings.reopen:
        chosen = [Path(one) for one in settings.last_open]
    if chosen:
        workbench.open_paths(chosen)


def _no_chinese() -> ReviewerError:
    return ReviewerError(
        "No Chinese font found. 系统没有中文字体，文字会显示为方框。",
        "请安装 fonts-noto-cjk 或 fonts-wqy-microhei 后重新启动。",
    )
