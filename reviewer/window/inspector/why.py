"""Why a figure is not marked: every rule that looked at it, and what it came to."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.base import CellId
from reviewer.checks.model import Outcome
from reviewer.review.review import Review
from reviewer.window.inspector.rules import GRAVEST_FIRST, rules_on
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.link_button import LinkButton
from reviewer.window.widgets.panel_heading import mute
from reviewer.window.widgets.words import Words

_GLYPHS = {Outcome.HOLDS: "✓", Outcome.BROKEN: "▲", Outcome.UNKNOWN: "？"}


class WhyList(QWidget):
    """A line in short, which unfolds into the checks that looked at the figure."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[Review, CellId] | None = None
        self._unfolded = False
        self.fold = LinkButton(theme, self)
        self.fold.clicked.connect(self._toggle)
        self.words = Words(self)
        mute(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.fold)
        column.addWidget(self.words)

    def show_cell(self, review: Review, cell: CellId) -> None:
        """Answer for a figure; what is unfolded stays so for the next one."""
        self._shown = (review, cell)
        marked = any(cell in one.cells for one in review.checked.findings)
        text = self.tr("还有哪些规则看过这一格") if marked else self.tr("这一格为什么没有标记")
        self.fold.show_text(f"{text} {'▾' if self._unfolded else '▸'}")
        self.words.show_text("\n".join(self._answer(review, cell)) if self._unfolded else "")

    def _answer(self, review: Review, cell: CellId) -> list[str]:
        from reviewer.checks.watching import watchers_of

        lines = [self._sums(review, cell)]
        watchers = watchers_of(review.report, review.checked, cell, review.rules)
        for watcher in watchers:
            said = self.tr("没有发现问题") if watcher.outcome is Outcome.HOLDS else watcher.message
            lines.append(self._line(watcher.outcome, watcher.title, said))
        if not watchers:
            lines.append(self.tr("没有别的规则看这一格。"))
        return lines

    def _sums(self, review: Review, cell: CellId) -> str:
        outcomes = [one.outcome for one in rules_on(review, cell)]
        if not outcomes:
            return self.tr("— 没有算式看这一格，填错了不会被发现，请与原文核对")
        words = (
            (Outcome.HOLDS, self.tr("成立 {n} 条")),
            (Outcome.BROKEN, self.tr("不成立 {n} 条")),
            (Outcome.UNKNOWN, self.tr("缺数而无法核对 {n} 条")),
        )
        parts = [
            text.format(n=outcomes.count(outcome)) for outcome, text in words if outcome in outcomes
        ]
        worst = min(outcomes, key=GRAVEST_FIRST.index)
        return self._line(worst, self.tr("算式"), self.tr("，").join(parts))

    def _line(self, outcome: Outcome, name: str, said: str) -> str:
        return f"{_GLYPHS[outcome]} " + self.tr("{name}：{said}").format(name=name, said=said)

    def _toggle(self) -> None:
        self._unfolded = not self._unfolded
        if self._shown is not None:
            self.show_cell(*self._shown)
