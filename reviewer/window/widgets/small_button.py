"""A low button for panels and lines."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.window.look.theme import Theme
from reviewer.window.widgets.keyed_button import KeyedButton


class SmallButton(KeyedButton):
    """A low button with round corners; the one to be taken most often is filled."""

    def __init__(
        self,
        text: str,
        theme: Theme,
        parent: QWidget,
        *,
        filled: bool = False,
        ink: str = "text",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filled = filled
        self._ink = ink
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """The text with air."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 18, metrics.height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Border or ground, text, and a ring if the keys are here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.color
        pressed = self.isDown() or self.isChecked()
        ground = "accent" if self._filled else "hover" if self.underMouse() or pressed else "base"
        edge = "accent" if self._filled or self.hasFocus() else "border"
        painter.setPen(QPen(color(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(color(ground))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        if self._filled and self.hasFocus():
            painter.setPen(QPen(color("accent_text"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(3, 3, -4, -4), 3, 3)
        painter.setPen(color("accent_text" if self._filled else self._ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
