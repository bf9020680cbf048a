"""The page of the preferences that tells which rules contradict each other or say nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reviewer.errors import Cancelled, ReviewerError
from reviewer.progress import Progress
from reviewer.window.desk.rules_store import RulesStore
from reviewer.window.desk.workbench import Workbench
from reviewer.window.look.theme import Theme
from reviewer.window.rules.draft_verdict import complaint_text
from reviewer.window.widgets.field_style import dress_field
from reviewer.window.widgets.panel_heading import mute
from reviewer.window.widgets.slim_scroll_bar import slim
from reviewer.window.widgets.words import Words, embolden

if TYPE_CHECKING:
    from reviewer.checks.linting import Complaint
    from reviewer.checks.rule_set import RuleSet

_RULE = Qt.ItemDataRole.UserRole


class LintPage(QWidget):
    """Looks at all rules together when it is shown, and again when they change meanwhile.

    Attributes:
        rule_wanted: RuleId of a rule that was named and clicked, or on which Enter was pressed.
        failed: A ReviewerError: it could not be found out.
    """

    rule_wanted = Signal(object)
    failed = Signal(object)

    def __init__(
        self, rules: RulesStore, workbench: Workbench, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._rules = rules
        self._workbench = workbench
        self._theme = theme
        self._looked_at: RuleSet | None = None
        self._complaints: tuple[Complaint, ...] = ()
        self.told = Words(self)
        embolden(self.told)
        self.remark = Words(self)
        mute(self.remark)
        self.remark.setText(
            self.tr("内置规则和自有规则放在一起检查：有无互相矛盾、多余、永远不起作用的。")
        )
        self.lines = QListWidget(self)
        self._lay_out()
        rules.changed.connect(self._on_changed)
        theme.changed.connect(self._dress)
        self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the rules as they are now."""
        super().showEvent(event)
        self._look()

    def end(self) -> None:
        """Look at nothing any more; the page is about to go."""
        self._looked_at = None

    def _lay_out(self) -> None:
        self.lines.setObjectName("lint_lines")
        self.lines.setAccessibleName(self.tr("检查结果"))
        self.lines.setWordWrap(True)
        self.lines.setSpacing(3)
        self.lines.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setToolTip(self.tr("双击或回车：到“全部规则”中的这一条"))
        self.lines.itemActivated.connect(self._on_activated)
        slim(self.lines, self._theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.told, self.remark):
            column.addWidget(part)
        column.addWidget(self.lines, 1)

    def _on_changed(self) -> None:
        if self.isVisible():
            self._look()

    def _look(self) -> None:
        rules = self._rules.value
        if rules is self._looked_at:
            return
        self._looked_at = rules
        self._complaints = ()
        self._fill(self.tr("正在检查…"))
        # Before the reports that wait: somebody looks at this page.
        self._workbench.worker.fetch(
            partial(_linted, rules), partial(self._take, rules), self._fail
        )

    def _take(self, rules: RuleSet, complaints: tuple[Complaint, ...]) -> None:
        if rules is not self._looked_at:
            return
        self._complaints = complaints
        grave = sum(one.grave for one in complaints)
        said = (
            self.tr("共 {n} 条规则，没有需要处理的。")
            if not grave
            else self.tr("共 {n} 条规则，{grave} 处需要处理。")
        )
        self._fill(said.format(n=len(rules.listed), grave=grave))

    def _fail(self, error: ReviewerError) -> None:
        self._looked_at = None
        if not isinstance(error, Cancelled):
            self.failed.emit(error)

    def _fill(self, said: str) -> None:
        self.told.setText(said)
        self.lines.clear()
        for one in self._complaints:
            sign = "◆" if one.grave else "·"
            item = QListWidgetItem(complaint_text(sign, one), self.lines)
            item.setData(_RULE, one.rules[0] if one.rules else None)
            item.setForeground(self._theme.brush("warning" if one.grave else "muted"))
        self.lines.setVisible(bool(self._complaints))

    def _dress(self) -> None:
        dress_field(self.lines, self._theme)
        self._fill(self.told.text())

    def _on_activated(self, item: QListWidgetItem) -> None:
        rule = item.data(_RULE)
        if rule is not None:
            self.rule_wanted.emit(rule)


def _linted(rules: RuleSet, _: Progress) -> tuple[Complaint, ...]:
    """What the linter says of all rules; runs on the worker."""
    from reviewer.checks.linting import lint

    return lint(rules)
