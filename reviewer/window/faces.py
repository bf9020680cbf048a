"""What each figure shows wherever it is seen: its text, its marks, its words.

Everything is worked out once for a change of the review; painting only looks it up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication

from reviewer.base import CellId
from reviewer.checks.model import Checked, Finding, Outcome, Severity
from reviewer.checks.pointing import Pointing
from reviewer.forms.model import FormTable
from reviewer.forms.report import Kind, Reading
from reviewer.review.review import Review
from reviewer.window.marks import Mark, mark_name


@dataclass(frozen=True, slots=True)
class Face:
    """What a figure's cell shows.

    Attributes:
        text: What stands there; empty for a blank or a missing cell.
        marks: Heaviest first.
        settled: The findings on it all have a verdict.
        inferred: Arithmetic chose how to read it.
        proposed: What it should be, if somebody said so.
        guards: How many rules watch it.
        words: The same as text, for tool tips and screen readers.
    """

    cell: CellId
    text: str
    kind: Kind
    marks: tuple[Mark, ...] = ()
    settled: bool = False
    inferred: bool = False
    proposed: str | None = None
    guards: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class _Known:
    """Faces, and the state of their review that they were worked out for."""

    checked: Checked
    entries: int
    faces: Mapping[CellId, Face]


_KNOWN: WeakKeyDictionary[Review, _Known] = WeakKeyDictionary()


def faces_of(review: Review) -> Mapping[CellId, Face]:
    """The faces of all figures, worked out once a change whichever panels show them."""
    known = _KNOWN.get(review)
    entries = len(review.entries)
    if known is None or known.checked is not review.checked or known.entries != entries:
        known = _KNOWN[review] = _Known(review.checked, entries, _faces(review))
    return known.faces


def _faces(review: Review) -> dict[CellId, Face]:
    from reviewer.checks.engine import guards  # loaded with the first report, not with the window

    heads = _Heads(review)
    form = review.report.form
    watched = guards(form, review.rules)
    return {cell: heads.face(cell, watched.get(cell, 0)) for cell in form.figures}


def open_findings(review: Review, table: FormTable) -> list[Finding]:
    """The findings on a table that have no verdict, or one to be looked at again."""
    cells = {cell for cell, _, _ in table.cells()}
    return [
        finding
        for finding in review.checked.findings
        if cells.intersection(finding.cells) and not is_settled(review, finding)
    ]


def open_claims(review: Review) -> list[Finding]:
    """The findings on figures in sentences that have no verdict, or one to be looked at again."""
    return [
        finding
        for finding in review.checked.findings
        if finding.rule.startswith("claims.") and not is_settled(review, finding)
    ]


def is_settled(review: Review, finding: Finding) -> bool:
    """Whether a finding has a verdict that still stands."""
    decision = review.decision_of(finding)
    return decision is not None and not decision.stale


def related_cells(review: Review, cell: CellId) -> frozenset[CellId]:
    """The cells that stand in a broken rule together with this one."""
    return frozenset(
        other
        for evaluation in review.checked.evaluations
        if evaluation.outcome is Outcome.BROKEN and cell in evaluation.cells
        for other in evaluation.cells
        if other != cell
    )


class _Heads:
    """The cells that findings, notes and suspects point at, gathered once for a review."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._noted = {note.cell for note in review.notes}
        self._findings: dict[CellId, list[Finding]] = {}
        pointing = Pointing(review.checked)
        for finding in review.checked.findings:
            if finding.outcome is Outcome.BROKEN and finding.severity is not Severity.HINT:
                for cell in pointing.cells(finding):
                    self._findings.setdefault(cell, []).append(finding)

    def face(self, cell: CellId, watched: int) -> Face:
        reading = self._review.report.by_cell.get(cell) or Reading(cell=cell)
        found = self._findings.get(cell, [])
        text = said_text(self._review, cell)
        marks = self._marks(cell, reading, found)
        return Face(
            cell=cell,
            text=text,
            kind=reading.kind,
            marks=marks,
            settled=bool(found) and all(is_settled(self._review, one) for one in found),
            inferred=reading.inferred,
            proposed=self._review.proposals.get(cell),
            guards=watched,
            words=self._words(reading, text, marks, found),
        )

    def _marks(self, cell: CellId, reading: Reading, found: list[Finding]) -> tuple[Mark, ...]:
        review = self._review
        errors = any(finding.severity is Severity.ERROR for finding in found)
        confirmed = cell in review.confirmed
        has = (
            (Mark.BROKEN, errors),
            (Mark.WARNED, bool(found) and not errors),
            (Mark.DOUBTFUL, is_doubtful(reading) and not confirmed),
            (Mark.TRANSCRIBED, reading.transcribed),
            (Mark.PROPOSED, cell in review.proposals),
            (Mark.NOTED, cell in self._noted),
            (Mark.CONFIRMED, confirmed),
        )
        return tuple(mark for mark, there in has if there)

    def _words(
        self, reading: Reading, text: str, marks: Iterable[Mark], found: Iterable[Finding]
    ) -> str:
        """The tool tip: what the cell is, what stands there, what is said of it."""
        cell = reading.cell
        proposed = self._review.proposals.get(cell)
        lines = [self._review.report.form.describe(cell), spoken(reading.kind, text)]
        if reading.transcribed:
            source = self._review.original.by_cell[cell]
            said = spoken(source.kind, " ".join((source.printed or "").split()))
            lines.append(_tr("程序原读：{text}").format(text=said))
        if proposed is not None:
            lines.append(_tr("建议改为 {text}").format(text=proposed))
        if reading.doubt and not reading.transcribed:
            lines.append(reading.doubt)
        lines += [f"▲ {finding.message}" for finding in found]
        named = {Mark.BROKEN, Mark.WARNED, Mark.TRANSCRIBED, Mark.PROPOSED}
        lines += [mark_name(mark) for mark in marks if mark not in named]
        return "\n".join(lines)


def is_doubtful(reading: Reading) -> bool:
    """Whether a reading that stands in the report needs a look."""
    return not reading.sure and not reading.transcribed and reading.kind is not Kind.MISSING


def said_text(review: Review, cell: CellId) -> str:
    """What a cell says on one line: the transcription, else what is printed."""
    reading = review.report.by_cell.get(cell)
    printed = reading.printed if reading is not None else None
    return " ".join((review.transcriptions.get(cell, printed) or "").split())


def spoken(kind: Kind, text: str) -> str:
    """What stands in a cell in words: a blank, a nil mark and a missing cell are told apart."""
    if kind is Kind.MISSING:
        return _tr("报告中没有这一格")
    if kind is Kind.BLANK:
        return _tr("空白")
    if kind is Kind.NIL:
        return _tr("“{text}”（表示无）").format(text=text)
    if kind is Kind.TEXT:
        return _tr("“{text}”（文字）").format(text=text)
    return text


def _tr(text: str) -> str:
    return QCoreApplication.translate("Grid", text)
