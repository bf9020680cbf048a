"""``python -m reviewer.window.picture FILE… --out window.png``: the window as a picture.

For documents, and to look at the window where there is no display. The user's settings and
library are neither read nor written.
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

from reviewer.errors import ExportError, ReviewerError

PATIENCE = 60.0
"""Seconds that reading the reports may take."""


@dataclass(frozen=True)
class Wish:
    """What the picture shall show.

    Attributes:
        size: Of the window in units of its layout; the picture is ``scale`` times as large.
        tab: Which table is in front, from 1; 0 leaves that to the selected finding.
        finding: Which finding is selected, from 1; 0 is none.
    """

    files: tuple[Path, ...]
    target: Path
    theme: str = "light"
    size: tuple[int, int] = (1440, 900)
    scale: float = 1.0
    tab: int = 0
    finding: int = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw what the command line asks for; the exit status."""
    wish = _parsed(arguments)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(wish.scale)
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
    from reviewer.window.app import build, the_application
    from reviewer.window.settings import SettingsStore

    application = the_application()
    with tempfile.TemporaryDirectory() as folder:
        settings = SettingsStore(Path(folder) / "settings.json")
        settings.update(theme=wish.theme)
        window, workbench = build(settings)
        problems: list[ReviewerError] = []
        workbench.failed.connect(problems.append)
        window.resize(*wish.size)
        window.show()
        workbench.open_paths(wish.files)
        deadline = time.monotonic() + PATIENCE
        while len(workbench.reviews) + len(problems) < len(wish.files):
            if time.monotonic() > deadline:
                raise ReviewerError("读取报告超时。")
            application.processEvents()
        if workbench.reviews:
            workbench.show(workbench.reviews[0])
            findings = workbench.reviews[0].checked.findings
            if 0 < wish.finding <= len(findings):
                workbench.select_finding(findings[wish.finding - 1].id, "picture")
        if wish.tab:
            window.show_tab(wish.tab - 1)
        _settle()
        written = window.grab().save(str(wish.target))
        window.close()
    if problems:
        raise problems[0]
    if not written:
        raise ExportError(f"不能写入图片“{wish.target}”。", "请检查文件夹是否存在、是否可写。")


def _settle() -> None:
    """Let layouts, timers of no time and deferred work come to rest."""
    from PySide6.QtCore import QDeadlineTimer, QEventLoop
    from PySide6.QtWidgets import QApplication

    end = QDeadlineTimer(300)
    while not end.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def _parsed(arguments: Sequence[str] | None) -> Wish:
    parser = argparse.ArgumentParser(prog="reviewer.window.picture", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--size", type=_size, default=(1440, 900), metavar="WxH")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--tab", type=int, default=0)
    parser.add_argument("--finding", type=int, default=1)
    chosen = parser.parse_args(arguments)
    return Wish(
        files=tuple(chosen.files),
        target=chosen.out,
        theme=chosen.theme,
        size=chosen.size,
        scale=chosen.scale,
        tab=chosen.tab,
        finding=chosen.finding,
    )


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


if __name__ == "__main__":
    sys.exit(main())
