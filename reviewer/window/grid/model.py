"""A form's table as an item model: what is painted is looked up, never computed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
)

from reviewer.base import CellId
from reviewer.forms.layout import Layout, LayoutCell, Role, layout_of
from reviewer.forms.model import FormTable
from reviewer.forms.report import Kind
from reviewer.review.review import Review
from reviewer.window.desk.workbench import Workbench
from reviewer.window.faces import Face, faces_of, said_text, words_of
from reviewer.window.widgets.model_index import NOWHERE, Index
from reviewer.window.widgets.plain_tip import plain_tip

CELL_ROLE = Qt.ItemDataRole.UserRole
"""The CellId of a figure, else None."""

PROPOSAL_ROLE = Qt.ItemDataRole.UserRole + 1
"""What a figure should be; set it to propose, where EditRole transcribes."""

_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_FIGURE = _PLAIN | Qt.ItemFlag.ItemIsEditable
_EMPTY = Layout(rows=0, columns=0, head_rows=0, label_columns=0, cells=())


@dataclass(frozen=True, slots=True)
class Shown:
    """A merged cell with its face (figures) or text (heads and labels)."""

    place: LayoutCell
    face: Face | None = None


class GridModel(QAbstractTableModel):
    """One table of one review.

    The positions that a merged cell covers answer as their anchor does. Nothing is stored
    here: ``setData`` hands an edit to the workbench, and :meth:`refresh` looks again.
    """

    def __init__(self, workbench: Workbench, key: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._key = key
        self._review: Review | None = None
        self._table: FormTable | None = None
        self._layout = _EMPTY
        self._at: dict[tuple[int, int], LayoutCell] = {}
        self._places: dict[CellId, LayoutCell] = {}
        self._faces: dict[CellId, Face] = {}
        self._render: dict[tuple[int, int], dict[int, Any]] = {}
        self._shown: dict[tuple[int, int], Shown] = {}

    # -- what is shown --------------------------------------------------------------------

    def show(self, review: Review | None) -> None:
        """Show the table of another review; its form may have none of that key."""
        self.beginResetModel()
        self._review = review
        self._table = review.report.form.table(self._key) if review is not None else None
        self._layout = (
            layout_of(review.report.form, self._key) if review and self._table else _EMPTY
        )
        self._at = self._layout.at()
        self._places = {cell.cell: cell for cell in self._layout.cells if cell.cell is not None}
        self._faces = _faces(review, self._table) if review and self._table else {}
        self._render = {}
        self._shown = {}
        for place in self._layout.cells:
            self._draw_up(place)
        self.endResetModel()

    def refresh(self) -> frozenset[CellId]:
        """Look at the review again; tells the views of exactly the cells that differ."""
        if self._review is None or self._table is None:
            return frozenset()
        before = self._faces
        self._render = {}
        self._faces = _faces(self._review, self._table)
        changed = frozenset(cell for cell, face in self._faces.items() if before.get(cell) != face)
        for cell in changed:
            place = self._places[cell]
            self._draw_up(place)
            index = self.index(place.row, place.column)
            self.dataChanged.emit(index, index)
        return changed

    def _draw_up(self, place: LayoutCell) -> None:
        """Put a merged cell's face wherever the cell reaches."""
        face = self._faces.get(place.cell) if place.cell is not None else None
        shown = Shown(place, face)
        for row in range(place.row, place.row + place.row_span):
            for column in range(place.column, place.column + place.column_span):
                self._shown[row, column] = shown

    # -- looked up by the view and its painter --------------------------------------------

    @property
    def key(self) -> str:
        """The table's key (``requests``)."""
        return self._key

    @property
    def table(self) -> FormTable | None:
        """The table of the form shown, or None."""
        return self._table

    @property
    def layout_shown(self) -> Layout:
        """The grid; empty if there is no table."""
        return self._layout

    @property
    def review(self) -> Review | None:
        """The review shown."""
        return self._review

    @property
    def faces(self) -> dict[CellId, Face]:
        """The faces of all figures."""
        return self._faces

    def texts(self) -> dict[tuple[int, int], str]:
        """The texts of all merged cells by their anchors."""
        role = Qt.ItemDataRole.DisplayRole
        anchors = ((place.row, place.column) for place in self._layout.cells)
        return {anchor: self._roles(self._shown[anchor])[role] for anchor in anchors}

    def shown(self, row: int, column: int) -> Shown | None:
        """What stands at a position."""
        return self._shown.get((row, column))

    def cell_at(self, index: Index) -> CellId | None:
        """The figure at a position, covered ones included."""
        place = self._at.get((index.row(), index.column()))
        return place.cell if place is not None else None

    def anchor(self, index: Index) -> QModelIndex:
        """The first position of the merged cell that an index lies in."""
        place = self._at.get((index.row(), index.column()))
        return self.index(place.row, place.column) if place is not None else QModelIndex()

    def index_of(self, cell: CellId) -> QModelIndex:
        """The anchor of a figure; invalid if it is not in this table."""
        place = self._places.get(cell)
        return self.index(place.row, place.column) if place is not None else QModelIndex()

    # -- Qt's interface -------------------------------------------------------------------

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Rows of the grid, head rows included."""
        return 0 if parent.isValid() else self._layout.rows

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Columns of the grid, label columns included."""
        return 0 if parent.isValid() else self._layout.columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a position says; covered ones say what their anchor does."""
        shown = self._shown.get((index.row(), index.column())) if index.isValid() else None
        return self._roles(shown).get(role) if shown is not None else None

    def _roles(self, shown: Shown) -> dict[int, Any]:
        """Everything that may be asked of a merged cell, worked out when something is asked."""
        anchor = (shown.place.row, shown.place.column)
        if anchor not in self._render:
            self._render[anchor] = self._drawn_up(shown)
        return self._render[anchor]

    def _drawn_up(self, shown: Shown) -> dict[int, Any]:
        if shown.face is None or self._review is None:
            return _label_roles(shown.place)
        return _figure_roles(shown.face, words_of(self._review, shown.face))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Figures can be edited; heads and labels can be selected, for copying."""
        place = self._at.get((index.row(), index.column())) if index.isValid() else None
        if place is None:
            return Qt.ItemFlag.NoItemFlags
        return _FIGURE if place.role is Role.FIGURE else _PLAIN

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand a typed figure to the workbench; what has not changed is no edit."""
        cell = self.cell_at(index) if index.isValid() else None
        ours = self._review is not None and self._review is self._workbench.current
        if cell is None or not ours or not isinstance(value, str):
            return False
        if role == PROPOSAL_ROLE:
            return self._propose(cell, value.strip())
        return role == Qt.ItemDataRole.EditRole and self._transcribe(cell, value.strip())

    def _transcribe(self, cell: CellId, text: str) -> bool:
        assert self._review is not None
        reading = self._review.report.by_cell[cell]
        settled = reading.kind is not Kind.MISSING and (reading.sure or reading.transcribed)
        if settled and text == said_text(self._review, cell):
            return False
        return self._workbench.transcribe(cell, text)

    def _propose(self, cell: CellId, text: str) -> bool:
        assert self._review is not None
        idle = not text or text == said_text(self._review, cell)
        wanted = None if idle else text
        if wanted == self._review.proposals.get(cell):
            return False
        return self._workbench.propose(cell, wanted)


def _figure_roles(face: Face, words: str) -> dict[int, Any]:
    return {
        Qt.ItemDataRole.DisplayRole: face.text,
        Qt.ItemDataRole.EditRole: face.text,
        Qt.ItemDataRole.ToolTipRole: plain_tip(words),
        Qt.ItemDataRole.AccessibleTextRole: words.partition("\n")[2] or face.text,
        Qt.ItemDataRole.AccessibleDescriptionRole: words,
        Qt.ItemDataRole.TextAlignmentRole: Qt.AlignmentFlag.AlignRight
        | Qt.AlignmentFlag.AlignVCenter,
        CELL_ROLE: face.cell,
        PROPOSAL_ROLE: face.proposed or "",
    }


def _label_roles(place: LayoutCell) -> dict[int, Any]:
    return {
        Qt.ItemDataRole.DisplayRole: place.text,
        Qt.ItemDataRole.ToolTipRole: plain_tip(place.text),
        Qt.ItemDataRole.AccessibleTextRole: place.text,
    }


def _faces(review: Review, table: FormTable) -> dict[CellId, Face]:
    faces = faces_of(review)
    return {cell: faces[cell] for cell, _, _ in table.cells()}
