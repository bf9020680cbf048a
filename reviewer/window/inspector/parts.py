"""The grounds that parts of the inspector stand on, and the lines that begin with a sign."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from reviewer.window.look.marks import Mark
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.glyphs import glyph_pixmap
from reviewer.window.widgets.words import Words

_RADIUS = 5
_GLYPH = 10
"""Pixels of a sign's side."""


class Card(QFrame):
    """A tinted box with round corners."""

    def __init__(self, theme: Theme, color: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._color = color
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(self._color))
        painter.drawRoundedRect(self.rect(), _RADIUS, _RADIUS)
        painter.end()


class Inside(QWidget):
    """What scrolls: as high as its texts are at the width there is, and no higher."""

    def minimumSizeHint(self) -> QSize:
        """No height: a layout's least one is that of texts broken at a width that none has."""
        return QSize(super().minimumSizeHint().width(), 0)


class Ruled(QWidget):
    """A strip with a rule above.

    It is filled, not drawn: on a screen at one and a half, half of a line would be outside.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rule."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("border"))
        painter.end()


class SignedLine(QWidget):
    """A sign, a title beside it, and what there is to say below the title."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._glyph = QLabel(self)
        self._title = Words(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(5)
        self._grid.setVerticalSpacing(0)
        self._grid.addWidget(self._glyph, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._title, 0, 1)
        self._grid.setColumnStretch(1, 1)

    def put_below(self, widget: QWidget) -> None:
        """What stands below the title."""
        self._grid.addWidget(widget, 1, 1)

    def show_title(self, mark: Mark, color: str, title: str, *, hollow: bool = False) -> None:
        """Show a sign in a colour of the theme and a title, their first lines level."""
        ratio = self.devicePixelRatioF()
        pixmap = glyph_pixmap(mark, _GLYPH, self._theme.color(color), ratio, hollow=hollow)
        self._glyph.setPixmap(pixmap)
        self._glyph.setContentsMargins(0, max(0, (self.fontMetrics().height() - _GLYPH) // 2), 0, 0)
        self._title.setText(title)
