"""Several panels in one dock: their names stand in its heading, one is shown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStackedWidget, QWidget

from reviewer.window.look.fonts import ui_font
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.panel_frame import CountedPanel, PanelFrame


class _Name(QAbstractButton):
    """A page's name in the heading: bold if it is shown, quiet otherwise."""

    def __init__(self, page: CountedPanel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(page.title)
        page.title_changed.connect(self._rename)

    def sizeHint(self) -> QSize:
        """Room for the bold name, so that nothing moves when the page changes."""
        bold = QFontMetrics(ui_font(bold=True))
        return QSize(bold.horizontalAdvance(self.text()), bold.height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The name, and a line under it while it has the focus."""
        painter = QPainter(self)
        painter.setFont(ui_font(bold=self.isChecked()))
        painter.setPen(self._theme.color("text" if self.isChecked() else "muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(self._theme.color("accent"))
            painter.drawLine(0, self.height() - 2, self.width(), self.height() - 2)
        painter.end()

    def _rename(self, title: str) -> None:
        self.setText(title)
        self.updateGeometry()
        self.update()


class Notebook(PanelFrame):
    """Shows one of its pages; the heading names them all."""

    def __init__(self, pages: Sequence[CountedPanel], theme: Theme) -> None:
        super().__init__("", theme)
        self.heading.title.hide()
        self.heading.row.setSpacing(16)
        self.heading.row.setContentsMargins(12, 0, 8, 0)
        self._stack = QStackedWidget(self)
        self._names: dict[CountedPanel, _Name] = {}
        for page in pages:
            name = self._names[page] = _Name(page, theme, self.heading)
            name.clicked.connect(partial(self.show_page, page))
            self.heading.row.addWidget(name)
            page.heading.title.hide()
            self._stack.addWidget(page)
        self.heading.row.addStretch(1)
        for page in pages:
            # Its rule lies on that of the common heading.
            page.heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
            page.heading.row.setContentsMargins(0, 0, 0, 1)
            self.heading.row.addWidget(page.heading)
        self.fill(self._stack)
        self.show_page(pages[0])

    def show_page(self, page: CountedPanel) -> None:
        """Bring a page to the front."""
        self._names[page].setChecked(True)
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        for other in self._names:
            other.heading.setVisible(other is page)
