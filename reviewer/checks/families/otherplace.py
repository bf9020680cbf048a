"""Units of another body: 柳林镇便民服务中心 where 石桥镇 reports, left from a report copied.

A town's report names its own county, city and province, their parts and its villages; the units
of another town, or of another county, hardly ever, unless it went there, or was merged. Nor does
a bureau's report name the sections or the account of another bureau.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.bodies import LOCAL, PARTS, Body, BodyKind, body_named
from reviewer.checks.families.otherbody import OTHER
from reviewer.checks.families.placenames import place_before
from reviewer.checks.families.prose import around, place_label, prose_of
from reviewer.checks.families.showing import hit_of_all
from reviewer.document.model import Span
from reviewer.forms.report import Report

_SITE = r"(?:人民)?政府(?:门户)?网站?|政府信息公开(?:网站?|平台|专栏)"
_TOWN_UNITS = (
    rf"{_SITE}|(?:便民|政务|党群)服务(?:中心|大厅)|党政(?:综合)?(?:办公室|办)|综合(?:行政)?执法(?:大?队|办)"
    r"|(?:微信|政务)?公众号|(?:官方)?网站|(?:政务公开|政府信息公开|信息公开)(?:专区|专栏|栏|工作|领导小组)?|党委政府|机关干部"
)
_COUNTY_UNITS = (
    rf"{_SITE}|(?:政务|便民|行政)服务中心|融媒体中心"
    r"|委(?:、[县区旗]政?府|[县区旗]政?府)?(?=的?(?:正确|坚强|统一)*领导下)"
)
_TOWN = re.compile(rf"(?P<kind>镇|乡|街道)(?:办事处)?(?P<unit>{_TOWN_UNITS})")
_COUNTY = re.compile(
    rf"(?P<kind>县|(?<![新发验园理社地城山片景专小市])区|旗)(?P<unit>{_COUNTY_UNITS})"
)
_OWN_COUNTY = re.compile(
    r"(?:^|[省市州盟])(?P<name>[\u4e00-\u9fff]{2,4}?(?:县|(?<![新发验园])区|旗))(?=.)"
)

_LEVEL = re.compile("[县区旗]")

_BUREAU = re.compile(
    r"(?:^|[,:、]|通过|依托|利用|[在由于和与及省市州县区旗])(?P<name>[\u4e00-\u9fff]{2,8}局)"
    r"(?P<unit>(?:微信|政务)?公众号|(?:机关)?各[科股]室|(?:政务公开|政府信息公开|信息公开)(?:工作)?领导小组)"
)
_NO_BUREAU = re.compile(
    r"[我本该各全]|政务服务|行政审批|数据|网信|档案|司法|[通依利]|上级|有关"
    r"|调整|成立|设立|组建|建立|健全|完善|充实|明确|加强|发挥|召开|指定|及时|更新|增设|纳入"
)
"""What no other bureau is named by; 及时调整局领导小组 speaks of the report's own."""

_ANY_TOWN = re.compile(r"镇(?![村海江中上区])|乡(?![村镇土贤亲]|下(?!一|阶段))|街道(?![村路])")
_LINKED = re.compile("年度?报告|年报|[上下]一[篇条]")
"""A report's name, or a page's link to another."""

_LEAST_STEM = 2
"""The same as for another body's name: a single character says too little."""

_BEFORE = ("", *"，,:把将对由与向从和及在于到为县市区省")
_VERBS = re.compile("[送报交转发派设给让请进步赴往去来走驻]")
_NEAR = 12

_ELSEWHERE = re.compile(
    r"联合|会同|协同|共同|毗邻|接壤|交界|考察|参观|学习|交流|借鉴|调研|帮扶|结对|协作|合作|对口|合并|并入|划[入归转]|更名|撤[乡镇销]|托管|代管"
    r"|原[\u4e00-\u9fff]{2,4}[镇乡街]"
)
"""Why a sentence may well speak of another place."""


@dataclass(frozen=True)
class _Named:
    """A unit of another place: with the place alone, and as this report's own place has it."""

    place: str
    name: str
    right: str
    span: Span


def _another(inspection: Inspection) -> Iterator[Hit]:
    report = inspection.report
    body = body_named(report.body)
    found: dict[str, list[_Named]] = {}
    for named in _foreign(report, body):
        found.setdefault(named.name, []).append(named)
    if not found:
        return
    told = [hit.found for hit in OTHER.find(inspection)]
    for name, all_named in found.items():
        first = all_named[0]
        if not any(first.place in other for other in told):
            spans = [named.span for named in all_named]
            fields = {"body": report.body, "name": name, "right": first.right}
            yield hit_of_all(report.document, spans, name, first.right, **fields)


