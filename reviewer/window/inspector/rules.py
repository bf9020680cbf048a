"""The rules on the selected figure: broken ones first, holding ones folded away."""

from __future__ import annotations

import re
from collections import Counter
from html import escape

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QLabel, QToolTip, QVBoxLayout, QWidget

from reviewer.base import CellId
from reviewer.checks.model import Evaluation, Outcome, Severity
from reviewer.forms.model import Form
from reviewer.review.review import Review
from reviewer.window.inspector.parts import SignedLine
from reviewer.window.inspector.sums import Figures, Inks, sum_html
from reviewer.window.look.fonts import figure_font
from reviewer.window.look.marks import Mark
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.link_button import LinkButton
from reviewer.window.widgets.link_label import LinkLabel
from reviewer.window.widgets.panel_heading import mute
from reviewer.window.widgets.plain_tip import plain_tip

_NAMED = 6
"""At most this many missing figures are named; the others are only counted."""
_SHOWN_HOLDING = 3
"""Where all rules hold, up to this many are listed at once."""
_REMARK = re.compile(r"(?<=.)（[^（）]{8,}）$")
"""What the form adds to a row's name for those who fill it in."""
GRAVEST_FIRST = (Outcome.BROKEN, Outcome.UNKNOWN, Outcome.HOLDS)


def rules_on(review: Review, cell: CellId) -> list[Evaluation]:
    """The rules that a figure stands in: broken, not to be assessed, holding."""
    here = [one for one in review.checked.evaluations if cell in one.cells]
    return sorted(here, key=lambda one: GRAVEST_FIRST.index(one.outcome))


def short_name(form: Form, cell: CellId) -> str:
    """A cell without its table and the form's remarks: ``（七）总计 · 自然人``."""
    _, row, column = form.figures[cell]
    return f"{_REMARK.sub('', row.label)} · {column.label}"


class RuleItem(SignedLine):
    """One rule: its title, and the sum or what it lacks.

    Attributes:
        cell_wanted: A figure in the sum was clicked.
    """

    cell_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._form: Form | None = None
        self._sum = LinkLabel(self)
        self._sum.linkActivated.connect(self._on_link)
        self._sum.linkHovered.connect(self._on_hover)
        self.put_below(self._sum)

    def show_rule(self, evaluation: Evaluation, review: Review, cell: CellId) -> None:
        """Write a rule out with this cell's figure emphasised."""
        from reviewer.checks.findings import figures_of

        self._form = review.report.form
        mark = _mark(evaluation)
        self.show_title(mark, mark.value, evaluation.title)
        self._sum.setFont(figure_font())
        figures = figures_of(review.report)
        if evaluation.outcome is Outcome.UNKNOWN:
            self._sum.show_html(self._lacking(evaluation, review.report.form))
        else:
            self._sum.show_html(self._written_out(evaluation, figures, review, cell))
        said = self.tr("{name}：{said}")
        self.setAccessibleName(said.format(name=self._outcome(evaluation), said=evaluation.title))

    def _written_out(
        self, evaluation: Evaluation, figures: Figures, review: Review, cell: CellId
    ) -> str:
        if evaluation.difference is None and evaluation.outcome is Outcome.BROKEN:
            told = (one for one in review.checked.findings if one.rule == evaluation.rule)
            finding = next((one for one in told if one.cells == evaluation.cells), None)
            if finding is not None:
                return escape(finding.message)
        names = ("text", "broken", "muted", "accent")
        text, broken, muted, accent = (self._theme.color(name).name() for name in names)
        hot = broken if evaluation.outcome is Outcome.BROKEN else accent
        return sum_html(evaluation, figures, cell, Inks(text, hot, muted, accent))

    def _lacking(self, evaluation: Evaluation, form: Form) -> str:
        muted = self._theme.color("muted").name()
        named = self.tr("、").join(
            f"<a href='{one}' style='color:{self._theme.color('accent').name()};"
            f"text-decoration:none'>{escape(short_name(form, one))}</a>"
            for one in evaluation.missing[:_NAMED]
        )
        more = len(evaluation.missing) - _NAMED
        rest = self.tr(" 等 {n} 格").format(n=len(evaluation.missing)) if more > 0 else ""
        told = self.tr("无法核对，缺少：")
        return f"<span style='color:{muted}'>{told}</span>{named}{rest}"

    def _outcome(self, evaluation: Evaluation) -> str:
        return {
            Outcome.BROKEN: self.tr("不成立"),
            Outcome.UNKNOWN: self.tr("无法核对"),
            Outcome.HOLDS: self.tr("成立"),
        }[evaluation.outcome]

    def _on_link(self, target: str) -> None:
        self.cell_wanted.emit(CellId(target))

    def _on_hover(self, target: str) -> None:
        known = self._form is not None and target in self._form.figures
        text = short_name(self._form, CellId(target)) if known and self._form else ""
        QToolTip.showText(QCursor.pos() + QPoint(0, 12), plain_tip(text), self._sum)


