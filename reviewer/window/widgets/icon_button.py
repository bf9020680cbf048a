"""A flat button of one sign, with a ring while the keys are on it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from reviewer.window.look.theme import Theme


class IconButton(QToolButton):
    """Raised under the pointer only; the style's own mark of the focus cannot be seen."""

    def __init__(self, tip: str, name: str, theme: Theme, parent: QWidget) -> None:
        """Say what it does in a tip, and its name to screen readers."""
        super().__init__(parent)
        self._theme = theme
        self.setAutoRaise(True)
        self.setToolTip(tip)
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and the ring."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("accent"), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
            painter.end()
