"""What a report calls its body: 我局 in a town's report is another body's report, copied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.bodies import LOCAL, PARTS, Body, BodyKind, body_named
from reviewer.checks.families.prose import around, place_label, prose_of
from reviewer.checks.families.showing import hit_of_all
from reviewer.document.model import Span
from reviewer.forms.folding import fold
from reviewer.forms.report import Report
from reviewer.patterns import any_of

_KINDS = any_of(
    *("街道", "办事处", "社区", "中心"),
    # in no word such as 镇静 or 局限
    *("镇(?![静压痛区])", "乡(?![镇村土])", "街(?![头道])", "局(?![限面势中外内长])"),
    *("委(?![托派任婉屈])", "署(?!名)", "厅", "院(?![内外子落])", "校(?![内外园])"),
    *("公司", "支队", "大队"),
    *("村(?=[认严积高始共主全围按通将在坚立])", "所(?![有在谓说以需述列属])"),
    *("县", "市(?![场民值])", "区(?![分别域间])", "省(?![略得去])"),
)
_SELF = re.compile(rf"(?<!自)(?<![基根日资成样文版原剧])(?P<we>[我本])(?P<kind>{_KINDS})")
"""我局, 本镇."""

_FEW = 2
"""Where the title does not name the body, more self-names than this speak against its name."""

_LEADERS = re.compile(
    r"(?:^|[,、:;(]|由|以|经|成立|我|本)(?P<title>(?P<kind>局|镇|乡)(?:党组(?!织)|党委会?|务会议?|长办公会)"
    r"|(?P<head>局|镇|乡|县)长(?=(?:任|担任|为)[\u4e00-\u9fff]{0,12}(?:组长|责任人)|亲自抓|负总责|总负责))"
)
"""局党组, 局长任组长: who leads is named by what kind of body it is."""

_LED_BY = {"局": {BodyKind.BUREAU}, "镇": LOCAL, "乡": LOCAL, "县": {BodyKind.COUNTY}}
_ALONE = re.compile(
    r"(?:^|[,:年度])(?P<we>我)"
    r"(?=(?:通过|认真|主动公开|共(?!同)|无(?=依申请|政府信息)|未(?!来)|未收到|没有收到|收到|严格|不断"
    r"|积极|高度重视|切实|坚持))"
)
_CLAUSE_ENDS = ("", *"，,。；;：:、\n年")
_REGIONS = {"县", "市", "区", "省"}
_LEVELS = {
    BodyKind.COUNTY: {"区"},
    BodyKind.DISTRICT: {"县"},
    BodyKind.CITY: {"县"},
    BodyKind.PROVINCE: {"县", "市"},
}
"""Which region a government cannot be; one that it belongs to is nothing strange."""

_OWN = {
    BodyKind.STREET: {"街道", "街", "办事处"},
    BodyKind.BOARD: {"委"},
    BodyKind.SCHOOL: {"校", "院"},
    BodyKind.BRIGADE: {"支队", "大队"},
}
"""What bodies call themselves that have more than one word for it, or not that of their name."""

_DOING = re.compile(
    "^,?"
    + any_of(
        "共(?!同)|全年|累计|主动公开|公开(?!工作|目录|指南|平台|网)|发布|新收|收到|受理|办结",
        "未收到|没有收到|未发生|没有发生|制发|认真|严格|高度重视|积极|始终",
        "将(?:从|进一步|继续|加强|加大|着力|持续|不断|采取|建立|完善)",
    )
)
"""What only the body that reports does, behind its name."""

_ACTING = re.compile(
    "^,?"
    + any_of(
        "维护|调整|充实|健全|建立|完善|制定|印发|组织|开展|举办|召开|加强|推进|落实|设置|设立|配备|依托|利用",
        "通过|不断|持续|进一步|切实|扎实|坚持|成立|明确|强化|深入|全面(?!建成|小康)|新[建增设]|编制|修订|更新",
        "优化|清理",
    )
)
"""The same where a clause begins with who did it."""

_ABOVE = {
    BodyKind.COUNTY: {"市", "省"},
    BodyKind.DISTRICT: {"市", "省"},
    BodyKind.CITY: {"省"},
}
"""Regions that a government's report may name, but that it does not report on."""


