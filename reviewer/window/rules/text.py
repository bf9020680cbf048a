"""The field in which a file of rules is written, with its line numbers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QResizeEvent, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from reviewer.window.look.fonts import figure_font
from reviewer.window.look.marks import Mark
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.line_numbers import LineNumbers
from reviewer.window.widgets.slim_scroll_bar import slim


class RulesText(QPlainTextEdit):
    """Plain text; the line in which something is wrong is marked."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rules_text")
        self.setAccessibleName(self.tr("规则文件"))
        self._theme = theme
        self._faulty: int | None = None
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(figure_font())
        self.setTabChangesFocus(True)
        slim(self, theme)
        self.numbers = LineNumbers(self, theme, self)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scroll_numbers)
        self.cursorPositionChanged.connect(self.numbers.update)
        self._make_room()

    def mark_line(self, line: int | None) -> None:
        """Mark the line that is wrong; None if none is."""
        self._faulty = line
        marks = []
        block = self.document().findBlockByNumber(line - 1) if line is not None else None
        if block is not None and block.isValid():
            mark = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setBackground(self._theme.brush("broken_fill"))
            look.setProperty(QTextFormat.Property.FullWidthSelection, True)
            mark.format = look
            mark.cursor = QTextCursor(block)
            marks.append(mark)
        self.setExtraSelections(marks)
        self.numbers.update()

    def insert(self, name: str) -> None:
        """Write a name where the cursor is, apart from other names; one can go on writing there."""
        cursor = self.textCursor()
        begun = self.document().characterAt(cursor.selectionStart() - 1)
        follows = self.document().characterAt(cursor.selectionEnd())
        before, after = (" " if _is_of_name(sign) else "" for sign in (begun, follows))
        self.insertPlainText(f"{before}{name}{after}")
        self.ensureCursorVisible()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_line(self, line: int) -> None:
        """Put the cursor at the beginning of a line."""
        block = self.document().findBlockByNumber(line - 1)
        if block.isValid():
            self.setTextCursor(QTextCursor(block))
            self.centerCursor()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what the margin asks -------------------------------------------------------------

    def visible_lines(self) -> list[tuple[int, QRect]]:
        """Number and rectangle of each line in sight."""
        lines = []
        block = self.firstVisibleBlock()
        bottom = self.viewport().height()
        while block.isValid():
            rect = self.blockBoundingGeometry(block).translated(self.contentOffset()).toRect()
            if rect.top() > bottom:
                break
            lines.append((block.blockNumber() + 1, rect))
            block = block.next()
        return lines

    def current_line(self) -> int:
        """The line of the cursor."""
        return self.textCursor().blockNumber() + 1

    def last_line(self) -> int:
        """The highest number."""
        return self.blockCount()

    def visible_signs(self) -> list[tuple[Mark, QRect]]:
        """The sign of the line that is wrong, if it is in sight."""
        return [(Mark.BROKEN, rect) for n, rect in self.visible_lines() if n == self._faulty]

    # -- events ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margin keeps to the left."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs another margin."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "numbers"):
            self._make_room()

    def _make_room(self) -> None:
        self.numbers.stand_beside(self)

    def _scroll_numbers(self) -> None:
        self.numbers.update()


def _is_of_name(sign: str) -> bool:
    """Whether a sign would be read as part of a name that it stands beside."""
    return sign.isalnum() or sign in {"_", ".", "{", "}"}
