"""What table three says as a whole, beyond its sums."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.base import CellId, cell_id
from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.writing import number_text
from reviewer.forms.model import FormTable
from reviewer.forms.report import Report

LARGE_SHARE_PERCENT = 30
"""其他处理 above this share of all results is worth a look …"""

FEWEST_RESULTS = 10
"""… if there are at least so many results: one of two applications says nothing."""

_TABLE, _TOTAL = "requests", "total"
_NO_RESULTS = {"new", "carried_in", "carried_out", _TOTAL}


def _total_zero(inspection: Inspection) -> Iterator[Hit]:
    """The row 总计 is all nought while there are results above it."""
    report = inspection.report
    table = report.form.table(_TABLE)
    if table is None:
        return
    totals = [cell_id(_TABLE, _TOTAL, column.key) for column in table.blocks[0].columns]
    if any(report.by_cell[cell].number != 0 or not report.by_cell[cell].sure for cell in totals):
        return
    details = [
        cell
        for cell, row, column in table.cells()
        if row.key not in _NO_RESULTS and column.key != _TOTAL
    ]
    counted = sum(report.by_cell[cell].number or 0 for cell in details)
    if counted > 0:
        fields = {"count": number_text(counted)}
        yield Hit(place=f"{table.name} （七）总计", fields=fields, cells=tuple(totals))


def _other_share(inspection: Inspection) -> Iterator[Hit]:
    """A large share of all results is 其他处理."""
    report = inspection.report
    table = report.form.table(_TABLE)
    total = report.by_cell.get(cell_id(_TABLE, _TOTAL, _TOTAL))
    if table is None or total is None or total.number is None:
        return
    cells = _others(table)
    others = [report.by_cell[cell].number for cell in cells]
    count = sum(number for number in others if number is not None)
    if total.number < FEWEST_RESULTS or count * 100 <= total.number * LARGE_SHARE_PERCENT:
        return
    fields = {
        "count": number_text(count),
        "total": number_text(total.number),
        "percent": str(int(count * 100 / total.number)),
    }
    yield Hit(place=f"{table.name} （六）其他处理", fields=fields, cells=(*cells, total.cell))


def _others(table: FormTable) -> list[CellId]:
    """The figures of 其他处理 in the column 总计."""
    return [
        cell_id(_TABLE, row.key, _TOTAL)
        for row in table.blocks[0].rows
        if row.key.split("_")[0] == "other"
    ]


def _totals(report: Report) -> list[CellId]:
    return [
        cell
        for cell, (table, row, _) in report.form.figures.items()
        if (table.key, row.key) == (_TABLE, _TOTAL)
    ]


def _shares(report: Report) -> list[CellId]:
    table = report.form.table(_TABLE)
    return [*_others(table), cell_id(_TABLE, _TOTAL, _TOTAL)] if table is not None else []


TOTAL_ZERO = Check(_total_zero, frozenset({"count"}), watches=_totals)
OTHER_SHARE = Check(_other_share, frozenset({"count", "total", "percent"}), watches=_shares)
