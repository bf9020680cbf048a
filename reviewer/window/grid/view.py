"""The view of a form's table: selection, keys, editing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QWidget

from reviewer.base import CellId
from reviewer.forms.layout import LayoutCell, Role
from reviewer.window.commands.figure import Mode
from reviewer.window.grid.clipboard import Corners
from reviewer.window.grid.commands import KEPT, command_of
from reviewer.window.grid.editor import FigureEditor
from reviewer.window.grid.frame import GridFrame, whole
from reviewer.window.grid.model import GridModel
from reviewer.window.grid.moves import Move, heads_over, line_of
from reviewer.window.keys import ENTER
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.model_index import Index

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
_AFTER_ENTER = {"down": Move.MoveDown, "right": Move.MoveNext}


class GridView(GridFrame):
    """A form's table under the reviewer's hands.

    Attributes:
        cell_chosen: The reviewer went to this CellId.
        commanded: A key gave a FigureCommand.
        menu_wanted: Where on the screen the menu of the current figure should open.
        editing_changed: A cell editor was opened or closed.
        enter_moves: Where Enter leads after a figure was typed: "down", "right" or "stay".
    """

    cell_chosen = Signal(object)
    commanded = Signal(object)
    menu_wanted = Signal(QPoint)
    editing_changed = Signal(bool)

    def __init__(self, model: GridModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(model, theme, parent)
        self.enter_moves = "stay"
        self._following = False
        self._entering = False
        self._left: CellId | None = None
        self._accept_typing()
        self.pencil.editing_changed.connect(self.editing_changed)
        self.pencil.moved.connect(self._commit_and_move)
        for pane in self.panes:
            pane.pressed.connect(self.select_line)

    def _accept_typing(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

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
        self._go_silently(index)
        self.scrollTo(index)

    def leave(self) -> None:
        """Something else was chosen: no figure is framed here, and keys change none."""
        self._left = self.current_cell or self._left
        self._go_silently(QModelIndex())
        self.clearSelection()
        self.pencil.scene = replace(self.pencil.scene, current=None, crossed=frozenset())
        self.repaint_all()

    def _go_silently(self, index: QModelIndex) -> None:
        self.commit()
        self._following = True
        try:
            self.setCurrentIndex(index)
        finally:
            self._following = False

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
        super().currentChanged(whole(current), whole(previous))
        cell = self.grid.cell_at(current)
        shown = self.grid.shown(current.row(), current.column())
        if cell is None or shown is None:
            return
        crossed = heads_over(self.grid.layout_shown, shown.place)
        self.pencil.scene = replace(self.pencil.scene, current=cell, crossed=crossed)
        self.repaint_all()
        if not self._following:
            self.cell_chosen.emit(cell)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """A block is tinted, a single figure only framed."""
        super().selectionChanged(selected, deselected)
        anchors = {self.grid.cell_at(index) for index in self.selectedIndexes()}
        block = len(anchors - {None}) > 1
        if block != self.pencil.scene.block:
            self.pencil.scene = replace(self.pencil.scene, block=block)
        self.repaint_all()

    # -- keys and mouse -------------------------------------------------------------------

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Keys walk from figure to figure, and begin at the one that was left."""
        if self._entering:
            return QModelIndex()
        far = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if far and action in {Move.MoveHome, Move.MoveEnd}:
            place = self.walk.corner(last=action == Move.MoveEnd)
        else:
            left = self.walk.cell(self._left) if self.current_cell is None else None
            place = left or self.walk.step(self.current_cell, action)
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
            self.commanded.emit(command)
        elif event.key() in ENTER and not self.editing:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method types at once begins the figure, as a key does.

        Qt opens the editor for it, and keeps the character to itself.
        """
        before = self.editing
        super().inputMethodEvent(event)
        editor = self.indexWidget(self.currentIndex()) if self.editing else None
        typed = bool(event.commitString()) and not event.preeditString() and not before
        if typed and isinstance(editor, FigureEditor) and not editor.isModified():
            QApplication.sendEvent(editor, event)

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
        if self.pencil.mode is Mode.TRANSCRIBE and self.enter_moves in _AFTER_ENTER:
            moves[hints.SubmitModelCache] = _AFTER_ENTER[self.enter_moves]
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
