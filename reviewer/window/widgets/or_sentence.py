"""A list, or whatever else, and the sentence that stands in its place while it is empty."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewer.window.widgets.empty_text import EmptyText


class OrSentence(QStackedWidget):
    """Shows its content, or why there is nothing in it.

    Attributes:
        empty: The sentence.
    """

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self.empty = EmptyText(self)
        self.addWidget(content)
        self.addWidget(self.empty)

    def tell(self, why: str) -> None:
        """Show the sentence; without one there is something, and the content is shown."""
        if why:
            self.empty.setText(why)
        self.setCurrentWidget(self.empty if why else self._content)
