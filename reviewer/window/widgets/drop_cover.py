"""What lies over the window while something is dragged over it: what letting go would do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from reviewer.window.look.fonts import ui_font
from reviewer.window.look.theme import Theme

_MARGIN, _RADIUS = 14, 10
_VEIL = 0.86
"""How much of what lies below is hidden (opacity)."""


class DropCover(QWidget):
    """A veil with a dashed frame and a sentence; the mouse does not notice it."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._says = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def says(self) -> str:
        """What letting go would do; empty while nothing is dragged."""
        return self._says if self.isVisible() else ""

    def cover(self, says: str) -> None:
        """Lie over the whole window."""
        self._says = says
        self.setGeometry(self.window().rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Veil, frame, sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(self._theme.color("window"))
        veil.setAlphaF(_VEIL)
        painter.fillRect(self.rect(), veil)
        inside = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.setPen(QPen(self._theme.color("accent"), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(inside, _RADIUS, _RADIUS)
        painter.setFont(ui_font(1.45, bold=True))
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, self._says)
        painter.end()
