"""The tab that lists the figures to be compared by eye, and ticks them off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reviewer.base import CellId
from reviewer.review.coverage import coverage_of
from reviewer.review.review import Review
from reviewer.window.desk.workbench import Workbench
from reviewer.window.faces import said_text
from reviewer.window.language import told
from reviewer.window.look.theme import Theme
from reviewer.window.selection import Chooser, Selection, place_of
from reviewer.window.widgets.ruled_list import RuledList, RuledModel
from reviewer.window.wording import where_text

EYE = "eye"


class _Column(IntEnum):
    TICK = 0
    PLACE = 1
    SAID = 2
    SOURCE = 3
    REASON = 4


_MOST: dict[int, int] = {_Column.TICK: 6, _Column.SAID: 8, _Column.SOURCE: 8}
_LEAST = 8
"""The least width, in Chinese characters."""

_REASONS = 0.32
"""The share that long reasons have of the room for places and reasons."""


@dataclass(frozen=True)
class EyeLine:
    """A figure to be looked at.

    Attributes:
        where: The figure as reviewers name it.
        says: What stands there, the reviewer's own reading if there is one.
        doubt: Why the program is not sure of it; empty if it merely stands in no equation.
        source: Where in the source it stands; empty if it does not.
        seen: Whether somebody looked at it.
    """

    cell: CellId
    where: str
    says: str
    doubt: str
    source: str
    seen: bool


def eye_lines(review: Review) -> list[EyeLine]:
    """The figures of a review that no equation guards, or that the program doubts."""
    coverage = coverage_of(review)
    return [_line(review, cell, seen=cell in coverage.seen) for cell in coverage.to_see]


def _line(review: Review, cell: CellId, *, seen: bool) -> EyeLine:
    report = review.original
    reading, span = report.by_cell[cell], place_of(report, cell)
    return EyeLine(
        cell=cell,
        where=report.form.describe(cell),
        says=said_text(review, cell),
        doubt="" if reading.sure else reading.doubt or "？",
        source=where_text(report.document, span) if span is not None else "",
        seen=seen,
    )


class EyeModel(RuledModel[EyeLine]):
    """A line a figure: whether it was looked at, where it stands, what it says, why it is here."""

    def names(self) -> Sequence[str]:
        """The columns' names."""
        return (
            self.tr("核对"),
            self.tr("位置"),
            self.tr("原文"),
            self.tr("出处"),
            self.tr("为何要看"),
        )

    def texts(self, line: EyeLine) -> Sequence[str]:
        """What a line's columns say."""
        unguarded = self.tr("不受等式约束")
        return (
            self.tr("已核对") if line.seen else self.tr("未核对"),
            line.where,
            line.says or self.tr("空白"),
            line.source or "—",
            f"? {told(line.doubt)}" if line.doubt else unguarded,
        )

    def color(self, line: EyeLine, column: int) -> str:
        """The theme's name of a text's colour."""
        if line.seen:
            return "muted"
        if column == _Column.REASON:
            return "doubtful" if line.doubt else "muted"
        return "muted" if column == _Column.SOURCE else "text"

    def ticked(self, line: EyeLine, column: int) -> bool | None:
        """Whether the figure was looked at."""
        return line.seen if column == _Column.TICK else None

    def aligned(self, column: int) -> Qt.AlignmentFlag:
        """Ticks in the middle, figures and lines at the right."""
        if column == _Column.TICK:
            return Qt.AlignmentFlag.AlignHCenter
        right = column in {_Column.SAID, _Column.SOURCE}
        return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft


class EyeView(RuledList[EyeLine]):
    """The list: going to a line shows it in the source, Space ticks it, Enter goes to its cell."""

    def __init__(self, workbench: Workbench, theme: Theme, parent: QWidget) -> None:
        super().__init__(EyeModel(theme), theme, parent)
        self.setObjectName(EYE)
        self.setAccessibleName(self.tr("目视核对"))
        self.setToolTip(self.tr("点击方框或按空格：核对无误，或撤回；回车：到表格中的这一格"))
        self.why_empty = self.tr("没有需要目视核对的格：每一格都受等式约束，读数也都有把握。")
        self._workbench = workbench
        self.went.connect(self._show_figure)
        self.clicked_at.connect(self._on_clicked_at)
        self.followed.connect(self._go_to_cell)
        workbench.selection_changed.connect(self._follow_selection)

    def show_review(self, review: Review | None) -> None:
        """List the figures of another review, or of this one after an edit."""
        self.show_lines(eye_lines(review) if review is not None else [])
        self._follow_selection(self._workbench.selection)

    def speaks_of(self, cell: CellId) -> bool:
        """Whether a cell is listed."""
        return any(line.cell == cell for line in self.lines.all())

    def widths(self, room: int, character: int) -> dict[int, int]:
        """Reasons have what the other columns leave, and a share where they are long."""
        fixed = {column: self.fitting(column, most * character) for column, most in _MOST.items()}
        rest = max(room - sum(fixed.values()), 2 * _LEAST * character)
        reason = self.fitting(_Column.REASON, _REASONS * rest)
        place = self.fitting(_Column.PLACE, rest - max(reason, _LEAST * character))
        return fixed | {_Column.PLACE: place, _Column.REASON: rest - place}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks the line, or takes the tick back."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._tick(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _on_clicked_at(self, line: EyeLine, column: int) -> None:
        """A click on the box ticks it; the line stays where it is then."""
        if column != _Column.TICK:
            return
        review = self._workbench.current
        if review is not None and line.cell not in review.transcriptions:
            self._workbench.confirm(line.cell, on=not line.seen)

    def _tick(self, row: int) -> None:
        """What is ticked leads to the next line; one who corrected a figure has looked at it."""
        line = self.lines.line(row)
        review = self._workbench.current
        if review is None or line.cell in review.transcriptions:
            return
        if self._workbench.confirm(line.cell, on=not line.seen) and not line.seen:
            following = min(row + 1, self.lines.rowCount() - 1)
            self.setCurrentIndex(self.lines.index(following, 0))

    def _show_figure(self, line: EyeLine) -> None:
        """Show the figure in the source and in the inspector; the list stays in front."""
        self._workbench.select_cell(line.cell, Chooser.EYE)

    def _follow_selection(self, selection: Selection) -> None:
        """Show the line of the figure that is selected, if it is listed."""
        self.follow(lambda line: line.cell == selection.cell)

    def _go_to_cell(self, line: EyeLine) -> None:
        self._workbench.select_cell(line.cell, Chooser.LIST)
