"""A line over a panel's content that tells what is not as usual."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from reviewer.window.look.theme import Theme


class Notice(QLabel):
    """Text on a tinted ground with a stripe at its left; hidden while there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(12, 4, 8, 4)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self.hide()

    def say(self, text: str) -> None:
        """Show a text, or nothing."""
        self.setText(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, then the text."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("doubtful_fill"))
        painter.fillRect(0, 0, 3, self.height(), self._theme.color("doubtful"))
        painter.end()
        super().paintEvent(event)
