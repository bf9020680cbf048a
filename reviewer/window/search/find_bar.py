"""The search box at the right of the toolbar, with its hits in a card below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from reviewer.checks.model import Severity
from reviewer.window.commands.actions import key_of
from reviewer.window.desk.workbench import Workbench
from reviewer.window.keys import ENTER, STEPS
from reviewer.window.look.theme import Theme
from reviewer.window.search.search import Hit, places, search
from reviewer.window.selection import Chooser
from reviewer.window.widgets.overlay import Overlay
from reviewer.window.widgets.panel_heading import mute
from reviewer.window.widgets.rows import Row, RowList
from reviewer.window.widgets.text_field import TextField

_MOST = 12
_CARD_WIDTH = 560
_BESIDE_HINT = 64
"""How many pixels of the box its icon and its button take."""
_COUNTED = "12 / 12"
_MARGINS = 26
_LEAST_SHARE, _MOST_SHARE = 0.18, 0.27
"""Of the toolbar's width."""


class FindBar(QWidget):
    """Finds words in text, figures and findings; Enter goes on, Shift+Enter goes back.

    Attributes:
        found: Spans in the source that were found, empty when the search ends.
        left: Escape was pressed: the focus belongs where it was before.
    """

    found = Signal(object)
    left = Signal()

    def __init__(self, workbench: Workbench, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("findBar")
        self._workbench = workbench
        self._theme = theme
        self._hits: list[Hit] = []
        self._stale = True
        self._walked = False
        self.box = TextField(self)
        self.box.setObjectName("searchBox")
        self.box.setPlaceholderText(
            f"{self.tr('查找：正文、单元格、问题')}    {key_of('edit.find')}"
        )
        self.box.setAccessibleName(self.tr("查找"))
        self.box.setClearButtonEnabled(True)
        self._count = QLabel(self)
        mute(self._count)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 10, 0)
        row.setSpacing(8)
        row.addWidget(self._count)
        row.addWidget(self.box)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.card = Overlay(theme, window)
        self.list = RowList(theme, self.card)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.card.column.addWidget(self.list)
        self._icon = self.box.addAction(
            theme.icon("find", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._connect()

    @property
    def hits(self) -> list[Hit]:
        """What was found last."""
        return self._hits

    def least(self, toolbar: int) -> int:
        """Pixels of a toolbar's width that the box and its count need."""
        return round(toolbar * _LEAST_SHARE) + self._beside()

    def fit(self, toolbar: int, room: int) -> None:
        """Show the whole hint in the box, unless there is too little room for it.

        Args:
            toolbar: Pixels of the toolbar's width.
            room: Pixels of it that nothing else takes.
        """
        hint = self.box.fontMetrics().horizontalAdvance(self.box.placeholderText())
        least, most = round(toolbar * _LEAST_SHARE), round(toolbar * _MOST_SHARE)
        most = min(most, max(room - self._beside(), least))
        self.box.setFixedWidth(min(max(hint + _BESIDE_HINT, least), most))

    def _beside(self) -> int:
        """Pixels of the bar beside its box."""
        return self.fontMetrics().horizontalAdvance(_COUNTED) + _MARGINS

    def start(self) -> None:
        """Go to the box; what stands in it is selected, so that typing replaces it."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()
        self._search()

    def step(self, by: int) -> None:
        """Select the next hit, or the one before; the first search starts at the first."""
        if self._stale:
            self._search()
        if not self._hits:
            self._workbench.say(self.tr("没有找到。"))
            return
        self.list.step(by)
        self._go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the box that move in the list; the card goes when the focus does."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        if event.type() == QEvent.Type.FocusOut:
            self.card.hide()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.box.installEventFilter(self)
        self.box.textEdited.connect(self._search)
        self.box.textChanged.connect(self._on_text)
        self.list.went.connect(self._on_clicked)
        self._workbench.current_changed.connect(self._forget)
        self._workbench.changed.connect(self._forget)
        self._theme.changed.connect(self._dress)
        self._dress()

    def _take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in ENTER:
            self._enter(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return True
        if key in STEPS:
            self.step(STEPS[Qt.Key(key)])
            self._walked = True
            return True
        if key == Qt.Key.Key_Escape:
            self._end()
            return True
        return False

    def _enter(self, *, back: bool) -> None:
        """Stay with the hit that arrow keys led to, else go on to the next."""
        if self._walked and self.card.isVisible():
            self.card.hide()
        else:
            self.step(-1 if back else 1)
        self._walked = False

    def _search(self) -> None:
        self._walked = False
        review = self._workbench.current
        self._hits = search(review, self.box.text()) if review is not None else []
        self._stale = False
        self.list.rows.show([_row(hit, places(hit.title, self.box.text())) for hit in self._hits])
        self.found.emit([hit.span for hit in self._hits if hit.span is not None])
        self._tell_count()
        self._place_card()

    def _go(self) -> None:
        hit = self._hits[self.list.currentIndex().row()]
        if hit.finding is not None:
            self._workbench.select_finding(hit.finding, Chooser.FIND)
        elif hit.cell is not None:
            self._workbench.select_cell(hit.cell, Chooser.FIND)
        elif hit.span is not None:
            self._workbench.select_span(hit.span, Chooser.FIND)
        self._tell_count()

    def _on_clicked(self, _: QModelIndex) -> None:
        self._go()
        self.card.hide()

    def _on_text(self, text: str) -> None:
        if not text:
            self._search()

    def _forget(self) -> None:
        self._stale = True

    def _end(self) -> None:
        self.card.hide()
        self.box.clear()
        self.left.emit()

    def _tell_count(self) -> None:
        if not self.box.text().strip():
            self._count.clear()
        elif not self._hits:
            self._count.setText(self.tr("没有找到"))
        else:
            self._count.setText(f"{self.list.currentIndex().row() + 1} / {len(self._hits)}")

    def _place_card(self) -> None:
        window = self.card.parentWidget()
        if not self._hits or not self.box.hasFocus() or window is None:
            self.card.hide()
            return
        margin = self.card.margin
        self.list.setFixedHeight(self.list.height_for(_MOST))
        corner = self.box.mapTo(window, QPoint(self.box.width(), self.box.height()))
        width = min(_CARD_WIDTH, window.width() - 2 * margin) + 2 * margin
        self.card.setFixedWidth(width)
        self.card.adjustSize()
        self.card.move(corner.x() - width + margin, corner.y() - margin + 4)
        self.card.show()
        self.card.raise_()

    def _dress(self) -> None:
        color = self._theme.color
        self._icon.setIcon(self._theme.icon("find", "muted"))
        self.box.setStyleSheet(
            f"#searchBox {{ background: {color('panel').name()}; padding: 5px 4px;"
            f" border: 1px solid {color('border').name()}; border-radius: 5px; }}"
            f"#searchBox:focus {{ border-color: {color('accent').name()}; }}"
        )


_ICONS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "about"}


def _row(hit: Hit, marked: tuple[tuple[int, int], ...]) -> Row:
    icon, color = "report", "muted"
    if hit.severity is not None:
        icon, color = _ICONS[hit.severity], hit.severity.value
    elif hit.cell is not None:
        icon = "layout"
    return Row(hit.title, hit.detail, icon, color, marked=marked)
