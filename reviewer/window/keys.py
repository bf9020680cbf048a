"""Keys that mean the same wherever they are pressed."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
"""The main Enter key and the keypad's."""

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
"""How far the arrow keys move in a list."""


def pressed(event: QKeyEvent) -> str:
    """A key with its modifiers as Qt writes it; the keypad's are those of the main block."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key.Key_Return if event.key() in ENTER else Qt.Key(event.key())
    return QKeySequence(QKeyCombination(modifiers, key)).toString()
