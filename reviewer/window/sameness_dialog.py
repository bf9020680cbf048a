"""Sections that repeat another report's, side by side with what they repeat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from reviewer.checks.sameness import ALIKE, Likeness, are_compared, likenesses
from reviewer.document.model import Span
from reviewer.forms.report import Report
from reviewer.window.positions import Positions, displayed
from reviewer.window.theme import Theme
from reviewer.window.widgets.panel_heading import mute

_LISTED = 5
"""So many lines of the list are seen at once."""


@dataclass(frozen=True)
class _Pair:
    """A section and the report that it repeats."""

    other: Report
    likeness: Likeness


class SamenessDialog(QDialog):
    """The repeated sections of a report, the most repeated first, and both texts of one of them.

    Attributes:
        list: A line for each.
        here: The section of the report, the repeated passages marked.
        there: The section of the other report.
    """

    def __init__(
        self, report: Report, others: Iterable[Report], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("samenessDialog")
        self.setWindowTitle(self.tr("与打开的报告比对雷同"))
        self._report = report
        self._theme = theme
        self._pairs = _pairs(report, others)
        self.list = QListWidget(self)
        self.here, self.there = QPlainTextEdit(self), QPlainTextEdit(self)
        self._names = QLabel(_named(report), self), QLabel(self)
        self._lay_out()
        self.list.addItems([self._told(pair) for pair in self._pairs])
        self.list.currentRowChanged.connect(self._show)
        theme.changed.connect(self._dress)
        if self._pairs:
            self.list.setCurrentRow(0)

    def _lay_out(self) -> None:
        self.list.setAccessibleName(self.tr("雷同的部分"))
        self.list.setFixedHeight(round(self.fontMetrics().height() * 1.5) * _LISTED)
        remark = QLabel(self._remark(), self)
        mute(remark)
        texts = QHBoxLayout()
        for text, name in zip((self.here, self.there), self._names, strict=True):
            text.setReadOnly(True)
            text.setAccessibleName(name.text())
            column = QVBoxLayout()
            column.addWidget(name)
            column.addWidget(text, 1)
            texts.addLayout(column, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)
        layout.addWidget(remark)
        layout.addLayout(texts, 1)
        layout.addWidget(buttons)
        self.resize(1000, 640)

    def _remark(self) -> str:
        if self._pairs:
            return self.tr("标出的文字两边相同（不计数字和表格用语）。")
        return self.tr("没有与其他打开的报告雷同的部分（相同文字不到{share}）。").format(
            share=f"{ALIKE:.0%}"
        )

    def _told(self, pair: _Pair) -> str:
        return self.tr("{share}　“{title}”与{other}相同").format(
            share=f"{pair.likeness.share:.0%}",
            title=pair.likeness.title,
            other=_named(pair.other),
        )

    def _show(self, row: int) -> None:
        pair = self._pairs[row]
        self._names[1].setText(_named(pair.other))
        likeness = pair.likeness
        for text, report, section in (
            (self.here, self._report, likeness.here),
            (self.there, pair.other, likeness.there),
        ):
            text.setPlainText(displayed(report.document.at(section)))
        self._dress()

    def _dress(self) -> None:
        """Mark what both texts have in common, in the theme's colours."""
        row = self.list.currentRow()
        if row < 0:
            return
        pair = self._pairs[row]
        likeness = pair.likeness
        here = [passage.here for passage in likeness.passages]
        there = [passage.there for passage in likeness.passages]
        self._mark(self.here, self._report, likeness.here, here)
        self._mark(self.there, pair.other, likeness.there, there)

    def _mark(
        self, text: QPlainTextEdit, report: Report, section: Span, passages: Sequence[Span]
    ) -> None:
        positions = Positions(report.document.at(section))
        look = QTextCharFormat()
        look.setBackground(self._theme.color("doubtful_fill"))
        look.setForeground(self._theme.color("text"))
        selections = []
        for passage in passages:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(text.document())
            cursor.setPosition(positions.to_position(passage.start - section.start))
            end = positions.to_position(passage.end - section.start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, look
            selections.append(selection)
        text.setExtraSelections(selections)


def _pairs(report: Report, others: Iterable[Report]) -> list[_Pair]:
    """The sections of a report that repeat others', the most repeated first."""
    found = [
        _Pair(other, likeness)
        for other in others
        if are_compared(report, other)
        for likeness in likenesses(report, other)
    ]
    return sorted(found, key=lambda pair: -pair.likeness.share)


def _named(report: Report) -> str:
    """A report by its body and year."""
    year = f"{report.year}" if report.year else ""
    return f"{report.body} {year}".strip() or report.title
