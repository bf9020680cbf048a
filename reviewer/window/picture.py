"""``python -m reviewer.window.picture FILE… --out window.png``: the window as a picture.

For documents, and to look at the window where there is no display. The user's settings,
rules and library are neither read nor written.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QDeadlineTimer,
    QEventLoop,
    QMessageLogContext,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from reviewer.checks.model import Checked
from reviewer.errors import ExportError, ReviewerError
from reviewer.review.model import Verdict
from reviewer.window.app import build, the_application
from reviewer.window.desk.rules_store import RulesStore
from reviewer.window.desk.workbench import Workbench
from reviewer.window.frame.main_window import MainWindow
from reviewer.window.selection import Chooser
from reviewer.window.settings import SettingsStore

PATIENCE = 60.0
"""Seconds that reading the reports may take."""


@dataclass(frozen=True)
class Wish:
    """What the picture shall show.

    Attributes:
        files: Reports to open; the first one is in front.
        size: Of the window in units of its layout; the picture is ``scale`` times as large.
        tab: Which table is in front, from 1; 0 leaves that to what is selected.
        worked: Whether some work was done on the first report already.
    """

    files: tuple[Path, ...]
    target: Path
    theme: str = "light"
    size: tuple[int, int] = (1440, 900)
    scale: float = 1.0
    tab: int = 0
    worked: bool = False


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw what the command line asks for; the exit status."""
    wish = _parsed(arguments)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(wish.scale)
    qInstallMessageHandler(_only_grave)
    try:
        draw(wish)
    except ReviewerError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def draw(wish: Wish) -> None:
    """Open the files in a window that nobody sees, and write what it looks like.

    Raises:
        ReviewerError: A file cannot be read, or the picture cannot be written.
    """
    the_application()
    with tempfile.TemporaryDirectory() as folder:
        settings = SettingsStore(Path(folder) / "settings.json")
        settings.update(theme=wish.theme, author="审核员")
        window, workbench = build(settings, rules=RulesStore(Path(folder) / "rules"))
        window.resize(*wish.size)
        window.show()
        try:
            _open(workbench, wish.files)
            _arrange(window, workbench, wish)
            _settle()
            written = window.grab().save(str(wish.target))
        finally:
            window.close()
            window.deleteLater()
    if not written:
        raise ExportError(f"不能写入图片“{wish.target}”。", "请检查文件夹是否存在、是否可写。")


def _open(workbench: Workbench, files: Sequence[Path]) -> None:
    """Open the reports and wait for all of them."""
    problems: list[ReviewerError] = []
    workbench.failed.connect(problems.append)
    workbench.open_paths(files)
    deadline = time.monotonic() + PATIENCE
    while len(workbench.reviews) + len(problems) < len(files):
        if time.monotonic() > deadline:
            raise ReviewerError("读取报告超时。")
        QApplication.processEvents()
    workbench.failed.disconnect(problems.append)
    if problems:
        raise problems[0]


def _arrange(window: MainWindow, workbench: Workbench, wish: Wish) -> None:
    """Show the first report with its first finding selected, or the suspect figure."""
    if workbench.reviews:
        workbench.show(workbench.reviews[0])
        checked = workbench.reviews[0].checked
        if wish.worked and checked.suspects:
            _work(workbench, checked)
        elif checked.findings:
            workbench.select_finding(checked.findings[0].id, Chooser.DIALOG)
    if wish.tab:
        window.workspace.show_tab(wish.tab - 1)


def _work(workbench: Workbench, checked: Checked) -> None:
    """What a reviewer does first: looks at figures, writes a note, decides, picks the suspect."""
    suspect = checked.suspects[0].changes[0].cell
    first = checked.findings[0]
    for cell in first.cells:
        if cell != suspect:
            workbench.confirm(cell)
    workbench.annotate("请核对原始登记台账后更正。", cell=suspect)
    workbench.decide(checked.findings[-1].id, Verdict.EXPLAINED)
    workbench.select_cell(suspect, Chooser.DIALOG)


def _settle() -> None:
    """Let layouts, timers and deferred work come to rest."""
    end = QDeadlineTimer(300)
    while not end.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _only_grave(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """The offscreen platform says of every window what it cannot do; nobody needs that."""
    if kind in {QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}:
        sys.stderr.write(f"{message}\n")


def _parsed(arguments: Sequence[str] | None) -> Wish:
    parser = argparse.ArgumentParser(prog="reviewer.window.picture", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--size", type=_size, default=(1440, 900), metavar="WxH")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--tab", type=int, default=0)
    parser.add_argument("--worked", action="store_true")
    chosen = parser.parse_args(arguments)
    return Wish(
        files=tuple(chosen.files),
        target=chosen.out,
        theme=chosen.theme,
        size=chosen.size,
        scale=chosen.scale,
        tab=chosen.tab,
        worked=chosen.worked,
    )


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


if __name__ == "__main__":
    sys.exit(main())
