"""What stands where a table would be when the form prescribes none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reviewer.window.look.fonts import ui_font
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.empty_text import balanced_width
from reviewer.window.widgets.panel_heading import mute
from reviewer.window.widgets.small_button import SmallButton

_CHARACTERS, _LEAST_CHARACTERS = 28, 14
_LEAST_LINES = 6
_AIR = 16


class BlankPage(QWidget):
    """Says why there is no table, and where to look instead."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = QLabel(self.tr("这份报告没有统一的表格"), self)
        self._text = QLabel(
            self.tr(
                "2018 年及以前的年度报告、学校按学年编制的报告以叙述为主，没有统一的统计表。"
                "请在“章节”里核对各部分是否齐全，并对照左侧原文审阅其中的数字。"
            ),
            self,
        )
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        mute(self._text)
        self.sections = SmallButton(self.tr("查看章节"), theme, self)
        self._fit()
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._text, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.sections, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def minimumSizeHint(self) -> QSize:
        """Lines are broken anew where there is less room."""
        metrics = self.fontMetrics()
        narrowest = metrics.horizontalAdvance("国") * _LEAST_CHARACTERS
        return QSize(narrowest, metrics.height() * _LEAST_LINES)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines of the length that there is room for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs another width."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """A line of the length that reads well; as high as the text is then."""
        self._title.setFont(ui_font(1.15, bold=True))
        metrics = self.fontMetrics()
        most = metrics.horizontalAdvance("国") * _CHARACTERS
        room = max(min(most, self.width() - 2 * _AIR), metrics.horizontalAdvance("国"))
        width = balanced_width(self._text.text(), metrics, room)
        self._text.setFixedSize(width, self._text.heightForWidth(width))
