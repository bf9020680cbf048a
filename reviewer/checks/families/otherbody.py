"""Another body's name where a report speaks of itself: left from a report that was copied.

Bodies above, beside and below are named everywhere in reports. Only those places count where no
other body can be meant: the report's own name, the signature, whom to ask, who did what this year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.bodies import GOVERNMENTS, LOCAL, PARTS, Body, BodyKind, body_named
from reviewer.checks.families.placenames import place_before
from reviewer.checks.families.prose import introduction, prose_of
from reviewer.checks.families.showing import hit_of_all
from reviewer.claims.flow import Sentence
from reviewer.document.model import Span
from reviewer.forms.identity.signature import signature
from reviewer.forms.report import Report
from reviewer.patterns import any_of

_NAME = r"[\u4e00-\u9fff]{2,24}?" + any_of(
    "镇人民政府|乡人民政府|镇政府|乡政府|街道办事处|街道办|政府办公[室厅]|人民政府|街道",
    "委员会|管委会|镇|乡|(?<!总)局|委|署|厅|中心|海关|[支大总]队|公司|医院|[中小大]学|学[校院]",
)
_DISCLOSURE = "(?:政府信息公开|信息公开|政务公开)"
_REPORT_OF = re.compile(
    r"(?:^|[,:《]|现将|现公布|公布|发布|编制了?|形成了?|关于)"
    rf"(?P<name>{_NAME}|[\u4e00-\u9fff]{{2,8}}?[县区市旗])20\d\d年度?(?:的)?{_DISCLOSURE}"
    r"[^,。》]{0,12}(?:报告|年报)(?![^,。]{0,12}通知)"
    rf"|20\d\d年度?(?P<later>{_NAME})(?:的)?{_DISCLOSURE}"
    r"(?:工作)?(?:年度)?(?:工作)?报告(?![^,。]{0,12}通知)"
)
"""Whose report it is said to be, before or behind the year."""

_WRITTEN_BY = re.compile(
    rf"(?:^|[,:]|本报告由|由)(?P<name>{_NAME})(?:组织)?(?:编制|制作|汇总|综合|发布)(?!的)"
)
_WRITES = re.compile(
    rf"(?:^|[,:])(?P<name>{_NAME})(?:组织|负责)?(?:编制|编写|制定|形成|现?公布|现?发布)了?(?!的)"
    r"(?=(?:本|《|20\d\d|年度)[^,。]{0,24}(?:报告|年报))"
    rf"|由(?P<by>{_NAME})(?:根据|按照|依照|依据)(?=《[^》]*条例)"
    rf"|^(?P<opens>{_NAME})(?:现|特)?(?:根据|按照|依照|依据)(?=《[^》]*条例)"
)
"""Who writes the report, however its sentence goes on."""

_ASK = re.compile(
    rf"(?:(?:请|可)(?:与|向|联系):?|(?:联系|编制|制作|受理|责任)(?:单位|部门|机构):)(?P<name>{_NAME})"
)
_DID = re.compile(
    rf"^20\d\d年度?[,]?(?P<name>{_NAME})"
    r"(?![的、和与及等到向])"
)
_COUNTS = "(?:全年|共|累计)*" + any_of(
    r"(?:主动公开|公开|收到|新收|受理|制发|办结)[^,。;\d]{0,14}\d+[条件份篇]",
    "未收到|没有收到",
)
_COUNTED = re.compile(rf"^20\d\d年度?[,]?(?P<name>{_NAME})(?={_COUNTS})")
"""What a bureau's report counts is its own: of other bureaus it tells what they did otherwise."""

_COUNTED_IN = re.compile(rf"^(?P<name>{_NAME})(?=20\d\d年度?[,]?{_COUNTS})")
"""The same with the year behind the name."""

_ACTS = any_of(
    "共|全年|始终|高度重视|主动公开|公开政府|收到|未收到|没有收到|没有发生|未发生|新收|制发|认真",
    "严格按|严格执行|严格落实|严格规范|全面|进一步|深入|加强|坚持|积极|切实|扎实|不断|持续|深入|按照|根据",
    "依托|通过|围绕|成立|建立|健全|召开|组织开展|明确|将政府信息|党委|党政|主要领导|乡长|镇长|书记|主任",
    "政府信息公开工作|政务公开工作|信息公开工作",
)
"""How a sentence goes on whose first word is who acts."""

