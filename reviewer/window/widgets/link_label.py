"""Words with links in them that the keys reach as well as the mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_BY_KEY = {Qt.FocusReason.TabFocusReason: True, Qt.FocusReason.BacktabFocusReason: False}


class LinkLabel(QLabel):
    """Rich text, broken to the width; Tab goes from link to link and on, Enter follows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )

    def show_html(self, html: str) -> None:
        """Show words; screen readers are told them without their markup."""
        self.setText(html)
        self.setAccessibleName(QTextDocumentFragment.fromHtml(html).toPlainText())
        linked = "<a " in html
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if linked else Qt.FocusPolicy.NoFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come to the first link, or to the last: else nobody sees where the keys are."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            super().focusNextPrevChild(_BY_KEY[event.reason()])

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave at the first link; Qt would come to it again and again."""
        if not forward and self.hasSelectedText() and self.selectionStart() == 0:
            self.setSelection(0, 0)
            return QWidget.focusNextPrevChild(self, forward)
        return super().focusNextPrevChild(forward)
