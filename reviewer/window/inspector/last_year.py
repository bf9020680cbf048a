"""What came of holding a report against last year's, and which of several is meant by that."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.forms.report import Report
from reviewer.review.review import Review
from reviewer.window.language import told
from reviewer.window.look.theme import Theme
from reviewer.window.summary import file_names
from reviewer.window.widgets.link_label import LinkLabel
from reviewer.window.widgets.words import Words, breakable


class LastYear(QWidget):
    """The comparison in words; where several reports could be last year's, a link for each.

    Attributes:
        chosen: The Report that is meant.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._candidates: Sequence[Report] = ()
        self.said = Words(self)
        self.choice = LinkLabel(self)
        self.choice.linkActivated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.said)
        column.addWidget(self.choice)

    def show_review(
        self, review: Review | None, candidates: Sequence[Report], chosen: Report | None
    ) -> None:
        """Say what a review's comparison came to.

        Args:
            review: The one that is shown.
            candidates: The open reports that it could be held against.
            chosen: The one that it is held against.
        """
        from reviewer.checks.years import undecided  # loaded with the first report

        self._candidates = candidates
        compared = review.compared if review is not None else None
        sentences = compared.sentences if compared is not None else (undecided(candidates),)
        self.said.show_text("\n".join(map(told, filter(None, sentences))))
        self.choice.setVisible(len(candidates) > 1)
        self.choice.show_html(self._links(chosen) if len(candidates) > 1 else "")
        self.setVisible(bool(self.said.text()))

    def _links(self, chosen: Report | None) -> str:
        """Each candidate by its file; the chosen one is no link any more."""
        color = self._theme.color("accent").name()
        named = []
        names = file_names([one.document.origin.path for one in self._candidates])
        for place, (one, name) in enumerate(zip(self._candidates, names, strict=True)):
            shown = escape(breakable(name))
            link = f"<a href='{place}' style='color:{color};text-decoration:none'>{shown}</a>"
            named.append(f"<b>{shown}</b>" if one is chosen else link)
        asked = self.tr("比对的是：") if chosen is not None else self.tr("选定一份来比对：")
        return asked + self.tr("、").join(named)

    def _choose(self, place: str) -> None:
        self.chosen.emit(self._candidates[int(place)])
