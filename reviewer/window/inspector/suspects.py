"""Which cell is most likely wrong, and what setting it right would do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.base import CellId
from reviewer.checks.model import Outcome, Suspect
from reviewer.checks.pointing import favourites
from reviewer.forms.model import Form
from reviewer.review.review import Review
from reviewer.window.inspector.parts import Card
from reviewer.window.inspector.rules import short_name
from reviewer.window.language import told
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.flow_row import FlowRow
from reviewer.window.widgets.link_button import LinkButton
from reviewer.window.widgets.panel_heading import mute
from reviewer.window.widgets.small_button import SmallButton
from reviewer.window.widgets.words import Words, embolden
from reviewer.window.wording import with_key

_LISTED = 5
_NAMED = 4


def suspects_on(review: Review, cell: CellId) -> list[Suspect]:
    """The repairs that would mend a broken rule on a figure, or change it; best first."""
    broken = {
        one.key
        for one in review.checked.evaluations
        if one.outcome is Outcome.BROKEN and cell in one.cells
    }
    return [
        one
        for one in review.checked.suspects
        if broken.intersection(one.explains) or any(change.cell == cell for change in one.changes)
    ]


def _clearly_ahead(review: Review, best: Suspect) -> bool:
    """Only what is clearly ahead of all others is called the most suspect."""
    return best in favourites(review.checked.suspects).values()


class SuspectBox(Card):
    """The likeliest repair with two ways to take it.

    Attributes:
        taken: True as a transcription, False as a proposal.
        cell_wanted: A cell that was named was clicked.
    """

    taken = Signal(bool)
    cell_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "proposed_fill", parent)
        self._theme = theme
        self._title = Words(self)
        embolden(self._title)
        self._text = Words(self)
        self._go = LinkButton(theme, self)
        self._go.followed.connect(self.cell_wanted)
        self.as_proposal = SmallButton(self.tr("作为建议"), theme, self, filled=True)
        self.as_proposal.setToolTip(with_key(self.tr("报告写错了：作为修改建议"), "review.take"))
        self.as_reading = SmallButton(self.tr("作为更正读数"), theme, self)
        self.as_reading.setToolTip(
            with_key(self.tr("程序读错了：原文就是这个数"), "review.take_reading")
        )
        self.as_proposal.clicked.connect(self._propose)
        self.as_reading.clicked.connect(self._transcribe)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 5, 10, 7)
        column.setSpacing(3)
        buttons = FlowRow(6)
        buttons.addWidget(self.as_proposal)
        buttons.addWidget(self.as_reading)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self._go)
        column.addLayout(buttons)

    def show_suspects(self, review: Review, cell: CellId, best: Suspect | None) -> None:
        """Show the likeliest repair that concerns a figure."""
        self.setVisible(best is not None)
        if best is None:
            return
        form = review.report.form
        here = len(best.changes) == 1 and best.changes[0].cell == cell
        names = self.tr("本格") if here else self._names(form, best)
        ahead = _clearly_ahead(review, best)
        headline = self.tr("最可疑：{names}") if ahead else self.tr("可能是：{names}")
        self._title.setText(headline.format(names=names))
        others = 0 if ahead else len(suspects_on(review, cell)) - 1
        also = self.tr("另有 {n} 种可能，列在下面。").format(n=others) if others > 0 else ""
        self._text.setText(self._effect(best) + also)
        elsewhere = next((one.cell for one in best.changes if one.cell != cell), None)
        there = self.tr("转到该格") if elsewhere is not None else ""
        self._go.show_text(there, leads_to=elsewhere)
        proposed = all(review.proposals.get(one.cell) == str(one.proposed) for one in best.changes)
        self.as_proposal.setVisible(not proposed)

    def _names(self, form: Form, suspect: Suspect) -> str:
        """The cells that would change, the first of many."""
        names = [short_name(form, change.cell) for change in suspect.changes]
        more = self.tr(" 等 {n} 格").format(n=len(names)) if len(names) > _NAMED else ""
        return self.tr("、").join(names[:_NAMED]) + more

    def _effect(self, suspect: Suspect) -> str:
        count = len(suspect.explains)
        if len(suspect.changes) == 1:
            text = self.tr("改为 {figure} 后 {n} 条规则全部成立，不产生新问题").format(
                figure=suspect.changes[0].proposed, n=count
            )
        else:
            changes = [f"{one.printed}→{one.proposed}" for one in suspect.changes]
            more = "……" if len(changes) > _NAMED else ""
            figures = self.tr("、").join(changes[:_NAMED]) + more
            text = self.tr("同时改（{figures}）后 {n} 条规则全部成立，不产生新问题").format(
                figures=figures, n=count
            )
        why = self.tr("（{why}）。").format(why=told(suspect.why))
        return text + (why if suspect.why else self.tr("。"))

    def _propose(self) -> None:
        self.taken.emit(False)

    def _transcribe(self) -> None:
        self.taken.emit(True)


class OtherSuspects(QWidget):
    """The other repairs that would do, as links.

    Attributes:
        cell_wanted: A cell that was named was clicked.
    """

    cell_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = Words(self)
        mute(self._heading)
        self._links = [LinkButton(theme, self) for _ in range(_LISTED)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._heading)
        for link in self._links:
            link.followed.connect(self.cell_wanted)
            column.addWidget(link)

    def show_suspects(self, review: Review, cell: CellId, best: Suspect | None) -> None:
        """List what else would mend the rules on a figure."""
        others = [one for one in suspects_on(review, cell) if one is not best]
        self.setVisible(best is not None and bool(others))
        if best is None:
            return
        ties = any(one.score >= best.score for one in others)
        self._heading.setText(self.tr("同样可能：") if ties else self.tr("其他可能："))
        hidden = len(others) - _LISTED
        form = review.report.form
        for place, link in enumerate(self._links):
            if place >= len(others):
                link.show_text("")
                continue
            one = others[place]
            more = self.tr(" 等") if place == _LISTED - 1 and hidden > 0 else ""
            link.show_text(self._in_short(form, one) + more, told(one.why), one.changes[0].cell)

    def _in_short(self, form: Form, suspect: Suspect) -> str:
        change = suspect.changes[0]
        text = short_name(form, change.cell)
        metrics = self.fontMetrics()
        figures = f" {change.printed or self.tr('空')}→{change.proposed}"
        if len(suspect.changes) > 1:
            figures += self.tr(" 等 {n} 格").format(n=len(suspect.changes))
        room = max(self.width() - 30 - metrics.horizontalAdvance(figures), 60)
        return metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room) + figures
