"""The frame of a grid: merged cells, sizes that fit the room, heads that stay in sight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QMargins, QModelIndex, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from reviewer.base import CellId
from reviewer.forms.report import Kind
from reviewer.window.grid.delegate import GridDelegate, Scene
from reviewer.window.grid.figures import room_needed
from reviewer.window.grid.frozen import FrozenPane
from reviewer.window.grid.model import GridModel
from reviewer.window.grid.moves import Walk
from reviewer.window.grid.pens import Pens
from reviewer.window.grid.sizes import EASY, TIGHT, Sizes, Wants, sizes_of, wants_of
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.model_index import Index
from reviewer.window.widgets.slim_scroll_bar import slim

_SCALES = (1.0, 0.96, 0.92, 0.88, 0.85)
"""How far the font shrinks before a grid has to be scrolled."""

_SMALLER = (0.85, 0.8, 0.75)
"""How far large letters shrink, with rows closer, if the grid then fits; else they do not:
who asks for larger letters gets them, and scrolls."""

_SMALLEST = 8.5
"""Points that a grid's letters keep then: as many as they have at the usual size."""


class GridFrame(QTableView):
    """Shows a :class:`GridModel` as the official form prints the table.

    Attributes:
        grid: The model.
        walk: The ways from figure to figure.
        pencil: What paints the cells.
    """

    def __init__(self, model: GridModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = model
        self.theme = theme
        self.walk = Walk(model.layout_shown)
        self.pencil = GridDelegate(model, theme, self)
        self._room = QSize()
        self._fitted = False
        self._needed: Mapping[CellId, int] = {}
        self._pens: dict[float, Pens] = {}
        self._wants: dict[float, Wants] = {}
        self.panes: tuple[FrozenPane, ...] = ()
        self.setModel(model)
        self.setItemDelegate(self.pencil)
        self._dress()
        self.panes = (
            FrozenPane(self, heads=True, labels=False),
            FrozenPane(self, heads=False, labels=True),
            FrozenPane(self, heads=True, labels=True),
        )
        theme.changed.connect(self._on_theme_changed)

    def _dress(self) -> None:
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
        slim(self, self.theme)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def reshape(self) -> None:
        """Take over another table: merged cells, sizes, nothing selected."""
        layout = self.grid.layout_shown
        self.walk = Walk(layout)
        self.clearSpans()
        for place in layout.cells:
            if place.row_span > 1 or place.column_span > 1:
                self.setSpan(place.row, place.column, place.row_span, place.column_span)
        self.pencil.scene = replace(self.pencil.scene, current=None, crossed=frozenset())
        self.fit(again=True)

    def fit(self, *, again: bool = False) -> None:
        """Give rows and columns the sizes that the room allows."""
        if again:
            self._fitted = False
            self._wants.clear()
        room = self.maximumViewportSize()
        if not self.isVisible() or (self._fitted and room == self._room):
            return  # a grid that nobody sees has no room yet: it is fitted when it is shown
        self._fitted = True
        self._room = room
        scale, sizes = self._whole(room) or self._scrolled(room)
        self._needed = self._wants_at(scale).figures
        self.pencil.pens = self._pens_of(scale)
        self._take(sizes)
        self._place_panes()
        self.viewport().update()

    def _whole(self, room: QSize) -> tuple[float, Sizes] | None:
        """The largest letters in which all of the grid is in sight."""
        closer = ((scale, TIGHT) for scale in _SMALLER if self._is_large(scale))
        for scale, row in (*((scale, EASY) for scale in _SCALES), *closer):
            sizes = sizes_of(self._wants_at(scale), room, row)
            if sum(sizes.rows) <= room.height() and sum(sizes.columns) <= room.width():
                return scale, sizes
        return None

    def _scrolled(self, room: QSize) -> tuple[float, Sizes]:
        """The largest letters in which it is scrolled one way only, else those that it has."""
        scale = _SCALES[-1]
        for tried in (scale, *(one for one in _SMALLER if self._is_large(one))):
            wants = self._wants_at(tried)
            beside = room.shrunkBy(self._bars(sizes_of(wants, room), room))
            if sum(sizes_of(wants, beside).columns) <= beside.width():
                scale = tried
                break
        wants = self._wants_at(scale)
        return scale, sizes_of(wants, room.shrunkBy(self._bars(sizes_of(wants, room), room)))

    def _is_large(self, scale: float) -> bool:
        return self._pens_of(scale).label.pointSizeF() >= _SMALLEST

    def _wants_at(self, scale: float) -> Wants:
        """What the grid wants with its figures at a size."""
        if scale not in self._wants:
            pens = self._pens_of(scale)
            needed = {
                cell: room_needed(face, pens)
                for cell, face in self.grid.faces.items()
                if face.kind is Kind.NUMBER
            }
            self._wants[scale] = wants_of(self.grid.layout_shown, pens.label_metrics, needed)
        return self._wants[scale]

    def fit_changed(self, cells: Iterable[CellId]) -> None:
        """Fit the grid again if figures that changed have no room any more, else leave it be.

        Also where the widest figure of a column became shorter: what it took belongs to others.
        """
        self._wants.clear()
        pens = self.pencil.pens
        for cell in cells:
            needed, index = room_needed(self.grid.faces[cell], pens), self.grid.index_of(cell)
            room = self.visualRect(index).width()
            shorter = needed < self._needed.get(cell, 0) >= self._widest(index.column())
            if not self.isVisible() or needed > room or shorter:
                self.fit(again=True)
                return

    def _widest(self, column: int) -> int:
        """The pixels that a column's figures needed when the grid was fitted."""
        index_of = self.grid.index_of
        needed = self._needed.items()
        widths = (width for cell, width in needed if index_of(cell).column() == column)
        return max(widths, default=0)

    def _pens_of(self, scale: float) -> Pens:
        if scale not in self._pens:
            self._pens[scale] = Pens(scale)
        return self._pens[scale]

    def _take(self, sizes: Sizes) -> None:
        """Size the rows and columns, all at once: each by itself would be drawn once more."""
        headers = (self.horizontalHeader(), self.verticalHeader())
        for header, pixels in zip(headers, (sizes.columns, sizes.rows), strict=True):
            header.blockSignals(True)
            for section, size in enumerate(pixels):
                header.resizeSection(section, size)
            header.blockSignals(False)
        self.executeDelayedItemsLayout()
        self.updateGeometries()

    def _bars(self, sizes: Sizes, room: QSize) -> QMargins:
        """The room that the scroll bars take of a grid that is too large."""
        down = sum(sizes.rows) > room.height()
        across = sum(sizes.columns) > room.width()
        return QMargins(
            0,
            0,
            self.verticalScrollBar().sizeHint().width() if down else 0,
            self.horizontalScrollBar().sizeHint().height() if across else 0,
        )

    def show_scene(self, scene: Scene) -> None:
        """Show what the grid as a whole shows; the focus frame stays where it is."""
        now = self.pencil.scene
        self.pencil.scene = replace(scene, current=now.current, crossed=now.crossed)
        self.repaint_all()

    def frozen_size(self) -> QSize:
        """Pixels of the label columns and the head rows."""
        layout = self.grid.layout_shown
        width = sum(self.columnWidth(column) for column in range(layout.label_columns))
        return QSize(width, sum(self.rowHeight(row) for row in range(layout.head_rows)))

    def _on_theme_changed(self) -> None:
        self.fit(again=True)
        self.repaint_all()

    def repaint_all(self) -> None:
        """Draw the grid and its frozen strips anew."""
        self.viewport().update()
        for pane in self.panes:
            pane.update()

    def _place_panes(self) -> None:
        for pane in self.panes:
            pane.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns spread to the width, the rows to the height."""
        super().resizeEvent(event)
        self.fit()
        self._place_panes()

    def showEvent(self, event: QShowEvent) -> None:
        """What could not be fitted unseen is fitted now."""
        super().showEvent(event)
        self.fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The frozen strips are drawn anew."""
        super().scrollContentsBy(dx, dy)
        self._place_panes()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other sizes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.panes:
            self._pens.clear()
            self.fit(again=True)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a figure into sight, from under the frozen strips too."""
        super().scrollTo(whole(index), hint)
        rect, frozen = self.visualRect(index), self.frozen_size()
        layout = self.grid.layout_shown
        if index.column() >= layout.label_columns and rect.left() < frozen.width():
            across = self.horizontalScrollBar()
            across.setValue(across.value() - (frozen.width() - rect.left()))
        if index.row() >= layout.head_rows and rect.top() < frozen.height():
            down = self.verticalScrollBar()
            down.setValue(down.value() - (frozen.height() - rect.top()))


def whole(index: Index) -> QModelIndex:
    """An index as Qt's own methods take it; only plain ones ever come from the view."""
    return (
        index
        if isinstance(index, QModelIndex)
        else index.model().index(index.row(), index.column())
    )
