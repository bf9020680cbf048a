"""The line on top of a panel: its name, what belongs beside it, a rule below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QWidget

from reviewer.window.look.theme import Theme
from reviewer.window.widgets.ruled_below import RuledBelow

_AIR = 21
"""Pixels beyond the font's height: large letters want room below, not air here."""


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
        self._strut = QSpacerItem(0, 0, QSizePolicy.Policy.Fixed)
        self.row.addItem(self._strut)
        self.row.addWidget(self.title)
        self._embolden()

    def changeEvent(self, event: QEvent) -> None:
        """Take the application's new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._embolden()

    def _embolden(self) -> None:
        font = QFont(self.font())
        font.setBold(True)
        self.title.setFont(font)
        height = self.fontMetrics().height() + _AIR
        self.setFixedHeight(height)
        # A dock asks for the row's height, whatever height is fixed.
        under = self.row.contentsMargins().bottom()
        self._strut.changeSize(0, height - under, QSizePolicy.Policy.Fixed)
        self.row.invalidate()


def mute(label: QWidget) -> None:
    """Show a label in the palette's quieter colour, whatever theme is in use."""
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
