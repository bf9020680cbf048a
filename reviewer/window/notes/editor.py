"""The card in which a note is written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reviewer.window.commands.panel_keys import Panel, meant
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.card import paint_card
from reviewer.window.widgets.dropping import dropped_paths
from reviewer.window.widgets.field_style import dress_button, dress_field
from reviewer.window.widgets.plain_tip import plain_tip
from reviewer.window.widgets.slim_scroll_bar import slim
from reviewer.window.widgets.words import embolden
from reviewer.window.wording import with_panel_key

_LINES = (2, 6)
"""How many lines the field shows at least and at most."""
_SHORT_QUOTE = 14


class GrowingField(QPlainTextEdit):
    """A field as high as what is written in it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        slim(self, theme)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def sizeHint(self) -> QSize:
        """Whole lines, within bounds."""
        lines = round(self.document().size().height())
        low, high = _LINES
        height = self.fontMetrics().lineSpacing() * min(max(lines, low), high)
        return QSize(super().sizeHint().width(), height + 2 * self.frameWidth() + 10)

    def minimumSizeHint(self) -> QSize:
        """It is not squeezed."""
        return QSize(60, self.sizeHint().height())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave files to the window, as every field does."""
        if dropped_paths(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def _grow(self) -> None:
        self.updateGeometry()


class NoteEditor(QFrame):
    """Title of the place, a field, save and cancel.

    Attributes:
        saved: The text, on Ctrl+Enter or the button.
        cancelled: Escape or the button.
    """

    saved = Signal(str)
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("note_editor")
        self._theme = theme
        self._title = QLabel(self)
        self.field = GrowingField(theme, self)
        self.field.setObjectName("note_field")
        self.save_button = QPushButton(self.tr("保存"), self)
        self.cancel_button = QPushButton(self.tr("取消"), self)
        self._lay_out()
        self._dress()
        theme.changed.connect(self._dress)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._on_typed)
        self.save_button.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self.cancelled)

    def begin(self, title: str, quote: str, text: str) -> None:
        """Write on a place, from a text on."""
        short = f"{quote[:_SHORT_QUOTE]}…" if len(quote) > _SHORT_QUOTE else quote
        self._title.setText(f"{title}“{short}”" if quote else title)
        self._title.setToolTip(plain_tip(quote))
        self.field.setPlainText(text)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self._on_typed()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def text(self) -> str:
        """What is written."""
        return self.field.toPlainText().strip()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter saves, Escape cancels; the window's shortcuts wait."""
        if isinstance(event, QKeyEvent):
            meaning = meant(event, Panel.NOTES)
            saves, cancels = meaning == "notes.save", meaning == "notes.cancel"
            if event.type() == QEvent.Type.ShortcutOverride and (saves or cancels):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and (saves or cancels):
                self._save() if saves else self.cancelled.emit()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card with the accent's edge."""
        painter = QPainter(self)
        paint_card(painter, self.rect(), self._theme, edge="accent")
        painter.end()

    def _lay_out(self) -> None:
        embolden(self._title)
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self.field.setPlaceholderText(self.tr("写批注…"))
        self.field.setAccessibleName(self.tr("批注内容"))
        self.save_button.setToolTip(with_panel_key(self.tr("保存"), "notes.save"))
        self.cancel_button.setToolTip(with_panel_key(self.tr("不保存"), "notes.cancel"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 7, 10, 8)
        column.setSpacing(5)
        column.addWidget(self._title)
        column.addWidget(self.field)
        column.addLayout(row)

    def _dress(self) -> None:
        dress_field(self.field, self._theme)
        dress_button(self.cancel_button, self._theme)
        dress_button(self.save_button, self._theme, primary=True)

    def _on_typed(self) -> None:
        self.save_button.setEnabled(bool(self.text()))

    def _save(self) -> None:
        if self.text():
            self.saved.emit(self.text())