def _foreign(report: Report, body: Body) -> Iterator[_Named]:
    """Units of other towns in a town's report, and of other counties in theirs and their parts'."""
    if body.kind in LOCAL and len(body.stem) > 1:
        yield from _of_others(report, _TOWN, body.stem, f"{body.stem}{body.kind.value}")
    if body.kind is BodyKind.BUREAU and len(body.stem) > 1:
        yield from _of_bureaus(report, body)
    county = _county_of(report, body)
    if county and body.kind in LOCAL | PARTS | {BodyKind.COUNTY, BodyKind.DISTRICT}:
        yield from _of_others(report, _COUNTY, county[:-1], county)


def _county_of(report: Report, body: Body) -> str:
    """The county that a body's name begins with, or that its text says a town belongs to."""
    named = _OWN_COUNTY.search(body.name)
    if named:
        return named["name"]
    if body.kind not in LOCAL or len(body.stem) < _LEAST_STEM:
        return ""
    flow, own = prose_of(report).flow, f"{body.stem}{body.kind.value}"
    levels = (one for one in _LEVEL.finditer(flow) if flow.startswith(own, one.end()))
    names = {(place_before(flow[max(0, at.start() - _NEAR) : at.start()]), at[0]) for at in levels}
    told = [f"{name}{level}" for name, level in names if name]
    return told.pop() if len(told) == 1 else ""


def _of_bureaus(report: Report, body: Body) -> Iterator[_Named]:
    """The sections, accounts and committees of another bureau."""
    for sentence in prose_of(report).sentences:
        for match in _BUREAU.finditer(sentence.text):
            name, unit = match["name"], match["unit"]
            same = body_named(name).is_same(body) or name[:-1] in body.name
            if not (same or _NO_BUREAU.search(name) or _ELSEWHERE.search(sentence.text)):
                span = sentence.span(match.start("name"), match.end())
                yield _Named(name, f"{name}{unit}", f"{body.stem}{body.kind.value}{unit}", span)


def _of_others(report: Report, pattern: re.Pattern[str], stem: str, own: str) -> Iterator[_Named]:
    """The units that a pattern finds, but for those of the body's own place."""
    for sentence in prose_of(report).sentences:
        text = sentence.text
        for match in pattern.finditer(text):
            before = text[: match.start()]
            name = "" if before.endswith(stem) else place_before(before)
            if not name or name in stem or _ELSEWHERE.search(text):
                continue
            start = match.start() - len(name)
            place, printed = text[start : match.end("kind")], text[start : match.end()]
            span = sentence.span(start, match.end())
            yield _Named(place, printed, f"{own}{match['unit']}", span)


def _mentioned(inspection: Inspection) -> Iterator[Hit]:
    """Another town's name anywhere in a town's report, once for each name."""
    report = inspection.report
    body = body_named(report.body)
    if body.kind not in LOCAL or len(body.stem) < _LEAST_STEM or body.stem not in report.title:
        return
    told = [hit.found for family in (OTHER, ANOTHER) for hit in family.find(inspection)]
    found: dict[str, Span] = {}
    for name, span in _other_towns(report, body.stem):
        found.setdefault(name, span)
    for name, span in found.items():
        if not any(name in other for other in told):
            yield Hit(
                place=place_label(report.document, span.start),
                fields={"body": report.body, "around": around(report.document, span)},
                spans=(span,),
                expected=f"{body.stem}{body.kind.value}",
                found=name,
                marks=(name,),
            )


def _other_towns(report: Report, stem: str) -> Iterator[tuple[str, Span]]:
    """Names of towns but the one of that stem, in sentences that nothing has speak of another."""
    for sentence in prose_of(report).sentences:
        text = sentence.text
        for match in _ANY_TOWN.finditer(text):
            before = text[: match.start()]
            name = "" if before.endswith(stem) else place_before(before)
            start = match.start() - len(name)
            begins = text[:start][-1:] in _BEFORE and not _VERBS.search(name)
            if name and begins and not _may_be_named(name, stem, text, match.end()):
                yield text[start : match.end()], sentence.span(start, match.end())


def _may_be_named(name: str, stem: str, text: str, end: int) -> bool:
    """Whether a sentence may well name another town: in a list, or because it went there."""
    listed = "、" in text[max(0, end - _NEAR) : end + _NEAR]
    linked = listed or _LINKED.search(text)
    return name in stem or stem in name or bool(linked or _ELSEWHERE.search(text))


ANOTHER = Check(_another, frozenset({"body", "name", "right", "times"}), reads_figures=False)
MENTIONED = Check(_mentioned, frozenset({"body", "around"}), reads_figures=False)
