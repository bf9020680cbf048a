"""A table of another form among those of the form used: 其他处理 in one row, or in three."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.base import CellId, cell_parts
from reviewer.checks.family import Family, Hit, Inspection
from reviewer.forms.folding import fold
from reviewer.forms.report import Kind, Report

_DIVIDED = "other_"
_WHOLE = "other"
_AROUND = ("declined_reconfirm", "total")
"""The rows before and behind: where they are there, nothing is cut off."""

_HEADING = "其他处理"
_PARTS = ("不补正", "收费通知", "理由逾期", "未按收费")
"""What the rows of the form of 2021 speak of."""

_IN_ONE = "没有分为规定的三项，是2019年格式的写法，应按2021年格式分三项填报"
_IN_PARTS = "分为三项，是2021年格式的写法，与表二所用的2019年格式不一致"


def _mixed(inspection: Inspection) -> Iterator[Hit]:
    """其他处理 as another form has it; in a year of the form of 2019 one row is no fault."""
    report = inspection.report
    cells = tuple(other_form(report))
    if cells and report.form.id == "2021" and report.form_due != "2019":
        yield Hit(place="表三 （六）其他处理", fields={"told": _IN_ONE}, cells=cells)
    elif cells and report.form.id == "2019":
        yield Hit(place="表三 （六）其他处理", fields={"told": _IN_PARTS}, cells=cells)


def other_form(report: Report) -> list[CellId]:
    """The cells of 其他处理 where table three is another form's, so that they are not there."""
    cells = _watched(report)
    around = [cell for cell in report.form.figures if _row(cell) in _AROUND]
    lost = all(report.by_cell[cell].kind is Kind.MISSING for cell in cells)
    there = all(report.by_cell[cell].kind is not Kind.MISSING for cell in around)
    if not (cells and lost and there):
        return []
    text = fold(report.document.text)
    in_parts = any(part in text for part in _PARTS)
    return cells if _HEADING in text and in_parts == (report.form.id == "2019") else []


def _watched(report: Report) -> list[CellId]:
    if report.form.id == "2021":
        return [cell for cell in report.form.figures if _row(cell).startswith(_DIVIDED)]
    return [cell for cell in report.form.figures if _row(cell) == _WHOLE]


def _row(cell: CellId) -> str:
    table, row, _ = cell_parts(cell)
    return row if table == "requests" else ""


MIXED = Family(_mixed, frozenset({"told"}), watches=_watched)
