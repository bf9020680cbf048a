"""A button of the toolbar: flat, tinted under the pointer and while its command is on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from reviewer.window.look.theme import Theme

_PAD, _GAP, _RADIUS = 7, 5, 5
_ICON, _ICON_SHARE = 18, 0.9
"""Pixels of a sign at least; its height in lines of text."""


class BarButton(QToolButton):
    """Shows an action by icon and word."""

    def __init__(self, action: QAction, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = ""
        self._worded = True
        self.setDefaultAction(action)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words = ""
        self._hint = QSize()
        self._measure()
        action.changed.connect(self._on_action_changed)
        theme.changed.connect(self.update)

    def show_key(self, key: str) -> None:
        """Name the command's key beside its word, or nothing any more."""
        if key != self._key:
            self._key = key
            self._measure()
            self.update()

    def show_words(self, on: bool) -> None:
        """Name the command beside its icon, or leave that to the tip."""
        if on != self._worded:
            self._worded = on
            self._measure()
            self.update()

    def sizeHint(self) -> QSize:
        """Icon and word with air."""
        return self._hint

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters want more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon, word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.color
        ring = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or (self.isEnabled() and (self.underMouse() or self.isDown())):
            down = self.isChecked() or self.isDown()
            painter.setPen(color("accent") if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(color("selection" if down else "hover"))
            painter.drawRoundedRect(ring, _RADIUS, _RADIUS)
        size = self.iconSize()
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        place = self.rect().adjusted(_PAD, 0, 0, 0)
        place.setWidth(size.width())
        self.icon().paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode)
        painter.setPen(
            color("accent" if self.isChecked() else "text" if self.isEnabled() else "missing")
        )
        if not self._worded:
            painter.end()
            return
        words = self.rect().adjusted(_PAD + size.width() + _GAP, 0, -_PAD, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | middle, self._words)
        painter.setPen(color("muted" if self.isEnabled() else "missing"))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | middle, self._key)
        painter.end()

    def _on_action_changed(self) -> None:
        if self.defaultAction().iconText() != self._words:
            self._measure()

    def _measure(self) -> None:
        """Work out once what toolbars ask for again and again."""
        self._words = self.defaultAction().iconText()
        metrics = self.fontMetrics()
        side = max(_ICON, round(metrics.height() * _ICON_SHARE))
        self.setIconSize(QSize(side, side))
        words = metrics.horizontalAdvance(self._words)
        words += metrics.horizontalAdvance(self._key) + _GAP if self._key else 0
        width = self.iconSize().width() + (_GAP + words if self._worded else 0) + 2 * _PAD
        self._hint = QSize(width, metrics.height() + 12)
        self.updateGeometry()
