"""All commands with their keys, made from the declarations."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from reviewer.window.commands.action import Action, Menu
from reviewer.window.commands.actions import ACTIONS
from reviewer.window.commands.panel_keys import PANEL_KEYS, Panel, key_name
from reviewer.window.look.fonts import ui_font
from reviewer.window.look.theme import Theme
from reviewer.window.menus.action_set import titled
from reviewer.window.widgets.dialog_style import dress_dialog
from reviewer.window.widgets.flow_row import FlowRow
from reviewer.window.widgets.panel_heading import mute
from reviewer.window.widgets.plain_scroll import PlainScroll

_COLUMNS = ((Menu.FILE, Menu.EDIT, Menu.TOOLS, Menu.HELP), (Menu.VIEW,), (Menu.REVIEW,))


def key_names(action: Action) -> str:
    """All keys of a command as the platform writes them."""
    keys = [key for key in action.keys if not key.endswith("Return")]
    return written((*keys, action.panel_key) if action.panel_key else keys)


def written(keys: Iterable[str]) -> str:
    """Keys as the platform writes them."""
    return " / ".join(dict.fromkeys(key_name(key) for key in keys))


def _grid(page: QWidget) -> QGridLayout:
    grid = QGridLayout(page)
    grid.setContentsMargins(0, 0, 0, 12)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    return grid


class KeysDialog(QDialog):
    """A page of keys, by menu."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keysDialog")
        self.setWindowTitle(self.tr("快捷键一览"))
        page = QWidget(self)
        whole = QVBoxLayout(page)
        whole.setContentsMargins(24, 20, 24, 12)
        flow = FlowRow(40)  # in large letters the columns stand below each other
        whole.addLayout(flow)
        whole.addStretch(1)
        for menus in _COLUMNS:
            flow.addWidget(self._column(page, menus))
        flow.addWidget(self._panels(page))
        area = PlainScroll(theme, self)
        area.setAccessibleName(self.windowTitle())
        area.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.addWidget(area, 1)
        layout.addWidget(buttons)
        buttons.setContentsMargins(0, 0, 16, 0)
        dress_dialog(self, theme)
        room = self.screen().availableSize()
        wanted = page.sizeHint()
        self.resize(
            min(wanted.width() + 40, room.width() - 80),
            min(wanted.height() + 80, 720, room.height() - 80),
        )

    def _column(self, parent: QWidget, menus: tuple[Menu, ...]) -> QWidget:
        page = QWidget(parent)
        grid = _grid(page)
        line = 0
        for menu in menus:
            self._head(grid, page, line, titled(menu.value))
            line += 1
            for action in ACTIONS:
                if action.menu is menu and action.keys:
                    self._add(grid, page, line, action.title, key_names(action))
                    line += 1
        self._add_rest(grid, page, line, menus)
        return page

    def _panels(self, parent: QWidget) -> QWidget:
        """What keys mean in one panel only."""
        page = QWidget(parent)
        grid = _grid(page)
        line = 0
        for panel in Panel:
            self._head(grid, page, line, titled(panel.value))
            line += 1
            for one in (one for one in PANEL_KEYS if one.panel is panel):
                self._add(grid, page, line, one.title, written(one.keys))
                line += 1
        return page

    def _head(self, grid: QGridLayout, page: QWidget, line: int, title: str) -> None:
        heading = QLabel(title, page)
        heading.setFont(ui_font(bold=True))
        heading.setContentsMargins(0, 10 if line else 0, 0, 2)
        grid.addWidget(heading, line, 0, 1, 2)

    def _add(self, grid: QGridLayout, page: QWidget, line: int, title: str, keys: str) -> None:
        grid.addWidget(QLabel(titled(title).rstrip("…"), page), line, 0)
        named = QLabel(keys, page)
        mute(named)
        grid.addWidget(named, line, 1, Qt.AlignmentFlag.AlignRight)

    def _add_rest(
        self, grid: QGridLayout, page: QWidget, line: int, menus: tuple[Menu, ...]
    ) -> None:
        """What single keys mean in the findings panel."""
        if Menu.REVIEW in menus:
            remark = QLabel(self.tr("在“问题”面板中，按单个数字键即可核定，按回车定位。"), page)
            remark.setWordWrap(True)
            mute(remark)
            grid.addWidget(remark, line, 0, 1, 2)
