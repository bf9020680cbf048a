"""Sections that repeat another report's, side by side with what they repeat."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from reviewer.checks.sameness import ALIKE
from reviewer.errors import ReviewerError
from reviewer.forms.report import Report
from reviewer.window.desk.sameness_pairs import Compared, Pair
from reviewer.window.look.theme import Theme
from reviewer.window.sameness.text import SamenessText
from reviewer.window.summary import name_of
from reviewer.window.widgets.dialog_style import dress_dialog
from reviewer.window.widgets.link_button import LinkButton
from reviewer.window.widgets.or_sentence import OrSentence
from reviewer.window.widgets.panel_heading import mute
from reviewer.window.widgets.rows import Row, RowList
from reviewer.window.widgets.words import embolden

_FILLED, _EMPTY = QSize(1040, 680), QSize(620, 200)
_LISTED = 5
"""How many lines of the list are seen at once."""


class SamenessDialog(QDialog):
    """The repeated sections of a report, the most repeated first, and both texts of one of them.

    Attributes:
        wanted: A Report and a Span of it that the user wants to see in the window.
        list: A line for each.
        here: The section of the report, the repeated passages marked.
        there: The section of the other report.
    """

    wanted = Signal(object, object)

    def __init__(self, report: Report, others: int, theme: Theme, parent: QWidget) -> None:
        """Show what a report repeats; whoever compares it hands that in.

        Args:
            report: The report.
            others: With how many that lie open it is being compared.
            theme: The colours.
            parent: The window.
        """
        super().__init__(parent)
        self.setObjectName("samenessDialog")
        self.setWindowTitle(self.tr("与其他报告比对雷同"))
        self._report = report
        self._open = others
        self._seen = 0
        self._jobs = 1
        self._ended = False
        self._pairs: list[Pair] = []
        self._passage = 0
        self.told = QLabel(self)
        mute(self.told)
        self.list = RowList(theme, self)
        self.here = SamenessText("samenessHere", theme, self)
        self.there = SamenessText("samenessThere", theme, self)
        self._names = QLabel(name_of(report), self), QLabel(self)
        self.show_here, self.show_there = LinkButton(theme, self), LinkButton(theme, self)
        self._lay_out()
        self._connect()
        dress_dialog(self, theme)
        self.told.setText(self.tr("正在比对…"))
        self._list_pairs()

    # -- what comes of it ------------------------------------------------------------------

    def expect(self, count: int) -> None:
        """Say how many reports that were opened before are still being read for comparison."""
        self._jobs += 1
        self.told.setText(self.tr("正在与以前打开过的 {n} 份报告比对…").format(n=count))

    def add(self, compared: Compared) -> None:
        """Take what came of those that lie open, or of those that were opened before."""
        if self._ended:
            return
        self._seen += compared.read
        now = self._pair if self._pairs else None
        self._pairs = sorted((*self._pairs, *compared.pairs), key=lambda pair: -pair.likeness.share)
        self._end_job()
        self._list_pairs(now)

    def give_up(self, _: ReviewerError) -> None:
        """They are not compared: the user stopped it."""
        if not self._ended:
            self._end_job()
            self._list_pairs(self._pair if self._pairs else None)

    def _end_job(self) -> None:
        self._jobs -= 1
        if not self._jobs:
            self._tell()

    def done(self, result: int) -> None:
        """Close; what still comes is of no use."""
        self._ended = True
        super().done(result)

    def _tell(self) -> None:
        """What was compared: a list without repetitions says little if that is nothing."""
        said = self.tr("已比对：打开的其他报告 {open} 份，以前打开过的同年和上一年报告 {seen} 份。")
        self.told.setText(said.format(open=self._open, seen=self._seen))

    def _list_pairs(self, current: Pair | None = None) -> None:
        self.pages.tell("" if self._pairs else self._nothing())
        self.list.rows.show([self._row(pair) for pair in self._pairs])
        self.list.setFixedHeight(self.list.height_for(_LISTED))
        if self._pairs:
            self.list.select(self._pairs.index(current) if current is not None else 0)
            self.resize(self.size().expandedTo(_FILLED))

    # -- building --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.list.setAccessibleName(self.tr("雷同的部分"))
        remark = QLabel(
            self.tr("标出的文字两边相同（不计数字和表格用语）；点一处，两边同时定位。"), self
        )
        mute(remark)
        texts = QHBoxLayout()
        texts.setSpacing(16)
        for text, name, link in zip(
            (self.here, self.there), self._names, (self.show_here, self.show_there), strict=True
        ):
            embolden(name)
            name.setTextFormat(Qt.TextFormat.PlainText)
            link.show_text(self.tr("在窗口中显示"), self.tr("关闭比对，转到这份报告的这一处"))
            head = QHBoxLayout()
            head.addWidget(name, 1)
            head.addWidget(link)
            column = QVBoxLayout()
            column.addLayout(head)
            column.addWidget(text, 1)
            texts.addLayout(column, 1)
        found = QWidget(self)
        parts = QVBoxLayout(found)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(10)
        parts.addWidget(self.list)
        parts.addWidget(remark)
        parts.addLayout(texts, 1)
        self.pages = OrSentence(found, self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(14)
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        foot.addWidget(buttons)
        layout.addWidget(self.pages, 1)
        layout.addLayout(foot)
        self.resize(_EMPTY)

    def _connect(self) -> None:
        self.list.selectionModel().currentRowChanged.connect(self._show)
        for text in (self.here, self.there):
            text.went.connect(self._compare)
        self.show_here.clicked.connect(self._want_here)
        self.show_there.clicked.connect(self._want_there)

    def _nothing(self) -> str:
        if self._jobs:
            return self.tr("正在比对…")
        return self.tr("没有与其他报告雷同的部分（相同文字不到{share}）。").format(
            share=f"{ALIKE:.0%}"
        )

    def _row(self, pair: Pair) -> Row:
        title = self.tr("“{title}”与{other}相同").format(
            title=pair.likeness.title, other=name_of(pair.other)
        )
        return Row(title, f"{pair.likeness.share:.0%}", value=pair)

    @property
    def _pair(self) -> Pair:
        return self._pairs[self.list.currentIndex().row()]

    def _show(self) -> None:
        """Both texts of the pair that the list is at, from their first equal passage on."""
        pair = self._pair
        likeness, passages = pair.likeness, pair.likeness.passages
        self._names[1].setText(name_of(pair.other))
        self.here.show_section(self._report, likeness.here, [one.here for one in passages])
        self.there.show_section(pair.other, likeness.there, [one.there for one in passages])
        self._compare(0)

    def _compare(self, passage: int) -> None:
        """Show a passage in both texts."""
        self._passage = passage
        self.here.go_to(passage)
        self.there.go_to(passage)

    def _want_here(self) -> None:
        self.wanted.emit(self._report, self._pair.likeness.passages[self._passage].here)

    def _want_there(self) -> None:
        pair = self._pair
        self.wanted.emit(pair.other, pair.likeness.passages[self._passage].there)
