"""A line inside a panel that says what happened or will happen, with one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from reviewer.window.look.theme import Theme
from reviewer.window.widgets.field_style import dress_button
from reviewer.window.widgets.icon_button import IconButton


class AskLine(QWidget):
    """Words, a button that does it, a cross that lets it be; hidden until asked.

    Attributes:
        agreed: The button was pressed.
    """

    agreed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton(self)
        self.cross = IconButton(self.tr("关闭"), self.tr("关闭"), theme, self)
        self.cross.setText("✕")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        row.addWidget(self.cross)
        self._dress()
        theme.changed.connect(self._dress)
        self.button.clicked.connect(self._agree)
        self.cross.clicked.connect(self.hide)
        self.hide()

    def ask(self, words: str, deed: str) -> None:
        """Show it."""
        self._words.setText(words)
        self.button.setText(deed)
        self.show()

    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape lets it be."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """On a ground of its own."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("noted_fill"))
        painter.end()

    def _dress(self) -> None:
        dress_button(self.button, self._theme)
        self.update()

    def _agree(self) -> None:
        self.hide()
        self.agreed.emit()
