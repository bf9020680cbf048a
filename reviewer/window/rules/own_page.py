"""The page of the preferences in which the office writes rules of its own."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reviewer.errors import ReviewerError
from reviewer.paths import resource
from reviewer.window.desk.rules_store import RulesStore
from reviewer.window.desk.workbench import Workbench
from reviewer.window.look.theme import Theme
from reviewer.window.rules.draft_verdict import headline, lines_of
from reviewer.window.rules.draft_watch import DraftWatch
from reviewer.window.rules.figures_menu import FiguresMenu
from reviewer.window.rules.text import RulesText
from reviewer.window.widgets.field_style import dress_button, dress_field
from reviewer.window.widgets.or_sentence import OrSentence
from reviewer.window.widgets.panel_heading import mute
from reviewer.window.widgets.plain_tip import plain_tip
from reviewer.window.widgets.slim_scroll_bar import slim
from reviewer.window.widgets.words import Words, ink

if TYPE_CHECKING:
    from reviewer.checks.drafts import Examined

_TEMPLATE = "templates/rules.toml"


class OwnRulesPage(QWidget):
    """Files, the text of one of them, and what it would change; nothing counts before it is saved.

    Attributes:
        failed: A ReviewerError: a file could not be written or removed.
    """

    failed = Signal(object)

    def __init__(
        self, rules: RulesStore, workbench: Workbench, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._rules = rules
        self._theme = theme
        self._drafts: dict[str, str] = {}
        self._found: Examined | None = None
        self._asked = False
        self.files = QComboBox(self)
        self.files.setObjectName("rules_files")
        self.files.setAccessibleName(self.tr("规则文件"))
        self.figures = self._button(self.tr("插入单元格…"))
        self.figures.setToolTip(plain_tip(self.tr("按表、行、列选一格，把它的编号写到光标处")))
        self.new = self._button(self.tr("新建"))
        self.delete = self._button(self.tr("删除"))
        self.revert = self._button(self.tr("还原"))
        self.save = self._button(self.tr("保存并启用"), primary=True)
        self.text = RulesText(theme, self)
        self.told = Words(self)
        self.lines = QListWidget(self)
        self.where = Words(self)
        mute(self.where)
        self._watch = DraftWatch(rules, workbench, self)
        self._lay_out()
        self._connect()
        self._dress()
        rules.look_again()
        self._load()

    @property
    def name(self) -> str:
        """The file shown; empty if there is none."""
        return self.files.currentText()

    @property
    def unsaved(self) -> bool:
        """Whether anything was written that is not in force."""
        return bool(self._drafts)

    def end(self) -> None:
        """Look at nothing any more; the page is about to go."""
        self._watch.end()

    # -- building -------------------------------------------------------------------------

    def _button(self, title: str, *, primary: bool = False) -> QPushButton:
        button = QPushButton(title, self)
        button.setAutoDefault(False)
        button.setProperty("primary", primary)
        return button

    def _dress(self) -> None:
        for button in (self.figures, self.new, self.delete, self.revert, self.save):
            dress_button(button, self._theme, primary=bool(button.property("primary")))
        for field in (self.text, self.lines):
            dress_field(field, self._theme)
        self._tell(self._found)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.files, 1)
        top.addStretch(0)
        for button in (self.figures, self.new, self.delete, self.revert, self.save):
            top.addWidget(button)
        self.lines.setObjectName("rules_lines")
        self.lines.setWordWrap(True)
        self.lines.setAccessibleName(self.tr("检查结果"))
        slim(self.lines, self._theme)
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.told)
        column.addWidget(self.lines, 1)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.text)
        parts.addWidget(below)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(top)
        self.pages = OrSentence(parts, self)
        whole.addWidget(self.pages, 1)
        whole.addWidget(self.where)

    def _connect(self) -> None:
        self._theme.changed.connect(self._dress)
        self.files.currentTextChanged.connect(self._show)
        self.text.textChanged.connect(self._on_typed)
        self.figures.clicked.connect(self._offer_figures)
        self.new.clicked.connect(self._begin)
        self.delete.clicked.connect(self._remove)
        self.revert.clicked.connect(self._take_back)
        self.save.clicked.connect(self._keep)
        self._watch.found.connect(self._tell)

    # -- what is shown --------------------------------------------------------------------

    def _load(self, shown: str = "") -> None:
        """List the files anew; drafts of files that are not there yet among them."""
        names = sorted({*self._rules.texts(), *self._drafts})
        self.files.blockSignals(True)
        self.files.clear()
        self.files.addItems(names)
        self.files.setCurrentText(shown if shown in names else next(iter(names), ""))
        self.files.blockSignals(False)
        self._show()

    def _show(self) -> None:
        there = bool(self.name)
        kept = self._rules.texts().get(self.name, "")
        self.text.blockSignals(True)
        self.text.setPlainText(self._drafts.get(self.name, kept))
        self.text.blockSignals(False)
        self.text.setEnabled(there)
        self._ask_again()
        folder = self._rules.folder
        nothing = self.tr("还没有自有规则。\n按“新建”从样例写起，或把规则文件放进：\n{}")
        self.pages.tell("" if there else nothing.format(folder))
        self.where.setText(self.tr("规则文件保存在：{}").format(folder) if there else "")
        for one in (self.files, self.figures):
            one.setVisible(there)
        if there:
            self._watch.watch(self.name, self.text.toPlainText())
        else:
            self._watch.end()
            self.told.clear()
            self.lines.clear()
            self._refresh()

    def _tell(self, found: Examined | None) -> None:
        self._found = found
        text, color = headline(found)
        self.told.setText(text)
        ink(self.told, self._theme.color(color))
        self.text.mark_line(found.fault.line if found is not None and found.fault else None)
        if found is not None:
            self.lines.clear()
            self.lines.addItems(list(lines_of(found)))
        self._refresh()

    def _refresh(self) -> None:
        """What can be done now."""
        changed = self.name in self._drafts
        self.save.setEnabled(changed and self._found is not None and self._found.sound)
        self.revert.setEnabled(changed)
        self.delete.setEnabled(bool(self.name))

    def _ask_again(self) -> None:
        """The next push on the button that deletes only asks."""
        self._asked = False
        self.delete.setText(self.tr("删除"))

    # -- what is done ---------------------------------------------------------------------

    def _on_typed(self) -> None:
        if not self.name:
            return
        text = self.text.toPlainText()
        if text == self._rules.texts().get(self.name):
            self._drafts.pop(self.name, None)
        else:
            self._drafts[self.name] = text
        self._ask_again()
        self._watch.watch(self.name, text)

    def _offer_figures(self) -> None:
        menu = FiguresMenu(self)
        menu.chosen.connect(self.text.insert)
        menu.popup(self.figures.mapToGlobal(self.figures.rect().bottomLeft()))

    def _begin(self) -> None:
        names = {*self._rules.texts(), *self._drafts}
        stem = self.tr("自有规则")
        tries = (f"{stem}{number if number > 1 else ''}.toml" for number in range(1, 10_000))
        name = next(one for one in tries if one not in names)
        self._drafts[name] = _begun(self._free_id())
        self._load(name)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _free_id(self) -> str:
        taken = self._rules.value.ids
        said = "\n".join((*self._drafts.values(), *self._rules.texts().values()))
        ids = (f"office.rule_{number}" for number in range(1, 10_000))
        return next(one for one in ids if one not in taken and one not in said)

    def _keep(self) -> None:
        name = self.name
        try:
            self._rules.save(name, self._drafts[name])
        except ReviewerError as error:
            self.failed.emit(error)
            return
        self._drafts.pop(name)
        self._load(name)

    def _take_back(self) -> None:
        self._drafts.pop(self.name, None)
        self._load(self.name)

    def _remove(self) -> None:
        """Remove the file at the second push."""
        name = self.name
        if not self._asked and name in self._rules.texts():
            self._asked = True
            self.delete.setText(self.tr("再按一次删除"))
            return
        try:
            self._rules.delete(name)
        except ReviewerError as error:
            self._ask_again()
            self.failed.emit(error)
            return
        self._drafts.pop(name, None)
        self._load()


def _begun(identity: str) -> str:
    """What a new file begins with: the template, its rule under an id of its own."""
    text = resource(_TEMPLATE).read_text("utf-8")
    (rule,) = tomllib.loads(text)["rules"]
    return text.replace(f'"{rule["id"]}"', f'"{identity}"')
