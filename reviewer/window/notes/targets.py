"""What a note is on: a figure, a passage, or the whole report."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from reviewer.base import CellId
from reviewer.document.model import Span
from reviewer.review.model import Note
from reviewer.review.review import Review
from reviewer.window.selection import Selection, place_of
from reviewer.window.wording import where_text

_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class Target:
    """A place for a note; neither cell nor span means the report.

    Attributes:
        note: The note that is being changed; None for a new one.
    """

    cell: CellId | None = None
    span: Span | None = None
    note: str | None = None


def target_of(selection: Selection, review: Review) -> Target:
    """What a new note is written on: the passage if one was chosen, else the figure."""
    cell, span = selection.cell, selection.span
    if cell is not None and (span is None or span == place_of(review.original, cell)):
        return Target(cell=cell)
    if span is not None:
        return Target(span=span)
    return Target(cell=cell)


def target_of_note(note: Note) -> Target:
    """What there is to change."""
    return Target(cell=note.cell, span=note.span, note=note.id)


def target_title(target: Target, review: Review) -> str:
    """The place as reviewers name it."""
    figures = review.report.form.figures
    if target.cell is not None and target.cell in figures:
        _, row, column = figures[target.cell]
        return f"{row.label} · {column.label}"
    if target.cell is not None:
        return str(target.cell)
    if target.span is not None:
        return _tr("正文 {}").format(where_text(review.original.document, target.span))
    return _tr("整份报告")


def quote(target: Target, review: Review) -> str:
    """The beginning of the passage; empty if the note is on none."""
    if target.span is None:
        return ""
    text = " ".join(review.original.document.at(target.span).split())
    return f"{text[:_LONGEST_QUOTE]}…" if len(text) > _LONGEST_QUOTE else text


def _tr(text: str) -> str:
    return QCoreApplication.translate("Notes", text)
