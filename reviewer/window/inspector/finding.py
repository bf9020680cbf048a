"""What the inspector shows of a finding that speaks of words, and of no figure."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from reviewer.checks.model import Finding
from reviewer.window.inspector.parts import Inside
from reviewer.window.look.theme import Theme
from reviewer.window.widgets.panel_heading import mute
from reviewer.window.widgets.plain_scroll import PlainScroll
from reviewer.window.widgets.small_button import SmallButton
from reviewer.window.widgets.words import Words, embolden, ink
from reviewer.window.wording import severity_name, with_key


class FindingPage(PlainScroll):
    """Where it is, what is wrong and why, what stands there and what should, on what it rests.

    Attributes:
        copied: What should stand there is to be copied.
    """

    copied = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self.setAccessibleName(self.tr("问题"))
        inside = Inside(self)
        self._where = Words(inside)
        mute(self._where)
        self._title = Words(inside)
        embolden(self._title)
        self._message = Words(inside)
        self._names = [QLabel(name, inside) for name in (self.tr("现为"), self.tr("应为"))]
        self._values = [Words(inside), Words(inside)]
        self.copy = SmallButton(self.tr("复制建议"), theme, inside)
        self.copy.setToolTip(with_key(self.tr("复制建议"), "review.copy_suggestion"))
        self.copy.clicked.connect(self.copied)
        self._basis = Words(inside)
        mute(self._basis)
        self._lay_out(inside)
        self.setWidget(inside)

    def show_finding(self, finding: Finding) -> None:
        """Show one."""
        self._where.setText(f"{severity_name(finding.severity)} · {finding.place_label}")
        self._title.setText(finding.title)
        self._message.setText(finding.message)
        both = bool(finding.found and finding.expected)
        said = (finding.found if both else "", finding.expected)
        for name, value, text in zip(self._names, self._values, said, strict=True):
            name.setVisible(bool(text))
            value.show_text(text)
        ink(self._values[1], self._theme.color("proposed"))
        self.copy.setVisible(bool(finding.expected))
        basis = self.tr("依据：{}").format(finding.basis) if finding.basis else ""
        self._basis.show_text(basis)

    def _lay_out(self, inside: QWidget) -> None:
        sides = QGridLayout()
        sides.setHorizontalSpacing(8)
        sides.setVerticalSpacing(2)
        sides.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            mute(name)
            sides.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            sides.addWidget(value, row, 1)
        button = QHBoxLayout()
        button.addWidget(self.copy)
        button.addStretch(1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self._where)
        column.addWidget(self._title)
        column.addWidget(self._message)
        column.addLayout(sides)
        column.addLayout(button)
        column.addWidget(self._basis)
        column.addStretch(1)
