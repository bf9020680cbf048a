"""The sentence in an empty panel: what will stand there, and what to do for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from reviewer.window.widgets.panel_heading import mute

_AIR = 16
_ABOVE = 8
"""Pixels over and under the text, which has to be read in a low panel too."""
_WRAPPED = int(Qt.TextFlag.TextWordWrap)


class EmptyText(QLabel):
    """Quiet text in the middle, broken into lines of about the same length."""

    def __init__(self, parent: QWidget, text: str = "") -> None:
        super().__init__(text, parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(_AIR, _ABOVE, _AIR, _ABOVE)
        mute(self)

    def minimumSizeHint(self) -> QSize:
        """A line, whatever its margins are: it must not hold the panel wide or high open."""
        metrics = self.fontMetrics()
        return QSize(2 * _AIR + metrics.maxWidth(), metrics.height() + 2 * _ABOVE)

    def setText(self, text: str) -> None:
        """Another sentence may need another width."""
        super().setText(text)
        self._balance()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._balance()

    def changeEvent(self, event: QEvent) -> None:
        """Another font breaks lines elsewhere."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._balance()

    def _balance(self) -> None:
        room = max(self.width() - 2 * _AIR, 1)
        width = balanced_width(self.text(), self.fontMetrics(), room)
        side = _AIR + (room - width) // 2
        self.setContentsMargins(side, _ABOVE, side, _ABOVE)
        fits = _height(self.text(), self.fontMetrics(), width) + 2 * _ABOVE <= self.height()
        # In a low panel it is read from its beginning on.
        upright = Qt.AlignmentFlag.AlignVCenter if fits else Qt.AlignmentFlag.AlignTop
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | upright)


def balanced_width(text: str, metrics: QFontMetrics, room: int) -> int:
    """The least width at which a text has no more lines than in all of the room."""
    height = _height(text, metrics, room)
    low, high = 1, room
    while low < high:
        middle = (low + high) // 2
        if _height(text, metrics, middle) > height:
            low = middle + 1
        else:
            high = middle
    return low


def _height(text: str, metrics: QFontMetrics, width: int) -> int:
    return metrics.boundingRect(QRect(0, 0, width, 1 << 16), _WRAPPED, text).height()
