"""Parts of another form in the form used: 其他处理 in one row or in three, heads of table two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.base import CellId, cell_parts
from reviewer.checks.check import Check, Hit, Inspection
from reviewer.forms.folding import fold
from reviewer.forms.report import Kind, Report

_DIVIDED = "other_"
_WHOLE = "other"
_AROUND = ("declined_reconfirm", "total")
"""The rows before and behind: where they are there, nothing is cut off."""

_ACTIVE = "active"
_HEADS = {
    "2019": ("本年新制作数量", "本年新公开数量", "对外公开总数量"),
    "2021": ("本年制发件数", "本年废止件数", "现行有效件数"),
}
"""What each form counts of documents; no other form has such columns."""

_OTHER_FORM = {"2019": "2021", "2021": "2019"}

_LEAST_HEADS = 2
"""This many heads of another form show that its columns are printed; fewer may be a slip."""

_HEADING = "其他处理"
_PARTS = ("不补正", "收费通知", "理由逾期", "未按收费")
"""What the rows of the form of 2021 speak of."""

_LEAST_PARTS = 2
"""This many parts show those rows if their heading is not found as it is worded."""

_FIGURES = re.compile(r"[\s\d|]+")
"""What stands between the lines of a label in narrow cells."""

_IN_ONE = "没有分为规定的三项，是2019年格式的写法，应按2021年格式分三项填报"
_IN_PARTS = "分为三项，是2021年格式的写法，与表二所用的2019年格式不一致"


def _mixed(inspection: Inspection) -> Iterator[Hit]:
    """其他处理 as another form has it; in a year of the form of 2019 one row is no fault."""
    report = inspection.report
    cells = tuple(other_form(report))
    where = "表三“（六）其他处理”"
    if cells and report.form.id == "2021" and report.form_due != "2019":
        yield Hit(place=_place(where), fields={"where": where, "told": _IN_ONE}, cells=cells)
    elif cells and report.form.id == "2019":
        yield Hit(place=_place(where), fields={"where": where, "told": _IN_PARTS}, cells=cells)
    yield from _other_heads(report)


def _other_heads(report: Report) -> Iterator[Hit]:
    """The heads of table two's first block as another form has them; in 2019 that is no fault."""
    own, other = _HEADS.get(report.form.id, ()), _HEADS.get(_OTHER_FORM.get(report.form.id, ""), ())
    if not own or (report.form.id == "2019" and report.form_due == "2021"):
        return
    text = fold(report.document.text)
    printed = [head for head in other if fold(head) in text]
    if len(printed) < _LEAST_HEADS or any(fold(head) in text for head in own):
        return
    where = "表二“第二十条第（一）项”"
    form_id = _OTHER_FORM[report.form.id]
    told = (
        f"用的是{form_id}年格式的栏目（{_listed(printed)}），{report.form.id}年格式是{_listed(own)}"
    )
    cells = tuple(_first_block(report))
    yield Hit(place=_place(where), fields={"where": where, "told": told}, cells=cells)


def _listed(heads: Sequence[str]) -> str:
    return "、".join(f"“{head}”" for head in heads)


def _place(where: str) -> str:
    return where.replace("“", " ").replace("”", "")


def _first_block(report: Report) -> Iterator[CellId]:
    table = report.form.table(_ACTIVE)
    for row in table.blocks[0].rows if table is not None else ():
        yield from (
            cell for cell in report.form.figures if cell.startswith(f"{_ACTIVE}.{row.key}.")
        )


def other_form(report: Report) -> list[CellId]:
    """The cells of 其他处理 where table three is another form's, so that they are not there."""
    cells = _watched(report)
    around = [cell for cell in report.form.figures if _row(cell) in _AROUND]
    read = [report.by_cell[cell] for cell in cells]
    lost = all(one.kind is Kind.MISSING for one in read)
    if report.form.id == "2019":
        lost = all(one.kind is Kind.MISSING or not one.sure for one in read)
    there = all(report.by_cell[cell].kind is not Kind.MISSING for cell in around)
    if not (cells and lost and there):
        return []
    text = _FIGURES.sub("", fold(_tabled(report)))
    parts = sum(part in text for part in _PARTS)
    if report.form.id == "2019":
        return cells if parts >= (1 if _HEADING in text else _LEAST_PARTS) else []
    return cells if _HEADING in text and not parts else []


def _tabled(report: Report) -> str:
    """What stands in table three's section: elsewhere sentences tell of 收费通知, too."""
    table = report.form.table("requests")
    spans = [one.span for one in report.sections if table and one.number == table.section]
    return report.document.at(spans[0]) if spans else report.document.text


def _looked_at(report: Report) -> list[CellId]:
    return [*_first_block(report), *_watched(report)]


def _watched(report: Report) -> list[CellId]:
    if report.form.id == "2021":
        return [cell for cell in report.form.figures if _row(cell).startswith(_DIVIDED)]
    return [cell for cell in report.form.figures if _row(cell) == _WHOLE]


def _row(cell: CellId) -> str:
    table, row, _ = cell_parts(cell)
    return row if table == "requests" else ""


MIXED = Check(_mixed, frozenset({"where", "told"}), watches=_looked_at)
