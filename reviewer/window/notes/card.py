"""One note as a card: place, text, when and by whom."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reviewer.window.commands.panel_keys import Panel, meant
from reviewer.window.keys import ENTER
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.card import paint_card
from reviewer.window.widgets.link_button import LinkButton
from reviewer.window.widgets.panel_heading import mute
from reviewer.window.widgets.words import breakable, embolden
from reviewer.window.wording import with_panel_key


class NoteCard(QFrame):
    """Shows a note, or a draft of one; a click goes to its place.

    Attributes:
        chosen: The card was clicked, or Enter pressed on it.
        edit_wanted: The note is to be changed.
        delete_wanted: The note is to be deleted.
    """

    chosen = Signal(object)
    edit_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, key: object, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("note_card")
        self.key = key
        self._theme = theme
        self._marked = False
        self._title, self._quote, self._text, self._foot = (QLabel(self) for _ in range(4))
        self.edit_button = self._link(self.tr("编辑"), self.tr("修改批注"), "notes.edit")
        self.delete_button = self._link(self.tr("删除"), self.tr("删除批注"), "notes.delete")
        self.edit_button.clicked.connect(self._edit)
        self.delete_button.clicked.connect(self._delete)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._lay_out()
        self._show_buttons()

    def show_note(self, title: str, quote: str, text: str, foot: str) -> None:
        """Show the note as it stands."""
        for label, words in zip(
            (self._title, self._quote, self._text, self._foot),
            (title, quote, text, foot),
            strict=True,
        ):
            label.setText(breakable(words))
            label.setVisible(bool(words))
        self.setAccessibleName("\n".join(part for part in (title, quote, text, foot) if part))

    def mark(self, on: bool) -> None:
        """Show that its place is selected."""
        if on != self._marked:
            self._marked = on
            self._show_buttons()
            self.update()

    @property
    def marked(self) -> bool:
        """Whether its place is selected."""
        return self._marked

    # -- events ---------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.chosen.emit(self.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Change the text."""
        self.edit_wanted.emit(self.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there, F2 changes, Delete deletes."""
        if event.key() in ENTER:
            self.chosen.emit(self.key)
        elif meant(event, Panel.NOTES) == "notes.edit":
            self.edit_wanted.emit(self.key)
        elif meant(event, Panel.NOTES) == "notes.delete":
            self.delete_wanted.emit(self.key)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Show the buttons under the pointer; keep F2 and Delete from the window's shortcuts."""
        if event.type() in (
            QEvent.Type.HoverEnter,
            QEvent.Type.HoverLeave,
            QEvent.Type.FocusIn,
            QEvent.Type.FocusOut,
        ):
            self._show_buttons(over=event.type() == QEvent.Type.HoverEnter)
            self.update()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            own = meant(event, Panel.NOTES) in {"notes.edit", "notes.delete"}
            event.setAccepted(own)
            return own
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card; its edge tells whether it is meant."""
        painter = QPainter(self)
        edge = "accent" if self._marked or self.hasFocus() else "border"
        fill = "related_fill" if self._marked else "hover" if self.underMouse() else "base"
        paint_card(painter, self.rect(), self._theme, edge=edge, fill=fill)
        painter.end()

    # -- inside ---------------------------------------------------------------------------

    def _link(self, text: str, tip: str, identity: str) -> LinkButton:
        link = LinkButton(self._theme, self)
        link.show_text(text, with_panel_key(tip, identity))
        link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = link.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        link.setSizePolicy(policy)
        return link

    def _lay_out(self) -> None:
        embolden(self._title)
        for label in (self._title, self._quote, self._text, self._foot):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        mute(self._quote)
        mute(self._foot)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._foot, 1)
        foot.addWidget(self.edit_button)
        foot.addWidget(self.delete_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 5)
        column.setSpacing(2)
        for label in (self._title, self._quote, self._text):
            column.addWidget(label)
        column.addLayout(foot)

    def _show_buttons(self, *, over: bool = False) -> None:
        shown = over or self._marked or self.hasFocus() or self.underMouse()
        self.edit_button.setVisible(shown)
        self.delete_button.setVisible(shown)

    def _edit(self) -> None:
        self.edit_wanted.emit(self.key)

    def _delete(self) -> None:
        self.delete_wanted.emit(self.key)
