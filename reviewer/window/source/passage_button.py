"""The button that appears at the end of a selected passage and offers a note on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton

from reviewer.document.model import Span
from reviewer.window.look.theme import Theme
from reviewer.window.source.text import SourceText
from reviewer.window.wording import with_key


class PassageButton(QToolButton):
    """Stands beside a selected passage; gone when the text scrolls or nothing is selected."""

    def __init__(self, text: SourceText, theme: Theme) -> None:
        super().__init__(text.viewport())
        self.setObjectName("passage_button")
        self._text = text
        self._theme = theme
        self.setText(self.tr("✎ 批注"))
        self.setToolTip(with_key(self.tr("给选中的文字写批注"), "review.note"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        text.verticalScrollBar().valueChanged.connect(self.hide)
        text.selectionChanged.connect(self.hide)

    def offer(self, passage: Span | None) -> None:
        """Appear at the end of a passage, or vanish."""
        rects = self._text.places.rects_of(passage) if passage is not None else []
        if not rects:
            self.hide()
            return
        self.adjustSize()
        last = rects[-1]
        room = self._text.viewport().rect()
        left = min(round(last.right()) + 6, room.right() - self.width() - 4)
        below = round(last.bottom()) + 3
        top = below if below + self.height() <= room.bottom() else round(last.top()) - self.height()
        self.move(max(left, 0), top)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A small raised card in the accent colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), 1))
        painter.setBrush(self._theme.color("selection" if self.underMouse() else "base"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 4, 4)
        painter.setPen(self._theme.color("accent"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
