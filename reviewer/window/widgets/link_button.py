"""A button that looks like a link."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.window.look.theme import Theme
from reviewer.window.widgets.keyed_button import KeyedButton
from reviewer.window.widgets.plain_tip import plain_tip

_RING = 1
"""Pixels at a link's sides for the focus ring."""


class LinkButton(KeyedButton):
    """Coloured text, underlined under the pointer.

    Attributes:
        followed: It was clicked: what it leads to.
    """

    followed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._leads_to: object = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def show_text(self, text: str, tip: str = "", leads_to: object = None) -> None:
        """What it says, and what ``followed`` tells; without text it is not there."""
        self._leads_to = leads_to
        self.setText(text)
        self.setToolTip(plain_tip(tip))
        self.setAccessibleName(self.tr("，").join(filter(None, (text, tip))))
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

    def _on_clicked(self) -> None:
        self.followed.emit(self._leads_to)
