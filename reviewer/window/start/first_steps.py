"""What somebody who opens the program for the first time can expect of it, in three steps."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reviewer.window.commands.actions import key_of
from reviewer.window.look.fonts import ui_font
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.panel_heading import mute
from reviewer.window.widgets.words import Words

_GAP = 28


class FirstSteps(QWidget):
    """Three columns, and what need not be feared; shown until there are recent reports."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("firstSteps")
        steps = QHBoxLayout()
        steps.setSpacing(_GAP)
        for number, (title, words) in enumerate(self._steps(), start=1):
            steps.addWidget(_Step(number, title, words, theme, self), 1)
        safe = QLabel(self.tr("每一步自动保存，随时可以撤销；不联网，不改动原文件。"), self)
        safe.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        mute(safe)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(20)
        column.addLayout(steps)
        column.addWidget(safe)

    def _steps(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("打开报告"),
                self.tr("可以先打开样例。三张表和正文里的数字都会读出，按规定格式和勾稽关系核对。"),
            ),
            (
                self.tr("逐条核定"),
                self.tr("按 {} 看下一处问题，原文和表格同时定位；按 1–4 核定。").format(
                    key_of("review.next")
                ),
            ),
            (
                self.tr("导出审核表"),
                self.tr("按 {} 导出 Excel：问题清单、标好的表格、修改记录。").format(
                    key_of("file.export")
                ),
            ),
        )


class _Step(QWidget):
    """A number in a disc, a title, a sentence."""

    def __init__(self, number: int, title: str, words: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = QLabel(title, self)
        self._title.setFont(ui_font(bold=True))
        sentence = Words(self)
        sentence.setText(words)
        mute(sentence)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(_Disc(number, theme, self))
        head.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(sentence)
        column.addStretch(1)

    def changeEvent(self, event: QEvent) -> None:
        """Take the application's new font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._title.setFont(ui_font(bold=True))


class _Disc(QWidget):
    """A step's number."""

    def __init__(self, number: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = str(number)
        self._theme = theme
        self.setFixedSize(self.sizeHint())
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As high as the title."""
        side = self.fontMetrics().height() + 4
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The disc and the number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("selection"))
        side = min(self.width(), self.height())
        disc = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        painter.drawEllipse(disc)
        painter.setFont(ui_font(bold=True))
        painter.setPen(self._theme.color("accent"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._number)
        painter.end()
