"""The one place where the panels are made."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from reviewer.base import FindingId
from reviewer.review.review import Review
from reviewer.window.desk.workbench import Workbench
from reviewer.window.findings.panel import FindingsPanel
from reviewer.window.frame.dock import Dock
from reviewer.window.frame.source_views import SourceViews
from reviewer.window.history.panel import HistoryPanel
from reviewer.window.inspector.panel import Inspector
from reviewer.window.look.theme import Theme
from reviewer.window.notes.panel import NotesPanel
from reviewer.window.reports.panel import ReportsPanel
from reviewer.window.tabs.tables import Tables
from reviewer.window.widgets.notebook import Notebook


class Panels(QObject):
    """All panels of a window, in their docks."""

    def __init__(self, workbench: Workbench, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._workbench = workbench
        self.tables = Tables(workbench, theme)
        self.source = SourceViews(workbench, theme)
        self.inspector = Inspector(workbench, theme)
        self.findings = FindingsPanel(workbench, theme)
        self.notes = NotesPanel(workbench, theme)
        self.history = HistoryPanel(workbench, theme)
        self.records = Notebook((self.notes, self.history), theme)
        self.reports = ReportsPanel(workbench, theme)
        self.reports_dock = Dock("reports", self.reports, self.reports.heading, theme)
        self.docks = {
            "source": Dock("source", self.source, self.source.heading, theme),
            "inspector": Dock("inspector", self.inspector, self.inspector.heading, theme),
            "records": Dock("records", self.records, self.records.heading, theme),
            "findings": Dock("findings", self.findings, self.findings.heading, theme),
        }
        self.docks["records"].setWindowTitle(self.tr("批注与历史"))
        self.findings.located.connect(self._go_to)
        workbench.note_wanted.connect(self.show_notes)

    def in_order(self) -> tuple[QWidget, ...]:
        """The panels in the order that F6 goes through them."""
        return (
            self.reports,
            self.source,
            self.tables,
            self.inspector,
            self.records,
            self.findings,
        )

    def regions(self) -> tuple[QWidget, ...]:
        """The same with their headings, which stand in the docks."""
        docks = self.docks
        return (
            self.reports_dock,
            docks["source"],
            self.tables,
            docks["inspector"],
            docks["records"],
            docks["findings"],
        )

    def rehearse(self, sample: Review | None) -> None:
        """Show a report that is not open, as long as nothing is seen, or none again."""
        self.tables.show_review(sample)
        self.source.text.show_review(sample)
        self.findings.show_review(sample)

    def show_notes(self) -> None:
        """Bring the notes to the front."""
        self.docks["records"].show()
        self.records.show_page(self.notes)

    def _go_to(self, _: FindingId) -> None:
        """Go where the selected finding is: to its figure, else to the text."""
        figure = self._workbench.selection.cell is not None
        panel: QWidget = self.tables if figure else self.source
        panel.setFocus(Qt.FocusReason.OtherFocusReason)
