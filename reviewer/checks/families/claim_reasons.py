"""What else in the tables has the figure that a sentence states: usual ways to count otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reviewer.base import CellId, Number, cell_id, cell_parts
from reviewer.checks.expression import known_sum
from reviewer.checks.writing import number_text
from reviewer.claims.model import Claim, ClaimKind
from reviewer.claims.reading import read_claims
from reviewer.forms.report import Kind, Report

_NEW_AND_OLD = ("新收与上年结转之和", ("new", "carried_in"))
_ROW_SUMS = {
    "new": (_NEW_AND_OLD,),
    "total": (
        ("新收数", ("new",)),
        _NEW_AND_OLD,
        ("办理结果与结转下年之和", ("total", "carried_out")),
    ),
    "granted": (("予以公开与部分公开之和", ("granted", "granted_in_part")),),
}
"""Rows of table three, with how reviewers call a sum that may have been meant, and its rows."""

_NEIGHBOURS = {
    "made": ("disclosed", "disclosed_total"),
    "disclosed": ("made", "disclosed_total"),
    "disclosed_total": ("disclosed",),
    "issued": ("in_force",),
    "in_force": ("issued",),
}
_CLOSED = ("upheld", "corrected", "other")
_CARRIED_IN = (CellId("requests.carried_in.total"),)
_YUAN = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
_ANY_UNIT = ("元", "万元")


@dataclass(frozen=True)
class Reason:
    """A known way to come to the stated figure.

    Attributes:
        name: What it is, as reviewers call it.
        sum: It written out (``74＋1``); empty if it is no sum.
    """

    name: str
    sum: str = ""


def agrees(report: Report, claim: Claim, total: Number) -> bool:
    """Whether a claim states what its cells come to; money in either unit where none is said.

    That all were decided who applied leaves out what was carried in, which was decided, too.
    """
    if claim.unit not in _YUAN:
        before = number_of(report, _CARRIED_IN) if _is_of_all_new(claim) else 0
        right = claim.value == total - (before or 0) or claim.value == total
        return right or (claim.loose and claim.value == number_of(report, _rows(claim)))
    return any(_is_amount(claim, total, unit) for unit in _units(report, claim))


def _is_of_all_new(claim: Claim) -> bool:
    return claim.kind is ClaimKind.ALL and claim.subject == "requests.total.total"


def _rows(claim: Claim) -> tuple[CellId, ...]:
    """The same rows for all applicants, which words on some may speak of as well."""
    return _block("requests", [cell_parts(cell)[1] for cell in claim.cells], ("total",))


def reason(report: Report, claim: Claim, total: Number) -> Reason | None:
    """What else in the tables has the stated figure, if that is a known way to count."""
    if not claim.value:
        return None
    if claim.unit in _YUAN:
        wrong = claim.value == total or any(_is_amount(claim, total, unit) for unit in _ANY_UNIT)
        return Reason("表格的数，但单位不同（元与万元）") if wrong else None
    for name, cells in _meant(report, claim):
        if number_of(report, cells) == claim.value:
            return Reason(name, _written(report, cells))
    return Reason("正文所说上一年度的数") if _is_last_years(report, claim) else None


def _is_last_years(report: Report, claim: Claim) -> bool:
    """Whether the text states the same figure of the year before."""
    return any(
        one.counted
        and (one.subject, one.value, one.scope) == (claim.subject, claim.value, "")
        and report.year is not None
        and one.year == report.year - 1
        for one in read_claims(report)
    )


def number_of(report: Report, cells: Sequence[CellId]) -> Number | None:
    """The sum of cells that all have a sure figure, or blanks that others tell; None otherwise."""
    return known_sum(_figure_of(report, cell) for cell in cells)


def _figure_of(report: Report, cell: CellId) -> Number | None:
    reading = report.by_cell.get(cell)
    if reading is None or not reading.sure:
        return None
    return _of_blank(report, cell) if reading.kind is Kind.BLANK else reading.number


def _of_blank(report: Report, cell: CellId) -> Number | None:
    """What a blank cell comes to where the rest of its row leaves no choice.

    A total that is not filled in is the sum of the applicants beside it; of proceedings that have
    no figure at all, in a table that has some, there were none.
    """
    table, row, column = cell_parts(cell)
    beside = [one for one in report.readings if cell_parts(one.cell)[:2] == (table, row)]
    if not all(one.sure and one.kind in (Kind.NUMBER, Kind.BLANK) for one in beside):
        return None
    numbers = [one.number for one in beside if one.number is not None]
    if table == "requests" and column == "total" and any(numbers):
        return sum(numbers)
    told = (one for one in report.readings if one.cell.startswith(f"{table}."))
    if table == "disputes" and not numbers and any(one.sure and one.number for one in told):
        return 0
    return None


def _meant(report: Report, claim: Claim) -> Iterator[tuple[str, tuple[CellId, ...]]]:
    """Other sums that a sentence may have counted, by name."""
    table = claim.subject.split(".")[0]
    if table == "disputes":
        yield from _proceedings(report, claim)
    if not claim.cells:
        return
    parts = [cell_parts(cell) for cell in claim.cells]
    _, row, column = parts[0]
    in_a_row = {each for _, each, _ in parts} == {row}
    columns = [each for _, _, each in parts]
    for name, rows in _ROW_SUMS.get(row, ()) if table == "requests" and in_a_row else ():
        yield name, _block(table, rows, columns)
    if len(claim.cells) > 1:
        return
    for other in _NEIGHBOURS.get(column, ()) if table == "active" else ():
        cell = cell_id(table, row, other)
        if cell in report.form.figures:
            yield f"同一行“{report.form.figures[cell][2].label}”的数", (cell,)


def _proceedings(report: Report, claim: Claim) -> Iterator[tuple[str, tuple[CellId, ...]]]:
    """Sums over the proceedings that a sentence counts: of closed ones, or of one kind only."""
    table, _, column = cell_parts(CellId(claim.subject))
    if column != "total":
        return
    rows = tuple(dict.fromkeys(cell_parts(cell)[1] for cell in claim.cells))
    yield "已审结的件数（未计尚未审结）", _block(table, rows, _CLOSED)
    for row in rows if len(rows) > 1 else ():
        total = cell_id(table, row, "total")
        yield f"“{report.form.figures[total][1].label}”一项的数", (total,)


def _block(table: str, rows: Sequence[str], columns: Sequence[str]) -> tuple[CellId, ...]:
    return tuple(cell_id(table, row, column) for row in rows for column in columns)


def _written(report: Report, cells: Sequence[CellId]) -> str:
    """A sum written out; parts that are nought are left out."""
    numbers = [report.by_cell[cell].number for cell in cells]
    parts = [number_text(number) for number in numbers if number]
    return "＋".join(parts) if len(parts) > 1 else ""


def _units(report: Report, claim: Claim) -> Sequence[str]:
    """The units that the cell's figure may have: printed in it, the form's, or any."""
    cell = claim.cells[0]
    unit = report.by_cell[cell].unit or report.form.figures[cell][2].unit
    return (unit,) if unit in _YUAN else _ANY_UNIT


def _is_amount(claim: Claim, total: Number, unit: str) -> bool:
    """Whether an amount is the cell's, rounded or cut off as the sentence prints it."""
    amount = Decimal(total) * _YUAN[unit] / _YUAN[claim.unit]
    stated = Decimal(claim.value)
    exponent = stated.as_tuple().exponent
    last_place = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return abs(amount - stated) < last_place if stated else not amount
