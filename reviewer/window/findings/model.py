"""The findings as a table model, and the view of it that filters and sorts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
)

from reviewer.base import FindingId
from reviewer.window.commands.panel_keys import panel_key
from reviewer.window.findings.rows import Field, Filter, FindingRow
from reviewer.window.widgets.model_index import NOWHERE, ROW_ROLE, Index, row_aloud
from reviewer.window.widgets.plain_tip import plain_tip


class FindingsModel(QAbstractTableModel):
    """Holds rows worked out elsewhere; what is typed is sent to the workbench by the panel."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FindingRow] = []

    @property
    def rows(self) -> list[FindingRow]:
        """All rows in the order of the checks."""
        return self._rows

    def row_of(self, finding: FindingId | None) -> int | None:
        """The row of a finding."""
        found = (row for row, one in enumerate(self._rows) if one.finding.id == finding)
        return next(found, None)

    def set_rows(self, rows: Sequence[FindingRow]) -> None:
        """Show other rows; those that stay keep their selection."""
        wanted = {row.finding.id for row in rows}
        for place in range(len(self._rows) - 1, -1, -1):
            if self._rows[place].finding.id not in wanted:
                self.beginRemoveRows(NOWHERE, place, place)
                del self._rows[place]
                self.endRemoveRows()
        if not _is_part([one.finding.id for one in self._rows], [one.finding.id for one in rows]):
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        for place, row in enumerate(rows):
            self._put(place, row)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """One a finding."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """One a field."""
        return 0 if parent.isValid() else len(Field)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A look into the row."""
        if not index.isValid():
            return None
        row, field = self._rows[index.row()], Field(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.texts[field]
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return row_aloud(self._names(), row.texts)
        if role == Qt.ItemDataRole.EditRole:
            return row.decision.reason if row.decision is not None else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._tip(row, field))
        return row if role == ROW_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._names()[section]

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("级别"),
            self.tr("位置"),
            self.tr("规则"),
            self.tr("说明"),
            self.tr("核定"),
            self.tr("理由"),
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Reasons can be typed once there is a verdict."""
        flags = super().flags(index)
        if not index.isValid() or index.column() != Field.REASON:
            return flags
        judged = self._rows[index.row()].decision is not None
        return flags | Qt.ItemFlag.ItemIsEditable if judged else flags

    def _put(self, place: int, row: FindingRow) -> None:
        there = self._rows[place] if place < len(self._rows) else None
        if there is None or there.finding.id != row.finding.id:
            self.beginInsertRows(NOWHERE, place, place)
            self._rows.insert(place, row)
            self.endInsertRows()
        elif there != row:
            self._rows[place] = row
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(Field) - 1))

    def _tip(self, row: FindingRow, field: Field) -> str:
        if field is Field.VERDICT:
            return self.tr("点按或按 1–4 核定，0 撤回")
        if field is Field.REASON:
            return row.texts[field] or self.tr("按 {key} 写理由").format(
                key=panel_key("findings.reason")
            )
        basis = self.tr("依据：{}").format(row.finding.basis) if row.finding.basis else ""
        return "\n".join(part for part in (row.finding.message, row.moved, basis) if part)


class FindingsView(QSortFilterProxyModel):
    """The rows that a filter and words leave, sorted by a column or as the checks have them."""

    def __init__(self, model: FindingsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings = model
        self._chosen = Filter.ALL
        self._words: tuple[str, ...] = ()
        self.setSourceModel(model)

    @property
    def chosen(self) -> Filter:
        """The filter in use."""
        return self._chosen

    def choose(self, chosen: Filter) -> None:
        """Use another filter."""
        self._chosen = chosen
        self.invalidate()

    def set_words(self, text: str) -> None:
        """Show only rows in which all these words stand."""
        self._words = tuple(text.casefold().split())
        self.invalidate()

    def shown(self) -> list[FindingRow]:
        """The rows left, in the order shown."""
        places = (self.mapToSource(self.index(row, 0)).row() for row in range(self.rowCount()))
        return [self._findings.rows[place] for place in places]

    def row_at(self, index: Index) -> FindingRow:
        """The row at an index of this view."""
        return self._findings.rows[self.mapToSource(index).row()]

    def index_of(self, finding: FindingId | None) -> QModelIndex:
        """Where a finding is shown; an invalid index if it is not."""
        place = self._findings.row_of(finding)
        return (
            QModelIndex() if place is None else self.mapFromSource(self._findings.index(place, 0))
        )

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether the filter and the words leave a row."""
        row = self._findings.rows[source_row]
        return row.falls_under(self._chosen) and row.has(self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        """By the column, then by the order of the checks."""
        field = Field(left.column())
        one, other = self._findings.rows[left.row()], self._findings.rows[right.row()]
        return (one.sort_key(field), one.order) < (other.sort_key(field), other.order)


def _is_part(some: Sequence[FindingId], whole: Sequence[FindingId]) -> bool:
    """Whether some ids stand in the whole in the same order."""
    rest = iter(whole)
    return all(one in rest for one in some)
