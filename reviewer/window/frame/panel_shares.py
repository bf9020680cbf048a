"""How much of the window each panel takes: a share of it, which the user can change by dragging."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from reviewer.window.look.fonts import DEFAULT_SIZE

_HALF = 0.42
"""The share of the whole that a panel around the tables takes at most for its letters."""


@dataclass(frozen=True)
class Share:
    """What a panel takes at first.

    Attributes:
        of_whole: Its part of the window's width or height.
        most: Pixels beyond which it has no use for more, in letters of the usual size.
        least: Pixels below which it cannot be read, whatever letters there are.
        in_lines: Pixels that letters of the usual size want before there is room for more.
    """

    of_whole: float
    most: int
    least: int = 0
    in_lines: int = 0

    def of(self, whole: int, letters: float = 1.0) -> int:
        """Pixels of so many, with letters so many times as large as usual."""
        lines = min(self.in_lines * letters, whole * _HALF)
        usual = max(whole * self.of_whole, lines)
        return max(round(min(self.most * letters, usual)), self.least)


REPORTS = "reports"
SHARES = {
    REPORTS: Share(0.119, most=220, least=132),
    "source": Share(0.25, most=460),
    "pages": Share(0.37, most=720),
    "inspector": Share(0.2, most=330),
    "findings": Share(0.26, most=270, in_lines=130),
    "upper": Share(0.8, most=600),
}
"""Of the whole width or height.

``pages`` is the source's part while it shows pages, ``upper`` the inspector's of the height over
the notes.
"""


class PanelShares:
    """The shares in force: those that the user dragged a panel to, else the first ones."""

    def __init__(self, dragged: Mapping[str, float] | None = None) -> None:
        self._dragged = dict(dragged or {})

    @property
    def dragged(self) -> dict[str, float]:
        """What the user chose, to be kept."""
        return dict(self._dragged)

    def of(self, name: str, whole: int) -> int:
        """Pixels that a panel takes of so many."""
        dragged = self._dragged.get(name)
        letters = QApplication.font().pointSizeF() / DEFAULT_SIZE
        return SHARES[name].of(whole, letters) if dragged is None else round(whole * dragged)

    def learn(self, name: str, size: int, whole: int) -> None:
        """Keep the size that a panel was dragged to; one that it had anyway is no choice."""
        if whole > 0 and abs(self.of(name, whole) - size) > 1:
            self._dragged[name] = size / whole

    def forget(self) -> None:
        """Take the first shares again."""
        self._dragged.clear()


class SeparatorDrags(QObject):
    """Watches a main window's separators: they are its only places that no child covers.

    Attributes:
        ended: One of them was dragged and let go.
    """

    ended = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pressed = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember where the button went down; tell when it comes up again."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            self._pressed = self._window.childAt(event.position().toPoint()) is None
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed:
            self._pressed = False
            self.ended.emit()
        return super().eventFilter(watched, event)
