"""What waits until a window has been seen for the first time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class WhenPainted(QObject):
    """Does something once a window is painted, which it is when the display asks for that.

    Until then its frame is on the screen already, with nothing in it.
    """

    def __init__(self, window: QWidget, do: Callable[[], None]) -> None:
        super().__init__(window)
        self._do = do
        shown = window.windowHandle()
        if shown is None or shown.isExposed():
            QTimer.singleShot(0, self._begin)
        else:
            shown.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt paints while it handles this event; what is due comes behind it."""
        if event.type() == QEvent.Type.Expose:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._begin)
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        self._do()
        self.deleteLater()
