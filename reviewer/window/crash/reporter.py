"""Tells the user of unforeseen errors: of new ones at once, of old ones at the next start."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reviewer.window.crash.dialog import CrashDialog
from reviewer.window.crash.guard import Crash, CrashGuard, mark_seen
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.message_bar import Message, MessageBar, Offer, Tone


class CrashReporter(QObject):
    """Shows what a guard caught; one dialog, however much fails."""

    def __init__(self, guard: CrashGuard, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._dialog = CrashDialog(theme, window)
        guard.caught.connect(self._dialog.add)

    def offer(self, records: Sequence[Path], bar: MessageBar) -> None:
        """Offer the records of errors that ended the program before."""
        if not records:
            return
        offers = (
            Offer(self.tr("查看记录"), partial(self._show, tuple(records))),
            Offer(self.tr("不再提示"), partial(_dismiss, tuple(records))),
        )
        text = self.tr("程序上次意外退出，留下了错误记录。您的审核没有丢失。")
        bar.say(Message(Tone.WARNING, text, offers=offers))

    def _show(self, records: tuple[Path, ...]) -> None:
        for path in records:
            text = path.read_text(encoding="utf-8", errors="replace")
            self._dialog.add(Crash(path.name, text, path))


def _dismiss(records: tuple[Path, ...]) -> None:
    for path in records:
        mark_seen(path)