def _other_kind(inspection: Inspection) -> Iterator[Hit]:
    """我局 in a town's report, 我镇 in a bureau's, 我镇 in that of a 乡."""
    report = inspection.report
    body = body_named(report.body)
    if body.kind is BodyKind.OTHER:
        return
    names: dict[str, list[Span]] = {}
    fitting = 0
    for name, kind, span, _ in _selves(report):
        if _is_strange(body, kind) and kind not in report.body:
            names.setdefault(name, []).append(span)
        else:
            fitting += kind not in _REGIONS
    if fold(body.stem) not in fold(report.title) and sum(map(len, names.values())) > fitting + _FEW:
        return
    for name, spans in names.items():
        yield _hit(report, body, name, spans)


def _above(inspection: Inspection) -> Iterator[Hit]:
    """我县 does something that the town or bureau itself should have done; 我市 that the county."""
    report = inspection.report
    body = body_named(report.body)
    parts = LOCAL | PARTS | {BodyKind.BOARD}
    above = _REGIONS if body.kind in parts else _ABOVE.get(body.kind, set())
    names: dict[str, list[Span]] = {}
    for name, kind, span, behind in _selves(report):
        offices = (f"{kind}政府办", f"{kind}人民政府办", f"{kind}管")
        own = any(office in body.name for office in offices)
        if kind in above and not own and name.startswith("我"):
            opens = report.document.text[: span.start].rstrip()[-1:] in _CLAUSE_ENDS
            if _DOING.match(behind) or (opens and _ACTING.match(behind)):
                names.setdefault(name, []).append(span)
    for name, spans in names.items():
        yield _hit(report, body, name, spans)


def _led(inspection: Inspection) -> Iterator[Hit]:
    """局长任组长, 局党组 in a town's report; 镇长任组长 in a bureau's."""
    report = inspection.report
    body = body_named(report.body)
    if body.kind not in LOCAL | {BodyKind.BUREAU}:
        return
    titles: dict[str, list[Span]] = {}
    for sentence in prose_of(report).sentences:
        for match in _LEADERS.finditer(sentence.text):
            kind = match["kind"] or match["head"]
            if body.kind not in _LED_BY[kind] and kind not in report.body:
                span = sentence.span(*match.span("title"))
                titles.setdefault(match["title"], []).append(span)
    for title, spans in titles.items():
        yield _hit(report, body, title, spans)


def _halved(inspection: Inspection) -> Iterator[Hit]:
    """我 alone, before what the body did."""
    report = inspection.report
    right = f"我{body_named(report.body).kind.value}"
    for sentence in prose_of(report).sentences:
        for match in _ALONE.finditer(sentence.text):
            if not _is_open(sentence.text[: match.start()], "“", "”"):
                span = sentence.span(match.start("we"), match.end("we"))
                told = around(report.document, span)
                yield Hit(
                    place=place_label(report.document, span.start),
                    fields={"around": told, "right": right if len(right) > 1 else "我单位"},
                    spans=(span,),
                    expected=right,
                    found="我",
                    marks=(told,),
                )


def _is_strange(body: Body, kind: str) -> bool:
    """Whether a body of that kind does not call itself so."""
    if kind in _REGIONS:
        return kind in _LEVELS.get(body.kind, set())
    return kind not in _OWN.get(body.kind, {body.kind.value})


def _selves(report: Report) -> Iterator[tuple[str, str, Span, str]]:
    """Every self-name outside quotations: name, kind, place and what follows."""
    for sentence in prose_of(report).sentences:
        if "我" not in sentence.text and "本" not in sentence.text:
            continue
        for match in _SELF.finditer(sentence.text):
            if match["we"] == "本" and match["kind"] in _REGIONS:
                continue
            before = sentence.text[: match.start()]
            if _is_open(before, "“", "”") or _is_open(before, "《", "》"):
                continue
            behind = sentence.text[match.end() : match.end() + 8]
            span = sentence.span(match.start(), match.end())
            yield match[0], match["kind"], span, behind


def _is_open(before: str, opening: str, closing: str) -> bool:
    return before.count(opening) > before.count(closing)


def _hit(report: Report, body: Body, name: str, spans: list[Span]) -> Hit:
    right = f"{name[0]}{body.kind.value}" if name[0] in "我本" else ""
    fields = {"body": report.body, "name": name, "right": right}
    return hit_of_all(report.document, spans, name, right, **fields)


_FIELDS = frozenset({"body", "name", "right", "times"})
OTHER_KIND = Check(_other_kind, _FIELDS, reads_figures=False)
ABOVE = Check(_above, _FIELDS, reads_figures=False)
HALVED = Check(_halved, frozenset({"around", "right"}), reads_figures=False)
LED = Check(_led, _FIELDS - {"right"}, reads_figures=False)
