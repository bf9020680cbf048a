"""What is prepared behind the user's back begins once the window is seen, and not before."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QExposeEvent, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.window.frame.when_painted import WhenPainted


class _Window(QWidget):
    """Notes when it is painted."""

    def __init__(self, happened: list[str]) -> None:
        super().__init__()
        self._happened = happened

    def paintEvent(self, event: QPaintEvent) -> None:
        self._happened.append("painted")


def test_what_waits_comes_behind_the_first_painting(qtbot: QtBot) -> None:
    happened: list[str] = []
    window = _Window(happened)
    qtbot.addWidget(window)
    window.show()
    WhenPainted(window, lambda: happened.append("prepared"))
    qtbot.waitUntil(lambda: "prepared" in happened)
    assert happened[0] == "painted"
    window.repaint()
    qtbot.waitUntil(lambda: happened[-1] == "painted")
    assert happened.count("prepared") == 1


def test_nothing_begins_before_the_display_asks_for_the_window(qtbot: QtBot) -> None:
    happened: list[str] = []
    window = _Window(happened)
    qtbot.addWidget(window)
    window.winId()  # there is a window, which nobody has seen
    WhenPainted(window, lambda: happened.append("prepared"))
    qtbot.wait(20)
    assert happened == []
    QCoreApplication.sendEvent(window.windowHandle(), QExposeEvent(QRegion()))
    qtbot.waitUntil(lambda: happened == ["prepared"])


def test_a_window_that_is_seen_already_is_not_waited_for(qtbot: QtBot) -> None:
    happened: list[str] = []
    window = _Window(happened)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    WhenPainted(window, lambda: happened.append("prepared"))
    qtbot.waitUntil(lambda: "prepared" in happened)
