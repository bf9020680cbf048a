"""What can be done in a grid, and the keys that do it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from reviewer.window.commands import actions
from reviewer.window.commands.panel_keys import Panel, meant, panel_keys


class GridCommand(StrEnum):
    """A command of a grid."""

    EDIT = "edit"
    PROPOSE = "propose"
    SUGGEST = "suggest"
    SUGGEST_READING = "suggest_reading"
    WITHDRAW = "withdraw"
    WITHDRAW_PROPOSAL = "withdraw_proposal"
    CONFIRM = "confirm"
    NOTE = "note"
    SHOW_SOURCE = "show_source"
    COPY = "copy"
    PASTE = "paste"


_ACTIONS = {
    GridCommand.EDIT: "review.transcribe",
    GridCommand.PROPOSE: "review.propose",
    GridCommand.SUGGEST: "review.take",
    GridCommand.SUGGEST_READING: "review.take_reading",
    GridCommand.CONFIRM: "review.confirm",
    GridCommand.NOTE: "review.note",
}
"""The window's commands that do the same: the grid takes their keys."""

_OWN_KEYS = {
    "tables.edit": GridCommand.EDIT,
    "tables.withdraw": GridCommand.WITHDRAW,
    "tables.copy": GridCommand.COPY,
    "tables.paste": GridCommand.PASTE,
}
"""What only the grid does."""


def keys_of(command: GridCommand) -> tuple[str, ...]:
    """The keys of a command, the one to be named first."""
    shared = actions.keys_of(_ACTIONS[command]) if command in _ACTIONS else ()
    own = (panel_keys(identity) for identity, one in _OWN_KEYS.items() if one is command)
    return (*shared, *(key for keys in own for key in keys))


_SHARED = {
    QKeySequence(key).toString(): command
    for command, identity in _ACTIONS.items()
    for key in actions.keys_of(identity)
}

KEPT = frozenset(
    {
        GridCommand.EDIT,
        GridCommand.PROPOSE,
        GridCommand.WITHDRAW,
        GridCommand.COPY,
        GridCommand.PASTE,
    }
)
"""Commands whose keys the grid keeps from the window's shortcuts."""


def command_of(event: QKeyEvent) -> GridCommand | None:
    """The command that a key gives."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
    own = meant(event, Panel.TABLES)
    if own is not None:
        return _OWN_KEYS[own]
    return _SHARED.get(QKeySequence(QKeyCombination(modifiers, key)).toString())
