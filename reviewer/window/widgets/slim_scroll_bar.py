"""A scroll bar without arrows and bevels: a quiet handle on the panel's own ground."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)

from reviewer.window.look.theme import Theme

_WIDTH = 11
_LENGTH = 3 * _WIDTH
_INSET = 2.5


class SlimScrollBar(QScrollBar):
    """Scrolls as every other; only its looks are different."""

    def __init__(self, orientation: Qt.Orientation, theme: Theme, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._theme = theme
        upright = orientation == Qt.Orientation.Vertical
        self._hint = QSize(_WIDTH, _LENGTH) if upright else QSize(_LENGTH, _WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Narrower than the style's."""
        return self._hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground and the handle, which is stronger under the pointer."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("base"))
        if self.maximum() > self.minimum():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            strong = self.underMouse() or self.isSliderDown()
            painter.setBrush(self._theme.color("missing" if strong else "border"))
            handle = self._handle()
            radius = min(handle.width(), handle.height()) / 2
            painter.drawRoundedRect(handle, radius, radius)
        painter.end()

    def _handle(self) -> QRectF:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        rect = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar,
            option,
            QStyle.SubControl.SC_ScrollBarSlider,
            self,
        )
        return QRectF(rect).adjusted(_INSET, _INSET, -_INSET, -_INSET)


class _Corner(QWidget):
    """The ground between both bars, without the style's frame."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """The panel's own ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("base"))
        painter.end()


def slim(area: QAbstractScrollArea, theme: Theme) -> None:
    """Give a scrolling widget slim scroll bars."""
    area.setVerticalScrollBar(SlimScrollBar(Qt.Orientation.Vertical, theme, area))
    area.setHorizontalScrollBar(SlimScrollBar(Qt.Orientation.Horizontal, theme, area))
    area.setCornerWidget(_Corner(theme, area))
