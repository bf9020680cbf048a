"""Small pieces that the inspector is made of."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from reviewer.window.theme import Theme
from reviewer.window.widgets.keyed_button import KeyedButton
from reviewer.window.widgets.plain_tip import plain_tip

_RADIUS = 5
_RING = 1
"""Pixels at a link's sides for the focus ring."""


class LinkButton(KeyedButton):
    """A button that looks like a link: coloured text, underlined under the pointer."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str, tip: str = "") -> None:
        """What it says; without text it is not there."""
        self.setText(text)
        self.setToolTip(plain_tip(tip))
        self.setAccessibleName(f"{text}，{tip}" if tip else text)
        self.setVisible(bool(text))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The text with room for the focus ring."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * _RING, metrics.height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """The underline appears."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """The underline vanishes."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Text, and a ring if the keys are here."""
        painter = QPainter(self)
        font = QFont(self.font())
        font.setUnderline(self.underMouse() and self.isEnabled())
        painter.setFont(font)
        painter.setPen(self._theme.color("accent" if self.isEnabled() else "missing"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(_RING, 0, 0, 0), left, self.text())
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("accent"), 1))
            ring = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(ring, 2, 2)
        painter.end()


def embolden(widget: QWidget) -> None:
    """Bold, in whatever family and size the application has."""
    font = QFont()
    font.setBold(True)
    widget.setFont(font)


class Card(QFrame):
    """A tinted box with round corners."""

    def __init__(self, theme: Theme, color: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._color = color
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(self._color))
        painter.drawRoundedRect(self.rect(), _RADIUS, _RADIUS)
        painter.end()


class Ruled(QWidget):
    """A strip with a rule above.

    It is filled, not drawn: on a screen at one and a half, half of a line would be outside.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rule."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("border"))
        painter.end()


class Words(QLabel):
    """Plain text that wraps."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def show_text(self, text: str) -> None:
        """What it says; without text it is not there."""
        self.setText(text)
        self.setVisible(bool(text))
