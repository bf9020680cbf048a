"""What all buttons that draw themselves have in common: Enter pushes them as Space does."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

from reviewer.window.keys import ENTER


class KeyedButton(QAbstractButton):
    """A button for those who work with the keys: Qt's own listen to Enter in dialogs only."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter clicks, once however long it is held down."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)
