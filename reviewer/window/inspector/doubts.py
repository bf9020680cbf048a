"""Why a reading is not sure, the other ways to read it, and the reviewer's word on it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.base import CellId
from reviewer.review.review import Review
from reviewer.window.inspector.parts import Card
from reviewer.window.language import told
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.link_button import LinkButton
from reviewer.window.widgets.words import Words, embolden

_LISTED = 8


class DoubtBox(Card):
    """What is doubtful about a reading.

    Attributes:
        chosen: One of the other ways to read the text, as it is typed.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "doubtful_fill", parent)
        self._title = Words(self)
        embolden(self._title)
        self._text = Words(self)
        self._links = [LinkButton(theme, self) for _ in range(_LISTED)]
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._text)
        for link in self._links:
            link.followed.connect(self.chosen)
            column.addWidget(link)

    def show_doubt(self, review: Review, cell: CellId) -> None:
        """Show what is doubtful, until the reviewer has said what stands there."""
        reading = review.report.by_cell[cell]
        doubtful = reading.is_doubtful
        shown = not reading.transcribed and (doubtful or bool(reading.doubt))
        self.setVisible(shown)
        if not shown:
            return
        self._title.setText(self.tr("？读数存疑") if doubtful else self.tr("读数由推断得出"))
        self._text.show_text(told(reading.doubt or ""))
        for place, link in enumerate(self._links):
            ways = reading.candidates[place : place + 1]
            text = self.tr("读作 {text}").format(text=ways[0] or self.tr("空白")) if ways else ""
            tip = self.tr("把它作为更正读数") if ways else ""
            link.show_text(text, tip, leads_to=next(iter(ways), None))
