"""Faults to be planted in right reports: for each rule the kinds that it must find."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.base import CellId
from tests.benchmarks.old_reports import listed
from tests.benchmarks.planting import DISPUTES, SEVERAL, SINGLE
from tests.benchmarks.sentences import SENTENCES
from tests.benchmarks.spoiling import (
    Spoil,
    anywhere,
    in_other_year,
    label,
    noughts,
    printed,
    slipped,
    stated,
    text,
    together,
    undivided,
    without_row,
    without_table,
)
from tests.checks.planting import FAULTS as IN_TEXT
from tests.checks.planting import added, instead


@dataclass(frozen=True)
class Planting:
    """A kind of fault, and the rule that must find it, in reports on some forms."""

    name: str
    rule: str
    spoil: Spoil
    forms: tuple[str, ...] = ("2019", "2021")


_NEW, _CARRIED = CellId("requests.new.total"), CellId("requests.carried_in.total")
_DONE = CellId("requests.total.total")


def _both(grid: Mapping[CellId, int]) -> Mapping[str, int] | None:
    """What came in and what was left from last year, counted together."""
    return {_NEW: grid[_NEW] + grid[_CARRIED]} if grid[_CARRIED] else None


def _half(grid: Mapping[CellId, int]) -> Mapping[str, int] | None:
    """Fewer done than the table says."""
    return {_DONE: grid[_DONE] // 2} if grid[_DONE] > 3 else None


_UNNOTICED = {"row blank", "sign", "point"}
"""Kinds of slips after which a sum is not broken but cannot be worked out, or reads otherwise."""

_KEPT = (
    {"columns swapped", "column zeroed", "subtotal as part"},
    {"rows one on", "rows swapped", "columns in part", "row zeroed"},
)
"""Kinds of slips that keep the sums of columns, and those that keep the sums of rows."""

_SUMS = (
    *(
        (f"{name} in table three", rule, slipped(rule, slip))
        for rule in ("requests.flow", "requests.details", "requests.applicants")
        for name, slip in {**SINGLE, **SEVERAL}.items()
        if name not in _UNNOTICED and name not in _KEPT[rule.endswith("applicants")]
    ),
    *(
        (f"table {name}", "disputes.total", slipped("disputes.total", slip))
        for name, slip in DISPUTES.items()
        if name not in {"four: transposed", "four: dropped"}
    ),
    ("total row at 0", "requests.total_zero", noughts("requests.total.")),
)

_FULL_ROW = r"^([^\n]*属于行政执法案卷[^\n\d]*\d[^\n]*\n)"
_DOCUMENTS = "active.normative_document."
_REGULATION = "active.regulation."
_CELLS: tuple[tuple[str, str, Spoil], ...] = (
    ("more new than in all", "active.disclosed", printed({_DOCUMENTS + "disclosed_total": "0"})),
    ("fewer than none", "active.items_left", printed({"active.licence.change": "-99"})),
    ("no amount", "active.procurement", printed({"active.procurement.amount": "0"})),
    ("no projects", "active.procurement", printed({"active.procurement.projects": "0"})),
    (
        "none in force",
        "active.in_force",
        printed({_DOCUMENTS + "in_force": "0", _DOCUMENTS + "repealed": "0"}),
    ),
    ("yuan for ten thousand", "active.fee_amount", printed({"active.fee.amount": "32165500"})),
    ("regulation of a town", "active.regulation", printed({_REGULATION + "in_force": "2"})),
    ("regulation of a town", "active.regulation", printed({_REGULATION + "made": "1"})),
    ("row lost", "figures.missing", without_row("requests.refused_process", "active.coercion")),
    ("blank cell", "figures.blank", anywhere("")),
    ("nil mark", "figures.nil", anywhere("/", "—", "无")),
    ("words", "figures.text", printed({_REGULATION + "made": "本单位未制作规章"})),
    ("words", "figures.text", printed({_REGULATION + "issued": "未制发"})),
    ("negative", "figures.negative", anywhere("-1", "-12")),
    ("fraction", "figures.fractional", anywhere("1.5", "12.3")),
    ("numeral", "figures.numeral", anywhere("十二", within="active.licence.decisions")),
    ("unit", "figures.unit_printed", anywhere("12件", within="active.licence.decisions")),
    ("other unit", "figures.other_unit", printed({"active.fee.amount": "75680元"})),
    ("no figure", "figures.unassessed", anywhere("", "/", within="requests.total.")),
    ("with last year's", "claims.explained", stated(_both)),
    ("fewer done", "claims.cells", stated(_half)),
    (
        "more documents than all",
        "claims.documents",
        together(
            printed({_DOCUMENTS + "disclosed": "950", _DOCUMENTS + "disclosed_total": "950"}),
            text(added("全年主动公开政府信息900条。"), forms=("2019",)),
        ),
    ),
)

_LABELS: tuple[tuple[str, str, Spoil], ...] = (
    ("结果维护", "wording.label", label("结果维持", "结果维护")),
    ("顼", "wording.label", label("第二十条第（一）项", "第二十条第（一）顼")),
    ("不于处理", "wording.label", label("（五）不予处理", "（五）不于处理")),
    ("words added", "wording.label_variant", label("规章", "规章（本单位制发的）")),
    ("article lost", "wording.label_lost", label("第二十条第（一）项", "")),
    (
        "yuan in the head",
        "wording.unit",
        label("本年收费金额（单位：万元）", "本年收费金额（单位：元）"),
    ),
    ("unit added", "wording.unit_added", label("采购总金额", "采购总金额（元）")),
    ("unit left out", "wording.unit_lost", text(instead("（单位：万元）", ""), forms=("2021",))),
    ("合计", "wording.total", text(instead("（七）总计", "（七）合计"))),
    ("no number", "wording.label_number", text(instead("（四）无法提供", "无法提供"))),
    ("other number", "wording.label_number", text(instead("（五）不予处理", "（四）不予处理"))),
    ("letter too many", "wording.heading", text(instead("公开行政复议、", "公开行政法复议、"))),
    ("letter wrong", "wording.heading", text(instead("^六、其他需要报告", "六、其他需要报造"))),
    ("own heading", "wording.heading_variant", text(instead("^五、存在的主要", "五、工作主要"))),
)

_IN_ROWS = instead(
    "（六）其他处理",
    "（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
)
_WHOLE: tuple[tuple[str, str, Spoil], ...] = (
    ("no table three", "table.missing", without_table("三", "四", "本年度情况如上。")),
    ("no table four", "table.missing", without_table("四", "五", "本年度没有发生。")),
    ("other outcomes in one row", "form.mixed", undivided),
    ("rows of the next form", "form.mixed", text(_IN_ROWS, forms=("2019",))),
    ("row twice", "table.row_twice", text(instead(_FULL_ROW, r"\1\1"))),
    ("last form", "form.wrong", in_other_year(2023, "2019")),
    ("no year", "year.unknown", text(instead(r"20\d\d年?度?", "", times=0))),
    ("title of another year", "year.conflict", text(instead(r"\A(.*?)20\d\d年", r"\g<1>2018年"))),
    ("no body", "body.unknown", text(instead("云岭县|(石桥|清溪街道)[^，。年]*", "", times=0))),
)


_RECEIVED = listed("received", "current")


def _three_more(grid: Mapping[CellId, int]) -> Mapping[str, int]:
    """More received than the list of indicators says."""
    return {_RECEIVED: grid[_RECEIVED] + 3}


def _since_ever(grid: Mapping[CellId, int]) -> Mapping[str, int]:
    """All that was ever published, told as this year's."""
    return {listed("public", "current"): grid[listed("public", "cumulative")]}


