"""A box that is ticked or not, in dialogs and lists alike."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from reviewer.window.look.theme import Theme

_TICK = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.31))
_RADIUS = 3


def paint_tick(painter: QPainter, box: QRectF, color: QColor) -> None:
    """The tick alone."""
    points = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in _TICK]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 1.6))
    painter.drawPolyline(QPolygonF(points))
    painter.restore()


def paint_tick_box(painter: QPainter, box: QRectF, theme: Theme, *, on: bool) -> None:
    """The box of a list's line, and its tick."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("accent" if on else "muted"), 1))
    painter.setBrush(theme.color("accent" if on else "base"))
    painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    painter.restore()
    if on:
        paint_tick(painter, box, theme.color("accent_text"))
