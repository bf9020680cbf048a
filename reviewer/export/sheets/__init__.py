"""The workbook's sheets, one file each, in the order of SHEETS."""

from __future__ import annotations

from collections.abc import Callable

from reviewer.export.book import Book
from reviewer.export.sheets.findings import write_findings
from reviewer.export.sheets.history import write_history
from reviewer.export.sheets.notes import write_notes
from reviewer.export.sheets.overview import write_overview
from reviewer.export.sheets.tables import write_tables

SHEETS: tuple[Callable[[Book], None], ...] = (
    write_overview,
    write_findings,
    write_tables,
    write_notes,
    write_history,
)
"""Each adds its sheet (the form's tables: one each) at the end of the workbook."""
