"""A table head without bevels: quiet names, an arrow at the column that sorts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from reviewer.window.look.theme import Theme

_PADDING = 8


class FlatHeader(QHeaderView):
    """A horizontal header drawn in the theme's colours."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def sizeHint(self) -> QSize:
        """As low as a line of text allows."""
        return QSize(super().sizeHint().width(), round(self.fontMetrics().height() * 1.25))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """A name, the arrow if it sorts, and a line below."""
        painter.save()
        painter.fillRect(rect, self._theme.color("head"))
        painter.setPen(self._theme.color("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if section and rect.left() > 0:
            painter.drawLine(rect.left(), rect.top() + 5, rect.left(), rect.bottom() - 5)
        name = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        sorts = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        painter.setPen(self._theme.color("text" if sorts else "muted"))
        inside = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        painter.drawText(inside, self._aligned(section), name)
        if sorts:
            end = inside.left() + painter.fontMetrics().horizontalAdvance(name)
            self._paint_arrow(painter, end, rect)
        painter.restore()

    def _aligned(self, section: int) -> Qt.AlignmentFlag:
        """As the texts below stand, if the model says how."""
        role = Qt.ItemDataRole.TextAlignmentRole
        asked = self.model().headerData(section, Qt.Orientation.Horizontal, role)
        if isinstance(asked, Qt.AlignmentFlag):
            return asked
        return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

    def _paint_arrow(self, painter: QPainter, left: int, rect: QRect) -> None:
        up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        middle = QPointF(left + 10, rect.center().y() + 0.5)
        height = -2.5 if up else 2.5
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.color("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(
            [
                middle + QPointF(-4, -height),
                middle + QPointF(4, -height),
                middle + QPointF(0, height),
            ]
        )
