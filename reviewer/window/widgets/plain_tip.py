"""What a tool tip says is never markup: a report's text could load a picture from somewhere."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import Qt


def plain_tip(text: str) -> str:
    """A text for a tool tip that shows it as it stands, whatever tags are in it.

    Qt takes a tip for rich text where it looks like that, and offers no way to say otherwise.
    """
    if not QtGui.Qt.mightBeRichText(text):
        return text
    return QtGui.Qt.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpaceNormal)
