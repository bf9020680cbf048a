"""What is selected: one cell, passage or finding, shown by every panel at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from reviewer.base import CellId, FindingId
from reviewer.checks.model import Checked, Finding, Suspect
from reviewer.document.model import Span
from reviewer.forms.report import Report
from reviewer.review.model import Annotate, Decide, Edit, Group


class Chooser(Enum):
    """Who chose what is selected; a panel does not scroll for its own choice."""

    GRID = auto()
    SOURCE = auto()
    PAGES = auto()
    FINDINGS = auto()
    INSPECTOR = auto()
    NOTES = auto()
    HISTORY = auto()
    FIND = auto()
    CLAIMS = auto()
    SECTIONS = auto()
    EYE = auto()
    LIST = auto()
    """A line of a list in the middle was gone to: its figure is to be seen in its table."""
    KEYS = auto()
    """A key that goes from place to place: every panel follows."""
    UNDO = auto()
    """It was undone or redone."""
    DIALOG = auto()
    """Something that is no panel of the window."""


@dataclass(frozen=True)
class Selection:
    """What every panel shows as selected.

    Attributes:
        cell: The figure, if one is meant.
        span: The passage of the source to show.
        finding: The finding that it belongs to.
        chooser: Who chose it; nobody did as long as nothing is selected.
    """

    cell: CellId | None = None
    span: Span | None = None
    finding: FindingId | None = None
    chooser: Chooser | None = None


def of_cell(report: Report, checked: Checked, before: Selection, cell: CellId) -> Selection:
    """A cell, its place, and the finding on it: the one selected before, if it is on it too."""
    on_cell = [finding for finding in checked.findings if cell in finding.cells]
    kept = [finding for finding in on_cell if finding.id == before.finding]
    chosen = next(iter(kept or on_cell), None)
    return Selection(cell, place_of(report, cell), chosen.id if chosen else None)


def of_span(report: Report, checked: Checked, span: Span, about: CellId | None = None) -> Selection:
    """A passage, the figure that stands in it or it is about, and the finding that speaks of it."""
    for reading in report.readings:
        place = place_of(report, reading.cell)
        if place is not None and _touch(place, span):
            on_cell = (one for one in checked.findings if reading.cell in one.cells)
            finding = next(on_cell, None)
            return Selection(reading.cell, span, finding.id if finding else None)
    told = (one for one in checked.findings if any(_touch(place, span) for place in one.spans))
    finding = next(told, None)
    return Selection(about, span, finding.id if finding else None)


def of_finding(report: Report, checked: Checked, finding: Finding) -> Selection:
    """A finding with the words it speaks of, and the cell that is most suspect or its first one.

    One about a sentence and the cell that it disagrees with leads to the sentence: that is the
    place it is listed under, and the cell is seen in its table.
    """
    cell = _culprit(checked, finding) or next(iter(finding.cells), None)
    words = _words_of(report, finding)
    place = place_of(report, cell) if cell else None
    span = words or place or next(iter(finding.spans), None)
    return Selection(cell, span, finding.id)


def _words_of(report: Report, finding: Finding) -> Span | None:
    """The first passage of a finding that is none of its figures."""
    figures = {place_of(report, cell) for cell in finding.cells}
    said = (span for span in finding.spans if span.length and span not in figures)
    return next(said, None)


def _culprit(checked: Checked, finding: Finding) -> CellId | None:
    """The cell of a finding whose change the likeliest repair of its rule begins with."""
    keys = {
        one.key
        for one in checked.evaluations
        if one.rule == finding.rule and set(one.cells) == set(finding.cells)
    }
    for suspect in checked.suspects:
        if keys & set(suspect.explains):
            changed = (change.cell for change in suspect.changes)
            return next((cell for cell in changed if cell in finding.cells), None)
    return None


def of_edit(report: Report, checked: Checked, before: Selection, edit: Edit) -> Selection | None:
    """What an edit is about; None if that is the whole report, or a finding that is gone."""
    about = edit.edits[0] if isinstance(edit, Group) else edit
    if isinstance(about, Decide):
        found = next((one for one in checked.findings if one.id == about.finding), None)
        return of_finding(report, checked, found) if found is not None else None
    if about.cell is not None:
        return of_cell(report, checked, before, about.cell)
    if isinstance(about, Annotate) and about.span is not None:
        return of_span(report, checked, about.span)
    return None


def chosen_by(selection: Selection, chooser: Chooser) -> Selection:
    """The selection with who chose it."""
    return replace(selection, chooser=chooser)


def suspect_of(checked: Checked, selection: Selection) -> Suspect | None:
    """The likeliest repair that changes the selected cell, else that mends the finding's rules."""
    cell = selection.cell
    for suspect in checked.suspects:
        if any(change.cell == cell for change in suspect.changes):
            return suspect
    finding = next((one for one in checked.findings if one.id == selection.finding), None)
    about = set(finding.cells if finding is not None else () if cell is None else (cell,))
    broken = {one.key for one in checked.evaluations if about & set(one.cells)}
    return next((one for one in checked.suspects if broken & set(one.explains)), None)


def step(order: Sequence[FindingId], now: FindingId | None, by: int) -> FindingId:
    """The finding ``by`` places on, round the end; the first or last if none is selected."""
    if now not in order:
        return order[0] if by > 0 else order[-1]
    return order[(order.index(now) + by) % len(order)]


def place_of(report: Report, cell: CellId) -> Span | None:
    """Where a cell is printed in the source."""
    reading = report.by_cell.get(cell)
    return reading.place.span if reading is not None and reading.place is not None else None


def _touch(one: Span, other: Span) -> bool:
    """Whether two spans share a code point; an empty one is a caret."""
    return one.start <= max(other.end - 1, other.start) and other.start < max(
        one.end, one.start + 1
    )
