"""The source in two shapes: the pages as printed, where there are any, and the text read there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.document.model import Span
from reviewer.errors import ReviewerError
from reviewer.review.review import Review
from reviewer.window.desk.workbench import Workbench
from reviewer.window.language import told
from reviewer.window.look.theme import Theme
from reviewer.window.page.pane import PagePane
from reviewer.window.source.pane import SourcePane
from reviewer.window.widgets.focus import has_focus
from reviewer.window.widgets.notice import Notice
from reviewer.window.wording import with_key


class SourceViews(QWidget):
    """The page pane and the source pane, one of them shown, under one heading.

    Attributes:
        shape_changed: Whether pages are shown now; they want more room than text.
    """

    shape_changed = Signal(bool)

    def __init__(self, workbench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source_views")
        self._wants_pages = True
        self._trouble = False
        self.text = SourcePane(workbench, theme, self)
        self.pages = PagePane(workbench, theme, self)
        self.heading = self.text.heading
        self.switch = ViewSwitch((self.tr("页面"), self.tr("文字")), theme, self.heading)
        self.switch.setToolTip(with_key(self.tr("页面与文字切换"), "view.source_shape"))
        self.notice = Notice(theme, self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.switch.chosen.connect(self._on_chosen)
        self.pages.failed.connect(self._on_failed)
        workbench.current_changed.connect(self._load)
        self._load(workbench.current)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.text)
        self._stack.addWidget(self.pages)
        self.heading.row.insertWidget(2, self.switch)
        self.heading.row.addWidget(self.pages.place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)

    # -- for the window -------------------------------------------------------------------

    @property
    def shows_pages(self) -> bool:
        """Whether pages are shown now."""
        return self._stack.currentWidget() is self.pages

    @property
    def wants_pages(self) -> bool:
        """Whether pages are shown wherever there are any."""
        return self._wants_pages

    def set_wants_pages(self, on: bool) -> None:
        """Show pages wherever there are any, or the text always."""
        self._wants_pages = on
        self._show()

    def toggle(self) -> None:
        """The text for the pages, or the pages for the text."""
        if self.pages.has_pages:
            self._on_chosen(1 if self.shows_pages else 0)

    def zoom_in(self) -> None:
        """What is shown, larger."""
        (self.pages if self.shows_pages else self.text).zoom_in()

    def zoom_out(self) -> None:
        """What is shown, smaller."""
        (self.pages if self.shows_pages else self.text).zoom_out()

    def zoom_reset(self) -> None:
        """The usual size of text; pages as wide as the pane."""
        (self.pages if self.shows_pages else self.text).zoom_reset()

    def highlight(self, spans: Sequence[Span]) -> None:
        """Mark what a search found, in both; empty to end it."""
        self.text.highlight(spans)
        self.pages.highlight(spans)

    # -- inside ---------------------------------------------------------------------------

    def _load(self, review: Review | None) -> None:
        self._trouble = False
        self.notice.say("")
        self._show()

    def _show(self) -> None:
        there = self.pages.has_pages
        pages = there and self._wants_pages and not self._trouble
        shown: QWidget = self.pages if pages else self.text
        focused = has_focus(self.pages) or has_focus(self.text)
        self._stack.setCurrentWidget(shown)
        self.setFocusProxy(shown)
        self.switch.setVisible(there)
        self.switch.choose(0 if pages else 1)
        self.text.place.setVisible(not pages)
        self.pages.place.setVisible(pages)
        if focused:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shape_changed.emit(pages)

    def _on_chosen(self, index: int) -> None:
        """Pages are asked for again even after they could not be shown: the file may be back."""
        if index == 0 and self._trouble:
            self._trouble = False
            self.notice.say("")
            self.pages.retry()
        self.set_wants_pages(index == 0)

    def _on_failed(self, error: ReviewerError) -> None:
        self._trouble = True
        self.notice.say(self.tr("页面无法显示，改看文字：{}").format(told(error.message)))
        self._show()


class ViewSwitch(QWidget):
    """Words side by side, one of them chosen.

    Attributes:
        chosen: The place of the word that was clicked.
    """

    chosen = Signal(int)

    def __init__(self, words: Sequence[str], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("view_switch")
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for index, word in enumerate(words):
            button = _Segment(word, theme, self)
            self._group.addButton(button, index)
            row.addWidget(button)
        self._group.idClicked.connect(self.chosen)

    def button(self, index: int) -> QAbstractButton:
        """The button of a word."""
        return self._group.button(index)

    def choose(self, index: int) -> None:
        """Show a word as the chosen one."""
        self._group.button(index).setChecked(True)


class _Segment(QAbstractButton):
    """One word of a switch."""

    def __init__(self, text: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """The word with air."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 16, metrics.height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chosen one on a tinted ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setPen(self._theme.color("accent" if on or self.hasFocus() else "border"))
        fill = "selection" if on else "hover" if self.underMouse() else "base"
        painter.setBrush(self._theme.color(fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(self._theme.color("accent" if on else "muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
