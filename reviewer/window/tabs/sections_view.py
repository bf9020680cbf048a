"""The tab that lists the report's sections and compares them with the form's."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reviewer.checks.model import SEVERITY_SIGNS
from reviewer.document.numerals import numeral
from reviewer.review.review import Review
from reviewer.window.desk.workbench import Workbench
from reviewer.window.look.theme import Theme
from reviewer.window.selection import Chooser, Selection
from reviewer.window.tabs.sections_lines import Line, State, lines_of
from reviewer.window.widgets.ruled_list import RuledList, RuledModel


class _Column(IntEnum):
    NUMBER = 0
    TITLE = 1
    PRESCRIBED = 2
    AGREEMENT = 3
    LENGTH = 4


class SectionsModel(RuledModel[Line]):
    """A line a section: number, title, the form's title, how they compare, length."""

    def names(self) -> Sequence[str]:
        """The columns' names."""
        return (
            self.tr("序号"),
            self.tr("报告中的标题"),
            self.tr("规定的标题"),
            self.tr("对照"),
            self.tr("字数"),
        )

    def texts(self, line: Line) -> Sequence[str]:
        """What a line's columns say."""
        found, wanted = line.found, line.wanted
        return (
            _number(line),
            found.title if found is not None else self.tr("（没有这一节）"),
            wanted.title if wanted is not None else "—",
            f"{_sign(line)} {self._verdict(line)}",
            f"{line.length:,}" if found is not None else "",
        )

    def color(self, line: Line, column: int) -> str:
        """The theme's name of a text's colour."""
        if column == _Column.AGREEMENT:
            return _color(line)
        return "text" if column == _Column.TITLE and line.found is not None else "muted"

    def aligned(self, column: int) -> Qt.AlignmentFlag:
        """Numbers in the middle, lengths at the right."""
        if column == _Column.NUMBER:
            return Qt.AlignmentFlag.AlignHCenter
        right = column == _Column.LENGTH
        return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft

    def _verdict(self, line: Line) -> str:
        if line.state is State.SAME and line.finding is not None:
            return line.finding.title
        return {
            State.SAME: self.tr("一致"),
            State.OTHER_NUMBER: self.tr("序号不同"),
            State.OTHER_TITLE: self.tr("标题不同"),
            State.ABSENT: self.tr("缺少"),
            State.EXTRA: self.tr("规定之外"),
        }[line.state]


_MOST = 11
"""Most Chinese characters of a column beside the titles."""
_STOPS = "、.．,，:： \t\u3000"
"""What stands behind a number."""


class SectionsView(RuledList[Line]):
    """The list; going to a section shows it in the source."""

    def __init__(self, workbench: Workbench, theme: Theme, parent: QWidget) -> None:
        super().__init__(SectionsModel(theme), theme, parent)
        self.setObjectName("sections")
        self.setAccessibleName(self.tr("章节"))
        self._workbench = workbench
        self.went.connect(self._show_heading)
        self.followed.connect(self._show_heading)
        workbench.selection_changed.connect(self._follow_selection)

    def show_review(self, review: Review | None) -> None:
        """List the sections of another report, or of this one after an edit."""
        lines = lines_of(review.report, review.checked.findings) if review is not None else []
        self.show_lines(lines)
        self._follow_selection(self._workbench.selection)

    def widths(self, room: int, character: int) -> dict[int, int]:
        """The titles share what the other columns leave."""
        narrow = (_Column.NUMBER, _Column.AGREEMENT, _Column.LENGTH)
        fixed: dict[int, int] = {
            column: self.fitting(column, _MOST * character) for column in narrow
        }
        rest = max(room - sum(fixed.values()), 16 * character)
        return fixed | {_Column.TITLE: rest - rest // 2, _Column.PRESCRIBED: rest // 2}

    def _follow_selection(self, selection: Selection) -> None:
        """Show the section in which the selected passage stands."""
        span = selection.span
        if span is not None:
            self.follow(lambda line: line.holds(span))

    def _show_heading(self, line: Line) -> None:
        if line.found is not None and line.found.span.length:
            self._workbench.select_span(line.found.span, Chooser.SECTIONS)


def _number(line: Line) -> str:
    """A section's number as it stands there; of an absent one the form's."""
    if line.found is not None:
        return line.found.number.strip(_STOPS) or "—"
    return numeral(line.wanted.number, "chineseCounting") if line.wanted is not None else "—"


def _sign(line: Line) -> str:
    """As grave as the finding: what no rule finds fault with is only told."""
    if line.finding is not None:
        return SEVERITY_SIGNS[line.finding.severity]
    return "✓" if line.state is State.SAME else "—"


def _color(line: Line) -> str:
    if line.finding is not None:
        return line.finding.severity.value
    return "confirmed" if line.state is State.SAME else "muted"
