"""A table of last form's among those of the form used: 其他处理 in one row, not in three."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.base import CellId, cell_parts
from reviewer.checks.family import Family, Hit, Inspection
from reviewer.forms.folding import fold
from reviewer.forms.report import Kind, Report

_FORM = "2021"
_DIVIDED = "other_"
_AROUND = ("declined_reconfirm", "total")
"""The rows before and behind: where they are there, nothing is cut off."""

_HEADING = "其他处理"
_PARTS = ("不补正", "收费通知")
"""What the rows of the form of 2021 speak of."""


def _undivided(inspection: Inspection) -> Iterator[Hit]:
    """其他处理 as the form of 2019 has it in a table three of 2021."""
    report = inspection.report
    if report.form.id != _FORM:
        return
    cells = _watched(report)
    around = [cell for cell in report.form.figures if _row(cell) in _AROUND]
    lost = all(report.by_cell[cell].kind is Kind.MISSING for cell in cells)
    there = all(report.by_cell[cell].kind is not Kind.MISSING for cell in around)
    if not (lost and there):
        return
    text = fold(report.document.text)
    if _HEADING in text and not any(part in text for part in _PARTS):
        yield Hit(place="表三 （六）其他处理", cells=tuple(cells))


def _watched(report: Report) -> list[CellId]:
    if report.form.id != _FORM:
        return []
    return [cell for cell in report.form.figures if _row(cell).startswith(_DIVIDED)]


def _row(cell: CellId) -> str:
    table, row, _ = cell_parts(cell)
    return row if table == "requests" else ""


UNDIVIDED = Family(_undivided, watches=_watched)
