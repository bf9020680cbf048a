"""A list without a frame, as it stands in panels, cards and dialogs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from reviewer.window.keys import ENTER
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.slim_scroll_bar import slim


class PlainList(QListView):
    """Rows as wide as the list, drawn by a delegate.

    Attributes:
        went: Index of a row that was clicked, or on which Enter was pressed.
        menu_wanted: Global point of a wish for the context menu.
    """

    went = Signal(QModelIndex)
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        slim(self, theme)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._want_menu)
        self.clicked.connect(self.went)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there."""
        super().keyPressEvent(event)
        if event.key() in ENTER and self.currentIndex().isValid():
            self.went.emit(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Lay the rows out anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def _want_menu(self, point: QPoint) -> None:
        self.menu_wanted.emit(self.viewport().mapToGlobal(point))
