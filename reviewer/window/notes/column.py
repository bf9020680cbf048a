"""The cards of notes from top to bottom, the editor among them while one is being written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.window.look.theme import Theme
from reviewer.window.notes.card import NoteCard
from reviewer.window.notes.editor import NoteEditor
from reviewer.window.widgets.plain_scroll import PlainScroll

_AIR = 6


@dataclass(frozen=True)
class Content:
    """What a card says; ``key`` tells it from the others."""

    key: object
    title: str
    quote: str
    text: str
    foot: str


class NoteColumn(PlainScroll):
    """Keeps a card for each key as long as it is wanted.

    Attributes:
        chosen: The key of a card that was clicked; ``edit_wanted`` and ``delete_wanted``
            likewise.
        editor: Stands in place of the card that is changed, or above all of them.
    """

    chosen = Signal(object)
    edit_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._cards: dict[object, NoteCard] = {}
        self._list = QWidget(self)
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(10, _AIR, 10, _AIR)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self.editor = NoteEditor(theme, self._list)
        self.editor.hide()
        self.setAccessibleName(self.tr("批注"))
        self.setWidget(self._list)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._list.update)

    @property
    def by_key(self) -> Mapping[object, NoteCard]:
        """The cards there are."""
        return self._cards

    def cards(self) -> list[NoteCard]:
        """The cards from top to bottom."""
        items = (self._column.itemAt(place) for place in range(self._column.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, NoteCard)]

    def arrange(self, contents: Sequence[Content], *, writing: bool, changing: object) -> None:
        """Show these cards.

        Args:
            contents: From top to bottom.
            writing: Whether the editor is open.
            changing: The key of the card that it stands for; None if it writes a new note.
        """
        wanted = {one.key for one in contents}
        for key in [key for key in self._cards if key not in wanted]:
            self._discard(self._cards.pop(key))
        while self._column.count() > 1:
            self._column.takeAt(0)
        if writing and changing is None:
            self._add(self.editor)
        for one in contents:
            card = self._card(one.key)
            card.show_note(one.title, one.quote, one.text, one.foot)
            card.setVisible(one.key != changing)
            self._add(card)
            if one.key == changing:
                self._add(self.editor)
        self.editor.setVisible(writing)

    @property
    def editor_height(self) -> int:
        """Pixels that the editor wants, with the air around it."""
        return self.editor.sizeHint().height() + 2 * _AIR

    def show_card(self, card: NoteCard) -> None:
        """Bring a card into sight: its beginning, if it is higher than the panel."""
        self.ensureWidgetVisible(card, 0, 0)
        if card.height() > self.viewport().height():
            self.verticalScrollBar().setValue(card.y() - _AIR)

    def show_editor(self) -> None:
        """Bring the editor into sight."""
        self.ensureWidgetVisible(self.editor, 0, _AIR)

    def _add(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, widget)

    def _card(self, key: object) -> NoteCard:
        if key not in self._cards:
            card = NoteCard(key, self._theme, self._list)
            card.chosen.connect(self.chosen)
            card.edit_wanted.connect(self.edit_wanted)
            card.delete_wanted.connect(self.delete_wanted)
            self._cards[key] = card
        return self._cards[key]

    def _discard(self, card: NoteCard) -> None:
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
