"""All about one figure: what stands there, which rules it breaks, what it should be."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from reviewer.base import CellId
from reviewer.checks.model import WhatIf
from reviewer.forms.report import Report
from reviewer.review.model import Changes
from reviewer.review.review import Review
from reviewer.window.commands.figure import FigureCommand
from reviewer.window.desk.workbench import Workbench
from reviewer.window.inspector.doubts import DoubtBox
from reviewer.window.inspector.facts import Facts
from reviewer.window.inspector.finding import FindingPage
from reviewer.window.inspector.parts import Card, Inside, Ruled
from reviewer.window.inspector.remarks import Remarks
from reviewer.window.inspector.rules import RuleList, rules_on
from reviewer.window.inspector.start import StartPage
from reviewer.window.inspector.suspects import OtherSuspects, SuspectBox
from reviewer.window.inspector.why import WhyList
from reviewer.window.look.fonts import ui_font
from reviewer.window.look.theme import Theme
from reviewer.window.selection import Chooser, Selection
from reviewer.window.widgets.panel_frame import PanelFrame
from reviewer.window.widgets.panel_heading import mute
from reviewer.window.widgets.plain_scroll import PlainScroll
from reviewer.window.widgets.small_button import SmallButton
from reviewer.window.widgets.words import Words, embolden
from reviewer.window.wording import what_if_text, with_key

_MARGIN = 12
_LEAST_WIDTH = 232
"""At this width in pixels sums stand on few lines."""
_LEAST_CHARACTERS = 13.5
"""The width that they need in large letters, in characters."""


class Inspector(PanelFrame):
    """Follows the selection; sends every edit to the workbench."""

    def __init__(self, workbench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("单元格"), theme, parent)
        self.setObjectName("inspector")
        self._workbench = workbench
        self._theme = theme
        self._table = QLabel(self.heading)
        self._table.setTextFormat(Qt.TextFormat.PlainText)
        mute(self._table)
        self.heading.row.addStretch(1)
        self.heading.row.addWidget(self._table)
        self.start = StartPage(theme, self)
        self.finding = FindingPage(theme, self)
        self._scroll = PlainScroll(theme, self)
        self._scroll.setAccessibleName(self.title)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._make_parts()
        self._filled = QWidget(self)
        parts = QVBoxLayout(self._filled)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(0)
        parts.addWidget(self._scroll, 1)
        parts.addWidget(self._foot)
        body = QWidget(self)
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.finding)
        self._stack.addWidget(self._filled)
        self.fill(body)
        self._connect()
        self._widen()
        self.refresh()

    def _widen(self) -> None:
        character = self.fontMetrics().horizontalAdvance("国")
        facts = (
            self.facts.least_width()
            + 2 * _MARGIN
            + self._scroll.verticalScrollBar().sizeHint().width()
        )
        self.setMinimumWidth(max(_LEAST_WIDTH, round(_LEAST_CHARACTERS * character), facts))

    def _make_parts(self) -> None:
        inside = Inside(self._scroll)
        self._under = Words(inside)
        mute(self._under)
        self.name = Words(inside)
        embolden(self.name)
        self.facts = Facts(self._theme, inside)
        self._what_if_card = Card(self._theme, "related_fill", inside)
        self.what_if = Words(self._what_if_card)
        row = QVBoxLayout(self._what_if_card)
        row.setContentsMargins(10, 6, 10, 6)
        row.addWidget(self.what_if)
        self.doubt = DoubtBox(self._theme, inside)
        self.remarks = Remarks(self._theme, inside)
        self.rules = RuleList(self._theme, inside)
        self.why = WhyList(self._theme, inside)
        self.suspects = SuspectBox(self._theme, inside)
        self.others = OtherSuspects(self._theme, inside)
        self._unguarded = Words(inside)
        mute(self._unguarded)
        self._lay_out(inside)
        self._scroll.setWidget(inside)
        self._foot = self._buttons()

    def _lay_out(self, inside: QWidget) -> None:
        """The parts below each other, what can be done before what explains it."""
        column = QVBoxLayout(inside)
        column.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        column.setSpacing(6)
        title = QVBoxLayout()
        title.setSpacing(1)
        title.addWidget(self._under)
        title.addWidget(self.name)
        column.addLayout(title)
        for part in (
            self.facts,
            self._what_if_card,
            self.doubt,
            self.suspects,  # over the rules: what to do is seen whole in a low window, too
            self.remarks,
            self.rules,
            self._unguarded,
            self.others,
            self.why,
        ):
            column.addWidget(part)
        column.addStretch(1)

    def _buttons(self) -> QWidget:
        """What can be done with every figure: always in sight, however much is said above."""
        foot = Ruled(self._theme, self)
        self.confirm = SmallButton("", self._theme, foot)
        self.note = SmallButton(self.tr("批注"), self._theme, foot)
        self.note.setToolTip(with_key(self.tr("给这一格写批注"), "review.note"))
        row = QHBoxLayout(foot)
        row.setContentsMargins(_MARGIN, 6, _MARGIN, 6)
        row.setSpacing(6)
        row.addWidget(self.confirm)
        row.addWidget(self.note)
        row.addStretch(1)
        return foot

    def _connect(self) -> None:
        bench = self._workbench
        bench.current_changed.connect(self._on_review_changed)
        bench.selection_changed.connect(self._on_selection_changed)
        bench.changed.connect(self._on_changed)
        bench.what_if_changed.connect(self._on_what_if_changed)
        self._theme.changed.connect(self.refresh)
        self.start.begun.connect(bench.next_finding)
        self.start.last_year.chosen.connect(self._on_last_year_chosen)
        self.finding.copied.connect(bench.copy_suggestion)
        self.facts.wanted.connect(self._on_wanted)
        self.doubt.chosen.connect(self._on_way_chosen)
        self.rules.cell_wanted.connect(self._go_to)
        self.suspects.cell_wanted.connect(self._go_to)
        self.others.cell_wanted.connect(self._go_to)
        self.suspects.taken.connect(self._on_taken)
        self.confirm.clicked.connect(self._on_confirm)
        self.note.clicked.connect(self._on_note)

    def changeEvent(self, event: QEvent) -> None:
        """Take the application's new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widen()
            self.refresh()

    # -- what is shown --------------------------------------------------------------------

    @property
    def cell(self) -> CellId | None:
        """The figure shown."""
        review, cell = self._workbench.current, self._workbench.selection.cell
        return cell if review is not None and cell in review.report.by_cell else None

    def refresh(self) -> None:
        """Show the selected figure as it is now."""
        review, cell = self._workbench.current, self.cell
        if review is None or cell is None:
            self._table.clear()
            self._show_without_figure(review)
            return
        self._head(self.tr("单元格"))
        self._show_name(review, cell)
        suspect = self._workbench.suspect()
        self.facts.show_cell(review, cell, suspect)
        self.doubt.show_doubt(review, cell)
        chosen = self._workbench.finding(self._workbench.selection.finding)
        self.remarks.show_cell(review, cell, chosen)
        self.rules.show_rules(review, cell)
        self.suspects.show_suspects(review, cell, suspect)
        self.others.show_suspects(review, cell, suspect)
        self.why.show_cell(review, cell)
        self._show_confirmation(review, cell)
        self._what_if_card.setVisible(self._workbench.editing and bool(self.what_if.text()))
        self._stack.setCurrentWidget(self._filled)
        self.setFocusProxy(self._scroll)

    def _show_without_figure(self, review: Review | None) -> None:
        """The finding that is selected, if one is; else the report in short."""
        finding = self._workbench.finding(self._workbench.selection.finding)
        if finding is not None:
            self._head(self.tr("问题详情"))
            self.finding.show_finding(finding)
            self._stack.setCurrentWidget(self.finding)
            self.setFocusProxy(self.finding)
        else:
            self._head(self.tr("概况"))
            self.start.show_review(review)
            self._show_last_year(review)
            self._stack.setCurrentWidget(self.start)
            self.setFocusProxy(self.start.begin)

    def _show_last_year(self, review: Review | None) -> None:
        comparing = self._workbench.comparing
        found = comparing.candidates(review) if review is not None else ()
        chosen = comparing.chosen(review) if review is not None else None
        self.start.last_year.show_review(review, found, chosen)

    def _on_last_year_chosen(self, previous: Report) -> None:
        if self._workbench.current is not None:
            self._workbench.comparing.choose(self._workbench.current, previous)

    def _head(self, shown: str) -> None:
        """Say what is shown; menus call the panel by what it is for."""
        self.heading.title.setText(shown)

    def _show_name(self, review: Review, cell: CellId) -> None:
        table, row, column = review.report.form.figures[cell]
        self._table.setText(table.name)
        self._under.setFont(ui_font(0.92))
        self._under.show_text(" › ".join(row.headings))
        self.name.setText(f"{row.label} · {column.label}")

    def _show_confirmation(self, review: Review, cell: CellId) -> None:
        confirmed = cell in review.confirmed
        unguarded = (
            "" if rules_on(review, cell) else self.tr("没有规则监督这一格，请对照原文人工核对。")
        )
        self._unguarded.show_text(unguarded)
        self.confirm.setText(self.tr("✓ 已确认") if confirmed else self.tr("确认无误"))
        tip = self.tr("撤回确认") if confirmed else self.tr("读数与原文一致")
        self.confirm.setToolTip(with_key(tip, "review.confirm"))
        self.confirm.updateGeometry()

    # -- what happens ---------------------------------------------------------------------

    def _on_review_changed(self, review: Review | None) -> None:
        self.refresh()

    def _on_selection_changed(self, selection: Selection) -> None:
        self._scroll.verticalScrollBar().setValue(0)
        self.refresh()

    def _on_changed(self, changes: Changes) -> None:
        self.refresh()

    def _on_what_if_changed(self, answer: WhatIf | None) -> None:
        text = what_if_text(self._workbench.tried, answer) if answer is not None else ""
        self.what_if.setText(text)
        self._what_if_card.setVisible(bool(text))

    def _on_wanted(self, command: FigureCommand) -> None:
        if self.cell is not None:
            self._workbench.do_with(self.cell, command, Chooser.INSPECTOR)

    def _on_way_chosen(self, text: str) -> None:
        if self.cell is not None:
            self._workbench.transcribe(self.cell, text)

    def _go_to(self, cell: CellId) -> None:
        self._workbench.select_cell(cell, Chooser.INSPECTOR)

    def _on_taken(self, as_transcription: bool) -> None:
        self._workbench.take_suspect(as_transcription=as_transcription)

    def _on_confirm(self) -> None:
        if self.cell is not None:
            self._workbench.toggle_confirmed(self.cell)

    def _on_note(self) -> None:
        self._workbench.want_note()
