"""Where the source text is marked, and how each mark looks.

The marks of figures are those of the grids; here they get their places in the text. A colour
never stands alone: each mark has an underline of its own too, and its shape stands in the margin.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtGui import QTextCharFormat

from reviewer.base import CellId
from reviewer.checks.model import Severity
from reviewer.document.model import Span
from reviewer.review.review import Review
from reviewer.window.faces import Face
from reviewer.window.look.marks import FILLS, Mark
from reviewer.window.look.theme import Theme

_Underline = QTextCharFormat.UnderlineStyle

UNDERLINES = {
    Mark.BROKEN: _Underline.SingleUnderline,
    Mark.WARNED: _Underline.DashUnderline,
    Mark.DOUBTFUL: _Underline.DotLine,
    Mark.TRANSCRIBED: _Underline.SingleUnderline,
    Mark.PROPOSED: _Underline.DashDotLine,
    Mark.NOTED: _Underline.DashUnderline,
}
"""CONFIRMED figures are left as they are: hundreds of ticks would say nothing."""

_PASSAGE_MARKS = {Severity.ERROR: Mark.BROKEN, Severity.WARNING: Mark.WARNED}
_LONGEST_PASSAGE = 200
_COLOURED = (Mark.BROKEN, Mark.TRANSCRIBED, Mark.PROPOSED, Mark.DOUBTFUL)
_WEIGHT = {mark: weight for weight, mark in enumerate(Mark)}


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark on a passage; of several on one figure, the heaviest."""

    span: Span
    mark: Mark


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the form where it is printed."""

    span: Span
    cell: CellId


class Figures:
    """The figures of a review's source by their places."""

    def __init__(self, review: Review) -> None:
        placed = [
            Figure(reading.place.span, reading.cell)
            for reading in review.original.readings
            if reading.place is not None
        ]
        self._all = sorted(placed, key=lambda figure: (figure.span.start, figure.span.end))
        self._starts = [figure.span.start for figure in self._all]
        self._by_cell = {figure.cell: figure.span for figure in self._all}

    def all(self) -> list[Figure]:
        """Every figure that is printed, in the order of the text."""
        return self._all

    def of(self, cell: CellId) -> Span | None:
        """Where a cell is printed."""
        return self._by_cell.get(cell)

    def at(self, offset: int) -> Figure | None:
        """The figure that the code point belongs to."""
        for figure in reversed(self._all[: bisect_right(self._starts, offset)][-4:]):
            if figure.span.start <= offset < figure.span.end:
                return figure
        return None

    def near(self, offset: int) -> Figure | None:
        """The figure at a caret: the one behind it, else the one that ends there."""
        return self.at(offset) or (self.at(offset - 1) if offset else None)

    def seams(self) -> list[Span]:
        """Empty spans between figures that are printed without anything between them."""
        return [
            Span(start=after.span.start, end=after.span.start)
            for before, after in pairwise(self._all)
            if before.span.end == after.span.start and before.span.length and after.span.length
        ]


def marks_of(review: Review, figures: Figures, shown: Mapping[CellId, Face]) -> list[PlacedMark]:
    """All marks of the text, passages before the figures that may stand in them."""
    notes = [PlacedMark(note.span, Mark.NOTED) for note in review.notes if note.span is not None]
    cells = [
        PlacedMark(span, face.marks[0])
        for cell, face in shown.items()
        if face.marks and face.marks[0] in UNDERLINES and (span := figures.of(cell)) is not None
    ]
    return notes + _passages(review, figures) + sorted(cells, key=lambda one: one.span.start)


def _passages(review: Review, figures: Figures) -> list[PlacedMark]:
    """The words that open findings speak of; their figures are marked as figures."""
    return [
        PlacedMark(span, _PASSAGE_MARKS[finding.severity])
        for finding in review.checked.findings
        if finding.severity in _PASSAGE_MARKS and not review.is_settled(finding)
        for span in finding.spans
        if span.length <= _LONGEST_PASSAGE and figures.at(span.start) is None
    ]


def heaviest(marks: Iterable[Mark]) -> Mark:
    """The mark that a line's margin shows."""
    return min(marks, key=_WEIGHT.__getitem__)


def mark_format(theme: Theme, mark: Mark) -> QTextCharFormat:
    """How a marked passage looks."""
    look = QTextCharFormat()
    look.setBackground(theme.brush(FILLS[mark]))
    look.setUnderlineStyle(UNDERLINES[mark])
    look.setUnderlineColor(theme.color(mark.value))
    if mark in _COLOURED:
        look.setForeground(theme.brush(mark.value))
    return look


def related_format(theme: Theme) -> QTextCharFormat:
    """How the other figures of the selected cell's broken rules look."""
    look = QTextCharFormat()
    look.setBackground(theme.brush("related_fill"))
    look.setUnderlineStyle(_Underline.SingleUnderline)
    look.setUnderlineColor(theme.color("accent"))
    return look


def selected_format(theme: Theme) -> QTextCharFormat:
    """How the selected figure or passage looks where it has no mark of its own."""
    look = QTextCharFormat()
    look.setBackground(theme.brush("selection"))
    return look


def found_format(theme: Theme) -> QTextCharFormat:
    """How what a search found looks."""
    look = QTextCharFormat()
    look.setBackground(theme.brush("doubtful_fill"))
    look.setForeground(theme.brush("text"))
    look.setUnderlineStyle(_Underline.SingleUnderline)
    look.setUnderlineColor(theme.color("doubtful"))
    return look
