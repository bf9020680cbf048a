"""Where the characters of a source text are drawn, and which one is drawn at a point."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextLine
from PySide6.QtWidgets import QPlainTextEdit

from reviewer.document.model import Span
from reviewer.window.positions import Positions


class SourcePlaces:
    """Offsets of the canonical text and points of the viewport that shows it.

    Args:
        text: The widget.
        positions: Of the text that it shows.
    """

    def __init__(self, text: QPlainTextEdit, positions: Positions) -> None:
        self._text = text
        self._positions = positions

    def offset_at(self, point: QPointF) -> int | None:
        """The code point whose character is drawn at a point of the viewport."""
        block = self._text.cursorForPosition(point.toPoint()).block()
        origin = self._rect_of(block).topLeft()
        inside = point - origin
        for line in _lines_of(block):
            if line.y() <= inside.y() < line.y() + line.height():
                if not 0 <= inside.x() - line.x() < line.naturalTextWidth():
                    return None
                column = line.xToCursor(inside.x(), QTextLine.CursorPosition.CursorOnCharacter)
                return self._positions.to_offset(block.position() + column)
        return None

    def rects_of(self, span: Span) -> list[QRectF]:
        """Where a passage is drawn in the viewport, one rectangle a visual line."""
        start, end = self._positions.to_positions(span)
        block = self._text.document().findBlock(start)
        rects = []
        while block.isValid() and block.position() <= end and self._is_in_reach(block):
            origin = self._rect_of(block).topLeft()
            first, last = start - block.position(), end - block.position()
            for line in _lines_of(block, first, last):
                rect = _line_part(line, first, last)
                if rect is not None:
                    rects.append(rect.translated(origin))
            block = block.next()
        return rects

    def caret_rect(self, offset: int) -> QRectF:
        """Where a caret at an offset in sight would stand, as high as its visual line."""
        position = self._positions.to_position(offset)
        block = self._text.document().findBlock(position)
        column = position - block.position()
        line = block.layout().lineForTextPosition(column)
        origin = self._rect_of(block).topLeft()
        if not line.isValid():
            return QRectF(origin.x(), origin.y(), 0, 0)
        caret = QRectF(_x_of(line, column), line.y(), 0, line.height())
        return caret.translated(origin)

    def visible_span(self) -> Span:
        """The passage that is in sight, from the first visual line to the last."""
        room = self._text.viewport().rect()
        first = self._text.cursorForPosition(room.topLeft())
        last = self._text.cursorForPosition(room.bottomRight())
        return self._positions.to_span(first.position(), last.position())

    def _is_in_reach(self, block: QTextBlock) -> bool:
        """Whether a paragraph is not far below the viewport: farther ones need no rectangle."""
        top = self._rect_of(block).top()
        return top <= self._text.viewport().height()

    def _rect_of(self, block: QTextBlock) -> QRectF:
        return self._text.blockBoundingGeometry(block).translated(self._text.contentOffset())


def _lines_of(block: QTextBlock, start: int = 0, end: int | None = None) -> list[QTextLine]:
    """The visual lines of a paragraph that two of its columns, or its ends, stand in."""
    layout = block.layout()
    if not layout.lineCount():
        return []
    final = block.length() - 1
    first = layout.lineForTextPosition(min(max(start, 0), final)).lineNumber()
    last = layout.lineForTextPosition(final if end is None else min(end, final)).lineNumber()
    return [layout.lineAt(index) for index in range(first, last + 1)]


def _line_part(line: QTextLine, start: int, end: int) -> QRectF | None:
    """The part of a visual line between two columns of its paragraph; None if it has none."""
    first, last = line.textStart(), line.textStart() + line.textLength()
    if end < first or start > last or (start != end and (end == first or start == last)):
        return None
    left, right = (_x_of(line, min(max(at, first), last)) for at in (start, end))
    return QRectF(min(left, right), line.y(), max(abs(right - left), 2.0), line.height())


def _x_of(line: QTextLine, column: int) -> float:
    """Where a column of the paragraph begins; the stubs do not tell that a pair is returned."""
    found: Any = line.cursorToX(column)
    return float(found[0])
