"""Where the keys go."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget


def has_focus(panel: QWidget) -> bool:
    """Whether a panel, or anything in it, has the keys."""
    focus = QApplication.focusWidget()
    return focus is not None and (panel is focus or panel.isAncestorOf(focus))
