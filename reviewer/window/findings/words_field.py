"""The field whose words narrow the list of findings."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reviewer.window.keys import ENTER
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.field_style import dress_field
from reviewer.window.widgets.text_field import TextField

_LEAST, _MOST = 6, 11
"""Characters that it has room for."""


class WordsField(TextField):
    """A line of words; Escape empties it.

    Attributes:
        entered: Enter, or the arrow down: on to the rows that the words leave.
    """

    entered = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("findings_words")
        self.setPlaceholderText(self.tr("筛选问题"))
        self.setAccessibleName(self.tr("筛选问题"))
        self.setClearButtonEnabled(True)
        self._fit()
        self._dress()
        theme.changed.connect(self._dress)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down into the list, or back to all of it; Escape in an empty field is another's."""
        if event.key() in ENTER | {Qt.Key.Key_Down}:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters want a wider field."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        character = self.fontMetrics().horizontalAdvance("政")
        self.setMinimumWidth(_LEAST * character)
        self.setMaximumWidth(_MOST * character)

    def _dress(self) -> None:
        dress_field(self, self._theme)
