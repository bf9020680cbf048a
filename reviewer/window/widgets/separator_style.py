"""How the lines between docks are drawn."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QMainWindow, QProxyStyle, QStyle, QStyleOption, QWidget

from reviewer.window.look.theme import Theme

_WIDTH = 4
"""Pixels of a hair line that is wide enough to take hold of."""


class SeparatorStyle(QProxyStyle):
    """The style of a main window alone.

    A style sheet would do, but widgets under one do not take the application's new font.
    """

    def __init__(self, theme: Theme, window: QMainWindow) -> None:
        super().__init__("Fusion")
        self.setParent(window)
        self._theme = theme
        theme.changed.connect(window.update)

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """The separators' width."""
        if metric == QStyle.PixelMetric.PM_DockWidgetSeparatorExtent:
            return _WIDTH
        return super().pixelMetric(metric, option, widget)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """A line along the middle's side of a separator."""
        if element != QStyle.PrimitiveElement.PE_IndicatorDockWidgetResizeHandle:
            super().drawPrimitive(element, option, painter, widget)
            return
        painter.fillRect(option.rect, self._theme.color("window"))
        painter.setPen(self._theme.color("border"))
        area = option.rect
        upright = area.width() < area.height()
        painter.drawLine(area.topLeft(), area.bottomLeft() if upright else area.topRight())
