"""What was dropped on the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

_SHORTEST = 20
"""Characters; less text than this is no report but a slip of the mouse."""


def dropped_paths(data: QMimeData) -> list[Path]:
    """The files and folders among what was dropped."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def dropped_text(data: QMimeData) -> str:
    """The text that was dropped, or nothing if it is too short to be a report."""
    text = data.text() if data.hasText() and not data.hasUrls() else ""
    return text if len(text.strip()) >= _SHORTEST else ""
