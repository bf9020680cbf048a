"""A label that gives way: its text is cut with an ellipsis where there is no room for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from reviewer.window.widgets.panel_heading import mute

_LEAST = 4
"""At least this many Chinese characters are seen."""


class ElidedLabel(QLabel):
    """A quiet line of plain text that does not hold a window wide open."""

    def __init__(self, parent: QWidget, least: int = _LEAST) -> None:
        """Show so many characters at least."""
        super().__init__(parent)
        self._least = least
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        mute(self)

    def minimumSizeHint(self) -> QSize:
        """A few characters."""
        least = self._least * self.fontMetrics().horizontalAdvance("政")
        whole = super().minimumSizeHint()
        return QSize(min(least, whole.width()), whole.height())

    def shown(self) -> str:
        """What there is room for."""
        right = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self.text(), right, self.contentsRect().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.contentsRect(), middle, self.shown())
        painter.end()
