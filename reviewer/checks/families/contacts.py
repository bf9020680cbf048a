"""Contact details: where a report gives some, all that a reader needs to write or call."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.prose import introduction, place_label, prose_of
from reviewer.document.model import Span
from reviewer.forms.report import Report

_ASKED = re.compile(
    r"(?:报告|年报)[^。\n]{0,8}(?:疑问|意见|建议|问题)|进一步咨询|获取(?:本|该)?报告的?联系方式"
)
_NAMED = re.compile(
    r"如有(?:任何)?(?:疑问|问题|不明)|联系(?:单位|部门|人|地址|方式):|请(?:与|联系|致电|向)[^。]{2,24}(?:联系|咨询|反映|电话)"
)
"""Only the introduction speaks so of the report."""

_CONTACT = re.compile(r"请(?:与|联系|致电)(?!.{0,30}(?:网站|留言|登录|邮箱))")
"""A body is named to be asked, not a page."""

_NUMBER = r"(?:\(?0\d{2,3}\)?[\s\-—–一]{0,2})?\d{7,8}(?!\d)|1[3-9]\d{9}(?!\d)"
_DETAILS = {
    "地址": re.compile(r"地\s*址|(?:路|街|道|巷|村|镇|乡).{0,12}\d+号|邮寄至|位于"),
    "电话": re.compile(rf"电\s*话|热线|{_NUMBER}"),
    "邮编": re.compile(r"邮\s*编|邮政编码|邮码|(?<!\d)\d{6}(?!\d)"),
}
_FIGURES = re.compile(rf"地址:|邮编:?\d|{_NUMBER}")
_POSTCODE = re.compile(
    r"(?:邮[ \t]*编|邮政编码)[ \t\u3000]*:?[ \t\u3000]*(?P<digits>\d{3,5}|\d{7})"
    r"(?!\d|\s*[\d\-—–/*xX×)]*\d)"
)
"""Followed by no other digits, which may be the rest of it, or a telephone's."""

_POSTCODE_DIGITS = 6
_NEVER = re.compile(
    r"(?:邮[ \t]*编|邮政编码)[ \t\u3000]*:?[ \t\u3000]*(?P<digits>000000|123456|111111)(?!\d)"
)
"""What forms show where a postcode belongs."""

_PHONE = re.compile(
    r"(?:电话|传真)[ \t\u3000]*:?[ \t\u3000]*"
    r"(?P<number>[(]?(?P<area>0\d{1,3})(?:[)][-—–一]?|[-—–一])(?P<local>\d{3,10}))(?!\s*[\d\-—–/*xX×转、])"
)
_ONLY_AREA = re.compile(r"电话[ \t\u3000]*:[ \t\u3000]*(?P<number>0\d{2,3})(?=[,。;)\n])")
_AREA = re.compile(r"(?P<short>010|02\d)|0[3-9]\d{2}")
_SHORT_NUMBER = re.compile(r"1\d{2,4}|9\d{4,5}")
"""12345, 96123: numbers of services, which have fewer digits."""

_END = re.compile(r"(?:^|[。\n)])[ ]*[一1][、.]")

_REACH = 220
"""Characters behind the words that tell whom to ask in which contact details stand."""

_NEAR = 40
"""Characters behind those words in which a body is named."""

_GIVEN = {
    "地址": re.compile(r"地址:[^,。;)]{4,}"),
    "电话": re.compile(rf"电话:?{_NUMBER}"),
    "邮编": re.compile(r"(?:邮编|邮政编码):?\d{6}(?!\d)"),
}
"""Details that an introduction gives though it asks for no questions."""

_MOST_APART = 80
"""Two details farther from each other are not of one contact."""


