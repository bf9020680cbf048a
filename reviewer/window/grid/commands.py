"""What can be done in a grid, and the keys that do it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent


class Command(StrEnum):
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


_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYS: dict[QKeyCombination, Command] = {
    QKeyCombination(Qt.Key.Key_F2): Command.EDIT,
    QKeyCombination(Qt.Key.Key_Return): Command.EDIT,
    QKeyCombination(_SHIFT, Qt.Key.Key_F2): Command.PROPOSE,
    QKeyCombination(_CONTROL, Qt.Key.Key_Return): Command.SUGGEST,
    QKeyCombination(_CONTROL | _SHIFT, Qt.Key.Key_Return): Command.SUGGEST_READING,
    QKeyCombination(Qt.Key.Key_Delete): Command.WITHDRAW,
    QKeyCombination(Qt.Key.Key_Backspace): Command.WITHDRAW,
    QKeyCombination(_CONTROL, Qt.Key.Key_C): Command.COPY,
    QKeyCombination(_CONTROL, Qt.Key.Key_Insert): Command.COPY,
    QKeyCombination(_CONTROL, Qt.Key.Key_V): Command.PASTE,
    QKeyCombination(_SHIFT, Qt.Key.Key_Insert): Command.PASTE,
}

KEPT = frozenset({Command.EDIT, Command.PROPOSE, Command.WITHDRAW, Command.COPY, Command.PASTE})
"""Commands whose keys the grid keeps from the window's shortcuts."""


def command_of(event: QKeyEvent) -> Command | None:
    """The command that a key gives."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
    return _KEYS.get(QKeyCombination(modifiers, key))
