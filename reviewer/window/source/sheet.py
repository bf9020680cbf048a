"""A canonical text laid out: numbered lines, marks in the margin, passages that stand out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QInputMethodEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from reviewer.document.model import Span
from reviewer.window.look.fonts import text_font
from reviewer.window.look.marks import Mark
from reviewer.window.look.theme import Theme
from reviewer.window.placed_marks import PlacedMark, heaviest
from reviewer.window.positions import UNSEEN, Lines, Positions, displayed
from reviewer.window.source.places import SourcePlaces
from reviewer.window.widgets.line_numbers import LineNumbers
from reviewer.window.widgets.slim_scroll_bar import slim

Look = tuple[Span, QTextCharFormat]
"""A passage and how it looks."""

_KEEP = QTextCursor.MoveMode.KeepAnchor
_GAP_PIXELS = 6
_ENDLESS = re.compile(r"(?<![!-~])[!-~]{2000}")
"""A word that no report has: something else than text stands in it."""


class SourceSheet(QPlainTextEdit):
    """Read-only text with numbered lines; every place in and out is a code-point span."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._positions = Positions("")
        self.places = SourcePlaces(self, self._positions)
        self._lines = Lines("")
        self._marks: list[PlacedMark] = []
        self._looks: list[Look] = []
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        slim(self, theme)
        # Lines are broken anywhere if need be; a bar would come of a rounded pixel.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(6)
        self.numbers = LineNumbers(self, theme, self)
        self.updateRequest.connect(self._follow_scroll)
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
        self.set_looks(())
        # Qt looks for the end of a word to its end for every line that the word takes.
        mode = QTextOption.WrapMode
        endless = _ENDLESS.search(text) is not None
        self.setWordWrapMode(mode.WrapAnywhere if endless else mode.WrapAtWordBoundaryOrAnywhere)
        # Text that is set looks as what is typed at the cursor would: as a heading, where it stood.
        plain = QTextCursor(self.document())
        plain.setCharFormat(QTextCharFormat())
        self.setTextCursor(plain)
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
        looks = list(looks)
        if looks == self._looks:
            return
        self._looks = looks
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
                found.append((self._number_of(block), box.toRect()))
            block = block.next()
        return found

    def current_line(self) -> int:
        """The line that the caret stands in; of rows that are joined it need not be the first."""
        return self._lines.at(self._positions.to_offset(self.textCursor().position()))

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

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Let nothing be written: Qt's own lets input methods write wherever text is selected."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margin as high as the text."""
        super().resizeEvent(event)
        self._make_room()

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

    def _make_room(self) -> None:
        self.numbers.stand_beside(self)

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

    def _number_of(self, block: QTextBlock) -> int:
        """The number beside a block: its first line's, or that of the caret in it."""
        if block == self.textCursor().block():
            return self.current_line()
        return self._lines.at(self._positions.to_offset(block.position()))


def _is_gap(block: QTextBlock) -> bool:
    return not block.text().strip(UNSEEN + " \u3000\t")
