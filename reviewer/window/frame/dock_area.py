"""The tables in the middle and the panels around them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from reviewer.window.frame.dock import Dock
from reviewer.window.frame.panel_shares import PanelShares, SeparatorDrags
from reviewer.window.look.fonts import DEFAULT_SIZE
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.separator_style import SeparatorStyle

_TABLES_LEAST = 456
"""Pixels of width that show every column of table three: docks make room before the tables do."""
_MOST_LETTERS = 1.3
"""The source gives way to letters up to this many times the usual size."""
_RECORDS_LEAST = 6.9
"""Lines of text that the notes have at least: their heading, and a note of one line."""
_RECORDS_MOST = 0.34
"""The largest share of the height beside the tables, however large the letters are."""


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
        self.shares = PanelShares()
        self._source = "source"
        self._shares_due = False
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
        self._drags = SeparatorDrags(self)
        self._drags.ended.connect(self._learn)
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
        """Give the docks that stand where they stood at first their shares of the window."""
        findings = self.shares.of("findings", self.height())
        right = self.height() - findings
        lines = round(_RECORDS_LEAST * self.fontMetrics().height())
        records = min(lines, round(_RECORDS_MOST * right))
        inspector = min(self.shares.of("upper", right), right - records)
        beside = self.shares.of("inspector", self.width())
        beside = max(beside, self.docks["inspector"].minimumSizeHint().width())
        spare = max(self.width() - beside - self._wanted(), 1)
        widths = {
            "source": min(self.shares.of(self._source, self.width()), spare),
            "inspector": beside,
        }
        self._resize(widths, Qt.Orientation.Horizontal)
        self._resize({"findings": findings}, Qt.Orientation.Vertical)
        heights = {"inspector": inspector, "records": right - inspector}
        self._resize(heights, Qt.Orientation.Vertical)

    def _wanted(self) -> int:
        """Pixels of width that table three needs in large letters; few are its source's to give."""
        letters = QApplication.font().pointSizeF() / DEFAULT_SIZE
        return round(_TABLES_LEAST * min(letters, _MOST_LETTERS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What a small window took from the panels, a larger one gives back."""
        super().resizeEvent(event)
        if self.isVisible():
            self.lay_sizes()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters want other shares."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.share_anew()

    def event(self, event: QEvent) -> bool:
        """A dock that needs less than before has told so now."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self._shares_due:
            self._shares_due = False
            QTimer.singleShot(0, self.lay_sizes)
        return done

    def share_anew(self) -> None:
        """Give the docks their shares again, once the panels know what they need."""
        self._shares_due = self.isVisible()

    def _learn(self) -> None:
        """Keep what the user dragged the panels to."""
        docks, shares = self.docks, self.shares
        if self._at_home("source"):
            shares.learn(self._source, docks["source"].width(), self.width())
        if self._at_home("inspector"):
            shares.learn("inspector", docks["inspector"].width(), self.width())
        if self._at_home("findings"):
            shares.learn("findings", docks["findings"].height(), self.height())
        if self._at_home("inspector") and self._at_home("records"):
            upper, lower = docks["inspector"].height(), docks["records"].height()
            shares.learn("upper", upper, upper + lower)

    def read_pages(self, on: bool) -> None:
        """Give the source the room that pages want, whose letters get smaller with them, or text.

        Either keeps the width that the user drags it to.
        """
        name = "pages" if on else "source"
        if name != self._source:
            self._source = name
            if self.isVisible():
                self.lay_sizes()

    def _at_home(self, name: str) -> bool:
        """Whether a dock that is not closed stands where it stood at first."""
        dock = self.docks[name]
        area = next(place.area for place in PLACES if place.name == name)
        return not dock.isHidden() and not dock.isFloating() and self.dockWidgetArea(dock) == area

    def _resize(self, sizes: dict[str, int], orientation: Qt.Orientation) -> None:
        at_home = {name: size for name, size in sizes.items() if self._at_home(name)}
        docks = [self.docks[name] for name in at_home]
        self.resizeDocks(docks, list(at_home.values()), orientation)
