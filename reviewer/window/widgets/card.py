"""The rounded box that notes stand in."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPen

from reviewer.window.look.theme import Theme

_RADIUS = 6


def paint_card(
    painter: QPainter, rect: QRect, theme: Theme, *, edge: str = "border", fill: str = "base"
) -> None:
    """Draw a card's ground and edge in named colours."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color(edge), 1.0))
    painter.setBrush(theme.color(fill))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
