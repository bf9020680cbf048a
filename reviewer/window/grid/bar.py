"""The line under a grid: what the marks mean, what typing would do, what a paste would do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedLayout, QWidget

from reviewer.checks.model import WhatIf
from reviewer.window.commands.figure import FigureCommand
from reviewer.window.grid.commands import command_of
from reviewer.window.grid.legend import Legend
from reviewer.window.keys import ENTER
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.plain_tip import plain_tip
from reviewer.window.widgets.small_button import SmallButton
from reviewer.window.wording import what_if_text


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
