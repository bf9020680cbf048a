"""Knows whether a text field has the focus, which has an undo of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)


class TypingWatch(QObject):
    """Watches where the focus goes.

    Attributes:
        changed: Typing began or ended.
    """

    changed = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._typing = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    @property
    def typing(self) -> bool:
        """Whether a text field has the focus."""
        return self._typing

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        typing = _takes_text(now)
        if typing != self._typing:
            self._typing = typing
            self.changed.emit(typing)


def _takes_text(widget: QWidget | None) -> bool:
    if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit | QAbstractSpinBox):
        return not widget.isReadOnly()
    return False
