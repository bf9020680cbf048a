"""The marks on figures: each has a colour, a shape and a name."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from reviewer.checks.model import Severity


class Mark(StrEnum):
    """A mark on a figure; the value names its colour in the theme, the order is its weight."""

    BROKEN = "broken"
    WARNED = "warning"
    DOUBTFUL = "doubtful"
    TRANSCRIBED = "transcribed"
    PROPOSED = "proposed"
    NOTED = "noted"
    CONFIRMED = "confirmed"


FILLS = {
    Mark.BROKEN: "broken_fill",
    Mark.WARNED: "doubtful_fill",
    Mark.DOUBTFUL: "doubtful_fill",
    Mark.TRANSCRIBED: "transcribed_fill",
    Mark.PROPOSED: "proposed_fill",
    Mark.NOTED: "noted_fill",
}
"""The named colour behind a figure with that mark; CONFIRMED has none."""

SHAPES = {
    Severity.ERROR: Mark.BROKEN,
    Severity.WARNING: Mark.WARNED,
    Severity.HINT: Mark.TRANSCRIBED,
}
"""The mark whose shape stands for a severity: triangle, diamond, disc."""


def mark_name(mark: Mark) -> str:
    """The mark in words, for the legend and tool tips."""
    return {
        Mark.BROKEN: _tr("勾稽不成立"),
        Mark.WARNED: _tr("有警告"),
        Mark.DOUBTFUL: _tr("读数存疑"),
        Mark.TRANSCRIBED: _tr("已更正读数"),
        Mark.PROPOSED: _tr("有建议值"),
        Mark.NOTED: _tr("有批注"),
        Mark.CONFIRMED: _tr("已确认无误"),
    }[mark]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Grid", text)
