"""The tab that lists figures in sentences and compares them with the tables."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from reviewer.base import CellId
from reviewer.checks.model import SEVERITY_SIGNS, Severity
from reviewer.checks.writing import number_text
from reviewer.claims.model import Claim, ClaimKind
from reviewer.review.review import Review
from reviewer.window.desk.workbench import Workbench
from reviewer.window.look.theme import Theme
from reviewer.window.selection import Chooser, Selection
from reviewer.window.tabs.claims_lines import ClaimLine, Standing, claim_lines
from reviewer.window.widgets.ruled_list import RuledList, RuledModel


class _Column(IntEnum):
    SUBJECT = 0
    SCOPE = 1
    YEAR = 2
    FIGURE = 3
    UNIT = 4
    KIND = 5
    FOUND = 6
    AGREEMENT = 7
    SENTENCE = 8


_GLYPHS = {
    Standing.SAME: "✓",
    Standing.EXPLAINED: SEVERITY_SIGNS[Severity.HINT],
    Standing.DIFFERENT: SEVERITY_SIGNS[Severity.WARNING],
    Standing.OPEN: "—",
}
_FIGURES = {_Column.FIGURE, _Column.FOUND}
_QUIET = {_Column.SCOPE, _Column.YEAR, _Column.UNIT, _Column.KIND, _Column.SENTENCE}
_WIDTHS: dict[int, float] = {
    _Column.SUBJECT: 9.0,
    _Column.SCOPE: 4.0,
    _Column.YEAR: 4.0,
    _Column.FIGURE: 4.0,
    _Column.UNIT: 3.6,
    _Column.KIND: 4.0,
    _Column.FOUND: 4.0,
    _Column.AGREEMENT: 11.0,
}
"""Widths of the columns in Chinese characters; the sentence has what these leave."""
_NARROW: dict[int, float] = {_Column.AGREEMENT: 8.0}
"""The same in a narrow tab, where the sentence needs room as well."""
_SILENT = {_Column.SCOPE, _Column.FOUND, _Column.AGREEMENT}
"""Columns that are hidden where they say the same in every line."""
_FIRST_LEFT_OUT = (_Column.UNIT, _Column.YEAR)
"""Columns that are hidden first where there is no room: the sentence says them too."""
_LONG = (_Column.SUBJECT, _Column.AGREEMENT)
"""They get more than that where the sentence has enough."""
_LEAST, _AMPLE = 5, 16
"""As many characters of the sentence are seen at least, and before those get more."""


class ClaimsModel(RuledModel[ClaimLine]):
    """A line a claim: what of, whose, which year, the figure, what it should be, the sentence."""

    def names(self) -> Sequence[str]:
        """The columns' names."""
        return (
            self.tr("事项"),
            self.tr("范围"),
            self.tr("年度"),
            self.tr("正文"),
            self.tr("单位"),
            self.tr("类别"),
            self.tr("表格"),
            self.tr("对照"),
            self.tr("原句"),
        )

    def texts(self, line: ClaimLine) -> Sequence[str]:
        """What a line's columns say."""
        claim = line.claim
        return (
            claim.label,
            claim.scope or self.tr("全部"),
            str(claim.year) if claim.year is not None else "—",
            self._figure(claim),
            claim.unit or "—",
            self._kind(claim.kind),
            line.found or "—",
            f"{_sign(line)} {self._comparison(line)}",
            " ".join(claim.text.split()),
        )

    def color(self, line: ClaimLine, column: int) -> str:
        """The theme's name of a text's colour."""
        if column == _Column.AGREEMENT:
            return line.severity.value if line.severity else line.standing.value
        scoped = column == _Column.SCOPE and bool(line.claim.scope)
        return "muted" if column in _QUIET and not scoped else "text"

    def aligned(self, column: int) -> Qt.AlignmentFlag:
        """Figures at the right."""
        right = column in _FIGURES
        return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft

    def _figure(self, claim: Claim) -> str:
        """The figure; a change with its sign."""
        more = claim.kind is ClaimKind.CHANGE and claim.value > 0
        return f"{'+' if more else ''}{number_text(claim.value)}"

    def _kind(self, kind: ClaimKind) -> str:
        return {
            ClaimKind.COUNT: self.tr("数量"),
            ClaimKind.NIL: self.tr("没有"),
            ClaimKind.ALL: self.tr("全部如此"),
            ClaimKind.CHANGE: self.tr("增减"),
            ClaimKind.SHARE: self.tr("占比"),
        }[kind]

    def _comparison(self, line: ClaimLine) -> str:
        if line.reason:
            return self.tr("等于{reason}").format(reason=line.reason)
        return {
            Standing.SAME: self.tr("一致"),
            Standing.EXPLAINED: self.tr("口径不同"),
            Standing.DIFFERENT: self.tr("不一致"),
            Standing.OPEN: self.tr("无法核对"),
        }[line.standing]


