"""A ground that scrolls, without a frame, as it stands in panels, pages and dialogs."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from reviewer.window.look.theme import Theme
from reviewer.window.widgets.slim_scroll_bar import slim


class PlainScroll(QScrollArea):
    """What is put in is as wide as there is room."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        slim(self, theme)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
