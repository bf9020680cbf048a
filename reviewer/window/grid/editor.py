"""The line in which a figure is typed, with a tag that says what the typing means."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from reviewer.base import CellId
from reviewer.forms.figures.numbers import parse_figure
from reviewer.forms.report import Kind
from reviewer.window.commands.figure import Mode
from reviewer.window.keys import ENTER
from reviewer.window.look.fonts import ui_font
from reviewer.window.look.theme import Theme

_LEAST_WIDTH = 68
_TAG_GAP = 4


class FigureEditor(QLineEdit):
    """A line edit over a cell.

    A text that is no figure is held back once: the tag asks for a second Enter.

    Attributes:
        moved: Up or down was pressed: -1 or 1.
        typed: The cell that it stands over, and the text that was typed.
    """

    moved = Signal(int)
    typed = Signal(object, str)

    def __init__(
        self, cell: CellId | None, theme: Theme, mode: Mode, font: QFont, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.mode = mode
        self._cell = cell
        self._theme = theme
        self._grid = parent
        self._tag = EditorTag(theme, parent)
        self._asked = False
        self.setFont(font)
        self.setFrame(False)
        self.setTextMargins(4, 0, 3, 0)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setMaxLength(200)
        self.setAccessibleName(self._purpose())
        self.textChanged.connect(self._on_text_changed)
        self.textEdited.connect(self._on_typed)
        self.destroyed.connect(self._tag.deleteLater)

    def _purpose(self) -> str:
        if self.mode is Mode.PROPOSE:
            return self.tr("建议：应改为")
        return self.tr("读数：原文写的是")

    def place(self, rect: QRect) -> None:
        """Stand over a cell, wider than it if it is narrow, inside the grid."""
        width = max(rect.width(), _LEAST_WIDTH)
        left = min(rect.right() - width + 1, self._grid.width() - width)
        self.setGeometry(QRect(max(left, 0), rect.top(), width, rect.height()))
        self._show_tag()

    def is_acceptable(self) -> bool:
        """Whether the text may be handed over.

        A source may say anything, words only if they were asked for twice; a proposal is a
        figure, or empty to take it back.
        """
        if self.mode is Mode.PROPOSE:
            return self._kind() in {Kind.NUMBER, Kind.BLANK}
        return self._asked or self._kind() is not Kind.TEXT

    def holds_back(self, event: QEvent) -> bool:
        """Whether a key is kept from closing the editor, or moves on with it."""
        key = event.key() if isinstance(event, QKeyEvent) else 0
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            if self.is_acceptable():
                self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
            return True
        closing = ENTER | {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
        if key not in closing or not self.isModified() or self.is_acceptable():
            return False
        self._asked = True
        self._show_tag()
        return True

    def _kind(self) -> Kind:
        return parse_figure(self.text()).kind

    def _is_fine(self) -> bool:
        wanted = {Kind.NUMBER, Kind.BLANK}
        return self._kind() in (wanted if self.mode is Mode.PROPOSE else {*wanted, Kind.NIL})

    def _on_text_changed(self) -> None:
        self._asked = False
        self._show_tag()
        self.update()

    def _on_typed(self, text: str) -> None:
        self.typed.emit(self._cell, text)

    def _show_tag(self) -> None:
        self._tag.say(self._advice(), "broken" if self._warns() else self.mode, self.geometry())

    def _advice(self) -> str:
        if not self._warns():
            return self._purpose()
        if self.mode is Mode.PROPOSE:
            return self.tr("建议值须是数字")
        if self._asked:
            return self.tr("不是数字：再按 Enter 按文字记下")
        return self._purpose() + self.tr("（不是数字）")

    def _warns(self) -> bool:
        return self.isModified() and not self._is_fine()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line with a strong frame in the colour of what it is for."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._theme.color("broken" if self._warns() else self.mode))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """The tag comes back with the line: another tab may have been in front of both."""
        super().showEvent(event)
        self._show_tag()

    def hideEvent(self, event: QHideEvent) -> None:
        """The tag goes with the line."""
        self._tag.hide()
        super().hideEvent(event)


class EditorTag(QWidget):
    """A small flag above the editor, below it at the top of the grid."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._grid = parent
        self._text = ""
        self._color = QColor()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(ui_font(0.85, bold=True))

    def say(self, text: str, color: str, editor: QRect) -> None:
        """Show a text in a named colour beside the editor."""
        self._text = text
        self._color = self._theme.color(color)
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(text) + 2 * _TAG_GAP + 2
        height = metrics.height() + 2
        left = min(editor.left(), self._grid.width() - width)
        above = editor.top() - height
        top = above if above >= 0 else editor.bottom() + 1
        self.setGeometry(max(left, 0), top, width, height)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """White, or black in the dark, on the colour."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._color)
        painter.setPen(self._theme.color("base"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()
