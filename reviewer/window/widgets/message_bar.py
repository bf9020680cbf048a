"""The line under the toolbar that tells what went wrong, or what is on offer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QMenu, QSizePolicy, QWidget

from reviewer.errors import ReviewerError
from reviewer.window.keys import ENTER
from reviewer.window.language import told
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.icon_button import IconButton
from reviewer.window.widgets.link_button import LinkButton
from reviewer.window.widgets.plain_tip import plain_tip
from reviewer.window.widgets.small_button import SmallButton


class Tone(StrEnum):
    """How a message sounds; the value is its icon."""

    ERROR = "error"
    WARNING = "warning"
    NEWS = "about"


_LISTED = 20
"""At most this many messages are listed; all of them can be copied."""
_LIST_WIDTH = 560

_FILLS = {Tone.ERROR: "broken_fill", Tone.WARNING: "doubtful_fill", Tone.NEWS: "related_fill"}
_INKS = {Tone.ERROR: "error", Tone.WARNING: "warning", Tone.NEWS: "hint"}


@dataclass(frozen=True)
class Offer:
    """A button of a message; what cannot be undone is grave."""

    title: str
    do: Callable[[], object]
    grave: bool = False


@dataclass(frozen=True)
class Message:
    """What the bar says; of what is ``about`` the same thing only the last is worth reading."""

    tone: Tone
    text: str
    hint: str = ""
    detail: str = ""
    offers: tuple[Offer, ...] = ()
    about: str = ""


class _OfferButton(SmallButton):
    def __init__(self, offer: Offer, theme: Theme, bar: MessageBar) -> None:
        super().__init__(offer.title, theme, bar, ink="error" if offer.grave else "text")
        self._offer = offer
        self._bar = bar
        self.clicked.connect(self._take)

    def _take(self) -> None:
        self._bar.dismiss()
        self._offer.do()


class MessageBar(QWidget):
    """Shows the newest message; those before it wait below and are counted.

    Attributes:
        left: The last message was put away while the keys were here.
    """

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._theme = theme
        self._waiting: list[Message] = []
        self._shown: Message | None = None
        self._buttons: list[_OfferButton] = []
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.more = LinkButton(theme, self)
        self.more.clicked.connect(self._list_all)
        close = self.tr("关闭这条消息")
        self._close = IconButton(close, close, theme, self)
        self._close.clicked.connect(self.dismiss)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 7, 8, 7)
        self._row.setSpacing(10)
        for widget in (self._icon, self._text, self.more, self._close):
            self._row.addWidget(widget)
        self.setVisible(False)
        theme.changed.connect(self._dress)

    @property
    def message(self) -> Message | None:
        """What is shown."""
        return self._shown

    def say(self, message: Message) -> None:
        """Show a message over those that were not dismissed yet; none is said twice."""
        if message == self._shown:
            return
        self.settle(message.about)
        if message in self._waiting:
            self._waiting.remove(message)
        if self._shown is not None:
            self._waiting.append(self._shown)
        self._waiting.append(message)
        self._advance()

    def withdraw(self, message: Message) -> None:
        """Take back what was said, if it was not put away yet."""
        if message == self._shown:
            self.dismiss()
        elif message in self._waiting:
            self._waiting.remove(message)
            self._count()

    def settle(self, about: str) -> None:
        """Take back all that was said about something: it was tried again, or is done with."""
        said = [one for one in (*self._waiting, self._shown) if one is not None]
        for message in said:
            if about and message.about == about:
                self.withdraw(message)

    def say_error(self, error: ReviewerError, *offers: Offer) -> None:
        """Show what went wrong and what can be done."""
        message, hint = told(error.message), told(error.hint)
        self.say(Message(Tone.ERROR, message, hint, error.detail, offers, error.about))

    def dismiss(self) -> None:
        """Put the message away and show the one before."""
        focus = QApplication.focusWidget()
        here = focus is not None and self.isAncestorOf(focus)
        self._shown = None
        self._advance()
        if here and self._shown is None:
            self.left.emit()
        elif here:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss_all(self) -> None:
        """Put all messages away."""
        self._waiting.clear()
        self.dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the message away, as Enter does on the button for that."""
        enters = event.key() in ENTER
        if event.key() == Qt.Key.Key_Escape or (enters and self._close.hasFocus()):
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A fill in the message's colour, a rule below."""
        if self._shown is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color(_FILLS[self._shown.tone]))
        painter.setPen(self._theme.color("border"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _advance(self) -> None:
        self._clear_buttons()
        if self._waiting:
            self._shown = self._waiting.pop()
            self._text.setText("  ".join(filter(None, (self._shown.text, self._shown.hint))))
            self._text.setToolTip(plain_tip(self._shown.detail))
            self._add_buttons(self._shown)
            self.setFocusProxy(self._buttons[0] if self._buttons else self._close)
            self._dress()
            self._count()
        self.setVisible(self._shown is not None)

    def _add_buttons(self, message: Message) -> None:
        for offer in message.offers:
            button = _OfferButton(offer, self._theme, self)
            self._row.insertWidget(self._row.indexOf(self.more), button)
            button.show()  # the layout would do it later, and the keys could not reach it now
            self._buttons.append(button)

    def _clear_buttons(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()

    def _count(self) -> None:
        waiting = len(self._waiting)
        said = self.tr("另有 {} 条").format(waiting) if waiting else ""
        self.more.show_text(said, self.tr("列出全部消息"))

    def _list_all(self) -> None:
        """All messages, the newest first, as a menu; what is chosen there comes to the front."""
        menu = QMenu(self)
        menu.setObjectName("messagesMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        metrics = menu.fontMetrics()
        for message in list(reversed(self._waiting))[:_LISTED]:
            words = metrics.elidedText(message.text, Qt.TextElideMode.ElideMiddle, _LIST_WIDTH)
            menu.addAction(words.replace("&", "&&"), partial(self.say, message))
        menu.addSeparator()
        menu.addAction(self.tr("复制全部消息"), self._copy_all)
        menu.addAction(self.tr("关闭全部消息"), self.dismiss_all)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _copy_all(self) -> None:
        said = [self._shown, *reversed(self._waiting)]
        QGuiApplication.clipboard().setText(
            "\n".join(one.text + one.hint for one in said if one is not None)
        )

    def _dress(self) -> None:
        if self._shown is None:
            return
        icon = self._theme.icon(self._shown.tone.value, _INKS[self._shown.tone])
        self._icon.setPixmap(icon.pixmap(QSize(20, 20), self.devicePixelRatio()))
        self._close.setIcon(self._theme.icon("close"))
        self.update()
