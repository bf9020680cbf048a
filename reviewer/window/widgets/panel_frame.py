"""What panels have in common: a heading, and below it what they show."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.window.look.theme import Theme
from reviewer.window.widgets.panel_heading import PanelHeading


class PanelFrame(QWidget):
    """A panel without margins under its heading, which a dock makes its title bar."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = PanelHeading(name, theme, self)

    @property
    def title(self) -> str:
        """What the heading says."""
        return self.heading.title.text()

    def fill(
        self, content: QWidget, *, above: QWidget | None = None, below: QWidget | None = None
    ) -> None:
        """Lay the panel out: what is shown has all the room that the lines around it leave."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.heading, above, content, below):
            if part is not None:
                column.addWidget(part, 1 if part is content else 0)


class CountedPanel(PanelFrame):
    """A panel whose name counts what is in it; several of them share a place.

    Attributes:
        title_changed: The name with the count.
    """

    title_changed = Signal(str)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(name, theme, parent)
        self._name = name

    def set_count(self, count: int) -> None:
        """Tell how much there is; nothing is not counted."""
        self.heading.title.setText(f"{self._name} {count}" if count else self._name)
        self.title_changed.emit(self.title)

    def sizeHint(self) -> QSize:
        """Wide enough for a card or an entry, however much there is."""
        return QSize(240, 260)
