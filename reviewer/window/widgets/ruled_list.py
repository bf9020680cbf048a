"""A list in ruled lines: what the tabs without a grid and the list of rules have in common."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reviewer.window.look.theme import Theme
from reviewer.window.widgets.model_index import NOWHERE, Index, row_aloud
from reviewer.window.widgets.plain_table import PlainTable
from reviewer.window.widgets.plain_tip import plain_tip
from reviewer.window.widgets.row_ground import paint_elided, paint_ground
from reviewer.window.widgets.tick_box import paint_tick_box

L = TypeVar("L")

_PAD = 8
_ROW, _BOX = 1.9, 0.72
"""Times the font's height."""
_STATES = {None: None, True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}


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

    def aligned(self, column: int) -> Qt.AlignmentFlag:
        """How a column's texts and its name stand."""
        return Qt.AlignmentFlag.AlignLeft

    def ticked(self, line: L, column: int) -> bool | None:
        """Whether a column's box is ticked; None where a text stands."""
        return None

    def show(self, lines: Sequence[L]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self._cells = [self._drawn_up(line) for line in self._lines]
        self.endResetModel()

    def line(self, row: int) -> L:
        """What a row stands for."""
        return self._lines[row]

    def all(self) -> Sequence[L]:
        """What all rows stand for."""
        return self._lines

    def texts_of(self, column: int) -> Iterator[str]:
        """What all rows say in a column; a box says nothing in words."""
        for row in self._cells:
            cell = row[column]
            if cell[Qt.ItemDataRole.CheckStateRole] is None:
                yield cell[Qt.ItemDataRole.DisplayRole]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
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
        texts = self.texts(line)
        aloud = row_aloud(self.names(), texts)
        return [
            {
                Qt.ItemDataRole.DisplayRole: text,
                Qt.ItemDataRole.ToolTipRole: plain_tip(text),
                Qt.ItemDataRole.ForegroundRole: self._theme.brush(self.color(line, column)),
                Qt.ItemDataRole.TextAlignmentRole: self.aligned(column)
                | Qt.AlignmentFlag.AlignVCenter,
                Qt.ItemDataRole.CheckStateRole: _STATES[self.ticked(line, column)],
                Qt.ItemDataRole.AccessibleDescriptionRole: aloud,
            }
            for column, text in enumerate(texts)
        ]


def _box(cell: QRect, size: float) -> QRectF:
    """A square in the middle of a cell, on whole pixels so that its edges are sharp."""
    side = round(size)
    left, top = cell.center().x() - side // 2, cell.center().y() - side // 2
    return QRectF(left + 0.5, top + 0.5, side, side)


class RuledDelegate(QStyledItemDelegate):
    """Text with air at its sides on a ruled line."""

    def __init__(self, theme: Theme, view: PlainTable) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, rule and text."""
        over = index.row() == self._view.row_under_pointer
        paint_ground(painter, option, self._theme, over=over)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            box = _box(option.rect, option.fontMetrics.height() * _BOX)
            paint_tick_box(painter, box, self._theme, on=state == Qt.CheckState.Checked)
            return
        painter.setFont(option.font)
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole).color())
        inside = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        aligned = index.data(Qt.ItemDataRole.TextAlignmentRole)
        paint_elided(painter, inside, str(index.data(Qt.ItemDataRole.DisplayRole)), aligned)


class RuledList(PlainTable, Generic[L]):
    """The list; whoever owns it leads to what a line speaks of.

    Attributes:
        went: The line that was clicked, or that the keys came to.
        followed: The line on which Enter was pressed, or that was double-clicked.
        clicked_at: The line and the column that were clicked.
        lines: The model.
        why_empty: The sentence that stands in an empty list.
    """

    went = Signal(object)
    followed = Signal(object)
    clicked_at = Signal(object, int)

    def __init__(self, lines: RuledModel[L], theme: Theme, parent: QWidget) -> None:
        super().__init__(lines, _ROW, theme, parent)
        self.lines = lines
        self.why_empty = ""
        self._silent = False
        self._theme = theme
        lines.setParent(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(RuledDelegate(theme, self))
        self.head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.head.setMinimumSectionSize(1)
        self.clicked.connect(self._on_clicked)
        self.taken.connect(self._follow)
        self.doubleClicked.connect(self._follow)
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)

    def show_lines(self, lines: Sequence[L]) -> None:
        """List other lines; the row that was current stays so if there is one."""
        row = self.currentIndex().row()
        with self._quiet():
            self.lines.show(lines)
            self.fit()
            if 0 <= row < len(lines):
                self.setCurrentIndex(self.lines.index(row, 0))

    def follow(self, wanted: Callable[[L], bool]) -> bool:
        """Make the first line that is wanted current, without telling; whether there is one.

        The current line stays if it is wanted, and also if no other one is.
        """
        lines, now = self.lines.all(), self.currentIndex().row()
        if 0 <= now < len(lines) and wanted(lines[now]):
            return True
        row = next((row for row, line in enumerate(lines) if wanted(line)), None)
        if row is not None:
            with self._quiet():
                self.setCurrentIndex(self.lines.index(row, 0))
        return row is not None

    def leave(self) -> None:
        """No line is current any more: what comes next is about something else."""
        with self._quiet():
            self.selectionModel().clear()

    @contextmanager
    def _quiet(self) -> Iterator[None]:
        """Lines that become current meanwhile are not the user's choice."""
        before, self._silent = self._silent, True
        try:
            yield
        finally:
            self._silent = before

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming here chooses nothing by itself; the view would make the first line current."""
        nothing = not self.currentIndex().isValid()
        with self._quiet():
            super().focusInEvent(event)
            if nothing:
                self.selectionModel().clearCurrentIndex()

    def paintEvent(self, event: QPaintEvent) -> None:
        """An empty list says why it is empty."""
        super().paintEvent(event)
        if self.lines.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self._theme.color("muted"))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self.why_empty)
            painter.end()

    def fitting(self, column: int, most: float) -> int:
        """The width in which a column's texts are seen whole, and its name in any case.

        Args:
            column: Which one.
            most: Pixels that the texts may take.
        """
        name = QFontMetrics(self.head.font()).horizontalAdvance(self.lines.names()[column])
        texts = map(self.fontMetrics().horizontalAdvance, self.lines.texts_of(column))
        beside = 2 * _PAD + 1
        return max(name + beside, min(round(most), max(texts, default=0) + beside))

    def fit(self) -> None:
        """The head is as high as a row."""
        super().fit()
        self.head.setFixedHeight(self.verticalHeader().defaultSectionSize())

    def _on_row_changed(self, current: QModelIndex) -> None:
        """Arrow keys show matters as they go."""
        if not self._silent and self.hasFocus() and current.isValid():
            self.went.emit(self.lines.line(current.row()))

    def _on_clicked(self, index: QModelIndex) -> None:
        line = self.lines.line(index.row())
        self.went.emit(line)
        self.clicked_at.emit(line, index.column())

    def _follow(self, index: QModelIndex) -> None:
        self.followed.emit(self.lines.line(index.row()))
