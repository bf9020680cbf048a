"""The whole program in a window, driven by gestures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer.library.library import Library, open_library
from reviewer.paths import resource
from reviewer.review.review import Review
from reviewer.window.app import build
from reviewer.window.dialogs.preferences import PreferencesDialog
from reviewer.window.settings import SettingsStore

FAULTY = resource("samples/石桥镇_2023.txt")
SOUND = resource("samples/清溪街道_2023.txt")
PROSE = resource("samples/云峰镇_2017.txt")


class Program:
    """A window with a library and settings of its own; ``restart`` ends it and begins anew."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.dragged_over = ""
        self._start()

    def _start(self) -> None:
        self.settings = SettingsStore()
        self.settings.update(author="审核员甲", theme="light")
        self.library: Library = open_library()
        self.window, self.bench = build(self.settings, self.library)
        self.qtbot.addWidget(self.window)
        self.window.resize(1440, 900)
        self.window.show()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()
        QApplication.processEvents()

    def end(self) -> None:
        self.window.close()

    def restart(self) -> None:
        self.end()
        self._start()

    def open(self, *paths: Path) -> Review:
        self.bench.open_paths(paths)
        return self.wait()

    def wait(self) -> Review:
        """Wait until nothing is being read; the review shown."""
        self.qtbot.waitUntil(lambda: not self.bench.worker.busy, timeout=20_000)
        QApplication.processEvents()
        assert self.bench.current is not None
        return self.bench.current

    def preferences(self) -> PreferencesDialog:
        """The dialog of the preferences, opened by its key."""
        self.press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
        dialog = self.window.findChild(PreferencesDialog)
        assert dialog is not None
        return dialog

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        on: QWidget | None = None,
    ) -> None:
        """Press a key where the focus is."""
        target = on or QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifiers)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type as an input method does, which Chinese is typed with."""
        focus = QApplication.focusWidget()
        assert focus is not None
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(focus, event)
        QApplication.processEvents()

    def drop(self, paths: Sequence[Path] = (), text: str = "", on: QWidget | None = None) -> bool:
        """Drop files or text in the middle of a widget, or of the window; whether any took them.

        As a desktop does, which knows of no widgets: Qt finds the one that is meant.
        ``dragged_over`` is what the window said before they were let go.
        """
        widget, handle = on or self.window, self.window.windowHandle()
        place = widget.mapTo(self.window, widget.rect().center())
        data = QMimeData()
        if paths:
            data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        if text:
            data.setText(text)
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        copy = Qt.DropAction.CopyAction
        enter = QDragEnterEvent(place, copy, data, buttons, keys)
        enter.setAccepted(False)
        QApplication.sendEvent(handle, enter)
        self.dragged_over = self.window.drop_cover.says
        if enter.isAccepted():
            drop = QDropEvent(QPointF(place), copy, data, buttons, keys)
            QApplication.sendEvent(handle, drop)
        return enter.isAccepted()
