"""The one place where the panels are made."""

from __future__ import annotations

import importlib
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.window.dock import Dock
from reviewer.window.notebook import Notebook
from reviewer.window.panel_heading import PanelHeading
from reviewer.window.reports_panel import ReportsPanel
from reviewer.window.theme import Theme
from reviewer.window.workbench import Workbench


class _Standin(QWidget):
    title = "?"
    title_changed = Signal(str)

    def __init__(self, workbench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = PanelHeading("?", theme, self)
        QVBoxLayout(self)


def _made(module: str, name: str, workbench: Workbench, theme: Theme) -> Any:
    try:
        return getattr(importlib.import_module(f"reviewer.window.{module}"), name)(workbench, theme)
    except ImportError as e:
        print(e)
        return _Standin(workbench, theme)


class Panels:
    """All panels of a window."""

    def __init__(self, workbench: Workbench, theme: Theme) -> None:
        self.tables = _made("tables", "Tables", workbench, theme)
        self.source = _made("source_pane", "SourcePane", workbench, theme)
        self.inspector = _made("inspector", "Inspector", workbench, theme)
        self.findings = _made("findings_panel", "FindingsPanel", workbench, theme)
        self.notes = _made("notes_panel", "NotesPanel", workbench, theme)
        self.history = _made("history_panel", "HistoryPanel", workbench, theme)
        self.records = Notebook((self.notes, self.history), theme)
        self.reports = ReportsPanel(workbench, theme)
        self.reports_dock = Dock("reports", self.reports, self.reports.heading, theme)
        self.docks = {
            "source": Dock("source", self.source, self.source.heading, theme),
            "inspector": Dock("inspector", self.inspector, self.inspector.heading, theme),
            "records": Dock("records", self.records, self.records.heading, theme),
            "findings": Dock("findings", self.findings, self.findings.heading, theme),
        }

    def in_order(self) -> tuple[QWidget, ...]:
        """The panels in the order that F6 goes through them."""
        return (self.reports, self.source, self.tables, self.inspector, self.records, self.findings)

    def show_notes(self) -> None:
        """Bring the notes to the front."""
        self.docks["records"].show()
        self.records.show_page(self.notes)
