"""The preferences dialog: a page made from the fields of ``Settings``, and two of rules."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.errors import ReviewerError
from reviewer.paths import user_data
from reviewer.window.desk.workbench import Workbench
from reviewer.window.dialogs.setting_editors import Editor, FlagEditor, editor_for, spoken
from reviewer.window.language import told
from reviewer.window.look.fonts import DEFAULT_SIZE
from reviewer.window.look.theme import Theme
from reviewer.window.rules.lint_page import LintPage
from reviewer.window.rules.own_page import OwnRulesPage
from reviewer.window.rules.page import RulesPage
from reviewer.window.settings import Settings, SettingsStore
from reviewer.window.widgets.dialog_style import dress_dialog
from reviewer.window.widgets.panel_heading import mute
from reviewer.window.widgets.plain_scroll import PlainScroll
from reviewer.window.widgets.tab_bar import BadgeTabs
from reviewer.window.widgets.words import Words

_FIELD = 26
"""Chinese characters: the widest that a field gets, however wide the dialog is."""
_SIZE, _AROUND = QSize(860, 680), QSize(80, 80)
"""Pixels in letters of the usual size, and those that stay free on the screen."""
_LISTED, _OWN = 1, 2
"""The tabs of the rules."""


class PreferencesDialog(QDialog):
    """Shows every setting that has a title, and the rules; what is chosen is in force at once."""

    def __init__(
        self, settings: SettingsStore, workbench: Workbench, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("preferencesDialog")
        self.setWindowTitle(self.tr("首选项"))
        self.setMinimumWidth(520)
        self._settings = settings
        self._editors: dict[str, Editor] = {}
        self._rows: list[tuple[QLabel, QWidget]] = []
        self._workbench = workbench
        self._theme = theme
        self._own: OwnRulesPage | None = None
        self._linter: LintPage | None = None
        self._warned = False
        self.tabs = BadgeTabs(theme, self)
        self._stack = QStackedWidget(self)
        general = QWidget(self)
        self._form = QFormLayout(general)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(20)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._form.setVerticalSpacing(14)
        self._add_fields()
        self._add_saving()
        self._fit_rows()
        self._add_page(self.tr("常规"), self._scrolled(general))
        self._add_rules()
        self._add_buttons()
        dress_dialog(self, theme)
        self._show_values(settings.value)
        settings.changed.connect(self._show_values)

    def _add_fields(self) -> None:
        for name, field in Settings.model_fields.items():
            if field.title is None:
                continue
            editor = editor_for(name, field, self)
            editor.setObjectName(name)
            editor.setAccessibleName(spoken(field.title))
            editor.chosen.connect(self._choose)
            self._editors[name] = editor
            label = "" if isinstance(editor, FlagEditor) else spoken(field.title)
            self._add_row(label, editor, spoken(field.description or ""))

    def _add_saving(self) -> None:
        saving = QLabel(self.tr("每一步操作都立即保存，不需要手动存盘。"), self)
        where = self.tr("审核记录保存在：{}").format(user_data())
        erase = self.tr("要清除一份报告的记录，打开它后选“文件 › 删除审核记录”。")
        self._add_row(self.tr("保存"), saving, f"{where}\n{erase}")

    def _add_row(self, title: str, widget: QWidget, words: str) -> None:
        remark = QLabel(words, self)
        remark.setTextFormat(Qt.TextFormat.PlainText)
        remark.setWordWrap(True)
        mute(remark)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(widget)
        column.addWidget(remark)
        label = QLabel(title, self)
        label.setBuddy(widget)
        self._form.addRow(label, column)
        self._rows.append((label, widget))

    def changeEvent(self, event: QEvent) -> None:
        """Fit the fields to the letters, whose size is chosen here."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()

    def _fit_rows(self) -> None:
        most = _FIELD * self.fontMetrics().horizontalAdvance("政")
        for label, widget in self._rows:
            if not isinstance(widget, QLabel):
                widget.setMaximumWidth(most)
            label.setFixedHeight(widget.sizeHint().height())

    def _add_page(self, title: str, page: QWidget) -> None:
        self._stack.addWidget(page)
        self.tabs.addTab(title)

    def _scrolled(self, page: QWidget) -> PlainScroll:
        """A page that is higher than a low screen in large letters."""
        area = PlainScroll(self._theme, self)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        return area

    def _add_rules(self) -> None:
        """The pages of rules, where there are any to choose from."""
        rules = self._workbench.rules
        if rules is None:
            return
        listed = RulesPage(rules, self._theme, self)
        self._own = OwnRulesPage(rules, self._workbench, self._theme, self)
        self._linter = LintPage(rules, self._workbench, self._theme, self)
        for page in (listed, self._own, self._linter):
            page.failed.connect(self._say)
        self._linter.rule_wanted.connect(listed.go_to)
        self._linter.rule_wanted.connect(self._show_listed)
        self._add_page(self.tr("全部规则"), listed)
        self._add_page(self.tr("自有规则"), self._own)
        self._add_page(self.tr("规则检查"), self._linter)
        letters = QApplication.font().pointSizeF() / DEFAULT_SIZE
        self.resize((_SIZE * letters).boundedTo(self.screen().availableSize() - _AROUND))

    def _show_listed(self) -> None:
        self.tabs.setCurrentIndex(_LISTED)

    def _say(self, error: ReviewerError) -> None:
        self._warned = False  # the warning is not read any more
        self._told.show_text("".join(map(told, filter(None, (error.message, error.hint)))))

    def _fit_buttons(self, page: int) -> None:
        """Defaults are there for the settings only."""
        self._reset.setVisible(page == 0)
        self._warned = False
        self._told.show_text("")

    def done(self, result: int) -> None:
        """Close, but not over unsaved rules the first time."""
        if not self._warned and self._own is not None and self._own.unsaved:
            self.tabs.setCurrentIndex(_OWN)
            words = self.tr("自有规则有未保存的修改。请先保存；再关闭一次，则放弃修改。")
            self._told.show_text(words)
            self._warned = True
            return
        for page in (self._own, self._linter):
            if page is not None:
                page.end()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The frame's button closes as the other one does."""
        event.ignore()
        self.reject()

    def _add_buttons(self) -> None:
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        self._reset = buttons.addButton(QDialogButtonBox.StandardButton.RestoreDefaults)
        self._reset.setObjectName("restore")
        self._reset.clicked.connect(self._restore)
        for button in (close, self._reset):
            button.setAutoDefault(False)  # Enter is for fields and lists
        self._told = Words(self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._told)
        layout.addWidget(buttons)
        self._told.show_text("")
        self.tabs.setVisible(self.tabs.count() > 1)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self._stack.currentChanged.connect(self._fit_buttons)

    def _choose(self, name: str, value: Any) -> None:
        self._settings.update(**{name: value})

    def _restore(self) -> None:
        defaults = Settings()
        self._settings.update(**{name: getattr(defaults, name) for name in self._editors})

    def _show_values(self, settings: Settings) -> None:
        for name, editor in self._editors.items():
            editor.show_value(getattr(settings, name))
