"""The journal of the review: what was changed, by whom, when and why."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPoint,
    Qt,
)
from PySide6.QtWidgets import QMenu, QWidget

from reviewer.review.model import Annotate, Changes, Decide
from reviewer.review.review import Review
from reviewer.window.desk.workbench import Workbench
from reviewer.window.history.delegate import HistoryDelegate
from reviewer.window.history.rows import HistoryRow, history_of, place_meant
from reviewer.window.look.theme import Theme
from reviewer.window.selection import Chooser
from reviewer.window.widgets.ask_line import AskLine
from reviewer.window.widgets.menu_style import ruled
from reviewer.window.widgets.model_index import NOWHERE, ROW_ROLE, Index
from reviewer.window.widgets.or_sentence import OrSentence
from reviewer.window.widgets.panel_frame import CountedPanel
from reviewer.window.widgets.plain_list import PlainList
from reviewer.window.widgets.plain_tip import plain_tip


class HistoryModel(QAbstractListModel):
    """Entries, newest first; they are only ever added."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[HistoryRow] = []

    @property
    def rows(self) -> list[HistoryRow]:
        """All rows."""
        return self._rows

    def set_rows(self, rows: list[HistoryRow], *, anew: bool) -> None:
        """Show other rows; unless ``anew``, the old ones are the end of the new ones."""
        added = len(rows) - len(self._rows)
        if anew or added < 0:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        if added:
            self.beginInsertRows(NOWHERE, 0, added - 1)
            self._rows = rows[:added] + self._rows
            self.endInsertRows()
        self._rows = rows
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """One an entry."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A look into the row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        words = (row.title, row.place, row.change, row.reason, row.foot)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "\n".join(part for part in words if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            both = f"{row.entry.before}\n→ {row.entry.after}"
            lines = (row.title, row.place, both, row.reason, row.foot)
            return plain_tip("\n".join(line for line in lines if line))
        return row.title if role == Qt.ItemDataRole.DisplayRole else None


class HistoryPanel(CountedPanel):
    """Every edit of the review, newest first; those taken back are struck through."""

    def __init__(self, workbench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("历史"), theme, parent)
        self.setObjectName("history_panel")
        self._workbench = workbench
        self._theme = theme
        self._back_to = 0
        self._model = HistoryModel(self)
        self.ask = AskLine(theme, self)
        self.list = PlainList(theme, self)
        self.pages = OrSentence(self.list, self)
        self._menu = ruled(QMenu(self), theme)
        self._lay_out()
        workbench.current_changed.connect(self._load)
        workbench.changed.connect(self._on_changed)
        theme.changed.connect(self.list.viewport().update)
        self.list.went.connect(self._go_to)
        self.list.menu_wanted.connect(self._open_menu)
        self.ask.agreed.connect(self._undo_back)
        self._load(workbench.current)

    @property
    def rows(self) -> list[HistoryRow]:
        """The entries from top to bottom."""
        return self._model.rows

    def ask_to_undo_back_to(self, row: HistoryRow) -> None:
        """Offer to undo every step down to this one."""
        review = self._workbench.current
        steps = review.steps_back_to(row.entry.number) if review is not None else 0
        if steps:
            self._back_to = row.entry.number
            words = self.tr("将撤销 {} 步，直到“{}”之前。").format(steps, row.title)
            self.ask.ask(words, self.tr("撤销 {} 步").format(steps))

    # -- inside ---------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.list.setObjectName("history_list")
        self.list.setAccessibleName(self.tr("历史"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(HistoryDelegate(self._theme, self.list))
        self.heading.row.addStretch(1)
        self.fill(self.pages, above=self.ask)
        self.setFocusProxy(self.list)

    def _load(self, review: Review | None) -> None:
        self._show(review, anew=True)

    def _on_changed(self, changes: Changes) -> None:
        self._show(self._workbench.current, anew=False)

    def _show(self, review: Review | None, *, anew: bool) -> None:
        self.ask.hide()
        rows = history_of(review) if review is not None else []
        self._model.set_rows(rows, anew=anew)
        self.pages.tell("" if rows else self._why_empty(review))
        self.set_count(len(rows))

    def _why_empty(self, review: Review | None) -> str:
        if review is None:
            return self.tr("打开报告后，修改记在这里。")
        return self.tr("还没有修改。\n更正、建议、批注和核定都会记在这里，都可以撤销。")

    def _go_to(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        edit = place_meant(self._model.rows[index.row()].entry.edit)
        if isinstance(edit, Decide):
            self._go_to_decision(edit)
        elif isinstance(edit, Annotate) and edit.span is not None:
            self._workbench.select_span(edit.span, Chooser.HISTORY)
        elif edit is not None and edit.cell is not None:
            self._workbench.select_cell(edit.cell, Chooser.HISTORY)

    def _go_to_decision(self, edit: Decide) -> None:
        """To the finding, or to its first cell if the finding is gone."""
        if self._workbench.finding(edit.finding) is not None:
            self._workbench.select_finding(edit.finding, Chooser.HISTORY)
        elif edit.cells:
            self._workbench.select_cell(edit.cells[0], Chooser.HISTORY)

    def _open_menu(self, point: QPoint) -> None:
        index = self.list.currentIndex()
        review = self._workbench.current
        if not index.isValid() or review is None:
            return
        self._menu.clear()
        self._menu.addAction(self.tr("定位"), self._go_to_current)
        back = self._menu.addAction(self.tr("撤销到这一步之前…"), self._ask_for_current)
        number = self._model.rows[index.row()].entry.number
        back.setEnabled(review.steps_back_to(number) > 0)
        self._menu.popup(point)

    def _go_to_current(self) -> None:
        self._go_to(self.list.currentIndex())

    def _ask_for_current(self) -> None:
        self.ask_to_undo_back_to(self._model.rows[self.list.currentIndex().row()])

    def _undo_back(self) -> None:
        self._workbench.undo_back_to(self._back_to)
