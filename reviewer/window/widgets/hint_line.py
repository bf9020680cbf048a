"""A quiet line of words that gives way when there is no room for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.window.look.theme import Theme

_GAP = "　"


class HintLine(QWidget):
    """Shows as many of its parts, from the left, as there is room for; right-aligned."""

    def __init__(self, parts: tuple[str, ...], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = parts
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setToolTip("\n".join(parts))
        self.setAccessibleName(self.tr("，").join(parts))

    def sizeHint(self) -> QSize:
        """Room for everything."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(_GAP.join(self._parts)) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """It can do without any width."""
        return QSize(0, self.fontMetrics().height())

    def shown(self) -> str:
        """What there is room for."""
        metrics = self.fontMetrics()
        parts = list(self._parts)
        while parts and metrics.horizontalAdvance(_GAP.join(parts)) > self.width():
            parts.pop()
        return _GAP.join(parts)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the quieter colour."""
        painter = QPainter(self)
        painter.setPen(self._theme.color("muted"))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), side, self.shown())
        painter.end()
