"""The rules as the preferences list them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reviewer.base import RuleId
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.ruled_list import RuledList, RuledModel
from reviewer.window.wording import severity_name

if TYPE_CHECKING:
    from reviewer.checks.rule_set import Listed


class _Column(IntEnum):
    ON = 0
    TITLE = 1
    SEVERITY = 2
    ORIGIN = 3
    FORMS = 4


_WIDTHS = {_Column.ON: 4, _Column.SEVERITY: 7, _Column.ORIGIN: 9, _Column.FORMS: 10}
"""Most Chinese characters of the columns; the title has what these leave."""
_LEAST_TITLE = 12


class RulesModel(RuledModel["Listed"]):
    """A line a rule: whether it is run, its title, severity, origin, forms."""

    def names(self) -> Sequence[str]:
        """The columns' names."""
        return (
            self.tr("启用"),
            self.tr("规则"),
            self.tr("级别"),
            self.tr("来源"),
            self.tr("适用格式"),
        )

    def texts(self, line: Listed) -> Sequence[str]:
        """What a line's columns say."""
        severity = severity_name(line.rule.severity)
        changed = line.rule.severity is not line.severity
        return (
            self.tr("启用") if line.rule.enabled else self.tr("停用"),
            line.rule.title,
            self.tr("{}（改）").format(severity) if changed else severity,
            line.pack or self.tr("内置"),
            self.tr("、").join(line.rule.forms),
        )

    def color(self, line: Listed, column: int) -> str:
        """The theme's name of a text's colour."""
        if not line.rule.enabled:
            return "missing"
        if column == _Column.SEVERITY:
            return line.rule.severity.value
        return "text" if column == _Column.TITLE else "muted"

    def ticked(self, line: Listed, column: int) -> bool | None:
        """Whether the rule is in force."""
        return line.rule.enabled if column == _Column.ON else None

    def aligned(self, column: int) -> Qt.AlignmentFlag:
        """Switches in the middle."""
        middle = column == _Column.ON
        return Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeft

    def row_of(self, rule: RuleId | None) -> int | None:
        """The row of a rule; None if it is not listed."""
        rows = (row for row, line in enumerate(self._lines) if line.rule.id == rule)
        return next(rows, None)


class RulesList(RuledList["Listed"]):
    """The list; Space or a click in the first column switches a rule.

    Attributes:
        turned_to: The line that is current now, or None.
        switched: A line whose rule is to be switched on or off.
    """

    turned_to = Signal(object)
    switched = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        listed = RulesModel(theme)
        super().__init__(listed, theme, parent)
        self._listed = listed
        self.setObjectName("rules")
        self.setAccessibleName(self.tr("规则"))
        self.clicked_at.connect(self._switch)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def show_rules(self, lines: Sequence[Listed]) -> None:
        """List other rules; the one that was current stays so if it is among them."""
        index = self.currentIndex()
        before = self.lines.line(index.row()).rule.id if index.isValid() else None
        self.lines.show(lines)
        self.fit()
        row = self._listed.row_of(before)
        if lines:
            self.setCurrentIndex(self.lines.index(row or 0, _Column.TITLE))
        else:
            self.turned_to.emit(None)

    def go_to(self, rule: RuleId) -> None:
        """Make a rule current, if it is listed."""
        row = self._listed.row_of(rule)
        if row is not None:
            self.setCurrentIndex(self.lines.index(row, _Column.TITLE))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space switches the current rule."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.switched.emit(self.lines.line(self.currentIndex().row()))
            return
        super().keyPressEvent(event)

    def widths(self, room: int, character: int) -> dict[int, int]:
        """The titles have what the other columns leave."""
        widths: dict[int, int] = {
            column: self.fitting(column, size * character) for column, size in _WIDTHS.items()
        }
        least = _LEAST_TITLE * character
        return widths | {_Column.TITLE: max(room - sum(widths.values()), least)}

    def _tell(self, current: QModelIndex) -> None:
        self.turned_to.emit(self.lines.line(current.row()) if current.isValid() else None)

    def _switch(self, line: Listed, column: int) -> None:
        if column == _Column.ON:
            self.switched.emit(line)
