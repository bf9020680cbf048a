"""A card that lies over the window: the hits of a search, the command palette."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.window.look.theme import Theme

_SHADOW = 8
_RADIUS = 8


class Overlay(QWidget):
    """A framed card with a soft shadow; put what it shows into ``column``."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.column = QVBoxLayout(self)
        margin = _SHADOW + 4
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(4)
        self.hide()

    @property
    def margin(self) -> int:
        """Width of the shadow around the card."""
        return _SHADOW

    def paintEvent(self, event: QPaintEvent) -> None:
        """The shadow, the card, its frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        darkest = 90 if self._theme.dark else 28
        for reach in range(_SHADOW):
            share = (reach + 1) / _SHADOW
            painter.setPen(QPen(QColor(0, 0, 0, round(darkest * share * share)), 1))
            painter.drawRoundedRect(
                self.rect().adjusted(reach, reach, -reach - 1, -reach - 1),
                _RADIUS + _SHADOW - reach,
                _RADIUS + _SHADOW - reach,
            )
        card = self.rect().adjusted(_SHADOW, _SHADOW, -_SHADOW - 1, -_SHADOW - 1)
        painter.setPen(self._theme.color("border"))
        painter.setBrush(self._theme.brush("window"))
        painter.drawRoundedRect(card, _RADIUS, _RADIUS)
        painter.end()
