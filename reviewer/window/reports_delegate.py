"""Draws an open report: body and year, and below what it has left to do."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reviewer.forms.areas import without_area
from reviewer.window.theme import Theme

_MARGIN = 12
_PADDING = 9
_GAP = 3
_STRIPE = 3
_SMALL = 0.92


@dataclass(frozen=True)
class Row:
    """What a row says.

    Attributes:
        wrong: The report uses another year's form.
    """

    body: str
    year: str
    state: str
    wrong: bool
    tip: str


class ReportsDelegate(QStyledItemDelegate):
    """Two lines, a stripe at the left of the report that is shown."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Two lines and air."""
        line = option.fontMetrics.height()
        return QSize(120, 2 * line + _GAP + 2 * _PADDING)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Fill, stripe, the two lines, a rule below."""
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.color("selection"))
            painter.fillRect(
                QRect(rect.topLeft(), QSize(_STRIPE, rect.height())), self._theme.color("accent")
            )
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.color("hover"))
        painter.setPen(self._theme.color("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._draw_lines(painter, rect, row, option.font)
        painter.restore()

    def _draw_lines(self, painter: QPainter, rect: QRect, row: Row, font: QFont) -> None:
        line = QFontMetrics(font).height()
        area = rect.adjusted(_MARGIN, _PADDING, -_MARGIN + 2, -_PADDING)
        first = QRect(area.left(), area.top(), area.width(), line)
        second = first.translated(0, line + _GAP)
        bold = QFont(font)
        bold.setBold(True)
        room = first.width() - QFontMetrics(font).horizontalAdvance(f" {row.year}")
        body = fitting(row.body, QFontMetrics(bold), room)
        painter.setPen(self._theme.color("text"))
        painter.setFont(bold)
        painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, body)
        painter.setFont(font)
        after = first.adjusted(QFontMetrics(bold).horizontalAdvance(body + " "), 0, 0, 0)
        painter.drawText(after, Qt.AlignmentFlag.AlignVCenter, row.year)
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * _SMALL)
        painter.setFont(small)
        self._draw_state(painter, second, row)

    def _draw_state(self, painter: QPainter, rect: QRect, row: Row) -> None:
        place = QRect(rect)
        if row.wrong:
            size = rect.height() - 4
            icon = QRect(rect.left(), rect.top() + 2, size, size)
            self._theme.icon("warning", "warning").paint(painter, icon)
            place.setLeft(icon.right() + 4)
        painter.setPen(self._theme.color("muted"))
        text = painter.fontMetrics().elidedText(
            row.state, Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)


def fitting(body: str, metrics: QFontMetrics, room: int) -> str:
    """As much of a body's name as there is room for: the area above it is what is left out first.

    ``云岭县石桥镇`` is ``石桥镇`` in a narrow list; cut at its end it would be as all its
    neighbours are.
    """
    while metrics.horizontalAdvance(body) > room:
        shorter = without_area(body)
        if shorter is None:
            break
        body = shorter
    return metrics.elidedText(body, Qt.TextElideMode.ElideRight, room)
