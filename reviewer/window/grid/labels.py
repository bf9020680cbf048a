"""Paints the heads, labels and captions of a grid as the official form prints them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QTextOption

from reviewer.forms.layout import Layout, LayoutCell, Role
from reviewer.window.grid.pens import Pens
from reviewer.window.grid.sizes import (
    PAD,
    head_lines,
    is_short_head,
    stands_upright,
    within_lines,
)
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.row_ground import LEFT

_CENTRE = Qt.AlignmentFlag.AlignCenter
_MARKS = "、，。"


@dataclass(frozen=True, slots=True)
class Look:
    """How a label is drawn: ``crossed`` if the current figure stands under or beside it."""

    theme: Theme
    pens: Pens
    crossed: bool = False


def paint(painter: QPainter, rect: QRect, layout: Layout, place: LayoutCell, look: Look) -> None:
    """Draw a head, label or caption within its lines."""
    painter.fillRect(within_lines(rect), look.theme.color("selection" if look.crossed else "head"))
    bold = look.crossed or place.role is Role.CAPTION
    painter.setFont(look.pens.label_bold if bold else look.pens.label)
    painter.setPen(look.theme.color("accent" if look.crossed else "text"))
    inside = rect.adjusted(PAD, 0, -PAD, 0)
    if stands_upright(layout, place):
        _paint_upright(painter, rect, place.text)
    elif place.role is Role.HEAD and place.column < layout.label_columns and place.row_span > 1:
        painter.setPen(look.theme.color("muted"))
        _paint_wrapped(painter, inside, place.text, LEFT)
    elif place.role is Role.HEAD:
        _paint_head(painter, rect.adjusted(1, 0, -2, 0), place.text)
    else:
        _paint_name(painter, inside, place.text)


def _paint_head(painter: QPainter, rect: QRect, text: str) -> None:
    if not is_short_head(text):
        _paint_wrapped(painter, rect, text, _CENTRE)
        return
    per_line = max(1, rect.width() // painter.fontMetrics().horizontalAdvance("国"))
    painter.drawText(rect, _CENTRE, "\n".join(head_lines(text, per_line)))


def _paint_wrapped(painter: QPainter, rect: QRect, text: str, where: Qt.AlignmentFlag) -> None:
    option = QTextOption(where)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    painter.drawText(rect.toRectF(), text, option)


def _paint_name(painter: QPainter, rect: QRect, text: str) -> None:
    """A label on one line, elided; on two where the row is high enough."""
    metrics = painter.fontMetrics()
    if metrics.horizontalAdvance(text) <= rect.width():
        painter.drawText(rect, LEFT, text)
    elif rect.height() >= 2 * metrics.height():
        _paint_wrapped(painter, rect, text, LEFT)
    else:
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, LEFT, elided)


def _paint_upright(painter: QPainter, rect: QRect, text: str) -> None:
    """One character a line, spread a little where there is room; commas take half a line."""
    metrics = painter.fontMetrics()
    units = sum(0.5 if character in _MARKS else 1.0 for character in text)
    step = min(rect.height() / max(units, 1.0), metrics.height() * 1.15)
    top = rect.top() + (rect.height() - step * units) / 2
    for character in text:
        share = 0.5 if character in _MARKS else 1.0
        nudge = metrics.horizontalAdvance(character) * 0.25 if character in _MARKS else 0.0
        lift = step * 0.35 if character in _MARKS else 0.0
        line = QRect(rect.left(), round(top - lift), rect.width(), round(step))
        painter.drawText(line.translated(round(nudge), 0), _CENTRE, character)
        top += step * share
