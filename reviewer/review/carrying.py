"""What was said of one version of a report, for the version that was issued in its place.

A verdict goes with its rule and cells: where the figures under it are the same it stands, where
they changed it is shown as to be looked at again. Notes, corrections and proposals go with a
cell whose printed text is the same in both. Notes on passages go with the passage's words; where
these are gone, or stand in several places, they become notes on the report. Confirmations stay
behind, since what was compared was another source.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.base import CellId
from reviewer.checks.model import Checked
from reviewer.forms.report import Reading
from reviewer.review.journal import Content
from reviewer.review.model import (
    Annotate,
    Decide,
    Decision,
    Group,
    Note,
    Propose,
    Simple,
    Transcribe,
)
from reviewer.review.passages import found_again
from reviewer.review.review import Review

_QUOTED = 30
"""Characters of a passage that a note on the report repeats."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What can be carried over.

    Attributes:
        edit: One step that says it all again.
        verdicts: How many verdicts there are in it.
        again: How many of them are to be looked at again.
        notes: How many notes.
        figures: How many corrections and proposals.
        left: How many notes stay behind.
    """

    edit: Group
    verdicts: int
    again: int
    notes: int
    figures: int
    left: int


def carried(
    content: Content, readings: tuple[Reading, ...], review: Review, title: str
) -> Carried | None:
    """What of an earlier version's review can be said of this one; None if nothing.

    Args:
        content: What the reviewer said of the earlier version.
        readings: What the program read in it.
        review: The review of the later version.
        title: What the step is called.
    """
    printed = {one.cell: one.printed for one in readings}
    here = review.original.by_cell
    same = {cell for cell, one in here.items() if cell in printed and one.printed == printed[cell]}
    figures = tuple(_figures(content, same))
    verdicts = tuple(_verdicts(content, _with(review, figures)))
    notes = tuple(_notes(content, same, review.original.document.text))
    edits: tuple[Simple, ...] = (*figures, *(edit for edit, _ in verdicts), *notes)
    if not edits:
        return None
    return Carried(
        edit=Group(title=title, edits=edits),
        verdicts=len(verdicts),
        again=sum(not fresh for _, fresh in verdicts),
        notes=len(notes),
        figures=len(figures),
        left=len(content.notes) - len(notes),
    )


def _with(review: Review, figures: tuple[Transcribe | Propose, ...]) -> Checked:
    """What the checks will say when the figures have been carried over."""
    if not any(isinstance(one, Transcribe) for one in figures):
        return review.checked
    trial = Review(review.report, author="", rules=review.rules)
    trial.do(Group(title="", edits=figures))
    return trial.checked


def _figures(content: Content, same: set[CellId]) -> Iterator[Transcribe | Propose]:
    for cell, text in content.transcriptions.items():
        if cell in same:
            yield Transcribe(cell=cell, text=text)
    for cell, text in content.proposals.items():
        if cell in same:
            yield Propose(cell=cell, text=text)


def _verdicts(content: Content, checked: Checked) -> Iterator[tuple[Decide, bool]]:
    """Verdicts whose finding is there again, and whether it is quite the same one."""
    findings = {one.id for one in checked.findings}
    about = {(str(one.rule), one.cells) for one in checked.findings if one.cells}
    for decision in content.decisions.values():
        fresh = decision.finding in findings
        if fresh or (decision.rule, decision.cells) in about:
            yield _again(decision), fresh


def _again(decision: Decision) -> Decide:
    return Decide(
        finding=decision.finding,
        verdict=decision.verdict,
        reason=decision.reason,
        rule=decision.rule,
        cells=decision.cells,
        printed=decision.printed,
        subject=decision.subject,
        carried=True,
    )


def _notes(content: Content, same: set[CellId], text: str) -> Iterator[Annotate]:
    for note in content.notes.values():
        if note.span is None:
            if note.cell is None or note.cell in same:
                yield Annotate(note=uuid.uuid4().hex, text=note.text, cell=note.cell)
        elif note.quote:
            yield _on_passage(note, text)


def _on_passage(note: Note, text: str) -> Annotate:
    """A note on the same passage; on the report, with the passage's words, if it is not there."""
    span = found_again(note.quote, note.lead, text)
    words = note.text
    if span is None:
        quote = " ".join(note.quote.split())
        short = quote if len(quote) <= _QUOTED else f"{quote[:_QUOTED]}……"
        words = f"{words}（原批在上一版本的“{short}”处，这一版本中没有对应的文字）"
    return Annotate(note=uuid.uuid4().hex, text=words, span=span)
