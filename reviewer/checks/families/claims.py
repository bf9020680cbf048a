"""What sentences state against what the tables say."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from reviewer.base import Number
from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.claim_reasons import Reason, agrees, number_of, reason
from reviewer.checks.families.prose import place_label
from reviewer.checks.writing import number_text
from reviewer.claims.model import Claim
from reviewer.claims.reading import read_claims
from reviewer.claims.thereof import is_part
from reviewer.forms.report import Report

Difference = tuple[Claim, Number, Reason | None]


def compared(report: Report) -> Iterator[tuple[Claim, Number]]:
    """Counts of the whole body and year whose cells have sure figures, with what these come to."""
    for claim in read_claims(report):
        if not claim.counted or claim.scope or claim.year != report.year or not claim.cells:
            continue
        total = number_of(report, claim.cells)
        if total is not None:
            yield claim, total


def differing(report: Report) -> tuple[Difference, ...]:
    """Claims that do not agree with their cells, with the reason if there is a known one."""
    return _differing(_Once(report))


class _Once:
    """A report as the one object that it is: several checks ask the same of it in a row."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def __hash__(self) -> int:
        return id(self.report)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Once) and self.report is other.report


@lru_cache(maxsize=2)
def _differing(once: _Once) -> tuple[Difference, ...]:
    report = once.report
    return tuple(
        (claim, total, reason(report, claim, total))
        for claim, total in compared(report)
        if not (agrees(report, claim, total) or total in _together(report, claim))
    )


def _together(report: Report, claim: Claim) -> list[Decimal]:
    """What a sentence comes to that counts the same in parts: 废止4件，宣布失效2件，共6件.

    Loose figures may be parts over a whole line: 网络9件，公开5件；信函8件，公开3件.
    """
    key = claim.subject, claim.year, claim.unit, claim.loose
    beside = [
        one.value
        for one in read_claims(report)
        if one.counted
        and (one.subject, one.year, one.unit, one.loose) == key
        and (one.span == claim.span or (one.loose and _are_near(report, one, claim)))
    ]
    return [Decimal(sum(beside)), *map(Decimal, beside)] if len(beside) > 1 else []


def _are_near(report: Report, one: Claim, other: Claim) -> bool:
    """Whether two claims stand in one line."""
    line_of = report.document.line_of
    return line_of(one.figure.start) == line_of(other.figure.start)


def _is_loose(report: Report, claim: Claim, total: Number) -> bool:
    """Whether a claim's words may be meant otherwise: not where its parts come to its cells.

    20件申请中，自然人9件、企业6件 is said of what came if 15 came, and these parts of them.
    """
    if not claim.loose:
        return False
    parts = [
        (one, number_of(report, one.cells))
        for one in read_claims(report)
        if one.span == claim.span and one.figure.start > claim.figure.start and is_part(one.subject)
    ]
    agree = all(one.counted and one.cells and one.value == cells for one, cells in parts)
    return not (len(parts) > 1 and agree and sum(Decimal(one.value) for one, _ in parts) == total)


def _hit(report: Report, claim: Claim, total: Number, why: Reason | None) -> Hit:
    """Where sentence and table differ; what should stand is said only if nothing explains it."""
    fields = {
        "label": claim.label,
        "stated": number_text(claim.value),
        "unit": claim.unit,
        "found": number_text(total),
        "difference": number_text(abs(Decimal(claim.value) - total)),
        "reason": "" if why is None else why.name + (f"（{why.sum}）" if why.sum else ""),
    }
    return Hit(
        place=place_label(report.document, claim.figure.start),
        fields=fields,
        cells=claim.cells,
        spans=(claim.figure,),
        expected="" if why is not None or claim.loose else number_text(total),
        found=f"正文{number_text(claim.value)}{claim.unit}，表格{number_text(total)}",
        marks=(claim.subject, str(claim.value), str(claim.figure.start)),
    )


def _unexplained(inspection: Inspection) -> Iterator[Hit]:
    """The sentence and the table differ, and no usual way to count explains it."""
    for claim, total, why in differing(inspection.report):
        if why is None and not _is_loose(inspection.report, claim, total):
            yield _hit(inspection.report, claim, total, why)


def _explained(inspection: Inspection) -> Iterator[Hit]:
    """The sentence and the table differ by a usual way to count."""
    for claim, total, why in differing(inspection.report):
        if why is not None:
            yield _hit(inspection.report, claim, total, why)


def _loose(inspection: Inspection) -> Iterator[Hit]:
    """The sentence and the table differ, but its words may speak of something else."""
    for claim, total, why in differing(inspection.report):
        if why is None and _is_loose(inspection.report, claim, total):
            yield _hit(inspection.report, claim, total, why)


_FIELDS = frozenset({"label", "stated", "unit", "found", "difference", "reason"})
UNEXPLAINED = Check(_unexplained, _FIELDS)
EXPLAINED = Check(_explained, _FIELDS)
LOOSE = Check(_loose, _FIELDS)
