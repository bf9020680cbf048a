"""What is printed, what is read, what is proposed: three lines with what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from reviewer.base import CellId
from reviewer.checks.model import Suspect
from reviewer.forms.report import Kind, Reading
from reviewer.review.review import Review
from reviewer.window.commands.figure import FigureCommand
from reviewer.window.faces import said_text, spoken
from reviewer.window.language import told
from reviewer.window.look.fonts import figure_font
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.link_button import LinkButton
from reviewer.window.widgets.panel_heading import mute
from reviewer.window.widgets.plain_tip import plain_tip
from reviewer.window.widgets.words import Words, ink
from reviewer.window.wording import short_key, where_text, with_key, with_panel_key

_APART = 6
_LINES = 1000
"""More lines than most reports have, and a larger figure than most cells."""


class FactLine:
    """Name, value and one or two links, in a row of a grid."""

    def __init__(
        self, name: str, row: int, grid: QGridLayout, theme: Theme, owner: QWidget
    ) -> None:
        self._theme = theme
        self._text = self._short = ""
        self.name = QLabel(name, owner)
        mute(self.name)
        self.value = Words(owner)
        self.first = LinkButton(theme, owner)
        self.second = LinkButton(theme, owner)
        top = Qt.AlignmentFlag.AlignTop
        self._says = QHBoxLayout()
        self._says.setSpacing(_APART)
        self._says.addWidget(self.value, 1)
        self._says.addWidget(self.second, 0, top)
        self._says.addWidget(self.first, 0, top)
        grid.addWidget(self.name, row, 0, top)
        grid.addLayout(self._says, row, 1)

    def show(self, text: str, *, color: str = "text", bold: bool = False, short: str = "") -> None:
        """Show a value; ``short`` is said where there is no room for all of it in one line."""
        self._text, self._short = text, short or text
        self.value.setText(text)
        self.value.setFont(figure_font(bold=bold))
        ink(self.value, self._theme.color(color))

    def fit(self) -> None:
        """Say as much as there is room for."""
        self._says.activate()
        room = self.value.contentsRect().width()
        fits = self.value.fontMetrics().horizontalAdvance(self._text) <= room
        self.value.setText(self._text if fits else self._short)
        self.value.setToolTip("" if fits or self._short == self._text else plain_tip(self._text))


class Facts(QWidget):
    """The three lines.

    Attributes:
        wanted: The FigureCommand that a link asks for.
    """

    wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_APART)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        self.printed = FactLine(self.tr("原文"), 0, grid, theme, self)
        self.read = FactLine(self.tr("读取"), 1, grid, theme, self)
        self.proposed = FactLine(self.tr("建议"), 2, grid, theme, self)
        for line in (self.printed, self.read, self.proposed):
            for link in (line.first, line.second):
                link.followed.connect(self.wanted)

    def least_width(self) -> int:
        """Pixels at which a number is seen whole beside the name and the link of its line."""
        metrics = self.fontMetrics()
        names = (line.name.text() for line in (self.printed, self.read, self.proposed))
        links = (
            self.tr("定位 {}").format(told(f"第{_LINES}行")),
            self.tr("更正读数"),
            self.tr("修改建议"),
            self.tr("采纳 {key}").format(key=short_key("review.take")),
        )
        parts = (max(map(metrics.horizontalAdvance, one)) for one in (names, links))
        return sum(parts) + metrics.horizontalAdvance(str(_LINES)) + 3 * _APART

    def show_cell(self, review: Review, cell: CellId, suspect: Suspect | None) -> None:
        """Show what is known of a figure."""
        self._show_printed(review, review.original.by_cell[cell])
        self._show_read(review, cell)
        self._show_proposed(review, cell, suspect)
        self._grid.activate()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room for words."""
        super().resizeEvent(event)
        self._grid.activate()
        self._fit()

    def _fit(self) -> None:
        for line in (self.printed, self.read, self.proposed):
            line.fit()

    def _show_printed(self, review: Review, reading: Reading) -> None:
        there = reading.kind is not Kind.MISSING
        text = " ".join((reading.printed or "").split())
        shown = spoken(reading.kind, text) if not text or not there else text
        self.printed.show(shown, color="text" if text else "muted")
        link = ""
        if reading.place is not None:
            where = where_text(review.original.document, reading.place.span)
            link = self.tr("定位 {}").format(where)
        self.printed.first.show_text(link, self.tr("在原文中显示这一格"), FigureCommand.SHOW_SOURCE)
        self.printed.second.show_text("")

    def _show_read(self, review: Review, cell: CellId) -> None:
        reading = review.report.by_cell[cell]
        text = spoken(reading.kind, said_text(review, cell))
        plain = f"{reading.number}{reading.unit or ''}"
        if reading.kind is Kind.NUMBER and plain != text:
            text += self.tr("（即 {n}）").format(n=plain)
        if reading.transcribed:
            said = self.tr("{text} ● 已更正").format(text=text)
            self.read.show(said, color="transcribed", bold=True, short=text)
        else:
            muted = reading.kind in {Kind.MISSING, Kind.BLANK}
            self.read.show(text, color="muted" if muted else "text")
        withdraw = self.tr("撤回") if reading.transcribed else ""
        tip = with_panel_key(self.tr("恢复程序的读数"), "tables.withdraw")
        self.read.second.show_text(withdraw, tip, FigureCommand.WITHDRAW)
        again = self.tr("更正") if reading.transcribed else self.tr("更正读数")
        tip = with_key(self.tr("原文写的不是这个数"), "review.transcribe")
        self.read.first.show_text(again, tip, FigureCommand.TRANSCRIBE)

    def _show_proposed(self, review: Review, cell: CellId, suspect: Suspect | None) -> None:
        proposal = review.proposals.get(cell)
        guess = (
            next((one for one in suspect.changes if one.cell == cell), None) if suspect else None
        )
        tip = with_key(self.tr("报告应当写成多少"), "review.propose")
        if proposal is not None:
            self.proposed.show(f"→ {proposal}", color="proposed", bold=True)
            self.proposed.second.show_text(
                self.tr("撤回"), leads_to=FigureCommand.WITHDRAW_PROPOSAL
            )
            self.proposed.first.show_text(self.tr("修改"), tip, FigureCommand.PROPOSE)
        elif guess is not None:
            self.proposed.show(str(guess.proposed), color="proposed", bold=True)
            self.proposed.second.show_text("")
            title = self.tr("采纳 {key}").format(key=short_key("review.take"))
            self.proposed.first.show_text(title, self.tr("把推算值作为建议"), FigureCommand.SUGGEST)
        else:
            self.proposed.show("—", color="muted")
            self.proposed.second.show_text("")
            self.proposed.first.show_text(self.tr("修改建议"), tip, FigureCommand.PROPOSE)
