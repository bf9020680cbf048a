"""The table of the findings panel: keys, clicks and what is current."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from reviewer.base import FindingId
from reviewer.review.model import Verdict
from reviewer.window.findings.delegate import FindingsDelegate
from reviewer.window.findings.model import FindingsView
from reviewer.window.findings.rows import Field, FindingRow
from reviewer.window.theme import Theme
from reviewer.window.widgets.flat_header import FlatHeader
from reviewer.window.widgets.slim_scroll_bar import slim

_KEYS: dict[int, Verdict | None] = {
    **dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4), Verdict, strict=True)),
    Qt.Key.Key_0: None,
}
_WIDTHS = {Field.SEVERITY: 6, Field.PLACE: 12, Field.TITLE: 17, Field.VERDICT: 8, Field.REASON: 13}
"""In widths of a Chinese character; the message takes what is left."""
_NARROW = {Field.SEVERITY: 5, Field.PLACE: 9, Field.TITLE: 12, Field.VERDICT: 7, Field.REASON: 6}
"""In a narrow panel: the message is what one reads."""
_NO_REASON = 5
"""The column of reasons while there is none."""
_MESSAGE = 26
"""The least room of the message in a wide panel."""


class FindingsTable(QTableView):
    """Rows of findings.

    Attributes:
        chosen: FindingId of the row that the user went to.
        located: FindingId of a row on which Enter was pressed or that was double-clicked.
        judged: Verdict or None for the rows selected.
        reason_wanted: R was pressed.
        copied: Ctrl+C was pressed.
        menu_wanted: Global point of a wish for the context menu.
    """

    chosen = Signal(object)
    located = Signal(object)
    judged = Signal(object)
    reason_wanted = Signal()
    copied = Signal()
    menu_wanted = Signal(object)

    def __init__(self, rows: FindingsView, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findings_table")
        self.setAccessibleName(self.tr("问题"))
        self._rows = rows
        self._quiet = False
        self._row_before = -1
        self._narrow = False
        self._reasons = False
        self.setModel(rows)
        self.delegate = FindingsDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self._set_behaviour()
        slim(self, theme)
        self._set_header(theme)
        self.fit()
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)

    # -- rows -----------------------------------------------------------------------------

    def current(self) -> FindingRow | None:
        """The row with the focus."""
        index = self.currentIndex()
        return self._rows.row_at(index) if index.isValid() else None

    def selected(self) -> list[FindingRow]:
        """The rows selected, from top to bottom."""
        indexes = self.selectionModel().selectedRows()
        return [self._rows.row_at(index) for index in sorted(indexes, key=QModelIndex.row)]

    def follow(self, finding: FindingId | None) -> None:
        """Show a finding as current without telling anybody."""
        with self.quiet():
            self._go_to(self._rows.index_of(finding))

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Rows that come and go meanwhile are not the user's choice: nothing is told."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    def go_to_row(self, row: int) -> None:
        """Make the row current, or the last one, as a key would."""
        last = self._rows.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self._rows.index(min(max(row, 0), last), Field.MESSAGE))

    def make_room_for_reasons(self, on: bool) -> None:
        """Give reasons a column to be read in, or leave its room to the messages."""
        if on != self._reasons:
            self._reasons = on
            self.fit()

    def edit_reason(self) -> None:
        """Open the editor of the current row's reason."""
        self.make_room_for_reasons(True)
        index = self.currentIndex().siblingAtColumn(Field.REASON)
        self.setCurrentIndex(index)
        self.edit(index)

    def fit(self) -> None:
        """Sizes that go with the font."""
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.42))
        self._narrow = self._is_narrow()
        unit = self.fontMetrics().horizontalAdvance("政")
        widths = dict(_NARROW if self._narrow else _WIDTHS)
        if not self._reasons:
            widths[Field.REASON] = _NO_REASON
        for field, width in widths.items():
            self.setColumnWidth(field, width * unit)

    def commit(self) -> None:
        """Hand over the reason that is being typed, and close its editor."""
        editing = self.state() is QAbstractItemView.State.EditingState
        editor = self.indexWidget(self.currentIndex()) if editing else None
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    # -- events ---------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember whether the row was current before: then no change will tell of the click."""
        self._row_before = self.currentIndex().row()
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming here chooses nothing by itself; the view would make the first row current."""
        nothing = not self.currentIndex().isValid()
        with self.quiet():
            super().focusInEvent(event)
            if nothing:
                self.selectionModel().clearCurrentIndex()

    def event(self, event: QEvent) -> bool:
        """Keep the verdicts' keys from the window's shortcuts: here they mean all rows selected."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if plain and event.key() in {*_KEYS, Qt.Key.Key_R}:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter locates, 1 to 4 judge, 0 takes back, R writes the reason, Ctrl+C copies."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        row = self.current()
        if self.state() is QAbstractItemView.State.EditingState:
            event.ignore()  # what the reason's editor leaves over, such as its Enter
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif plain and event.key() in _KEYS and self.selected():
            self.judged.emit(_KEYS[event.key()])
        elif plain and event.key() == Qt.Key.Key_R:
            self.reason_wanted.emit()
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.located.emit(row.finding.id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the menu to the panel."""
        self.menu_wanted.emit(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give columns other widths where there is too little room, and again where there is."""
        if self._is_narrow() != self._narrow:
            self.fit()
        super().resizeEvent(event)

    # -- inside ---------------------------------------------------------------------------

    def _is_narrow(self) -> bool:
        unit = self.fontMetrics().horizontalAdvance("政")
        return self.viewport().width() < (sum(_WIDTHS.values()) + _MESSAGE) * unit

    def _set_behaviour(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _set_header(self, theme: Theme) -> None:
        header = FlatHeader(theme, self)
        self.setHorizontalHeader(header)
        header.setSectionResizeMode(Field.MESSAGE, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def _go_to(self, index: QModelIndex) -> None:
        if not index.isValid():
            self.selectionModel().clear()
        elif index.row() != self.currentIndex().row() or not self.selectionModel().isRowSelected(
            index.row()
        ):
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(
                index.siblingAtColumn(Field.MESSAGE), flags.ClearAndSelect | flags.Rows
            )
            self.scrollTo(index)

    def _on_row_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if not self._quiet and current.isValid():
            self.chosen.emit(self._rows.row_at(current).finding.id)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.row() == self._row_before:
            self.chosen.emit(self._rows.row_at(index).finding.id)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.column() == Field.REASON:
            self.reason_wanted.emit()
        elif index.column() != Field.VERDICT:
            self.located.emit(self._rows.row_at(index).finding.id)
