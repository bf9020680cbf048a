"""Paints the cells of a grid, and opens the editor of a figure."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reviewer.base import CellId
from reviewer.forms.layout import LayoutCell
from reviewer.window.commands.figure import Mode
from reviewer.window.faces import Face
from reviewer.window.grid import figures as grid_figures
from reviewer.window.grid import labels as grid_labels
from reviewer.window.grid.editor import FigureEditor
from reviewer.window.grid.model import PROPOSAL_ROLE, GridModel
from reviewer.window.grid.pens import Pens
from reviewer.window.keys import ENTER
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.model_index import Index

FOCUS_WIDTH = 2


@dataclass(frozen=True)
class Scene:
    """What the grid as a whole shows beside its cells.

    Attributes:
        current: The figure with the focus frame.
        related: Figures in a broken rule together with it.
        crossed: Anchors of the label and the head that it stands under.
        guard_map: Whether the number of rules is shown instead of the marks.
        block: Whether more than one figure is selected.
    """

    current: CellId | None = None
    related: frozenset[CellId] = frozenset()
    crossed: frozenset[tuple[int, int]] = frozenset()
    guard_map: bool = False
    block: bool = False


class GridDelegate(QStyledItemDelegate):
    """Everything that is seen in a grid is drawn here, from the model's ready answers.

    Attributes:
        editing_changed: An editor was opened or closed.
        typed: The CellId and the text that stands in the open editor.
        moved: An arrow key was pressed in the editor: the rows to go after committing.
    """

    editing_changed = Signal(bool)
    typed = Signal(object, str)
    moved = Signal(int)

    def __init__(self, model: GridModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self.scene = Scene()
        self.pens = Pens()
        self.mode = Mode.TRANSCRIBE

    # -- painting -------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one merged cell."""
        shown = self._model.shown(index.row(), index.column())
        if shown is None:
            return
        rect: QRect = option.rect
        painter.fillRect(rect, self._theme.color("grid"))  # what the cell leaves of it are lines
        if shown.face is None:
            self._paint_label(painter, rect, shown.place)
        else:
            self._paint_figure(painter, rect, shown.face, option)
            if shown.face.cell == self.scene.current:
                self._paint_focus(painter, rect)

    def _paint_label(self, painter: QPainter, rect: QRect, place: LayoutCell) -> None:
        painter.save()
        painter.setClipRect(rect)
        crossed = (place.row, place.column) in self.scene.crossed
        look = grid_labels.Look(self._theme, self.pens, crossed=crossed)
        grid_labels.paint(painter, rect, self._model.layout_shown, place, look)
        painter.restore()

    def _paint_figure(
        self, painter: QPainter, rect: QRect, face: Face, option: QStyleOptionViewItem
    ) -> None:
        scene = self.scene
        selected = scene.block and bool(option.state & QStyle.StateFlag.State_Selected)
        look = grid_figures.Look(
            self._theme,
            self.pens,
            related=face.cell in scene.related,
            selected=selected,
            guard_map=scene.guard_map,
        )
        grid_figures.paint(painter, rect, face, look)

    def _paint_focus(self, painter: QPainter, rect: QRect) -> None:
        pen = QPen(self._theme.color("accent"), FOCUS_WIDTH)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Sizes are set by the view; Qt's own guess would load styles for nothing."""
        return QSize(0, 0)

    # -- editing --------------------------------------------------------------------------

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> FigureEditor:
        """A line for the figure, labelled with what it is for."""
        cell = self._model.cell_at(index)
        editor = FigureEditor(cell, self._theme, self.mode, self.pens.figure, parent)
        editor.typed.connect(self.typed)
        editor.moved.connect(self.moved)
        self.editing_changed.emit(True)
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """The editor is closed, whatever the reason."""
        self.mode = Mode.TRANSCRIBE
        super().destroyEditor(editor, index)
        self.editing_changed.emit(False)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What stands there, or what was proposed."""
        if isinstance(editor, FigureEditor) and not editor.isModified():
            role = _role(editor.mode)
            text = index.data(role) or index.data(Qt.ItemDataRole.EditRole) or ""
            editor.setText(str(text))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed, if anything was and it may stand there."""
        if isinstance(editor, FigureEditor) and editor.isModified() and editor.is_acceptable():
            self._model.setData(index, editor.text(), _role(editor.mode))

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Over the cell."""
        if isinstance(editor, FigureEditor):
            editor.place(option.rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter closes the editor at once; on words it asks once more before that."""
        if isinstance(editor, FigureEditor) and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and editor.holds_back(event):
                return True
            if pressed and event.key() in ENTER:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, self.EndEditHint.SubmitModelCache)
                return True
        return super().eventFilter(editor, event)


def _role(mode: Mode) -> int:
    return PROPOSAL_ROLE if mode is Mode.PROPOSE else Qt.ItemDataRole.EditRole
