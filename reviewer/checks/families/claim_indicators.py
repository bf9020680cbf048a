"""What sentences state against the list of indicators of reports up to 2018.

An indicator is known by its printed name, whatever the province called it. Where a list has two
columns, the year's is meant; 历年累计 explains a sentence that has the other one's figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.base import Number, cell_id
from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.claim_totals import totals_of
from reviewer.checks.families.prose import place_label
from reviewer.checks.writing import number_text
from reviewer.claims.reading import read_claims
from reviewer.document.model import Span
from reviewer.forms.model import FormTable, Row
from reviewer.forms.report import Report

_TABLE = "statistics"
_PUBLIC = "public"
"""Not a claim's subject: all pieces of information that were made public."""

_UNIT = re.compile(r"[（(][^（）()]*[）)]$")
_AHEAD = re.compile(
    r"^(?:其中[:：]?|[（(]?[一二三四五六七八九十\d]{1,2}[)）.、．]|[①-⑳]|[本当]?年度?|全年)*"
    r"(?:[一-龥]{0,4}(?=行政复议|行政诉讼))?"
)
_OF_INFORMATION = "(?:依申请公开|公开|政府信息|信息|的)*"
_TAIL = "(?:总)?(?:数量?|件数|条数)?"
_NAMES = tuple(
    (subject, re.compile(f"(?:{words}){_TAIL}"))
    for subject, words in (
        (_PUBLIC, r"主动公开(?:政府)?信息|公开(?:政府)?信息"),
        ("active.normative_document.made", "制发规范性文件"),
        ("active.normative_document.disclosed", "主动公开规范性文件|公开规范性文件"),
        ("requests.new.total", f"(?:收到|受理|新收){_OF_INFORMATION}申请|受理依申请公开信息"),
        ("requests.new.in_person", "当面申请"),
        ("requests.new.by_fax", "传真申请"),
        ("requests.new.by_email", "电子邮件申请|邮件申请"),
        ("requests.new.online", "网[络上]申请|网[络上]提交申请"),
        ("requests.new.by_letter", "信函申请"),
        ("requests.total.total", "申请办结|申请答复|答复申请|对?申请的?答复|办结申请"),
        ("requests.granted.total", "同意公开(?:的?答复)?"),
        ("requests.granted_in_part.total", "(?:同意)?部分公开(?:的?答复)?"),
        ("requests.refused.total", "(?:不予|不同意|否决|免予)公开(?:的?答复)?"),
        ("disputes.reconsideration.total", "行政复议(?:申请|案件)?"),
        ("disputes.lawsuits.total", "行政诉讼(?:案件)?"),
    )
)


def _indicators(inspection: Inspection) -> Iterator[Hit]:
    """Sentences that do not state what the list of indicators says."""
    report = inspection.report
    table = report.form.table(_TABLE)
    if table is None:
        return
    rows = _rows(table)
    column, *others = (one.key for one in table.blocks[0].columns)
    for subject, value, unit, place in _stated(report):
        row = rows.get(subject)
        if row is None:
            continue
        listed = _number(report, row, column)
        if listed is None or listed == value:
            continue
        ever = any(_number(report, row, other) == value for other in others)
        yield Hit(
            place=place_label(report.document, place.start),
            fields={
                "name": _name(row),
                "stated": f"{number_text(value)}{unit}",
                "found": number_text(listed),
                "reason": "；正文是历年累计的数" if ever else "",
            },
            cells=(cell_id(_TABLE, row.key, column),),
            spans=(place,),
            expected="" if ever else number_text(listed),
            found=f"正文{number_text(value)}{unit}，统计表{number_text(listed)}",
            marks=(subject, number_text(value), str(place.start)),
        )


def _stated(report: Report) -> Iterator[tuple[str, Number, str, Span]]:
    """What the sentences say of the whole body and year: subject, figure, unit and place."""
    claims = [one for one in read_claims(report) if one.counted and not (one.scope or one.loose)]
    for claim in claims:
        if claim.year == report.year:
            yield claim.subject, claim.value, claim.unit, claim.figure
    for total in totals_of(report):
        if total.key[:2] == ("公开", "信息"):
            yield _PUBLIC, total.figure.value, total.figure.unit, total.place


def _rows(table: FormTable) -> dict[str, Row]:
    """The rows of a list by what they count; a subject that two rows name has none."""
    found: dict[str, list[Row]] = {}
    for row in table.blocks[0].rows:
        name = _AHEAD.sub("", _name(row))
        for subject, words in _NAMES:
            if words.fullmatch(name):
                found.setdefault(subject, []).append(row)
                break
    return {subject: rows[0] for subject, rows in found.items() if len(rows) == 1}


def _name(row: Row) -> str:
    return _UNIT.sub("", row.label)


def _number(report: Report, row: Row, column: str) -> Number | None:
    reading = report.by_cell.get(cell_id(_TABLE, row.key, column))
    return reading.number if reading is not None and reading.sure else None


INDICATORS = Check(_indicators, frozenset({"name", "stated", "found", "reason"}))
