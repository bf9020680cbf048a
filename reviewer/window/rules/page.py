"""The page of the preferences that lists all rules, switches them, and weighs them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from reviewer.base import RuleId
from reviewer.checks.model import Severity
from reviewer.errors import ReviewerError
from reviewer.window.desk.rules_store import RulesStore
from reviewer.window.look.theme import Theme
from reviewer.window.rules.lines import RulesList
from reviewer.window.widgets.field_style import dress_field
from reviewer.window.widgets.link_button import LinkButton
from reviewer.window.widgets.panel_heading import mute
from reviewer.window.widgets.words import Words, embolden
from reviewer.window.wording import severity_name

if TYPE_CHECKING:
    from reviewer.checks.rule_set import Listed


class RulesPage(QWidget):
    """Search, list, and the current rule in full; what is chosen is in force at once.

    Attributes:
        failed: A ReviewerError: what was chosen could not be kept.
    """

    failed = Signal(object)

    def __init__(self, rules: RulesStore, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._rules = rules
        self._current: Listed | None = None
        self.words = QLineEdit(self)
        self.words.setObjectName("rules_words")
        self.words.setPlaceholderText(self.tr("搜索规则：名称、编号、依据"))
        self.words.setAccessibleName(self.tr("搜索规则"))
        self.words.setClearButtonEnabled(True)
        self._theme = theme
        self.counts = QLabel(self)
        mute(self.counts)
        self.list = RulesList(theme, self)
        self.title = Words(self)
        embolden(self.title)
        self.severity = QComboBox(self)
        self.severity.setObjectName("rule_severity")
        self.severity.setAccessibleName(self.tr("级别"))
        for severity in Severity:
            self.severity.addItem(severity_name(severity), severity)
        self.restore = LinkButton(theme, self)
        self.doc = Words(self)
        self._lay_out()
        self._connect()
        self._dress()
        self._fill()

    def go_to(self, rule: RuleId) -> None:
        """Show a rule in the list, whatever was searched for."""
        self.words.clear()
        self.list.go_to(rule)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.words, 1)
        top.addSpacing(12)
        top.addWidget(self.counts)
        mute(self.doc)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title, 1)
        head.addWidget(self.restore)
        head.addWidget(self.severity)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addLayout(head)
        column.addWidget(self.doc)
        self.doc.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.doc.setMinimumHeight(4 * self.fontMetrics().lineSpacing())

    def _dress(self) -> None:
        dress_field(self.words, self._theme)

    def _connect(self) -> None:
        self._theme.changed.connect(self._dress)
        self.words.textChanged.connect(self._fill)
        self._rules.changed.connect(self._fill)
        self.list.turned_to.connect(self._show)
        self.list.switched.connect(self._switch)
        self.severity.activated.connect(self._weigh)
        self.restore.clicked.connect(self._restore)

    def _fill(self) -> None:
        everything = self._rules.value.listed
        words = self.words.text().casefold().split()
        shown = [one for one in everything if all(word in _searched(one) for word in words)]
        self.list.show_rules(shown)
        off = sum(not one.rule.enabled for one in everything)
        self.counts.setText(self.tr("共 {n} 条，停用 {off} 条").format(n=len(everything), off=off))

    def _show(self, one: Listed | None) -> None:
        self._current = one
        for part in (self.title, self.severity, self.doc):
            part.setVisible(one is not None)
        self.restore.show_text(self.tr("恢复默认") if one is not None and one.changed else "")
        if one is None:
            return
        rule = one.rule
        self.title.setText(f"{rule.title}　{rule.id}")
        self.severity.setCurrentIndex(self.severity.findData(rule.severity))
        self.doc.setText("\n".join((rule.doc, self.tr("依据：{}").format(_basis(one)))))

    def _switch(self, one: Listed) -> None:
        self._choose(one, enabled=not one.rule.enabled)

    def _weigh(self) -> None:
        if self._current is not None:
            self._choose(self._current, severity=Severity(self.severity.currentData()))

    def _restore(self) -> None:
        one = self._current
        if one is not None:
            self._choose(one, severity=one.severity, enabled=one.enabled)

    def _choose(self, one: Listed, **chosen: Any) -> None:
        try:
            self._rules.choose(one.rule.id, **chosen)
        except ReviewerError as error:
            self.failed.emit(error)


def _basis(one: Listed) -> str:
    from reviewer.forms.catalog import forms

    return one.rule.basis_on(*(forms()[name] for name in one.rule.forms))


def _searched(one: Listed) -> str:
    rule = one.rule
    return "\n".join((rule.title, rule.id, rule.doc, rule.basis, one.pack)).casefold()
