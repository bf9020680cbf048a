"""What sentences state against what the tables say."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reviewer.base import CellId
from reviewer.checks.family import Family, Hit, Inspection
from reviewer.checks.writing import figure
from reviewer.claims.model import Claim
from reviewer.claims.reading import read_claims
from reviewer.forms.report import Report

_ROW_SUMS = (
    ("requests", "new", ("new", "carried_in"), "新收与上年结转之和"),
    ("requests", "total", ("new",), "新收数"),
    ("requests", "total", ("new", "carried_in"), "新收与上年结转之和"),
    ("requests", "total", ("total", "carried_out"), "办理结果与结转下年之和"),
)
"""A row that is stated, rows whose sum may have been meant, and how reviewers call that sum."""

_NEIGHBOURS = {"made": "disclosed", "disclosed": "made", "issued": "in_force"}


def compared(report: Report) -> Iterator[tuple[Claim, int | Decimal]]:
    """Claims on this year whose cells have sure figures, each with what the cells come to."""
    for claim in read_claims(report):
        if claim.year != report.year or not claim.cells:
            continue
        total = _sum(report, claim.cells)
        if total is not None:
            yield claim, total


def explanation(report: Report, claim: Claim) -> str:
    """What else in the tables has the stated figure, if that is a known way to count."""
    for name, cells in _meant(claim):
        if _sum(report, cells) == claim.value:
            return name
    if claim.subject.startswith("disputes."):
        closed = tuple(cell for cell in _siblings(report, claim) if _column(cell) in _CLOSED)
        if _sum(report, closed) == claim.value:
            return "已审结的件数（未计尚未审结）"
    return ""


_CLOSED = {"upheld", "corrected", "other"}


def _meant(claim: Claim) -> Iterator[tuple[str, tuple[CellId, ...]]]:
    """Other sums that a sentence may have counted, by name."""
    if len(claim.cells) != 1:
        return
    table, row, column = claim.cells[0].split(".")
    for of_table, of_row, rows, name in _ROW_SUMS:
        if (table, row) == (of_table, of_row):
            yield name, tuple(CellId(f"{table}.{one}.{column}") for one in rows)
    if table == "active" and column in _NEIGHBOURS:
        yield "同一行另一列的数", (CellId(f"{table}.{row}.{_NEIGHBOURS[column]}"),)


def _siblings(report: Report, claim: Claim) -> tuple[CellId, ...]:
    """All cells of the rows that a claim speaks of."""
    rows = {cell.rpartition(".")[0] for cell in claim.cells}
    return tuple(cell for cell in report.form.figures if cell.rpartition(".")[0] in rows)


def _column(cell: CellId) -> str:
    return cell.rpartition(".")[2]


def _sum(report: Report, cells: tuple[CellId, ...]) -> int | Decimal | None:
    """The sum of cells that all have a sure figure; None otherwise."""
    total: int | Decimal = 0
    for cell in cells:
        reading = report.by_cell.get(cell)
        if reading is None or reading.number is None or not reading.sure:
            return None
        total += reading.number
    return total


def _differing(inspection: Inspection, *, explained: bool) -> Iterator[Hit]:
    report = inspection.report
    for claim, total in compared(report):
        if claim.value == total:
            continue
        reason = explanation(report, claim)
        if bool(reason) is explained:
            yield _hit(report, claim, total, reason)


def _hit(report: Report, claim: Claim, total: int | Decimal, reason: str) -> Hit:
    fields = {
        "label": claim.label,
        "stated": figure(claim.value),
        "unit": claim.unit,
        "found": figure(total),
        "difference": figure(claim.value - total if claim.value > total else total - claim.value),
        "reason": reason,
    }
    return Hit(
        place=f"正文 第{report.document.line_of(claim.figure.start)}行",
        fields=fields,
        cells=claim.cells,
        spans=(claim.figure,),
        found=f"正文{figure(claim.value)}{claim.unit}，表格{figure(total)}",
        marks=(claim.subject, str(claim.value), str(claim.figure.start)),
    )


def _unexplained(inspection: Inspection) -> Iterator[Hit]:
    """The sentence and the table differ, and no usual way to count explains it."""
    yield from _differing(inspection, explained=False)


def _explained(inspection: Inspection) -> Iterator[Hit]:
    """The sentence and the table differ by a usual way to count."""
    yield from _differing(inspection, explained=True)


def _stated(report: Report) -> Iterator[CellId]:
    """The cells that some sentence speaks of."""
    return (cell for claim, _ in compared(report) for cell in claim.cells)


_FIELDS = frozenset({"label", "stated", "unit", "found", "difference", "reason"})
UNEXPLAINED = Family(_unexplained, _FIELDS, watches=_stated)
EXPLAINED = Family(_explained, _FIELDS, watches=_stated)
