"""The tab that lists the report's sections and compares them with the form's."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reviewer.document.model import Span
from reviewer.forms.report import Report
from reviewer.window.flat_header import FlatHeader
from reviewer.window.sections_lines import Line, State, lines_of
from reviewer.window.slim_scroll_bar import slim
from reviewer.window.theme import Theme
from reviewer.window.workbench import Workbench

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
_NUMERALS = ("〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
_GLYPHS = {
    State.SAME: "✓",
    State.OTHER_NUMBER: "◆",
    State.OTHER_TITLE: "◆",
    State.ABSENT: "▲",
    State.EXTRA: "＋",
}
_PAD = 8
_ROW = 1.9
"""Times the font's height."""


class SectionsModel(QAbstractTableModel):
    """A line a section: number, title, the form's title, how they compare, length."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: list[Line] = []
        self._cells: list[list[dict[int, Any]]] = []
        theme.changed.connect(self._on_theme_changed)

    def show(self, report: Report | None) -> None:
        """Show the sections of another report."""
        self.beginResetModel()
        self._lines = lines_of(report) if report is not None else []
        self._cells = [self._drawn_up(line) for line in self._lines]
        self.endResetModel()

    def heading(self, row: int) -> Span | None:
        """Where a section begins; None for one that is absent."""
        found = self._lines[row].found
        return found.heading if found is not None else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Sections, absent ones included."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Five."""
        return 0 if parent.isValid() else 5

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
            return _aligned(section)
        names = (
            self.tr("序号"),
            self.tr("报告中的标题"),
            self.tr("规定的标题"),
            self.tr("对照"),
            self.tr("字数"),
        )
        return names[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _on_theme_changed(self) -> None:
        self._cells = [self._drawn_up(line) for line in self._lines]
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, 4))

    def _drawn_up(self, line: Line) -> list[dict[int, Any]]:
        found, wanted = line.found, line.wanted
        number = found.number if found is not None else wanted.number if wanted is not None else 0
        texts = (
            _NUMERALS[number] if number < len(_NUMERALS) else str(number),
            found.title if found is not None else self.tr("（没有这一节）"),
            wanted.title if wanted is not None else "—",
            f"{_GLYPHS[line.state]} {self._verdict(line)}",
            f"{line.length:,}" if found is not None else "",
        )
        return [self._roles(line, column, text) for column, text in enumerate(texts)]

    def _roles(self, line: Line, column: int, text: str) -> dict[int, Any]:
        muted = column in {0, 2, 4} or line.found is None
        color = line.state.value if column == 3 else "muted" if muted else "text"
        roles: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: text,
            Qt.ItemDataRole.ToolTipRole: text,
            Qt.ItemDataRole.ForegroundRole: self._theme.brush(color),
            Qt.ItemDataRole.TextAlignmentRole: _aligned(column),
        }
        return roles

    def _verdict(self, line: Line) -> str:
        return {
            State.SAME: self.tr("一致"),
            State.OTHER_NUMBER: self.tr("序号不同"),
            State.OTHER_TITLE: self.tr("标题不同"),
            State.ABSENT: self.tr("缺少"),
            State.EXTRA: self.tr("规定之外"),
        }[line.state]


class SectionsDelegate(QStyledItemDelegate):
    """Text with air at its sides on a ruled line."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, rule and text."""
        rect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = "selection" if selected else "hover" if hovered else "base"
        painter.fillRect(rect, self._theme.color(ground))
        painter.setPen(self._theme.color("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole).color())
        inside = rect.adjusted(_PAD, 0, -_PAD, 0)
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        elided = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.setFont(option.font)
        painter.drawText(inside, index.data(Qt.ItemDataRole.TextAlignmentRole), elided)


class SectionsView(QTableView):
    """The list; going to a section shows it in the source."""

    def __init__(self, workbench: Workbench, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sections")
        self._workbench = workbench
        self.lines = SectionsModel(theme, self)
        self.setModel(self.lines)
        slim(self, theme)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("章节"))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self.setItemDelegate(SectionsDelegate(theme, self))
        header = FlatHeader(theme, self)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._jump)
        self.activated.connect(self._jump)
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)

    def show_report(self, report: Report | None) -> None:
        """List the sections of another report."""
        self.lines.show(report)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The titles share what the other columns leave."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other sizes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self._fit()

    def _fit(self) -> None:
        character = self.fontMetrics().horizontalAdvance("国")
        fixed = {0: 4 * character, 3: 8 * character, 4: 6 * character}
        rest = max(self.viewport().width() - sum(fixed.values()), 16 * character)
        widths = fixed | {1: rest - rest // 2, 2: rest // 2}
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        height = round(self.fontMetrics().height() * _ROW)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setFixedHeight(height)

    def _on_row_changed(self, current: QModelIndex) -> None:
        """Arrow keys show sections as they go."""
        if self.hasFocus():
            self._jump(current)

    def _jump(self, index: QModelIndex) -> None:
        heading = self.lines.heading(index.row()) if index.isValid() else None
        if heading is not None and heading.length:
            self._workbench.select_span(heading, "sections")


def _aligned(column: int) -> Qt.AlignmentFlag:
    across = {0: Qt.AlignmentFlag.AlignHCenter, 4: Qt.AlignmentFlag.AlignRight}
    return across.get(column, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
