"""The marks' shapes, drawn as outlines so that they look the same whatever the font has."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from reviewer.window.look.marks import Mark

_TRIANGLE = ((0.5, 0.08), (0.98, 0.92), (0.02, 0.92))
_DIAMOND = ((0.5, 0.02), (0.96, 0.5), (0.5, 0.98), (0.04, 0.5))
_CHECK = ((0.08, 0.55), (0.38, 0.86), (0.94, 0.16))
_ARROW = (((0.04, 0.5), (0.94, 0.5)), ((0.6, 0.16), (0.94, 0.5), (0.6, 0.84)))
_PENCIL = ((0.05, 0.95), (0.13, 0.63), (0.7, 0.06), (0.94, 0.3), (0.37, 0.87))
_HOOK = ((0.2, 0.28), (0.3, 0.1), (0.55, 0.06), (0.76, 0.18), (0.76, 0.4), (0.52, 0.55), (0.5, 0.7))
_LINE = 0.15
"""Pen width as a share of the glyph's size."""


def paint_glyph(
    painter: QPainter, mark: Mark, box: QRectF, color: QColor, *, hollow: bool = False
) -> None:
    """Draw a mark into a square.

    Args:
        painter: What to draw with; its state is kept.
        mark: Which.
        box: Where.
        color: In what colour.
        hollow: Only the outline of a filled shape: what it says has been dealt with.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, max(1.2, box.width() * _LINE))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    filled = _filled(mark, box)
    if filled is None:
        painter.setPen(pen)
        painter.drawPath(_stroked(mark, box))
    elif hollow:
        painter.setPen(pen)
        painter.drawPath(filled)
    else:
        painter.fillPath(filled, color)
    if mark is Mark.DOUBTFUL:
        _paint_point(painter, box, color)
    painter.restore()


def glyph_pixmap(
    mark: Mark, size: int, color: QColor, ratio: float, *, hollow: bool = False
) -> QPixmap:
    """A mark as a picture, for labels and buttons; see :func:`paint_glyph`."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_glyph(painter, mark, QRectF(0.5, 0.5, size - 1, size - 1), color, hollow=hollow)
    painter.end()
    return pixmap


def _filled(mark: Mark, box: QRectF) -> QPainterPath | None:
    path = QPainterPath()
    if mark is Mark.BROKEN:
        path.addPolygon(_placed(_TRIANGLE, box))
    elif mark is Mark.WARNED:
        path.addPolygon(_placed(_DIAMOND, box))
    elif mark is Mark.TRANSCRIBED:
        inset = box.width() * 0.12
        path.addEllipse(box.adjusted(inset, inset, -inset, -inset))
    else:
        return None
    path.closeSubpath()
    return path


def _stroked(mark: Mark, box: QRectF) -> QPainterPath:
    path = QPainterPath()
    if mark is Mark.PROPOSED:
        for line in _ARROW:
            path.addPolygon(_placed(line, box))
    elif mark is Mark.NOTED:
        path.addPolygon(_placed(_PENCIL, box))
        path.closeSubpath()
    elif mark is Mark.CONFIRMED:
        path.addPolygon(_placed(_CHECK, box))
    else:
        path.addPolygon(_placed(_HOOK, box))
    return path


def _paint_point(painter: QPainter, box: QRectF, color: QColor) -> None:
    """The point under the hook of a question mark."""
    radius = box.width() * 0.1
    centre = QPointF(box.left() + box.width() * 0.5, box.top() + box.height() * 0.92)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(centre, radius, radius)


def _placed(points: tuple[tuple[float, float], ...], box: QRectF) -> QPolygonF:
    return QPolygonF(
        [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in points]
    )
