"""A list in ruled lines: what the tabs for sections and for figures in sentences have in common."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reviewer.document.model import Span
from reviewer.window.theme import Theme
from reviewer.window.widgets.flat_header import FlatHeader
from reviewer.window.widgets.plain_tip import plain_tip
from reviewer.window.widgets.row_ground import paint_elided, paint_ground
from reviewer.window.widgets.slim_scroll_bar import slim
from reviewer.window.workbench import Workbench

Index = QModelIndex | QPersistentModelIndex
L = TypeVar("L")

_NOWHERE = QModelIndex()
_PAD = 8
_ROW = 1.9
"""Times the font's height."""


class RuledModel(QAbstractTableModel, Generic[L]):
    """Lines of texts in the theme's colours, drawn up once a change."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: Sequence[L] = ()
        self._cells: list[list[dict[int, Any]]] = []
        theme.changed.connect(self._on_theme_changed)

    @abstractmethod
    def names(self) -> Sequence[str]:
        """The columns' names."""

    @abstractmethod
    def texts(self, line: L) -> Sequence[str]:
        """What a line's columns say."""

    @abstractmethod
    def color(self, line: L, column: int) -> str:
        """The theme's name of a text's colour."""

    @abstractmethod
    def place(self, line: L) -> Span | None:
        """Where a line's matter stands in the source."""

    def aligned(self, column: int) -> Qt.AlignmentFlag:
        """How a column's texts and its name stand."""
        return Qt.AlignmentFlag.AlignLeft

    def show(self, lines: Sequence[L]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self._cells = [self._drawn_up(line) for line in self._lines]
        self.endResetModel()

    def line(self, row: int) -> L:
        """What a row stands for."""
        return self._lines[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """As many as there are names."""
        return 0 if parent.isValid() else len(self.names())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One look into what was drawn up."""
        return self._cells[index.row()][index.column()].get(role) if index.isValid() else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.aligned(section) | Qt.AlignmentFlag.AlignVCenter
        return self.names()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _on_theme_changed(self) -> None:
        self._cells = [self._drawn_up(line) for line in self._lines]
        if self._lines:
            last = self.index(len(self._lines) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _drawn_up(self, line: L) -> list[dict[int, Any]]:
        return [
            {
                Qt.ItemDataRole.DisplayRole: text,
                Qt.ItemDataRole.ToolTipRole: plain_tip(text),
                Qt.ItemDataRole.ForegroundRole: self._theme.brush(self.color(line, column)),
                Qt.ItemDataRole.TextAlignmentRole: self.aligned(column)
                | Qt.AlignmentFlag.AlignVCenter,
            }
            for column, text in enumerate(self.texts(line))
        ]


class RuledDelegate(QStyledItemDelegate):
    """Text with air at its sides on a ruled line."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, rule and text."""
        paint_ground(painter, option, self._theme)
        painter.setFont(option.font)
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole).color())
        inside = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        aligned = index.data(Qt.ItemDataRole.TextAlignmentRole)
        paint_elided(painter, inside, str(index.data(Qt.ItemDataRole.DisplayRole)), aligned)


class RuledList(QTableView, Generic[L]):
    """The list; going to a line shows its matter in the source.

    Attributes:
        lines: The model.
    """

    def __init__(
        self, lines: RuledModel[L], workbench: Workbench, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.lines = lines
        lines.setParent(self)
        self.setModel(lines)
        slim(self, theme)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self.setItemDelegate(RuledDelegate(theme, self))
        header = FlatHeader(theme, self)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(1)
        self.clicked.connect(self._jump)
        self.activated.connect(self._jump)
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)

    @abstractmethod
    def widths(self, room: int, character: int) -> dict[int, int]:
        """The columns' widths.

        Args:
            room: Pixels that there are.
            character: Width of a Chinese character.
        """

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The line that the keys are on is seen: Qt makes the first one current, not selected."""
        super().focusInEvent(event)
        index = self.currentIndex()
        if index.isValid() and not self.selectionModel().hasSelection():
            self.selectRow(index.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Long texts share what the other columns leave."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other sizes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self.fit()

    def fit(self) -> None:
        """Give the columns their widths and the lines their height."""
        character = self.fontMetrics().horizontalAdvance("国")
        for column, width in self.widths(self.viewport().width(), character).items():
            self.setColumnWidth(column, width)
        height = round(self.fontMetrics().height() * _ROW)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setFixedHeight(height)

    def _on_row_changed(self, current: QModelIndex) -> None:
        """Arrow keys show matters as they go."""
        if self.hasFocus():
            self._jump(current)

    def _jump(self, index: QModelIndex) -> None:
        place = self.lines.place(self.lines.line(index.row())) if index.isValid() else None
        if place is not None and place.length:
            self._workbench.select_span(place, self.objectName())
