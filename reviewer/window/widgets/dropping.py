"""What was dropped on the window or copied elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from reviewer.document.readers.html import has_table

_SHORTEST = 20
"""Characters; less text than this is no report but a slip of the mouse."""


def dropped_paths(data: QMimeData) -> list[Path]:
    """The files and folders among what was dropped."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def markup_of(data: QMimeData | None) -> str:
    """The markup of text from a browser, Word or a spreadsheet if it keeps a table; else empty.

    An empty clipboard has no data at all.
    """
    markup = data.html() if data is not None and data.hasHtml() else ""
    return markup if has_table(markup) else ""


def dropped_text(data: QMimeData) -> str:
    """The text that was dropped, or nothing if it is too short to be a report."""
    text = data.text() if data.hasText() and not data.hasUrls() else ""
    return text if len(text.strip()) >= _SHORTEST else ""