_LEADS = re.compile(
    rf"^(?:\([一二三四五六七八九十]\)[^,。]{{0,14}}。?)?(?P<name>{_NAME})(?=[,]?{_ACTS})"
)
"""Who acts at the beginning of a sentence: in a town's report nobody else does."""

_COUNTY_LEADS = re.compile(
    r"^20\d\d年度?[,]?(?P<name>[\u4e00-\u9fff]{2,4}?(?:[县旗]|(?<![辖城片山库矿校学郊牧林])区))"
    rf"(?=[,]?{_ACTS})"
)
"""The same in a county's report, where its first words say when."""

_LEAD = re.compile(
    r"(?:本报告|现|特|将|向|社会|公布|公开|发布|编制|形成|制定|关于|根据|按照|要求|由|经|规定|了|度|年)+"
)
_GOES_ON = 4
"""A line with no more behind a report's name is a title, of this report or of one linked."""

_NO_NAME = re.compile(
    "[的了把被对和与及、]|[各全我本该乡村城集重辖]镇|[各全我本该]乡|[各全我本该镇]街道|乡镇|有关|相关|上级"
    "|所属|各级|我|本|该|全|各|是|^[到赴向从同在经]"
    "|^(?:学习|借鉴|参观|考察|对标|对照|参照|邀请|联合|会同|协助|配合|组织|接受|感谢)"
)

_BUREAUS = frozenset({BodyKind.BUREAU})
_BUREAUS_OF_ANY_NAME = frozenset({BodyKind.BUREAU, BodyKind.COMMISSION})
_COUNTIES = frozenset({BodyKind.COUNTY, BodyKind.DISTRICT})
_ANY = frozenset(BodyKind)
_PLACES = (
    (re.compile("报告|年报"), _REPORT_OF, False, _ANY),
    (re.compile("编制|制作|汇总|综合|发布"), _WRITTEN_BY, False, _ANY),
    (re.compile("报告|年报|条例"), _WRITES, False, _ANY),
    (re.compile("请|可|单位|部门|机构"), _ASK, False, _ANY),
    (re.compile(r"^20\d\d"), _DID, True, LOCAL),
    (re.compile(r"^20\d\d"), _COUNTED, True, _BUREAUS),
    (re.compile(r"^\D{4,26}20\d\d年"), _COUNTED_IN, True, LOCAL | _BUREAUS),
    (re.compile(r"^.{2,40}(?:[镇乡道处府局])"), _LEADS, True, LOCAL | _BUREAUS),
    (re.compile(r"^20\d\d"), _COUNTY_LEADS, True, _COUNTIES),
)
"""What shows that a sentence may name its body, how it does, whether only the introduction does,
and in whose reports nobody else can be meant."""


_LEAST_STEM = 2
"""A name of fewer characters before its kind names any body: 县水务局 without its county."""

_LEAST_ZONE = 4
"""园区管委会, 景区管委会 name any."""

_RURAL = {BodyKind.TOWN, BodyKind.TOWNSHIP}
"""The same name with the other of these is another body's, or its own before it was renamed."""

_WHOLE = re.compile("(?:人民政府|办事处)$")
"""So a name ends that leaves its kind in no doubt."""

_GOVERNMENT = re.compile("(?:人民)?政府$")
_GOVERNMENT_OFFICE = re.compile("(?:人民)?政府(?:办公室|办公厅|办)$")
_LOCAL_KIND = re.compile(r"(?:镇|乡|街道)(?=(?:人民)?(?:政府)?(?:办事处|办)?$)")
_REGION_ENDS = "省市州盟县区旗"


def _find(inspection: Inspection) -> Iterator[Hit]:
    report = inspection.report
    body = body_named(report.body)
    if body.kind is BodyKind.OTHER or len(body.stem) < _LEAST_STEM:
        return
    seen: dict[str, list[Span]] = {}
    for name, span, asked in _self_names(report, body):
        other = body_named(name)
        if _is_another(other, body) or (asked and _is_copied_town(other, body)):
            seen.setdefault(name, []).append(span)
    signed = signature(prose_of(report).plain)
    if signed is not None:
        other = body_named(signed.body)
        if _is_another(other, body) or _signs_for(other, body):
            seen.setdefault(signed.body, []).append(signed.place)
    for name, spans in seen.items():
        yield hit_of_all(report.document, spans, name, report.body, body=report.body, name=name)


