"""The toolbar: the commands used most, and the search box at its right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolBar, QWidget

from reviewer.window.commands.actions import TOOLBAR
from reviewer.window.look.theme import Theme
from reviewer.window.menus.action_set import ActionSet, Command
from reviewer.window.search.find_bar import FindBar
from reviewer.window.widgets.bar_button import BarButton
from reviewer.window.widgets.primary_button import PrimaryButton

_HEIGHT = 44
_KEYED = ("review.previous", "review.next")
"""Commands given so often that their keys stand beside them."""
_ROOMY = 88
"""From this many widths of a character on there is room for that."""


class MainToolBar(QToolBar):
    """Made from ``TOOLBAR``; the first command stands out."""

    def __init__(
        self, actions: ActionSet, find_bar: FindBar, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("工具栏"))
        self._theme = theme
        self._find_bar = find_bar
        self._keyed: list[tuple[BarButton, str]] = []
        self._buttons: list[BarButton] = []
        self._has_other_letters = False
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._add_space(6)
        for place, group in enumerate(TOOLBAR):
            if place == 0:
                self.addWidget(PrimaryButton(actions[group[0]], theme, self))
                self._add_space(4)
                continue
            self.addSeparator()
            for identity in group:
                self._add_button(actions[identity])
        spacer = QWidget(self)
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spacer)
        self.addWidget(find_bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The search box has its share of the width."""
        self._fit(event.size().width())
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters want a wider box, once the buttons have taken them, too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._has_other_letters = True

    def event(self, event: QEvent) -> bool:
        """Part the width anew when all that stands here has its new size."""
        if event.type() == QEvent.Type.LayoutRequest and self._has_other_letters:
            self._has_other_letters = False
            self._fit(self.width())
        return super().event(event)

    def _fit(self, width: int) -> None:
        roomy = width >= _ROOMY * self.fontMetrics().horizontalAdvance("国")
        for button, key in self._keyed:
            button.show_key(key if roomy else "")
        for worded in (True, False):
            for button in self._buttons:
                button.show_words(worded)
            room = width - self._taken()
            if room >= self._find_bar.least(width):
                break
        self._find_bar.fit(width, room)

    def _taken(self) -> int:
        """Pixels of everything but the search box."""
        layout = self.layout()
        if layout is None:
            return 0
        parts = [layout.itemAt(place) for place in range(layout.count())]
        others = [part for part in parts if part and part.widget() is not self._find_bar]
        gaps = layout.spacing() * len(others)
        return sum(part.sizeHint().width() for part in others) + gaps

    def paintEvent(self, event: QPaintEvent) -> None:
        """A plain ground and a rule below."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("window"))
        painter.setPen(self._theme.color("border"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _add_button(self, command: Command) -> None:
        button = BarButton(command, self._theme, self)
        self._buttons.append(button)
        if command.action.id in _KEYED:
            self._keyed.append((button, command.key_text().replace("Shift+", "⇧")))
        self.addWidget(button)

    def _add_space(self, width: int) -> None:
        space = QWidget(self)
        space.setFixedSize(width, _HEIGHT)
        self.addWidget(space)
