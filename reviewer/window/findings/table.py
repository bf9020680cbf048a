"""The table of the findings panel: keys, clicks and what is current."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QWidget,
)

from reviewer.base import FindingId
from reviewer.review.model import Verdict
from reviewer.window.commands.actions import VERDICT_KEYS
from reviewer.window.commands.panel_keys import Panel, meant
from reviewer.window.findings.delegate import (
    ROW_HEIGHT,
    FindingsDelegate,
    severity_width,
    verdict_width,
)
from reviewer.window.findings.model import FindingsView
from reviewer.window.findings.rows import Field, FindingRow
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.model_index import Index
from reviewer.window.widgets.plain_table import PlainTable

_KEYS: dict[int, Verdict | None] = {ord(key): verdict for key, verdict in VERDICT_KEYS.items()}
"""Qt's number of a digit's key is its character's."""
_REASON = "findings.reason"
_WIDTHS = {Field.SEVERITY: 6, Field.PLACE: 12, Field.TITLE: 17, Field.VERDICT: 8, Field.REASON: 13}
"""Widths of the columns in Chinese characters; the message takes what is left."""
_NARROW = {Field.SEVERITY: 5, Field.PLACE: 9, Field.TITLE: 12, Field.VERDICT: 7, Field.REASON: 6}
"""The same in a narrow panel, where the message needs the room."""
_NO_REASON = 5
"""Width of the column of reasons while there is none."""
_LEAST_ROWS = 2
_MESSAGE = 26
"""The least width of the message in a wide panel."""


class FindingsTable(PlainTable):
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
        super().__init__(rows, ROW_HEIGHT, theme, parent)
        self.setObjectName("findings_table")
        self.setAccessibleName(self.tr("问题"))
        self._rows = rows
        self._quiet = False
        self._row_before = -1
        self._reasons = False
        self.delegate = FindingsDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_head()
        self.fit()
        # Heads change late, as the rows' numbers do: laid out with the painting, all would be
        # painted once more.
        rows.headerDataChanged.connect(self.executeDelayedItemsLayout)
        self.taken.connect(self._locate)
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

    def widths(self, room: int, character: int) -> dict[int, int]:
        """Less in a narrow panel: the message has what these leave."""
        narrow = room < (sum(_WIDTHS.values()) + _MESSAGE) * character
        shown = dict(_NARROW if narrow else _WIDTHS)
        if not self._reasons:
            shown[Field.REASON] = _NO_REASON
        pixels: dict[int, int] = {field: width * character for field, width in shown.items()}
        words = {
            Field.SEVERITY: severity_width(self.font()),
            Field.VERDICT: verdict_width(self.font()),
        }
        return pixels | {field: max(pixels[field], width) for field, width in words.items()}

    def commit(self) -> None:
        """Hand over the reason that is being typed, and close its editor."""
        editing = self.state() is QAbstractItemView.State.EditingState
        editor = self.indexWidget(self.currentIndex()) if editing else None
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def minimumSizeHint(self) -> QSize:
        """The head and two rows: a list that shows none is of no use."""
        row = self.verticalHeader().defaultSectionSize()
        least = super().minimumSizeHint()
        return QSize(least.width(), self.head.sizeHint().height() + _LEAST_ROWS * row)

    def updateGeometries(self) -> None:
        """Scroll in whole rows, to the end too: a row cut at the top is hard to read."""
        super().updateGeometries()
        row, bar = self.verticalHeader().defaultSectionSize(), self.verticalScrollBar()
        bar.setMaximum(_whole_rows(bar.maximum(), row))
        bar.setSingleStep(row)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into sight, and none half."""
        super().scrollTo(index, hint)
        bar = self.verticalScrollBar()
        bar.setValue(_whole_rows(bar.value(), self.verticalHeader().defaultSectionSize()))

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
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if (plain and event.key() in _KEYS) or meant(event, Panel.FINDINGS) == _REASON:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 4 judge, 0 takes back, R writes the reason, Ctrl+C copies."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        meaning = meant(event, Panel.FINDINGS)
        if self.state() is QAbstractItemView.State.EditingState:
            event.ignore()  # what the reason's editor leaves over, such as its Enter
        elif meaning == "findings.copy":
            self.copied.emit()
        elif plain and event.key() in _KEYS and self.selected():
            self.judged.emit(_KEYS[event.key()])
        elif meaning == _REASON:
            self.reason_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the menu to the panel."""
        self.menu_wanted.emit(event.globalPos())

    # -- inside ---------------------------------------------------------------------------

    def _set_head(self) -> None:
        self.head.setSectionResizeMode(Field.MESSAGE, QHeaderView.ResizeMode.Stretch)
        self.head.setSortIndicatorClearable(True)
        self.head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
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
            self._locate(index)

    def _locate(self, index: QModelIndex) -> None:
        self.located.emit(self._rows.row_at(index).finding.id)


def _whole_rows(pixels: int, row: int) -> int:
    """A height in pixels, rounded up to whole rows."""
    return -(-pixels // row) * row
