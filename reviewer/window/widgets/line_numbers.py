"""The margin of the source text: canonical line numbers and the signs of what is marked."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reviewer.window.look.fonts import figure_font
from reviewer.window.look.marks import Mark
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.glyphs import paint_glyph

_MARGIN = 7


class NumberedText(Protocol):
    """What the margin asks of the text beside it."""

    def visible_lines(self) -> list[tuple[int, QRect]]:
        """Number and rectangle of each line in sight; lines without text are left out."""

    def current_line(self) -> int:
        """The line of the caret or of the selected figure."""

    def last_line(self) -> int:
        """The highest number."""

    def visible_signs(self) -> list[tuple[Mark, QRect]]:
        """The heaviest mark of each visual line in sight, with its line's rectangle."""


class LineNumbers(QWidget):
    """Draws the numbers beside a text; a click on one tells which.

    Attributes:
        clicked: The line that was clicked.
    """

    clicked = Signal(int)

    def __init__(self, text: NumberedText, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("line_numbers")
        self._text = text
        self._theme = theme
        self._scale = 1.0
        self._font = figure_font(0.85)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def stand_beside(self, text: QPlainTextEdit) -> None:
        """Take the room at a text's left that the highest number needs now."""
        width = self.sizeHint().width()
        text.setViewportMargins(width, 0, 0, 0)
        inside = text.contentsRect()
        self.setGeometry(inside.left(), inside.top(), width, inside.height())

    def set_scale(self, scale: float) -> None:
        """Follow the text's zoom."""
        self._scale = scale
        self._font = figure_font(0.85 * scale)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Take the application's new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.set_scale(self._scale)

    def sizeHint(self) -> QSize:
        """As wide as a sign and the highest number need."""
        return QSize(self._sign_width() + self._number_width() + 2 * _MARGIN, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what stands beside the lines in sight."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("base"))
        current = self._text.current_line()
        for line, rect in self._text.visible_lines():
            self._draw_number(painter, line, rect, current=line == current)
        for mark, rect in self._text.visible_signs():
            self._draw_sign(painter, mark, rect)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which line was clicked."""
        line = self._line_at(event.position().toPoint())
        if line is not None and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(line)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the text scroll."""
        event.ignore()

    def _draw_number(self, painter: QPainter, line: int, rect: QRect, *, current: bool) -> None:
        font = QFont(self._font)
        font.setBold(current)
        painter.setFont(font)
        painter.setPen(self._theme.color("accent" if current else "muted"))
        width = self.width() - _MARGIN
        painter.drawText(
            QRect(0, rect.top(), width, rect.height()),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            str(line),
        )

    def _draw_sign(self, painter: QPainter, mark: Mark, rect: QRect) -> None:
        size = self._sign_width() * 0.62
        top = rect.top() + (rect.height() - size) / 2
        paint_glyph(
            painter, mark, QRectF(_MARGIN / 2, top, size, size), self._theme.color(mark.value)
        )

    def _line_at(self, point: QPoint) -> int | None:
        lines = self._text.visible_lines()
        return next((line for line, rect in lines if rect.top() <= point.y() < rect.bottom()), None)

    def _sign_width(self) -> int:
        return round(QFontMetrics(self._font).height() * 0.8)

    def _number_width(self) -> int:
        digits = max(2, len(str(self._text.last_line())))
        return round(QFontMetrics(self._font).horizontalAdvance("0" * digits) * 1.08)
