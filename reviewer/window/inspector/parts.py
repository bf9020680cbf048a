"""The grounds that parts of the inspector stand on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from reviewer.window.look.theme import Theme

_RADIUS = 5


class Card(QFrame):
    """A tinted box with round corners."""

    def __init__(self, theme: Theme, color: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._color = color
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(self._color))
        painter.drawRoundedRect(self.rect(), _RADIUS, _RADIUS)
        painter.end()


class Inside(QWidget):
    """What scrolls: as high as its texts are at the width there is, and no higher."""

    def minimumSizeHint(self) -> QSize:
        """No height: a layout's least one is that of texts broken at a width that none has."""
        return QSize(super().minimumSizeHint().width(), 0)


class Ruled(QWidget):
    """A strip with a rule above.

    It is filled, not drawn: on a screen at one and a half, half of a line would be outside.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rule."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("border"))
        painter.end()