class ClaimsView(RuledList[ClaimLine]):
    """The list; going to a line shows the sentence, Enter or a double click its cell.

    The cell is selected with the sentence, and the line with its cell or its sentence.
    """

    def __init__(self, workbench: Workbench, theme: Theme, parent: QWidget) -> None:
        super().__init__(ClaimsModel(theme), theme, parent)
        self.setObjectName("claims")
        self.setAccessibleName(self.tr("正文数据"))
        self.why_empty = self.tr("正文中没有找到可以与表格核对的数字。")
        self._workbench = workbench
        self._counts = True
        self.went.connect(self._show_sentence)
        self.followed.connect(self._go_to_cell)
        workbench.selection_changed.connect(self._follow_selection)

    def show_review(self, review: Review | None) -> None:
        """List the claims of another report, or of this one after an edit."""
        lines = claim_lines(review.report, review.checked.findings) if review is not None else []
        # What is the same in every line says nothing.
        self.setColumnHidden(_Column.SCOPE, not any(line.claim.scope for line in lines))
        compared = any(line.found or line.standing is not Standing.OPEN for line in lines)
        for column in (_Column.FOUND, _Column.AGREEMENT):
            self.setColumnHidden(column, bool(lines) and not compared)
        self._counts = all(line.claim.kind is ClaimKind.COUNT for line in lines)
        self.show_lines(lines)
        self._follow_selection(self._workbench.selection)

    def speaks_of(self, cell: CellId) -> bool:
        """Whether a sentence says what a cell should be."""
        return any(cell in line.claim.cells for line in self.lines.all())

    def widths(self, room: int, character: int) -> dict[int, int]:
        """The sentences have what the other columns leave."""
        shown = {
            column: most
            for column, most in _WIDTHS.items()
            if column not in _SILENT or not self.isColumnHidden(column)
        }
        narrow = (sum(shown.values()) + 2 * _LEAST) * character > room
        self.setColumnHidden(_Column.KIND, narrow or self._counts)
        if narrow:
            shown |= {column: most for column, most in _NARROW.items() if column in shown}
        widths = {column: self.fitting(column, most * character) for column, most in shown.items()}
        if self.isColumnHidden(_Column.KIND):
            del widths[_Column.KIND]
        for column in _FIRST_LEFT_OUT:
            self.setColumnHidden(column, sum(widths.values()) + _LEAST * character > room)
            if self.isColumnHidden(column):
                del widths[column]
        for column in _LONG:
            spare = room - sum(widths.values()) - _AMPLE * character
            if spare > 0 and column in widths:
                widths[column] = self.fitting(column, widths[column] + spare)
        return widths | {_Column.SENTENCE: max(room - sum(widths.values()), _LEAST * character)}

    def _show_sentence(self, line: ClaimLine) -> None:
        if line.claim.figure.length:
            about = next(iter(line.claim.cells), None)
            self._workbench.select_span(line.claim.figure, Chooser.CLAIMS, about)

    def _go_to_cell(self, line: ClaimLine) -> None:
        if line.claim.cells:
            self._workbench.select_cell(line.claim.cells[0], Chooser.LIST)

    def _follow_selection(self, selection: Selection) -> None:
        """Show the line whose sentence is selected, else one that speaks of the cell."""
        span, cell = selection.span, selection.cell
        in_sight = span is not None and self.follow(lambda line: line.claim.figure.holds(span))
        if cell is not None and not in_sight:
            self.follow(lambda line: cell in line.claim.cells)


def _sign(line: ClaimLine) -> str:
    """As grave as the finding; without one as what is compared stands."""
    return SEVERITY_SIGNS[line.severity] if line.severity else _GLYPHS[line.standing]
