"""Plain text that wraps, and how a widget's text is made bold or coloured."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_LONG_WORD = re.compile(r"[!-~]{12}(?=[!-~])")


class Words(QLabel):
    """Plain text that wraps."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def show_text(self, text: str) -> None:
        """What it says; without text it is not there."""
        self.setText(text)
        self.setVisible(bool(text))


def breakable(text: str) -> str:
    """A text to be shown only, whose long words (addresses, numbers) may be broken.

    A label is as wide as its longest word; in a narrow panel that would push others out.
    """
    return _LONG_WORD.sub("\\g<0>\u200b", text)


def embolden(widget: QWidget) -> None:
    """Bold, in whatever family and size the application has."""
    font = QFont()
    font.setBold(True)
    widget.setFont(font)


def ink(label: QWidget, color: QColor) -> None:
    """Write in another colour than the palette's, until another theme asks for another one."""
    palette = label.palette()
    palette.setColor(label.foregroundRole(), color)
    label.setPalette(palette)
