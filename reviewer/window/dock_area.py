"""The tables in the middle and the panels around them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from reviewer.window.dock import Dock
from reviewer.window.theme import Theme

_WIDTHS = {"source": 322, "inspector": 252}
_HEIGHTS = {"findings": 150, "inspector": 400, "records": 230}


@dataclass(frozen=True)
class Place:
    """Where a panel stands at first."""

    name: str
    area: Qt.DockWidgetArea


PLACES = (
    Place("source", Qt.DockWidgetArea.LeftDockWidgetArea),
    Place("inspector", Qt.DockWidgetArea.RightDockWidgetArea),
    Place("records", Qt.DockWidgetArea.RightDockWidgetArea),
    Place("findings", Qt.DockWidgetArea.BottomDockWidgetArea),
)
"""The docks, in the order that F6 goes through them."""


class DockArea(QMainWindow):
    """An inner main window: docks move within it, beside the list of reports."""

    def __init__(self, centre: QWidget, docks: dict[str, Dock], theme: Theme) -> None:
        super().__init__()
        self.setObjectName("area")
        self.setWindowFlags(Qt.WindowType.Widget)
        self._theme = theme
        self.docks = docks
        self.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.AnimatedDocks
        )
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.BottomDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.BottomDockWidgetArea)
        self.setCentralWidget(centre)
        for dock in docks.values():
            dock.setParent(self)
        self.arrange()
        theme.changed.connect(self._dress)
        self._dress()

    def arrange(self) -> None:
        """Put every dock where it stands at first."""
        for place in PLACES:
            dock = self.docks[place.name]
            dock.setFloating(False)
            self.addDockWidget(place.area, dock)
            dock.show()
        self.splitDockWidget(
            self.docks["inspector"], self.docks["records"], Qt.Orientation.Vertical
        )
        self._resize(_WIDTHS, Qt.Orientation.Horizontal)
        self._resize(_HEIGHTS, Qt.Orientation.Vertical)

    def _resize(self, sizes: dict[str, int], orientation: Qt.Orientation) -> None:
        docks = [self.docks[name] for name in sizes]
        self.resizeDocks(docks, list(sizes.values()), orientation)

    def _dress(self) -> None:
        """Hair lines between the docks, wide enough to take hold of."""
        line, ground = self._theme.color("border").name(), self._theme.color("window").name()
        self.setStyleSheet(
            f"QMainWindow#area::separator {{ background: {ground}; }}"
            "QMainWindow#area::separator:vertical { width: 4px; "
            f"border-left: 1px solid {line}; }}"
            "QMainWindow#area::separator:horizontal { height: 4px; "
            f"border-top: 1px solid {line}; }}"
        )
