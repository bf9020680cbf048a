"""Several panels in one dock: their names stand in its heading, one is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import QSize, Qt, SignalInstance
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from reviewer.window.fonts import ui_font
from reviewer.window.theme import Theme
from reviewer.window.widgets.panel_heading import PanelHeading


class Page(Protocol):
    """A panel whose name counts what is in it."""

    heading: PanelHeading
    title_changed: SignalInstance

    @property
    def title(self) -> str:
        """The name with the count."""


class _Name(QAbstractButton):
    """A page's name in the heading: bold if it is shown, quiet otherwise."""

    def __init__(self, page: Page, theme: Theme, parent: QWidget) -> None:
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


class Notebook(QWidget):
    """Shows one of its pages; the heading names them all."""

    def __init__(self, pages: Sequence[QWidget], theme: Theme) -> None:
        super().__init__()
        self.heading = PanelHeading("", theme, self)
        self.heading.title.hide()
        self.heading.row.setSpacing(16)
        self.heading.row.setContentsMargins(12, 0, 8, 0)
        self._pages = QStackedWidget(self)
        self._names: list[_Name] = []
        for widget in pages:
            page = cast("Page", widget)
            name = _Name(page, theme, self.heading)
            name.clicked.connect(self._turn)
            self._names.append(name)
            self.heading.row.addWidget(name)
            page.heading.title.hide()
            self._pages.addWidget(widget)
        self.heading.row.addStretch(1)
        for widget in pages:
            rest = cast("Page", widget).heading
            # Its rule lies on that of the common heading.
            rest.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
            rest.row.setContentsMargins(0, 0, 0, 1)
            self.heading.row.addWidget(rest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.show_page(pages[0])

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front."""
        place = self._pages.indexOf(page)
        self._names[place].setChecked(True)
        self._pages.setCurrentWidget(page)
        self.setFocusProxy(page)
        for other in range(self._pages.count()):
            heading = cast("Page", self._pages.widget(other)).heading
            heading.setVisible(other == place)

    def _turn(self) -> None:
        place = next(place for place, name in enumerate(self._names) if name.isChecked())
        page = self._pages.widget(place)
        if page is not None:
            self.show_page(page)
