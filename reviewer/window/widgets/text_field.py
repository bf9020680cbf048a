"""A line of text on which files can be dropped as everywhere in the window."""

from __future__ import annotations

from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QLineEdit

from reviewer.window.widgets.dropping import dropped_paths


class TextField(QLineEdit):
    """Takes words that are dropped; files are the window's, which opens them."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave files to the window: Qt would write their paths here."""
        if dropped_paths(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)
