"""The panels in their places, and what is done with all of them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from reviewer.review.review import Review
from reviewer.window.desk.workbench import Workbench
from reviewer.window.frame.dock import Dock
from reviewer.window.frame.dock_area import DockArea
from reviewer.window.frame.panels import Panels
from reviewer.window.frame.window_layout import WindowLayout
from reviewer.window.look.theme import Theme
from reviewer.window.settings import SettingsStore
from reviewer.window.tabs.tables import TAB_ORDER
from reviewer.window.widgets.focus import has_focus


class Workspace(QObject):
    """What the window shows while reports are open.

    It is made with the first report, or before it when the empty window stands: that has nothing
    to show of it, and is up sooner without.

    Attributes:
        panels: The panels in their docks.
        area: The tables with the docks around them; the window shows it.
    """

    def __init__(
        self, window: QMainWindow, workbench: Workbench, theme: Theme, settings: SettingsStore
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self.panels = Panels(workbench, theme, window)
        self.area = DockArea(self.panels.tables, self.panels.docks, theme)
        reports = self.panels.reports_dock
        reports.hide()
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, reports)
        self._layout = WindowLayout(window, self.area, reports, settings)
        source = self.panels.source
        source.text.set_zoom(settings.value.source_zoom)
        source.pages.set_zoom(settings.value.page_zoom)
        source.set_wants_pages(settings.value.show_pages)
        source.shape_changed.connect(self.area.read_pages)
        self.area.read_pages(source.shows_pages)
        self.panels.notes.shrunk.connect(self.area.share_anew)

    @property
    def docks(self) -> tuple[Dock, ...]:
        """Every dock, in the order of the menu that shows and hides them."""
        return (self.panels.reports_dock, *self.panels.docks.values())

    def rehearse(self, sample: Review, size: QSize) -> None:
        """Lay out and draw a report unseen: letters and pages are ready for the first one then."""
        self._layout.rehearse(size)
        self.panels.rehearse(sample)
        self.area.grab()
        self.panels.rehearse(None)

    def show_panels(self, on: bool) -> None:
        """Show the panels that the user wants, or hide them all while no report is open."""
        self._layout.show_panels(on)

    def show_tab(self, index: int) -> bool:
        """Show one of the tables' tabs and go to it; whether the report has it."""
        self.panels.tables.show_tab(index)
        return TAB_ORDER[index] in self.panels.tables.keys

    def step_panel(self, by: int, messages: QWidget) -> bool:
        """Give the focus to the panel ``by`` places on from the one that has it, if any is seen.

        What the window has to say is gone through as if it were the first of them.
        """
        panels = [one for one in (messages, *self.panels.in_order()) if one.isVisible()]
        inside = [place for place, one in enumerate(panels) if has_focus(one)]
        start = inside[0] if inside else -1 if by > 0 else 0
        for distance in range(1, len(panels) + 1):
            panel = panels[(start + by * distance) % len(panels)]
            panel.setFocus(Qt.FocusReason.ShortcutFocusReason)
            # A panel that has nothing to go to is passed over.
            if has_focus(panel):
                break
        return bool(panels)

    def zoom_source(self, by: int) -> bool:
        """Zoom the source if it has the focus; whether it has."""
        source = self.panels.source
        if not has_focus(source):
            return False
        {1: source.zoom_in, -1: source.zoom_out, 0: source.zoom_reset}[by]()
        return True

    def show_notes(self) -> None:
        """Bring the notes to the front."""
        self.panels.show_notes()

    def go_to_findings(self) -> None:
        """Let the keys of the findings' list work; those of the tables if it is not in sight."""
        seen = self.panels.findings.table.isVisible()
        panel = self.panels.findings if seen else self.panels.tables
        panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def reset_layout(self) -> None:
        """Put all panels back where they stand at first."""
        self._layout.reset()

    def keep(self) -> None:
        """Finish typing; write places and zooms into the settings."""
        self.commit_editor()
        self._layout.keep()
        source = self.panels.source
        self._settings.update(
            source_zoom=source.text.zoom,
            page_zoom=source.pages.zoom,
            show_pages=source.wants_pages,
        )

    def commit_editor(self) -> None:
        """Finish what is being typed, so that nothing is left out."""
        self.panels.tables.commit_editor()
        self.panels.findings.table.commit()
