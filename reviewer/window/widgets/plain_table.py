"""A table of rows without frame and grid, as it stands in panels, tabs and dialogs."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QHoverEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from reviewer.window.keys import ENTER
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.flat_header import FlatHeader
from reviewer.window.widgets.slim_scroll_bar import slim


class PlainTable(QTableView):
    """Rows of one height under a flat head; sizes go with font and room.

    Attributes:
        taken: Index of a row on which Enter was pressed.
        head: The names of the columns.
    """

    taken = Signal(QModelIndex)

    def __init__(
        self, model: QAbstractItemModel, row_height: float, theme: Theme, parent: QWidget
    ) -> None:
        """Show a model; rows are so many times as high as the font."""
        super().__init__(parent)
        self._row_height = row_height
        self._widths: dict[int, int] = {}
        self._under_pointer = -1
        self.setModel(model)
        slim(self, theme)
        # Columns stay where they are when rows become too many for the panel.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.head = FlatHeader(theme, self)
        self.setHorizontalHeader(self.head)

    @abstractmethod
    def widths(self, room: int, character: int) -> dict[int, int]:
        """The widths of columns in pixels.

        Args:
            room: Pixels that there are.
            character: Width of a Chinese character.
        """

    def fit(self) -> None:
        """Give rows their height, and columns their widths if others are due than before."""
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(round(metrics.height() * self._row_height))
        widths = self.widths(self.viewport().width(), metrics.horizontalAdvance("国"))
        if widths != self._widths:  # else a column that was dragged stays as it is
            self._widths = widths
            for column, width in widths.items():
                self.setColumnWidth(column, width)

    @property
    def row_under_pointer(self) -> int:
        """The row that is tinted, all of it; -1 if there is none."""
        return self._under_pointer

    def viewportEvent(self, event: QEvent) -> bool:
        """Qt lets only the cell answer to the pointer that it is over."""
        if isinstance(event, QHoverEvent):
            left = event.type() == QEvent.Type.HoverLeave
            row = -1 if left else self.rowAt(event.position().toPoint().y())
            before, self._under_pointer = self._under_pointer, row
            for one in {before, row} - {-1} if row != before else ():
                top, height = self.rowViewportPosition(one), self.rowHeight(one)
                self.viewport().update(0, top, self.viewport().width(), height)
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the current row."""
        super().keyPressEvent(event)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in ENTER and self.currentIndex().isValid():
            self.taken.emit(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the room."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other sizes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self.fit()
