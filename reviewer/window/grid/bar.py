"""The line under a grid: what the marks mean, what typing would do, what a paste would do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedLayout, QWidget

from reviewer.checks.model import WhatIf
from reviewer.window.commands.figure import FigureCommand
from reviewer.window.grid.commands import command_of
from reviewer.window.keys import ENTER
from reviewer.window.look.fonts import ui_font
from reviewer.window.look.marks import Mark, mark_name
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.glyphs import paint_glyph
from reviewer.window.widgets.plain_tip import plain_tip
from reviewer.window.widgets.small_button import SmallButton
from reviewer.window.wording import what_if_text

_EDGE = 2
_GLYPH = 9
_GAP = 4
_BETWEEN, _CLOSE = 14, 7
"""Pixels from a name to the next mark: at ease, and at the least before another line is begun."""


class Legend(QWidget):
    """The marks with their names; those that find no room go on in the next line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._guard_map = False
        names = [mark_name(mark) for mark in Mark]
        self.setAccessibleName(self.tr("图例：") + self.tr("、").join(names))
        self.setToolTip(self.tr("表格中各种标记的含义"))
        theme.changed.connect(self.update)

    def show_guard_map(self, on: bool) -> None:
        """Tell what the colours of the guard map mean instead."""
        if on != self._guard_map:
            self._guard_map = on
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """As many lines as there are in the width that it has."""
        line = QFontMetrics(ui_font(0.88)).height() + 4
        return QSize(0, line * (self.places()[-1].y() + 1))

    def minimumSizeHint(self) -> QSize:
        """All lines, however narrow."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer lines."""
        super().resizeEvent(event)
        self.updateGeometry()

    def places(self) -> list[QPoint]:
        """The left edge and the line of every mark that is shown with its name."""
        metrics = QFontMetrics(ui_font(0.88))
        widths = [_GLYPH + _GAP + metrics.horizontalAdvance(name) for name in self._names()]
        room = self.width() - _EDGE
        spare = (room - sum(widths)) // (len(widths) - 1)
        between = min(spare, _BETWEEN) if spare >= _CLOSE else _BETWEEN
        places: list[QPoint] = []
        left, line = 0, 0
        for width in widths:
            if left and left + width > room:
                left, line = 0, line + 1
            places.append(QPoint(_EDGE + left, line))
            left += width + between
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shape and name, one after the other."""
        painter = QPainter(self)
        painter.setFont(ui_font(0.88))
        places = self.places()
        height = self.height() / (places[-1].y() + 1)
        for mark, (name, place) in enumerate(zip(self._names(), places, strict=True)):
            line = QRectF(place.x(), place.y() * height, self.width(), height)
            box = QRectF(line.left(), line.center().y() - _GLYPH / 2, _GLYPH, _GLYPH)
            self._paint_sign(painter, mark, box)
            painter.setPen(self._theme.color("muted"))
            text = line.adjusted(_GLYPH + _GAP, 0, 0, 0)
            painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter), name)
        painter.end()

    def _names(self) -> list[str]:
        if not self._guard_map:
            return [mark_name(mark) for mark in Mark]
        return [
            self.tr("无规则监督，须人工核对"),
            self.tr("1 条规则"),
            self.tr("2 条"),
            self.tr("3 条及以上"),
        ]

    def _paint_sign(self, painter: QPainter, place: int, box: QRectF) -> None:
        if self._guard_map:
            painter.fillRect(box, self._theme.color(f"guard_{place}"))
            painter.setPen(self._theme.color("muted"))
            painter.drawRect(box)
        else:
            mark = list(Mark)[place]
            paint_glyph(painter, mark, box, self._theme.color(mark.value))


class Question(QWidget):
    """A question with two answers, asked in the line instead of a box.

    Attributes:
        answered: True for yes.
        pasted: Something else is to be pasted instead.
    """

    answered = Signal(bool)
    pasted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.yes = SmallButton("", theme, self, filled=True)
        self.no = SmallButton(self.tr("取消"), theme, self)
        self.yes.clicked.connect(self._accept)
        self.no.clicked.connect(self._refuse)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 2, 4, 2)
        row.setSpacing(6)
        row.addWidget(self._text, 1)
        row.addWidget(self.yes)
        row.addWidget(self.no)

    @property
    def text(self) -> str:
        """The question."""
        return self._text.text()

    def ask(self, text: str, yes: str) -> None:
        """Show a question; Enter says yes, Escape says no."""
        self._text.setText(text)
        self._text.setToolTip(plain_tip(text))
        self.yes.setText(yes)
        self.yes.updateGeometry()
        self.setAccessibleName(text)
        self.yes.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape answer; what else is pasted is asked about anew."""
        if event.key() in ENTER:
            self._accept()
        elif event.key() == Qt.Key.Key_Escape:
            self._refuse()
        elif command_of(event) is FigureCommand.PASTE:
            self.pasted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """On the ground of something to be looked at."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("doubtful_fill"))
        painter.end()

    def _accept(self) -> None:
        self.answered.emit(True)

    def _refuse(self) -> None:
        self.answered.emit(False)


class GridBar(QWidget):
    """The line under a grid: the legend, or what concerns the reviewer just now."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.legend = Legend(theme, self)
        self.what_if = QLabel(self)
        self.what_if.setTextFormat(Qt.TextFormat.PlainText)
        self.what_if.setContentsMargins(4, 0, 4, 0)
        self.what_if.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.question = Question(theme, self)
        self._stack = QStackedLayout(self)
        for page in (self.legend, self.what_if, self.question):
            self._stack.addWidget(page)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def asking(self) -> bool:
        """Whether a question waits for its answer."""
        return self._stack.currentWidget() is self.question

    def show_legend(self) -> None:
        """Nothing concerns the reviewer just now."""
        self._stack.setCurrentWidget(self.legend)

    def show_what_if(self, text: str, answer: WhatIf) -> None:
        """What the figure being typed would fix and break."""
        self.what_if.setText(what_if_text(text, answer))
        self._stack.setCurrentWidget(self.what_if)

    def ask(self, text: str, yes: str) -> None:
        """Ask; ``question.answered`` tells the answer."""
        self._stack.setCurrentWidget(self.question)
        self.question.ask(text, yes)

    def sizeHint(self) -> QSize:
        """As high as what is shown, or as the legend: typing moves no row of the grid above."""
        shown = self._stack.currentWidget() or self.legend
        return shown.sizeHint().expandedTo(self.legend.sizeHint())