def _mark(evaluation: Evaluation) -> Mark:
    error = evaluation.severity is Severity.ERROR
    return {
        Outcome.BROKEN: Mark.BROKEN if error else Mark.WARNED,
        Outcome.UNKNOWN: Mark.DOUBTFUL,
        Outcome.HOLDS: Mark.CONFIRMED,
    }[evaluation.outcome]


class RuleList(QWidget):
    """The heading with counts, a line a rule, and the fold.

    Attributes:
        cell_wanted: A figure in a sum was clicked.
    """

    cell_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Review, CellId] | None = None
        self._unfolded = False
        self._items: list[RuleItem] = []
        self._heading = QLabel(self)
        mute(self._heading)
        self._fold = LinkButton(theme, self)
        self._fold.clicked.connect(self._toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._fold)

    def show_rules(self, review: Review, cell: CellId) -> None:
        """List the rules on a figure."""
        self._shown = (review, cell)
        rules = rules_on(review, cell)
        self.setVisible(bool(rules))
        holding = [one for one in rules if one.outcome is Outcome.HOLDS]
        foldable = len(holding) < len(rules) or len(holding) > _SHOWN_HOLDING
        hidden = len(holding) if foldable and not self._unfolded else 0
        self._heading.setText(self._count(rules))
        self._fill(rules[: len(rules) - hidden], review, cell)
        self._fold.show_text(self._fold_text(len(holding)) if foldable and holding else "")

    def _fill(self, rules: list[Evaluation], review: Review, cell: CellId) -> None:
        """Take as many items as are needed; the others wait for the next figure."""
        while len(self._items) < len(rules):
            item = RuleItem(self._theme, self)
            item.cell_wanted.connect(self.cell_wanted)
            self._column.insertWidget(self._column.count() - 1, item)
            self._items.append(item)
        for place, item in enumerate(self._items):
            item.setVisible(place < len(rules))
            if place < len(rules):
                item.show_rule(rules[place], review, cell)

    def _count(self, rules: list[Evaluation]) -> str:
        counts = Counter(one.outcome for one in rules)
        words = {
            Outcome.BROKEN: self.tr("{n} 条不成立"),
            Outcome.UNKNOWN: self.tr("{n} 条无法核对"),
            Outcome.HOLDS: self.tr("{n} 条成立"),
        }
        parts = [words[one].format(n=counts[one]) for one in GRAVEST_FIRST if counts[one]]
        return self.tr("规则（{counts}）").format(counts=self.tr("，").join(parts))

    def _fold_text(self, holding: int) -> str:
        if self._unfolded:
            return self.tr("收起成立的规则")
        return self.tr("另有 {n} 条规则成立 ▸").format(n=holding)

    def _toggle(self) -> None:
        self._unfolded = not self._unfolded
        if self._shown is not None:
            self.show_rules(*self._shown)
