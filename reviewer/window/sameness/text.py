"""A section of a report in which the passages are marked that stand in another report too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from reviewer.document.model import Span
from reviewer.forms.report import Report
from reviewer.window.look.theme import Theme
from reviewer.window.positions import Positions, displayed
from reviewer.window.widgets.field_style import dress_field
from reviewer.window.widgets.slim_scroll_bar import slim


class SamenessText(QPlainTextEdit):
    """Read only; the caret goes from passage to passage with mouse and arrow keys.

    Attributes:
        went: The number of the passage that the user went to.
    """

    went = Signal(int)

    def __init__(self, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._theme = theme
        self._spans: list[tuple[int, int]] = []
        self._current = -1
        self._quiet = False
        self.setReadOnly(True)
        slim(self, theme)
        self.cursorPositionChanged.connect(self._on_moved)
        theme.changed.connect(self._dress)
        self._dress()

    def show_section(self, report: Report, section: Span, passages: Sequence[Span]) -> None:
        """Show a section, the passages in it marked."""
        text = report.document.at(section)
        positions = Positions(text)
        self._spans = [
            (
                positions.to_position(one.start - section.start),
                positions.to_position(one.end - section.start),
            )
            for one in passages
        ]
        self._current = -1
        self._quiet = True
        self.setPlainText(displayed(text))
        self._quiet = False
        self._mark()

    def go_to(self, passage: int) -> None:
        """Show a passage as the one that is compared; nobody is told."""
        if self._current == passage or not 0 <= passage < len(self._spans):
            return
        self._current = passage
        start, end = self._spans[passage]
        cursor = self.textCursor()
        if not start <= cursor.position() <= end:
            cursor.setPosition(start)
            self._quiet = True
            self.setTextCursor(cursor)
            self._quiet = False
            self.centerCursor()
        self._mark()

    def _on_moved(self) -> None:
        if self._quiet:
            return
        place = self.textCursor().position()
        for passage, (start, end) in enumerate(self._spans):
            if start <= place <= end:
                self.went.emit(passage)
                return

    def _dress(self) -> None:
        dress_field(self, self._theme)
        self._mark()

    def _mark(self) -> None:
        """Mark all passages, the one that is compared by another colour."""
        selections = []
        for passage, (start, end) in enumerate(self._spans):
            look = QTextCharFormat()
            fill = "selection" if passage == self._current else "doubtful_fill"
            look.setBackground(self._theme.color(fill))
            look.setForeground(self._theme.color("text"))
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, look
            selections.append(selection)
        self.setExtraSelections(selections)
