"""What each figure shows wherever it is seen: its text, its marks, its words.

What is painted is worked out once for a change of the review; words when they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from PySide6.QtCore import QCoreApplication

from reviewer.base import CellId
from reviewer.checks.model import SEVERITY_SIGNS, Checked, Finding, Outcome, Severity
from reviewer.checks.pointing import Pointing
from reviewer.forms.model import FormTable
from reviewer.forms.report import Kind, Reading
from reviewer.review.review import Review
from reviewer.window.language import told
from reviewer.window.look.marks import Mark, mark_name


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
    """

    cell: CellId
    text: str
    kind: Kind
    marks: tuple[Mark, ...] = ()
    settled: bool = False
    inferred: bool = False
    proposed: str | None = None
    guards: int = 0


@dataclass(frozen=True, slots=True)
class _Known:
    """Faces, what they were made from, and the state of their review that it was gathered for."""

    checked: Checked
    entries: int
    heads: _Heads
    faces: Mapping[CellId, Face]


_KNOWN: WeakKeyDictionary[Review, _Known] = WeakKeyDictionary()


def faces_of(review: Review) -> Mapping[CellId, Face]:
    """The faces of all figures, worked out once a change whichever panels show them."""
    return _known(review).faces


def words_of(review: Review, face: Face) -> str:
    """What a face shows, in words for tool tips and screen readers."""
    return _known(review).heads.words(face)


def _known(review: Review) -> _Known:
    known = _KNOWN.get(review)
    entries = len(review.entries)
    if known is None or known.checked is not review.checked or known.entries != entries:
        heads = _Heads(review)
        known = _Known(review.checked, entries, heads, _faces(review, heads))
        _KNOWN[review] = known
    return known


def _faces(review: Review, heads: _Heads) -> dict[CellId, Face]:
    from reviewer.checks.engine import guards  # loaded with the first report, not with the window

    form = review.report.form
    watched = guards(form, review.rules)
    return {cell: heads.face(cell, watched.get(cell, 0)) for cell in form.figures}


def open_findings(review: Review, table: FormTable) -> list[Finding]:
    """The findings on a table that have no verdict, or one to be looked at again."""
    cells = {cell for cell, _, _ in table.cells()}
    return [
        finding
        for finding in review.checked.findings
        if cells.intersection(finding.cells) and not review.is_settled(finding)
    ]


def open_claims(review: Review) -> list[Finding]:
    """The findings on figures in sentences that have no verdict, or one to be looked at again."""
    return [
        finding
        for finding in review.checked.findings
        if finding.rule.startswith("claims.") and not review.is_settled(finding)
    ]


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
    """What a review's edits, findings and notes say of each cell, gathered once."""

    def __init__(self, review: Review) -> None:
        self._report = review.report
        self._original = review.original
        self._transcriptions = review.transcriptions
        self._proposals = review.proposals
        self._confirmed = review.confirmed
        self._noted = {note.cell for note in review.notes}
        self._findings: dict[CellId, list[Finding]] = {}
        pointing = Pointing(review.checked)
        for finding in review.checked.findings:
            if finding.outcome is Outcome.BROKEN and finding.severity is not Severity.HINT:
                for cell in pointing.cells(finding):
                    self._findings.setdefault(cell, []).append(finding)
        found = (one for ones in self._findings.values() for one in ones)
        self._settled = {finding.id for finding in found if review.is_settled(finding)}

    def face(self, cell: CellId, watched: int) -> Face:
        reading = self._reading(cell)
        found = self._findings.get(cell, ())
        return Face(
            cell=cell,
            text=_on_one_line(self._transcriptions.get(cell, reading.printed)),
            kind=reading.kind,
            marks=tuple(self._marks(cell, reading, found)),
            settled=bool(found) and all(one.id in self._settled for one in found),
            inferred=reading.inferred,
            proposed=self._proposals.get(cell),
            guards=watched,
        )

    def words(self, face: Face) -> str:
        """The tool tip: what the cell is, what stands there, what is said of it."""
        cell, reading = face.cell, self._reading(face.cell)
        lines = [self._report.form.describe(cell), spoken(reading.kind, face.text)]
        if reading.transcribed:
            source = self._original.by_cell[cell]
            said = spoken(source.kind, _on_one_line(source.printed))
            lines.append(_tr("程序原读：{text}").format(text=said))
        if face.proposed is not None:
            lines.append(_tr("建议改为 {text}").format(text=face.proposed))
        if reading.doubt and not reading.transcribed:
            lines.append(told(reading.doubt))
        found = self._findings.get(cell, ())
        lines += [f"{SEVERITY_SIGNS[finding.severity]} {finding.message}" for finding in found]
        named = {Mark.BROKEN, Mark.WARNED, Mark.TRANSCRIBED, Mark.PROPOSED}
        lines += [mark_name(mark) for mark in face.marks if mark not in named]
        return "\n".join(lines)

    def _reading(self, cell: CellId) -> Reading:
        return self._report.by_cell.get(cell) or Reading(cell=cell)

    def _marks(self, cell: CellId, reading: Reading, found: Sequence[Finding]) -> Iterator[Mark]:
        confirmed = cell in self._confirmed
        if found:
            errors = any(finding.severity is Severity.ERROR for finding in found)
            yield Mark.BROKEN if errors else Mark.WARNED
        if not confirmed and reading.is_doubtful:
            yield Mark.DOUBTFUL
        if reading.transcribed:
            yield Mark.TRANSCRIBED
        if cell in self._proposals:
            yield Mark.PROPOSED
        if cell in self._noted:
            yield Mark.NOTED
        if confirmed:
            yield Mark.CONFIRMED


def said_text(review: Review, cell: CellId) -> str:
    """What a cell says on one line: the transcription, else what is printed."""
    reading = review.report.by_cell.get(cell)
    printed = reading.printed if reading is not None else None
    return _on_one_line(review.transcriptions.get(cell, printed))


def _on_one_line(text: str | None) -> str:
    return " ".join((text or "").split())


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
