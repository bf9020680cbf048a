"""What can be done in a grid, and the keys that do it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent


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


_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYS: dict[QKeyCombination, GridCommand] = {
    QKeyCombination(Qt.Key.Key_F2): GridCommand.EDIT,
    QKeyCombination(Qt.Key.Key_Return): GridCommand.EDIT,
    QKeyCombination(_SHIFT, Qt.Key.Key_F2): GridCommand.PROPOSE,
    QKeyCombination(_CONTROL, Qt.Key.Key_Return): GridCommand.SUGGEST,
    QKeyCombination(_CONTROL | _SHIFT, Qt.Key.Key_Return): GridCommand.SUGGEST_READING,
    QKeyCombination(Qt.Key.Key_Delete): GridCommand.WITHDRAW,
    QKeyCombination(Qt.Key.Key_Backspace): GridCommand.WITHDRAW,
    QKeyCombination(_CONTROL, Qt.Key.Key_C): GridCommand.COPY,
    QKeyCombination(_CONTROL, Qt.Key.Key_Insert): GridCommand.COPY,
    QKeyCombination(_CONTROL, Qt.Key.Key_V): GridCommand.PASTE,
    QKeyCombination(_SHIFT, Qt.Key.Key_Insert): GridCommand.PASTE,
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
    return _KEYS.get(QKeyCombination(modifiers, key))
