"""The tables in the middle and the panels around them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from reviewer.window.dock import Dock
from reviewer.window.theme import Theme
from reviewer.window.widgets.separator_style import SeparatorStyle

_WIDTHS = {"source": 318, "inspector": 252}
_SHARES = {"source": 0.25, "inspector": 0.2}
"""Of the width, at most: in a narrow window the tables want the most of it."""
_PAGES_SHARE = 0.37
"""Of the width: for pages, whose letters get smaller with them."""
_TABLES_LEAST = 456
"""Pixels of width that show every column of table three: docks make room before the tables do."""
_FINDINGS = 206
_FINDINGS_SHARE = 0.26
"""Of the height, at most: in a low window table three wants it."""
_INSPECTOR = 480
_INSPECTOR_SHARE = 0.8
"""Of the height over the findings, at most: the notes want room as well."""
_RECORDS_LEAST = 118


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
        self.docks = docks
        self._centre = centre
        self.setDockOptions(
            QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.AnimatedDocks
        )
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.BottomDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.BottomDockWidgetArea)
        centre.setMinimumWidth(_TABLES_LEAST)
        self.setCentralWidget(centre)
        for dock in docks.values():
            dock.setParent(self)
        self.setStyle(SeparatorStyle(theme, self))
        self.arrange()

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
        self.lay_sizes()

    def lay_sizes(self) -> None:
        """Give the docks their first sizes; to be called again once the window has its own."""
        findings = min(_FINDINGS, round(self.height() * _FINDINGS_SHARE))
        right = self.height() - findings
        most = min(round(right * _INSPECTOR_SHARE), right - _RECORDS_LEAST)
        inspector = min(_INSPECTOR, most)
        heights = {"inspector": inspector, "records": right - inspector}
        widths = {name: min(_WIDTHS[name], round(self.width() * _SHARES[name])) for name in _WIDTHS}
        self._resize(widths, Qt.Orientation.Horizontal)
        self._resize({"findings": findings}, Qt.Orientation.Vertical)
        self._resize(heights, Qt.Orientation.Vertical)

    def widen_source(self) -> None:
        """Make the source so wide that a page in it can be read, if the tables can spare it."""
        spare = self._centre.width() - _TABLES_LEAST
        now = self.docks["source"].width()
        wide = min(round(self.width() * _PAGES_SHARE), now + spare)
        if wide > now:
            self._resize({"source": wide}, Qt.Orientation.Horizontal)

    def _resize(self, sizes: dict[str, int], orientation: Qt.Orientation) -> None:
        docks = [self.docks[name] for name in sizes]
        self.resizeDocks(docks, list(sizes.values()), orientation)
