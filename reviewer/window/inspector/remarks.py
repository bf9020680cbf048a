"""What is said of the selected figure beside its sums: sentences, blanks, units, other rules."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.base import CellId
from reviewer.checks.model import Finding
from reviewer.review.review import Review
from reviewer.window.inspector.parts import SignedLine
from reviewer.window.inspector.rules import rules_on
from reviewer.window.look.marks import SHAPES
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.words import Words
from reviewer.window.wording import severity_name

_MOST = 3
"""More findings on one figure are read in the list below."""


def remarks_on(review: Review, cell: CellId) -> list[Finding]:
    """The findings on a figure that none of its sums tells."""
    told = {one.rule for one in rules_on(review, cell)}
    findings = review.checked.findings
    return [one for one in findings if cell in one.cells and one.rule not in told]


class RemarkItem(SignedLine):
    """One finding: its severity by colour and shape, its title, what is wrong."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._message = Words(self)
        self.put_below(self._message)

    def show_finding(self, finding: Finding, *, settled: bool) -> None:
        """Tell one; the mark of one that has a verdict is an outline, as in the list."""
        severity = finding.severity
        self.show_title(SHAPES[severity], severity.value, finding.title, hollow=settled)
        self._message.setText(finding.message)
        self.setAccessibleName(
            self.tr("{name}：{said}").format(name=severity_name(severity), said=finding.title)
        )


class Remarks(QWidget):
    """The gravest of them, one below the other; nothing where the sums say it all."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._items = [RemarkItem(theme, self) for _ in range(_MOST)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for item in self._items:
            column.addWidget(item)

    def show_cell(self, review: Review, cell: CellId, chosen: Finding | None) -> None:
        """Tell what is said of a figure, first of all the finding that is selected."""
        found = sorted(remarks_on(review, cell), key=lambda one: one != chosen)[:_MOST]
        self.setVisible(bool(found))
        for place, item in enumerate(self._items):
            item.setVisible(place < len(found))
            if place < len(found):
                item.show_finding(found[place], settled=review.is_settled(found[place]))
