"""The text widget of the source pane: what it is clicked, selected and scrolled for."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from reviewer.document.model import Span
from reviewer.window.keys import ENTER
from reviewer.window.look.theme import Theme
from reviewer.window.source.overlay import SourceOverlay
from reviewer.window.source.sheet import SourceSheet
from reviewer.window.widgets.in_sight import is_in_sight

_BAND_LINES = 8


class SourceText(SourceSheet):
    """A text to go through with mouse and keys; every place in and out is a code-point span.

    Attributes:
        pressed: Offset of a plain click on a character.
        passage_chosen: Span that the mouse or the keys have just selected; None if none is.
        entered: Offset of the caret when Enter was pressed.
        menu_wanted: Global point and offset (or None) of a wish for the context menu.
        zoom_wanted: +1 or -1 from Ctrl and the wheel.
    """

    pressed = Signal(object)
    passage_chosen = Signal(object)
    entered = Signal(object)
    menu_wanted = Signal(object, object)
    zoom_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("source_text")
        self.setAccessibleName(self.tr("原文"))
        self._kept_in_view: Span | None = None
        self.viewport().setMouseTracking(True)
        self.overlay = SourceOverlay(self, theme)
        self.numbers.clicked.connect(self.go_to_line)
        self.verticalScrollBar().actionTriggered.connect(self._let_go)

    def show_text(self, text: str, unseen: Collection[int], bold: Iterable[Span]) -> None:
        """Show another text from its beginning, nothing in it selected."""
        self.overlay.clear()
        self._let_go()
        super().show_text(text, unseen, bold)

    # -- places ---------------------------------------------------------------------------

    def caret(self) -> int:
        """The offset that the caret stands at."""
        return self._positions.to_offset(self.textCursor().position())

    def passage(self) -> Span | None:
        """What is selected in the text."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._positions.to_span(cursor.anchor(), cursor.position())

    def reveal(self, span: Span) -> None:
        """Put the caret at a passage and scroll it into view, with what stands above it.

        It stays in view when the pane changes its size, until the user scrolls.
        """
        cursor = self.textCursor()
        cursor.setPosition(self._positions.to_position(span.start))
        self.setTextCursor(cursor)
        self._kept_in_view = span
        height = self.viewport().height()
        middle = self.cursorRect().center().y()
        if not is_in_sight(middle, height):
            self.centerCursor()

    def go_to_line(self, line: int) -> None:
        """Put the caret at the beginning of a line."""
        start = self._lines.start(line)
        self.reveal(Span(start=start, end=start))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- events ---------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the band of the current line below the text, the selected figure above it."""
        self.overlay.paint_below(self.current_rect())
        super().paintEvent(event)
        self.overlay.paint_above()

    def current_rect(self) -> QRectF:
        """The caret's paragraph in the viewport; of a very long one only the caret's line."""
        cursor = self.textCursor()
        rect = self.blockBoundingGeometry(cursor.block()).translated(self.contentOffset())
        line = QRectF(self.cursorRect(cursor))
        return rect if rect.height() <= _BAND_LINES * line.height() else line

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell a passage selected, or the character clicked."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        passage = self.passage()
        self.passage_chosen.emit(passage)
        if passage is None and (offset := self.places.offset_at(event.position())) is not None:
            self.pressed.emit(offset)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the figure at the caret; Shift and arrows select."""
        if event.key() in ENTER:
            self.entered.emit(self.caret())
            return
        self._let_go()
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Tell a passage selected by keys when Shift is let go."""
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_Shift and not event.isAutoRepeat():
            self.passage_chosen.emit(self.passage())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        self._let_go()
        super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the menu to the pane."""
        self.menu_wanted.emit(event.globalPos(), self.places.offset_at(QPointF(event.pos())))

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied is the canonical text, not what the widget made of it."""
        data = QMimeData()
        passage = self.passage()
        if passage is not None:
            data.setText(self._text[passage.start : passage.end])
        return data

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What was shown last stays in view."""
        super().resizeEvent(event)
        if self._kept_in_view is not None and not self.textCursor().hasSelection():
            self.reveal(self._kept_in_view)

    # -- inside ---------------------------------------------------------------------------

    def _let_go(self) -> None:
        self._kept_in_view = None
