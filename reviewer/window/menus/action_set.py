"""The commands made real: Qt actions, menus, toolbar buttons and keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from reviewer.window.commands.action import Action, Menu
from reviewer.window.commands.actions import ACTIONS
from reviewer.window.commands.panel_keys import key_name
from reviewer.window.look.theme import Theme
from reviewer.window.menus.situation import Situation, allowed
from reviewer.window.widgets.menu_style import ruled


def titled(title: str) -> str:
    """A title of the declarations in the interface's language."""
    return QCoreApplication.translate("Actions", title)


class Command(QAction):
    """An action of the declarations, bound to the method that it calls."""

    def __init__(self, action: Action, target: Callable[..., Any], parent: QObject) -> None:
        super().__init__(titled(action.title), parent)
        self.action = action
        self._target = target
        self.setObjectName(action.id)
        self.setCheckable(action.checkable)
        self.setShortcuts([QKeySequence(key) for key in action.keys])
        self.setMenuRole(QAction.MenuRole.NoRole)
        if action.bar:
            self.setIconText(titled(action.bar))
        self.setToolTip(self._tip())
        self.triggered.connect(self.run)

    def run(self) -> None:
        """Call the method."""
        if self.action.argument is None:
            self._target()
        else:
            self._target(self.action.argument)

    def key_text(self) -> str:
        """The first shortcut as the platform writes it."""
        return key_name(self.action.keys[0]) if self.action.keys else ""

    def _tip(self) -> str:
        title = self.text().rstrip("…")
        return f"{title}  {self.key_text()}" if self.action.keys else title


class ActionSet(QObject):
    """All commands of a window, found by id.

    Args:
        receivers: Objects that have the methods; each method is found on exactly one.
    """

    def __init__(self, receivers: tuple[QObject, ...], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._situation: Situation | None = None
        self._commands = {
            action.id: Command(action, _method(receivers, action.method), self)
            for action in ACTIONS
        }
        parent.addActions(list(self._commands.values()))
        theme.changed.connect(self._draw_icons)
        self._draw_icons()

    def __getitem__(self, identity: str) -> Command:
        return self._commands[identity]

    def all(self) -> tuple[Command, ...]:
        """Every command in the order of the menus."""
        return tuple(self._commands.values())

    def refresh(self, now: Situation) -> None:
        """Enable what can be done now."""
        if now == self._situation:
            return
        self._situation = now
        for command in self._commands.values():
            command.setEnabled(allowed(command.action.when, now))

    def fill(self, bar: QMenuBar) -> dict[Menu, QMenu]:
        """Make the menus of a menu bar."""
        menus = {menu: ruled(bar.addMenu(_lettered(menu)), self._theme) for menu in Menu}
        for command in self._commands.values():
            menu = menus[command.action.menu]
            if command.action.begins and not menu.isEmpty():
                menu.addSeparator()
            menu.addAction(command)
        return menus

    def _draw_icons(self) -> None:
        for command in self._commands.values():
            name = command.action.icon
            command.setIcon(self._theme.icon(name) if name else QIcon())


def _lettered(menu: Menu) -> str:
    """A menu's title with the letter that opens it: ``文件(F)``."""
    title, letter = titled(menu.value), menu.name[0]
    return f"&{title}" if title.startswith(letter) else f"{title}(&{letter})"


def _method(receivers: tuple[QObject, ...], name: str) -> Callable[..., Any]:
    found = [getattr(receiver, name) for receiver in receivers if hasattr(receiver, name)]
    if len(found) != 1:
        raise LookupError(f"{name} is a method of {len(found)} objects")
    method: Callable[..., Any] = found[0]
    return method
