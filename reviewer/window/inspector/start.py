"""What the inspector shows while no figure is selected: the report in short, and where to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.review.review import Review
from reviewer.window.commands.actions import key_of
from reviewer.window.inspector.last_year import LastYear
from reviewer.window.inspector.parts import Card, Inside
from reviewer.window.language import told
from reviewer.window.look.theme import Theme
from reviewer.window.summary import Summary, name_of, summary_of
from reviewer.window.widgets.panel_heading import mute
from reviewer.window.widgets.plain_scroll import PlainScroll
from reviewer.window.widgets.small_button import SmallButton
from reviewer.window.widgets.words import Words, embolden
from reviewer.window.wording import waiting_text, with_key


class StartPage(PlainScroll):
    """Whose report it is, how much of it was read, what is to be known of its file, what is open.

    Attributes:
        begun: The reviewer wants to go to the first finding.
    """

    begun = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = Inside(self)
        self._body = Words(inside)
        embolden(self._body)
        self._read = Words(inside)
        self._open = Words(inside)
        self._remarks = Card(theme, "doubtful_fill", inside)
        self.remarks = Words(self._remarks)
        self.last_year = LastYear(theme, inside)
        self.begin = SmallButton(self.tr("从第一处问题开始"), theme, inside, filled=True)
        self.begin.setToolTip(with_key(self.tr("下一处问题"), "review.next"))
        self.begin.clicked.connect(self.begun)
        self._rest = Words(inside)
        mute(self._rest)
        self._lay_out(inside)
        self.setWidget(inside)

    def _lay_out(self, inside: QWidget) -> None:
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        card = QVBoxLayout(self._remarks)
        card.setContentsMargins(10, 6, 10, 6)
        card.addWidget(self.remarks)
        for part in (self._body, self._read, self._remarks, self.last_year, self._open):
            column.addWidget(part)
        button = QHBoxLayout()
        button.addWidget(self.begin)
        button.addStretch(1)
        column.addLayout(button)
        column.addSpacing(6)
        column.addWidget(self._rest)
        column.addStretch(1)

    def show_review(self, review: Review | None) -> None:
        """Say of a review what is left to do; without one, what will stand here."""
        summary = summary_of(review) if review is not None else None
        self._body.show_text(name_of(review.report) if review is not None else "")
        self._read.show_text(self._reading(summary) if summary is not None else "")
        warnings = review.original.document.warnings if review is not None else ()
        self.remarks.setText("\n".join(map(told, warnings)))
        self._remarks.setVisible(bool(warnings))
        findings = review.checked.findings if review is not None else ()
        waits = summary is not None and summary.open > 0
        self._open.show_text(self._next_step(summary, judged=bool(findings) and not waits))
        self.begin.setVisible(waits)
        if review is None or review.report.form.figures:
            rest = self.tr("选中表格里的一格，这里会显示它的原文、读数、相关规则和可疑之处。")
        else:
            rest = self.tr("在“正文数据”里选一条，左边会定位到写它的原句。")
        self._rest.setText(rest)

    def _next_step(self, summary: Summary | None, *, judged: bool) -> str:
        """What waits for a verdict; when everything has one, what to do then."""
        if judged:
            said = self.tr("问题已全部核定：可以导出审核表（{export}）。")
            return said.format(export=key_of("file.export"))
        return waiting_text(summary) if summary is not None else ""

    def _reading(self, summary: Summary) -> str:
        if not summary.cells:
            return ""
        read = summary.cells - summary.missing
        if summary.doubtful:
            text = self.tr("{n} 格中已读 {read} 格，存疑 {doubtful} 格。")
        else:
            text = self.tr("{n} 格中已读 {read} 格。")
        return text.format(n=summary.cells, read=read, doubtful=summary.doubtful)
