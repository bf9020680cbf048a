"""Finds a command, or an open report, by a few letters of its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reviewer.review.review import Review
from reviewer.window.desk.workbench import Workbench
from reviewer.window.keys import ENTER, STEPS
from reviewer.window.look.theme import Theme
from reviewer.window.menus.action_set import ActionSet, Command, titled
from reviewer.window.summary import name_of
from reviewer.window.widgets.overlay import Overlay
from reviewer.window.widgets.rows import Row, RowList

_WIDTH = 560
_MOST = 12

_WORD = re.compile(r"\w+")

_INSET = 9
"""By how many pixels the box's words are inset, as those of the list are."""


class CommandPalette(Overlay):
    """A box and a list over the window; Enter gives the command, Escape goes back."""

    def __init__(
        self, workbench: Workbench, theme: Theme, actions: ActionSet, window: QWidget
    ) -> None:
        super().__init__(theme, window)
        self.setObjectName("commandPalette")
        self._workbench = workbench
        self._actions = actions
        self._before: QWidget | None = None
        self.box = QLineEdit(self)
        self.box.setPlaceholderText(self.tr("输入命令或已打开报告的名称"))
        self.box.setAccessibleName(self.tr("命令面板"))
        self.box.setFrame(False)
        self.box.setTextMargins(_INSET, 0, _INSET, 0)
        self.box.setMinimumHeight(34)
        self.box.installEventFilter(self)
        self.box.textChanged.connect(self._list)
        self.list = RowList(theme, self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.went.connect(self._on_clicked)
        self.column.addWidget(self.box)
        self.column.addWidget(self.list)

    def start(self) -> None:
        """Show the palette, everything listed."""
        window = self.window()
        self._before = window.focusWidget()
        self.box.clear()
        self._list()
        self.setFixedWidth(_WIDTH + 2 * self.margin)
        self.adjustSize()
        self.move((window.width() - self.width()) // 2, 60)
        self.show()
        self.raise_()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the box that move in the list; the palette goes when the focus does."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in ENTER:
            self._take()
        elif key in STEPS:
            self.list.step(STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            return False
        return True

    def _list(self) -> None:
        words = self.box.text().casefold().split()
        rows = [row for row in self._all() if all(word in row.title.casefold() for word in words)]
        rows.sort(key=partial(_rank, words))
        nothing = Row(self.tr("没有符合的命令或报告"), "", enabled=False)
        self.list.rows.show(rows or [nothing])
        self.list.setFixedHeight(self.list.height_for(_MOST))
        self.adjustSize()
        if rows and rows[0].enabled:
            self.list.select(0)

    def _all(self) -> list[Row]:
        rows = [self._command_row(command) for command in self._actions.all()]
        return rows + [self._report_row(review) for review in self._workbench.reviews]

    def _command_row(self, command: Command) -> Row:
        menu = titled(command.action.menu.value)
        name = command.text().rstrip("…")
        title = self.tr("{name}：{said}").format(name=menu, said=name)
        return Row(
            title,
            command.key_text(),
            command.action.icon,
            enabled=command.isEnabled(),
            value=command,
        )

    def _report_row(self, review: Review) -> Row:
        title = self.tr("报告：{}").format(name_of(review.report))
        return Row(title, "", "report", value=review)

    def _on_clicked(self, _: QModelIndex) -> None:
        self._take()

    def _take(self) -> None:
        row = self.list.row()
        if row is None or not row.enabled:
            return
        self._leave()
        if isinstance(row.value, Command):
            row.value.trigger()
        elif isinstance(row.value, Review):
            self._workbench.show(row.value)

    def _leave(self) -> None:
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._before = None


def _rank(words: Sequence[str], row: Row) -> tuple[bool, int]:
    """Commands that can be given first, and of these what has words that begin as typed."""
    said = _WORD.findall(row.title.casefold())
    within = sum(1 for word in words if not any(one.startswith(word) for one in said))
    return not row.enabled, within
