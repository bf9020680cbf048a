"""A list of rows that each have an icon, a title and something muted at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reviewer.window.look.theme import Theme
from reviewer.window.widgets.model_index import NOWHERE, ROW_ROLE, Index
from reviewer.window.widgets.plain_list import PlainList
from reviewer.window.widgets.plain_tip import plain_tip
from reviewer.window.widgets.row_ground import paint_ground

_APART = 24
_DETAIL_SHARE = 4
"""A detail keeps this part of the row, or what it needs."""
_MARGIN = 12
_ICON = 18


@dataclass(frozen=True)
class Row:
    """A row.

    Attributes:
        value: What choosing it means.
        marked: Words of the title that are marked, from the first character to behind the last.
    """

    title: str
    detail: str = ""
    icon: str = ""
    color: str = "muted"
    enabled: bool = True
    value: object = None
    marked: tuple[tuple[int, int], ...] = ()


class RowsModel(QAbstractListModel):
    """Rows that are replaced all at once.

    Attributes:
        indented: Some of them have icons: all titles begin to the right of these.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self.indented = False

    @property
    def rows(self) -> Sequence[Row]:
        """What is listed."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """List other rows."""
        self.beginResetModel()
        self._rows = rows
        self.indented = any(row.icon for row in rows)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row's text, or the row itself for the delegate."""
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        return plain_tip(row.detail) if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows that cannot be chosen now cannot be selected."""
        usable = index.isValid() and self._rows[index.row()].enabled
        return super().flags(index) if usable else Qt.ItemFlag.NoItemFlags


class RowsDelegate(QStyledItemDelegate):
    """Draws a row on one line; a long detail gives way to the title."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line and air."""
        return QSize(200, option.fontMetrics.height() + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill, icon, title, detail."""
        row: Row = index.data(ROW_ROLE)
        rect: QRect = option.rect
        painter.save()
        paint_ground(painter, option, self._theme, ruled=False)
        left = rect.left() + _MARGIN
        if row.icon:
            place = QRect(left, rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)
            self._theme.icon(row.icon, row.color if row.enabled else "missing").paint(
                painter, place
            )
        model = index.model()
        if isinstance(model, RowsModel) and model.indented:
            left += _ICON + 10
        self._draw_words(painter, rect.adjusted(left - rect.left(), 0, -_MARGIN, 0), row)
        painter.restore()

    def _draw_words(self, painter: QPainter, rect: QRect, row: Row) -> None:
        metrics = painter.fontMetrics()
        detail_width = metrics.horizontalAdvance(row.detail)
        kept = min(detail_width, rect.width() // _DETAIL_SHARE) + _APART if row.detail else 0
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, rect.width() - kept)
        seen = len(title) if title == row.title else len(title) - 1
        for start, end in row.marked:
            self._draw_mark(painter, rect, title[:start], title[start : min(end, seen)])
        painter.setPen(self._theme.color("text" if row.enabled else "missing"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, title)
        room = rect.width() - metrics.horizontalAdvance(title) - _APART
        if room < min(detail_width, metrics.averageCharWidth() * 3):
            return
        detail = metrics.elidedText(row.detail, Qt.TextElideMode.ElideMiddle, room)
        painter.setPen(self._theme.color("muted" if row.enabled else "missing"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(rect, flags, detail)

    def _draw_mark(self, painter: QPainter, rect: QRect, before: str, words: str) -> None:
        """The ground of words that are marked, as in the source."""
        metrics = painter.fontMetrics()
        left, width = metrics.horizontalAdvance(before), metrics.horizontalAdvance(words)
        top = rect.center().y() - metrics.height() // 2
        ground = QRect(rect.left() + left, top, width, metrics.height())
        painter.fillRect(ground, self._theme.color("doubtful_fill"))
        painter.setPen(self._theme.color("doubtful"))
        painter.drawLine(ground.bottomLeft(), ground.bottomRight())


class RowList(PlainList):
    """A list of rows."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.rows = RowsModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RowsDelegate(theme, self))
        self.setUniformItemSizes(True)

    def row(self) -> Row | None:
        """The row that is selected."""
        index = self.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def select(self, place: int) -> None:
        """Select a row by its place."""
        self.setCurrentIndex(self.rows.index(place))

    def step(self, by: int) -> None:
        """Select the row ``by`` places on that can be chosen, round the end."""
        count = len(self.rows.rows)
        place = self.currentIndex().row()
        for _ in range(count):
            place = (place + by) % count
            if self.rows.rows[place].enabled:
                self.select(place)
                return

    def height_for(self, most: int) -> int:
        """The height of all rows, at most ``most`` of them."""
        line = self.fontMetrics().height() + 14
        return line * min(len(self.rows.rows), most) + 2