def _is_another(other: Body, body: Body) -> bool:
    """Whether a name where a report names its own body is another's, of a kind to be mixed up."""
    if len(other.stem) < (_LEAST_ZONE if other.kind is BodyKind.BOARD else _LEAST_STEM):
        return False
    kinds = {other.kind, body.kind}
    if kinds <= LOCAL and other.kind is not body.kind and other.stem == body.stem:
        return bool(_WHOLE.search(other.name)) or kinds == _RURAL
    if _governs(other) and _governs(body):
        alike = _seat(other) == _seat(body)
        if not alike and other.kind is not body.kind and other.stem == body.stem:
            return True
    else:
        alike = other.kind is body.kind or kinds <= LOCAL
    return alike and (not other.is_same(body) or other.is_elsewhere(body))


def _governs(body: Body) -> bool:
    """Whether it is a government, or its office, which writes the government's report."""
    return body.kind in GOVERNMENTS or bool(_GOVERNMENT_OFFICE.search(body.name))


def _seat(body: Body) -> str:
    """What a government governs: 县, 市."""
    return _GOVERNMENT_OFFICE.sub("", _GOVERNMENT.sub("", body.name))[-1:]


def _is_copied_town(other: Body, body: Body) -> bool:
    """Whether a bureau's report has a town answer for it."""
    return body.kind in PARTS and other.kind in LOCAL and len(other.stem) >= _LEAST_STEM


def _self_names(report: Report, body: Body) -> Iterator[tuple[str, Span, bool]]:
    """The names that stand where a report names its own body, and whether to be asked."""
    end = introduction(report).end
    for sentence in prose_of(report).sentences:
        in_introduction = sentence.origin[0] < end
        for sign, pattern, everywhere, kinds in _PLACES:
            there = (in_introduction or everywhere) and body.kind in kinds
            if there and sign.search(sentence.text):
                for name, span in _named(sentence, pattern):
                    told_of = pattern in (_WRITTEN_BY, _LEADS)
                    if not told_of or _is_no_neighbour(body_named(name), body):
                        yield name, span, pattern is _ASK


def _is_no_neighbour(other: Body, body: Body) -> bool:
    """Whether no other bureau beside this one can be meant, which may write or do something."""
    return body.kind not in PARTS or other.is_elsewhere(body)


def _signs_for(other: Body, body: Body) -> bool:
    """Whether a signature is of a body of quite another kind: a bureau's under a town's report."""
    if body.kind not in LOCAL | PARTS or body.stem in other.name:
        return False
    if {other.kind, body.kind} <= _BUREAUS_OF_ANY_NAME:
        return not other.is_same(body)
    mixed = other.kind in LOCAL | {BodyKind.BUREAU} and other.kind is not body.kind
    return mixed and len({other.kind, body.kind} & LOCAL) == 1


def _named(sentence: Sentence, pattern: re.Pattern[str]) -> Iterator[tuple[str, Span]]:
    for match in pattern.finditer(sentence.text):
        group = next(key for key, found in match.groupdict().items() if found)
        lead = _LEAD.match(match[group])
        start = match.start(group) + (lead.end() if lead else 0)
        name = sentence.text[start : match.end(group)]
        alone = (
            pattern is _REPORT_OF
            and match.start(group) == 0
            and lead is None
            and len(sentence.text) - match.end() < _GOES_ON
        )
        if pattern is _LEADS:
            surplus = _surplus(name)
            start, name = start + surplus, name[surplus:]
        if name and not alone and not _NO_NAME.search(name):
            yield name, sentence.span(start, match.end(group))


def _surplus(name: str) -> int:
    """How many characters stand before a town's name, its region left; all if it is no name."""
    kind = _LOCAL_KIND.search(name)
    if kind is None:
        return 0
    place = place_before(name[: kind.start()])
    if not place:
        return len(name)
    before = kind.start() - len(place)
    return 0 if before and name[before - 1] in _REGION_ENDS else before


OTHER = Check(_find, frozenset({"body", "name"}), reads_figures=False)
