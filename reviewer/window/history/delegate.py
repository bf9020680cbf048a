"""Draws an entry of the journal: what, from what to what, why, when and by whom."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.window.history.rows import HistoryRow
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.model_index import ROW_ROLE, Index
from reviewer.window.widgets.row_ground import LEFT, RIGHT, paint_elided, paint_ground

_PADDING_X, _PADDING_Y = 12, 6
_LEADING = 1.15


class HistoryDelegate(QStyledItemDelegate):
    """One to four lines an entry, each elided at the width."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As many lines as the entry has."""
        row: HistoryRow = index.data(ROW_ROLE)
        lines = 1 + len(_lines(row))
        return QSize(120, round(lines * _height(option.fontMetrics)) + 2 * _PADDING_Y)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """Draw the entry."""
        row: HistoryRow = index.data(ROW_ROLE)
        rect: QRect = option.rect
        painter.save()
        paint_ground(painter, option, self._theme)
        inside = rect.adjusted(_PADDING_X, _PADDING_Y, -_PADDING_X, 0)
        height = _height(option.fontMetrics)
        inside.setHeight(round(height))
        self._paint_head(painter, inside, option.font, row)
        painter.setFont(option.font)
        for number, (text, name) in enumerate(_lines(row), start=1):
            self._paint_line(painter, inside.translated(0, round(number * height)), text, name)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, base: QFont, row: HistoryRow) -> None:
        """What was done; when and by whom at the right, if there is room for both."""
        bold = _font(base, row)
        width = QFontMetrics(bold).horizontalAdvance(row.title) + 10
        painter.setFont(base)
        self._paint_line(painter, rect.adjusted(width, 0, 0, 0), row.foot, "muted", RIGHT)
        painter.setFont(bold)
        name = "muted" if row.undone or row.walk else "text"
        self._paint_line(painter, rect, row.title, name)

    def _paint_line(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        name: str,
        side: Qt.AlignmentFlag = LEFT,
    ) -> None:
        painter.setPen(self._theme.color(name))
        paint_elided(painter, rect, text, side)


def _lines(row: HistoryRow) -> list[tuple[str, str]]:
    """The texts below the head with the names of their colours."""
    name = "muted" if row.undone or row.walk else "text"
    lines = [(row.place, name), (row.change, name), (row.reason, "muted")]
    return [(text, color) for text, color in lines if text]


def _font(base: QFont, row: HistoryRow) -> QFont:
    font = QFont(base)
    font.setBold(not row.walk)
    font.setStrikeOut(row.undone)
    return font


def _height(metrics: QFontMetrics) -> float:
    return metrics.height() * _LEADING - 2
