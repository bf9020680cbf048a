"""The one button of a place that stands out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.window.look.theme import Theme
from reviewer.window.widgets.keyed_button import KeyedButton

_PADDING = 14
_RADIUS = 5


class PrimaryButton(KeyedButton):
    """A filled button in the accent's colour that gives a command."""

    def __init__(self, command: QAction, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(command.iconText().rstrip("…"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._over = False
        self.setToolTip(command.toolTip())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(command.trigger)

    def sizeHint(self) -> QSize:
        """The words and air."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 2 * _PADDING
        return QSize(width, metrics.height() + 12)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Lighten under the pointer."""
        self._over = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Back to the plain colour."""
        self._over = False
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A filled shape, a ring inside it for the focus."""
        fill = self._theme.color("accent")
        if self.isDown():
            fill = fill.darker(115)
        elif self._over:
            fill = fill.lighter(112)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(self.rect(), _RADIUS, _RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent_text"), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(3, 3, -3, -3), _RADIUS - 2, _RADIUS - 2)
        painter.setPen(self._theme.color("accent_text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