_OLD: tuple[tuple[str, str, Spoil], ...] = (
    ("parts and 其他", "lists.parts", printed({listed("boards", "current"): "199"})),
    ("part above its whole", "lists.parts", printed({listed("in_person", "current"): "990"})),
    ("less than the year", "lists.cumulative", printed({listed("answered", "cumulative"): "1"})),
    ("other number of requests", "claims.indicators", stated(_three_more)),
    ("sum of all years", "claims.indicators", stated(_since_ever)),
    (
        "section of nothing",
        "contents.bare",
        text(instead("全年没有收取费用，也没有减免。", ""), forms=("2008",)),
    ),
)
"""Faults of reports up to 2018."""


def _forms(rule: str) -> tuple[str, ...]:
    """The forms whose reports a text rule speaks of; the aspects are the form of 2021's own."""
    return ("2021",) if rule == "text.aspects" else ("2019", "2021")


PLANTINGS: tuple[Planting, ...] = (
    *(Planting(*each) for each in (*_SUMS, *_CELLS, *_LABELS, *_WHOLE)),
    *(Planting(*each, forms=("2008",)) for each in _OLD),
    *(Planting(each.name, each.rule, text(each.plant, forms=("2021",))) for each in IN_TEXT),
    *(Planting(name, rule, text(plant, forms=_forms(rule))) for rule, name, plant in SENTENCES),
)
"""Every kind of fault, with the rule that must find it."""