def _incomplete(inspection: Inspection) -> Iterator[Hit]:
    """What is lacking where readers are told whom to ask."""
    report = inspection.report
    prose = prose_of(report)
    asked = _ASKED.search(prose.flow) or _NAMED.search(prose.flow, 0, _behind_introduction(report))
    if asked is None:
        yield from _given(report)
        return
    told = prose.flow[asked.start() : asked.end() + _REACH]
    end = _END.search(told)
    told = told[: end.start()] if end else told
    lacking = [name for name, given in _DETAILS.items() if not given.search(told)]
    if lacking and (_FIGURES.search(told) or _CONTACT.search(asked[0] + told[:_NEAR])):
        yield _lacking(report, prose.span(asked.start(), asked.end()), lacking)


def _given(report: Report) -> Iterator[Hit]:
    """What an introduction lacks that gives two details of a contact, but not the third."""
    prose = prose_of(report)
    told = prose.flow[: _behind_introduction(report)]
    found = {name: match for name, one in _GIVEN.items() if (match := one.search(told))}
    if len(found) != len(_GIVEN) - 1:
        return
    start = min(one.start() for one in found.values())
    end = max(one.end() for one in found.values())
    if end - start <= _MOST_APART:
        lacking = [name for name in _GIVEN if name not in found]
        yield _lacking(report, prose.span(start, end), lacking)


def _lacking(report: Report, span: Span, lacking: list[str]) -> Hit:
    return Hit(
        place=place_label(report.document, span.start),
        fields={"lacking": "、".join(lacking)},
        spans=(span,),
        expected="（地址：……，电话：……，邮编：……）",
        marks=tuple(lacking),
    )


def _postcode(inspection: Inspection) -> Iterator[Hit]:
    """A postcode that has not six digits, or is no place's."""
    report = inspection.report
    plain = prose_of(report).plain
    for match in (*_POSTCODE.finditer(plain), *_NEVER.finditer(plain)):
        span = Span(start=match.start("digits"), end=match.end("digits"))
        count = len(match["digits"])
        told = f"是{count}位数字，应为六位" if count != _POSTCODE_DIGITS else "像是示例号码"
        yield Hit(
            place=place_label(report.document, span.start),
            fields={"printed": match["digits"], "told": told},
            spans=(span,),
            expected="六位数字",
            found=match["digits"],
            marks=(match["digits"],),
        )


def _phone(inspection: Inspection) -> Iterator[Hit]:
    """A telephone number with a digit too few or too many."""
    report = inspection.report
    for match in _PHONE.finditer(prose_of(report).plain):
        area, digits = _AREA.fullmatch(match["area"]), len(match["local"])
        lengths = {8} if area and area["short"] else {7, 8}
        if (area and digits in lengths) or _SHORT_NUMBER.fullmatch(match["local"]):
            continue
        span = Span(start=match.start("number"), end=match.end("number"))
        told = f"号码是{digits}位" if area else f"区号“{match['area']}”有误"
        yield _phone_hit(report, span, told)
    yield from _phone_without(report)


def _phone_without(report: Report) -> Iterator[Hit]:
    """Nothing behind the area code."""
    for match in _ONLY_AREA.finditer(prose_of(report).plain):
        span = Span(start=match.start("number"), end=match.end("number"))
        yield _phone_hit(report, span, "只有区号")


def _phone_hit(report: Report, span: Span, told: str) -> Hit:
    printed = prose_of(report).plain[span.start : span.end]
    return Hit(
        place=place_label(report.document, span.start),
        fields={"printed": printed, "told": told},
        spans=(span,),
        expected="区号和7位或8位号码",
        found=printed,
        marks=(printed,),
    )


def _behind_introduction(report: Report) -> int:
    """Where the introduction ends in the flow: what is told later is no contact of the report."""
    return bisect_left(prose_of(report).places, introduction(report).end)


PHONE = Check(_phone, frozenset({"printed", "told"}), reads_figures=False)
POSTCODE = Check(_postcode, frozenset({"printed", "told"}), reads_figures=False)
INCOMPLETE = Check(_incomplete, frozenset({"lacking"}), reads_figures=False)
