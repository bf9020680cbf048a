"""The view of a form's table: sizes, merged cells, selection, keys, editing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QMargins,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QTableView, QWidget

from reviewer.base import CellId
from reviewer.forms.layout import LayoutCell, Role
from reviewer.forms.report import Kind
from reviewer.window.grid_clipboard import Corners
from reviewer.window.grid_commands import KEPT, command_of
from reviewer.window.grid_delegate import GridDelegate, Scene
from reviewer.window.grid_editor import Mode
from reviewer.window.grid_frozen import FrozenPane
from reviewer.window.grid_model import GridModel, Index
from reviewer.window.grid_moves import Move, Walk, heads_over, line_of
from reviewer.window.grid_pens import Pens
from reviewer.window.grid_sizes import Sizes, sizes_of
from reviewer.window.slim_scroll_bar import slim
from reviewer.window.theme import Theme

_SCALES = (1.0, 0.96, 0.92, 0.88, 0.85)
"""The font shrinks so far before a grid has to be scrolled."""

_Command = QItemSelectionModel.SelectionFlag


_COMMANDING = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_BY_KEY = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
_ENTER = {"down": Move.MoveDown, "right": Move.MoveNext}


class GridView(QTableView):
    """Shows a :class:`GridModel` as the official form prints the table.

    Attributes:
        cell_chosen: The reviewer went to this CellId.
        commanded: A key gave the :class:`Command` of that name.
        menu_wanted: Where on the screen the menu of the current figure should open.
        editing_changed: A cell editor was opened or closed.
        enter_moves: Where Enter leads after a figure was typed: "down", "right" or "stay".
    """

    cell_chosen = Signal(object)
    commanded = Signal(str)
    menu_wanted = Signal(QPoint)
    editing_changed = Signal(bool)

    def __init__(self, model: GridModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = model
        self.theme = theme
        self.walk = Walk(model.layout_shown)
        self.pencil = GridDelegate(model, theme, self)
        self.enter_moves = "stay"
        self._following = False
        self._entering = False
        self._room = QSize()
        self._panes: tuple[FrozenPane, ...] = ()
        self.setModel(model)
        self.setItemDelegate(self.pencil)
        self._set_up()
        self._panes = (
            FrozenPane(self, heads=True, labels=False),
            FrozenPane(self, heads=False, labels=True),
            FrozenPane(self, heads=True, labels=True),
        )
        self.pencil.editing_changed.connect(self.editing_changed)
        self.pencil.moved.connect(self._commit_and_move)
        theme.changed.connect(self._on_theme_changed)

    def _set_up(self) -> None:
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
        slim(self, self.theme)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    # -- what is shown --------------------------------------------------------------------

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
        room = self.maximumViewportSize()
        if room == self._room and not again:
            return
        self._room = room
        layout = self.grid.layout_shown
        texts = [face.text for face in self.grid.faces.values() if face.kind is Kind.NUMBER]
        for scale in _SCALES:
            pens = Pens(scale)
            sizes = sizes_of(layout, room, pens.label_metrics, pens.figure_metrics, texts)
            if sum(sizes.rows) <= room.height() and sum(sizes.columns) <= room.width():
                break
        else:
            room = room.shrunkBy(self._bars(sizes, room))
            sizes = sizes_of(layout, room, pens.label_metrics, pens.figure_metrics, texts)
        self.pencil.pens = pens
        for column, width in enumerate(sizes.columns):
            self.setColumnWidth(column, width)
        for row, height in enumerate(sizes.rows):
            self.setRowHeight(row, height)
        self._place_panes()
        self.viewport().update()

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
        self._repaint()

    def frozen_size(self) -> QSize:
        """Pixels of the label columns and the head rows."""
        layout = self.grid.layout_shown
        width = sum(self.columnWidth(column) for column in range(layout.label_columns))
        return QSize(width, sum(self.rowHeight(row) for row in range(layout.head_rows)))

    def _on_theme_changed(self) -> None:
        self.fit(again=True)
        self._repaint()

    def _repaint(self) -> None:
        self.viewport().update()
        for pane in self._panes:
            pane.update()

    def _place_panes(self) -> None:
        for pane in self._panes:
            pane.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns spread to the width, the rows to the height."""
        super().resizeEvent(event)
        self.fit()
        self._place_panes()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The frozen strips are drawn anew."""
        super().scrollContentsBy(dx, dy)
        self._place_panes()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other sizes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._panes:
            self.fit(again=True)

    # -- selection ------------------------------------------------------------------------

    @property
    def current_cell(self) -> CellId | None:
        """The figure that the focus frame stands on."""
        return self.grid.cell_at(self.currentIndex())

    def follow(self, cell: CellId) -> None:
        """Go to a figure that was chosen elsewhere."""
        index = self.grid.index_of(cell)
        if not index.isValid() or index == self.currentIndex():
            return
        self.commit()
        self._following = True
        try:
            self.setCurrentIndex(index)
        finally:
            self._following = False
        self.scrollTo(index)

    def select_line(self, place: LayoutCell) -> None:
        """Select the figures under a head or beside a label, together with it."""
        top, left, bottom, right = line_of(self.grid.layout_shown, place)
        block = QItemSelection(self.grid.index(top, left), self.grid.index(bottom, right))
        first = next(
            (
                cell
                for row in self.walk.rows
                for cell in row
                if top <= cell.row <= bottom and left <= cell.column <= right
            ),
            None,
        )
        if first is not None:
            index = self.grid.index(first.row, first.column)
            self.selectionModel().setCurrentIndex(index, _Command.NoUpdate)
        self.selectionModel().select(block, _Command.ClearAndSelect)

    def selected_corners(self) -> Corners | None:
        """The rectangle that is selected."""
        indexes = self.selectedIndexes() or [self.currentIndex()]
        indexes = [index for index in indexes if index.isValid()]
        if not indexes:
            return None
        rows = [index.row() for index in indexes]
        columns = [index.column() for index in indexes]
        return Corners(min(rows), min(columns), max(rows), max(columns))

    def selected_cells(self) -> list[CellId]:
        """The figures that are selected, in the form's order."""
        cells = {self.grid.cell_at(index) for index in self.selectedIndexes()}
        cells.add(self.current_cell)
        return [cell for cell in self.grid.faces if cell in cells]

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Frame the figure and tell who listens; heads and labels are passed over."""
        super().currentChanged(_whole(current), _whole(previous))
        cell = self.grid.cell_at(current)
        shown = self.grid.shown(current.row(), current.column())
        if cell is None or shown is None:
            return
        crossed = heads_over(self.grid.layout_shown, shown.place)
        self.pencil.scene = replace(self.pencil.scene, current=cell, crossed=crossed)
        self._repaint()
        if not self._following:
            self.cell_chosen.emit(cell)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """A block is tinted, a single figure only framed."""
        super().selectionChanged(selected, deselected)
        anchors = {self.grid.cell_at(index) for index in self.selectedIndexes()}
        block = len(anchors - {None}) > 1
        if block != self.pencil.scene.block:
            self.pencil.scene = replace(self.pencil.scene, block=block)
        self._repaint()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a figure into sight, from under the frozen strips too."""
        super().scrollTo(_whole(index), hint)
        rect, frozen = self.visualRect(index), self.frozen_size()
        layout = self.grid.layout_shown
        if index.column() >= layout.label_columns and rect.left() < frozen.width():
            across = self.horizontalScrollBar()
            across.setValue(across.value() - (frozen.width() - rect.left()))
        if index.row() >= layout.head_rows and rect.top() < frozen.height():
            down = self.verticalScrollBar()
            down.setValue(down.value() - (frozen.height() - rect.top()))

    # -- keys and mouse -------------------------------------------------------------------

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Keys walk from figure to figure."""
        if self._entering:
            return QModelIndex()
        far = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if far and action in {Move.MoveHome, Move.MoveEnd}:
            place = self.walk.corner(last=action == Move.MoveEnd)
        else:
            place = self.walk.step(self.current_cell, action)
        return self.grid.index(place.row, place.column) if place is not None else QModelIndex()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a head or label selects what stands under it."""
        index = self.indexAt(event.position().toPoint())
        shown = self.grid.shown(index.row(), index.column()) if index.isValid() else None
        if shown is not None and shown.place.role is not Role.FIGURE:
            self.commit()
            self.select_line(shown.place)
            return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the figure under the pointer, or of the current one by key."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if self.grid.cell_at(index) is None:
            return
        if self.grid.cell_at(index) not in self.selected_cells():
            self.setCurrentIndex(self.grid.anchor(index))
        corner = self.visualRect(self.currentIndex()).bottomLeft()
        self.menu_wanted.emit(
            event.globalPos() if by_mouse else self.viewport().mapToGlobal(corner)
        )

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here are not taken for shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            typed = event.text().isprintable() and bool(event.text().strip())
            plain = not event.modifiers() & _COMMANDING
            if (typed and plain) or command_of(event) in KEPT:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commands by key; figures open the editor."""
        command = None if self.editing else command_of(event)
        if command is not None:
            self.commanded.emit(command.value)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self.editing:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by key, start at the first figure; else wait until one is chosen."""
        self._entering = event.reason() not in _BY_KEY
        super().focusInEvent(event)
        self._entering = False

    # -- editing --------------------------------------------------------------------------

    @property
    def editing(self) -> bool:
        """Whether a cell editor is open."""
        return self.state() == QAbstractItemView.State.EditingState

    def edit_current(self, mode: Mode) -> None:
        """Open the editor on the figure with the focus frame."""
        if self.current_cell is None or self.editing:
            return
        self.setFocus()
        self.pencil.mode = mode
        self.edit(self.grid.anchor(self.currentIndex()))

    def commit(self) -> None:
        """Hand over what is being typed, if an editor is open, and close it."""
        editor = self.indexWidget(self.currentIndex()) if self.editing else None
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab moves on without opening the next editor, as in a spreadsheet; Enter as set."""
        hints = QAbstractItemDelegate.EndEditHint
        moves = {hints.EditNextItem: Move.MoveNext, hints.EditPreviousItem: Move.MovePrevious}
        if self.pencil.mode is Mode.TRANSCRIBE and self.enter_moves in _ENTER:
            moves[hints.SubmitModelCache] = _ENTER[self.enter_moves]
        move = moves.get(hint)
        super().closeEditor(editor, hints.NoHint if move is not None else hint)
        if move is not None:
            self._go(move)

    def _commit_and_move(self, by: int) -> None:
        self.commit()
        self._go(Move.MoveDown if by > 0 else Move.MoveUp)

    def _go(self, move: Move) -> None:
        index = self.moveCursor(move, Qt.KeyboardModifier.NoModifier)
        if index.isValid():
            self.setCurrentIndex(index)


def _whole(index: Index) -> QModelIndex:
    """An index as Qt's own methods take it; only plain ones ever come from the view."""
    return (
        index
        if isinstance(index, QModelIndex)
        else index.model().index(index.row(), index.column())
    )
