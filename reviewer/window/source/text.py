"""The text widget of the source pane: shows a canonical text, speaks only in its spans."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from reviewer.document.model import Span
from reviewer.window.fonts import text_font
from reviewer.window.grid.marks import Mark
from reviewer.window.positions import UNSEEN, Lines, Positions, displayed
from reviewer.window.source.line_numbers import LineNumbers
from reviewer.window.source.marks import PlacedMark, heaviest
from reviewer.window.source.overlay import SourceOverlay
from reviewer.window.source.places import SourcePlaces
from reviewer.window.theme import Theme
from reviewer.window.widgets.slim_scroll_bar import slim

Look = tuple[Span, QTextCharFormat]
"""A passage and how it looks."""

_KEEP = QTextCursor.MoveMode.KeepAnchor
_GAP_PIXELS = 6
_BAND_LINES = 8
_TOP_SHARE, _BOTTOM_SHARE = 0.12, 0.8
"""A place within this part of the height is seen well enough not to scroll."""


class SourceText(QPlainTextEdit):
    """Read-only text with numbered lines; every place in and out is a code-point span.

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
        super().__init__(parent)
        self.setObjectName("source_text")
        self.setAccessibleName(self.tr("原文"))
        self._text = ""
        self._positions = Positions("")
        self.places = SourcePlaces(self, self._positions)
        self._lines = Lines("")
        self._marks: list[PlacedMark] = []
        self._looks: list[Look] = []
        self._kept_in_view: Span | None = None
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        slim(self, theme)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.viewport().setMouseTracking(True)
        self.document().setDocumentMargin(6)
        self.overlay = SourceOverlay(self, theme)
        self.numbers = LineNumbers(self, theme, self)
        self.numbers.clicked.connect(self.go_to_line)
        self.updateRequest.connect(self._follow_scroll)
        self.verticalScrollBar().actionTriggered.connect(self._let_go)
        self.cursorPositionChanged.connect(self.numbers.update)
        self.set_scale(1.0)

    # -- what is shown --------------------------------------------------------------------

    def show_text(self, text: str, unseen: Collection[int], bold: Iterable[Span]) -> None:
        """Show a canonical text.

        Args:
            text: Canonical text.
            unseen: Offsets of blanks that are not to be seen.
            bold: Headings.
        """
        self._text = text
        self._positions = Positions(text)
        self.places = SourcePlaces(self, self._positions)
        self._lines = Lines(text)
        self._marks = []
        self.overlay.clear()
        self._let_go()
        self.setPlainText(displayed(text, unseen))
        # One edit block: the text is laid out once, not once a format.
        whole = QTextCursor(self.document())
        whole.beginEditBlock()
        self._shrink_gaps()
        self._embolden(bold)
        whole.endEditBlock()
        self._make_room()

    def set_marks(self, marks: list[PlacedMark]) -> None:
        """The signs in the margin."""
        self._marks = marks
        self.numbers.update()

    def set_looks(self, looks: Iterable[Look]) -> None:
        """How passages look; later ones lie over earlier ones."""
        self._looks = list(looks)
        selections = []
        for span, look in self._looks:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor(span)
            selection.format = look
            selections.append(selection)
        self.setExtraSelections(selections)

    @property
    def looks(self) -> list[Look]:
        """The passages that look other than plain text, later ones over earlier ones."""
        return self._looks

    def set_scale(self, scale: float) -> None:
        """Zoom; 1.0 is the application's font size."""
        self.setFont(text_font(scale))
        self.numbers.set_scale(scale)
        self._make_room()

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
        if not _TOP_SHARE * height <= middle <= _BOTTOM_SHARE * height:
            self.centerCursor()

    def go_to_line(self, line: int) -> None:
        """Put the caret at the beginning of a line."""
        start = self._lines.start(line)
        self.reveal(Span(start=start, end=start))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- for the margin -------------------------------------------------------------------

    def visible_lines(self) -> list[tuple[int, QRect]]:
        """Number and rectangle of each line in sight; lines without text are left out."""
        found = []
        block = self.firstVisibleBlock()
        bottom = self.viewport().height()
        while block.isValid():
            rect = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if rect.top() > bottom:
                break
            if not _is_gap(block):
                first = block.layout().lineAt(0)
                top = max(rect.top(), min(0.0, rect.bottom() - first.height()))
                box = QRectF(rect.left(), top, rect.width(), first.height())
                found.append((self._line_of(block), box.toRect()))
            block = block.next()
        return found

    def current_line(self) -> int:
        """The number drawn beside the caret's line."""
        return self._line_of(self.textCursor().block())

    def line_at(self, offset: int) -> int:
        """The canonical line of an offset."""
        return self._lines.at(offset)

    def last_line(self) -> int:
        """The highest number."""
        return self._lines.count

    def visible_signs(self) -> list[tuple[Mark, QRect]]:
        """The heaviest mark of each visual line in sight, with its line's rectangle."""
        seen = self.places.visible_span()
        on_line: dict[int, tuple[QRect, list[Mark]]] = {}
        for placed in self._marks:
            if seen.start <= placed.span.start <= seen.end:
                rect = self.places.caret_rect(placed.span.start)
                _, marks = on_line.setdefault(round(rect.top()), (rect.toRect(), []))
                marks.append(placed.mark)
        return [(heaviest(marks), rect) for rect, marks in on_line.values()]

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
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
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
        """Keep the margin as high as the text."""
        super().resizeEvent(event)
        self._make_room()
        if self._kept_in_view is not None and not self.textCursor().hasSelection():
            self.reveal(self._kept_in_view)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint the margin when the palette changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.numbers.update()

    # -- inside ---------------------------------------------------------------------------

    def _follow_scroll(self, rect: QRect, dy: int) -> None:
        if dy:
            self.numbers.scroll(0, dy)
        else:
            self.numbers.update(0, rect.y(), self.numbers.width(), rect.height())

    def _let_go(self) -> None:
        self._kept_in_view = None

    def _make_room(self) -> None:
        width = self.numbers.sizeHint().width()
        self.setViewportMargins(width, 0, 0, 0)
        inside = self.contentsRect()
        self.numbers.setGeometry(inside.left(), inside.top(), width, inside.height())

    def _embolden(self, spans: Iterable[Span]) -> None:
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Bold)
        for span in spans:
            self._cursor(span).mergeCharFormat(look)

    def _shrink_gaps(self) -> None:
        look = QTextCharFormat()
        look.setProperty(QTextFormat.Property.FontPixelSize, _GAP_PIXELS)
        block = self.document().begin()
        while block.isValid():
            if _is_gap(block):
                cursor = QTextCursor(block)
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, _KEEP)
                cursor.setCharFormat(look)
                cursor.setBlockCharFormat(look)
            block = block.next()

    def _cursor(self, span: Span) -> QTextCursor:
        start, end = self._positions.to_positions(span)
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, _KEEP)
        return cursor

    def _line_of(self, block: QTextBlock) -> int:
        return self._lines.at(self._positions.to_offset(block.position()))


def _is_gap(block: QTextBlock) -> bool:
    return not block.text().strip(UNSEEN + " \u3000\t")
