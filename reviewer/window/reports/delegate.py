"""Draws an open report: body and year, and below what it has left to do."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reviewer.checks.model import Severity
from reviewer.forms.identity.areas import without_area
from reviewer.window.look.marks import SHAPES
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.glyphs import paint_glyph
from reviewer.window.widgets.model_index import ROW_ROLE, Index
from reviewer.window.widgets.row_ground import paint_ground

_MARGIN = 12
_PADDING = 9
_GAP = 3
_STRIPE = 3
_SMALL = 0.92
_GLYPH = 0.55
"""The size of a severity's shape, in heights of a line."""
_APART = 6
_DOT = " · "


@dataclass(frozen=True)
class ReportRow:
    """What a row says.

    Attributes:
        form: Whose form the report uses; the first is as long as can be, the last as short.
        path: Of its file; empty if it came from the clipboard.
        apart: How its file is told from that of another report of the same body and year.
        to_do: What is left to do with it.
        gravest: The gravest of the findings that wait for a verdict; None without any.
        wrong: The report uses another year's form.
    """

    body: str
    year: str
    form: tuple[str, ...]
    to_do: str
    gravest: Severity | None
    wrong: bool
    tip: str
    path: str
    apart: str = ""

    @property
    def state(self) -> str:
        """The second line in words."""
        return f"{self.apart or self.form[0]}{_DOT}{self.to_do}"

    def beside(self, metrics: QFontMetrics, room: int) -> str:
        """What stands beside what is left to do: the file that tells it apart, else the form."""
        if self.apart:
            return metrics.elidedText(self.apart, Qt.TextElideMode.ElideMiddle, room)
        return next((one for one in self.form if metrics.horizontalAdvance(one) <= room), "")


class ReportsDelegate(QStyledItemDelegate):
    """Two lines, a stripe at the left of the report that is shown."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and air."""
        line = option.fontMetrics.height()
        return QSize(120, 2 * line + _GAP + 2 * _PADDING)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """Fill, stripe, the two lines, a rule below."""
        row: ReportRow = index.data(ROW_ROLE)
        painter.save()
        paint_ground(painter, option, self._theme, stripe=_STRIPE)
        self._draw_lines(painter, option.rect, row, option.font)
        painter.restore()

    def _draw_lines(self, painter: QPainter, rect: QRect, row: ReportRow, font: QFont) -> None:
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

    def _draw_state(self, painter: QPainter, rect: QRect, row: ReportRow) -> None:
        place = QRect(rect)
        if row.wrong:
            size = rect.height() - 4
            icon = QRect(rect.left(), rect.top() + 2, size, size)
            self._theme.icon("warning", "warning").paint(painter, icon)
            place.setLeft(icon.right() + 4)
        painter.setPen(self._theme.color("muted"))
        # What is left to do is never cut: it is what tells one row from the next.
        metrics = painter.fontMetrics()
        size = round(metrics.height() * _GLYPH)
        between = size + 2 * _APART if row.gravest else metrics.horizontalAdvance(_DOT)
        room = place.width() - between - metrics.horizontalAdvance(row.to_do)
        beside = row.beside(metrics, room)
        if not beside:
            between = size + _APART if row.gravest else 0
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, beside)
        place.setLeft(place.left() + metrics.horizontalAdvance(beside))
        if row.gravest is None and beside:
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, _DOT)
        elif row.gravest is not None:
            left = place.left() + between - size - _APART
            box = QRectF(left, place.center().y() + 0.5 - size / 2, size, size)
            color = self._theme.color(row.gravest.value)
            paint_glyph(painter, SHAPES[row.gravest], box, color)
        place.setLeft(place.left() + between)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, row.to_do)


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
