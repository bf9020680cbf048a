"""Heads and labels that stay in sight while the figures of a grid are scrolled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QToolTip, QWidget

from reviewer.forms.layout import LayoutCell
from reviewer.window.widgets.plain_tip import plain_tip

if TYPE_CHECKING:
    from reviewer.window.grid.frame import GridFrame

_MOST = 0.68
"""A pane that would cover more of the grid than this is not shown."""


class FrozenPane(QWidget):
    """A strip over a grid that shows the cells under it as if the grid were not scrolled.

    Args:
        view: The grid.
        heads: Whether the head rows are frozen.
        labels: Whether the label columns are frozen.

    Attributes:
        pressed: The LayoutCell that was clicked.
    """

    pressed = Signal(object)

    def __init__(self, view: GridFrame, *, heads: bool, labels: bool) -> None:
        super().__init__(view)
        self._view = view
        self._heads = heads
        self._labels = labels
        self.hide()

    def place(self) -> None:
        """Cover the strip if the grid is scrolled in that direction, else hide."""
        view = self._view
        across = self._labels and view.horizontalOffset() > 0
        down = self._heads and view.verticalOffset() > 0
        wanted = (across or not self._labels) and (down or not self._heads)
        frozen, room = view.frozen_size(), view.viewport().size()
        fits = frozen.width() <= room.width() * _MOST and frozen.height() <= room.height() * _MOST
        size = QSize(
            frozen.width() if self._labels else room.width(),
            frozen.height() if self._heads else room.height(),
        )
        self.setVisible(wanted and fits and not size.isEmpty())
        self.setGeometry(QRect(view.viewport().pos(), size))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The heads and labels, painted by the grid's own painter."""
        painter = QPainter(self)
        for place, rect in self._cells():
            if rect.intersects(event.rect()):
                option = QStyleOptionViewItem()
                option.rect = rect
                option.state = QStyle.StateFlag.State_Enabled
                index = self._view.grid.index(place.row, place.column)
                self._view.pencil.paint(painter, option, index)
        painter.setPen(self._view.theme.color("border"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.drawLine(self.rect().topRight(), self.rect().bottomRight())
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a frozen head or label selects what stands under it."""
        place = self._at(event.position().toPoint())
        if place is not None:
            self.pressed.emit(place)

    def event(self, event: QEvent) -> bool:
        """Labels that are cut are told whole."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._at(event.pos())
            text = plain_tip(place.text) if place is not None else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _at(self, point: QPoint) -> LayoutCell | None:
        return next((place for place, rect in self._cells() if rect.contains(point)), None)

    def _cells(self) -> Iterator[tuple[LayoutCell, QRect]]:
        """The cells in the strip with their places in it."""
        view, layout = self._view, self._view.grid.layout_shown
        shift = QPoint(
            view.horizontalOffset() if self._labels else 0,
            view.verticalOffset() if self._heads else 0,
        )
        for place in layout.cells:
            inside_heads = not self._heads or place.row < layout.head_rows
            inside_labels = not self._labels or place.column < layout.label_columns
            if inside_heads and inside_labels:
                index = view.grid.index(place.row, place.column)
                yield place, view.visualRect(index).translated(shift)
