"""What all buttons that draw themselves have in common: Enter pushes them as Space does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class KeyedButton(QAbstractButton):
    """A button for those who work with the keys: Qt's own listen to Enter in dialogs only."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter clicks, once however long it is held down."""
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)
