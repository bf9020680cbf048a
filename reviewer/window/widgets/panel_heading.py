"""The line on top of a panel: its name, what belongs beside it, a rule below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from reviewer.window.theme import Theme
from reviewer.window.widgets.ruled_below import RuledBelow

_HEIGHT = 2.1
"""Times the font's height."""


class PanelHeading(RuledBelow):
    """A panel's heading; further widgets are put into ``row``."""

    def __init__(self, title: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.title = QLabel(title, self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 0, 12, 1)
        self.row.setSpacing(8)
        self.row.addWidget(self.title)
        self._embolden()

    def sizeHint(self) -> QSize:
        """As high as it is: a dock asks for this, whatever height is fixed."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def changeEvent(self, event: QEvent) -> None:
        """Take the application's new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._embolden()

    def _embolden(self) -> None:
        font = QFont(self.font())
        font.setBold(True)
        self.title.setFont(font)
        self.setFixedHeight(round(self.fontMetrics().height() * _HEIGHT))


def mute(label: QWidget) -> None:
    """Show a label in the palette's quieter colour, whatever theme is in use."""
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
