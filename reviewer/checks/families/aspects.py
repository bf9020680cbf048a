"""The five aspects that section one must speak of, by their own names or by what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.arrangement import arrangement_of
from reviewer.checks.families.prose import place_label, prose_of, without_blanks
from reviewer.forms.report import Report, Section

_ASPECTS = {
    "主动公开": re.compile(
        r"主动.{0,6}公开|公开.{0,12}(?:信息|文件|动态)|发布.{0,12}信息|公开.{0,6}\d+[条件篇]"
    ),
    "依申请公开": re.compile(r"申请.{0,6}公开|公开.{0,4}申请|申请.{0,8}(?:信息|办理|答复|受理|件)"),
    "政府信息管理": re.compile(
        r"信息.{0,6}(?:管理|审[查核]|清理|更新|目录|资源|维护|整理|归档)|保密|审[查核].{0,8}(?:制度|机制|发布)"
        r"|(?:公开|发布|管理).{0,12}(?:制度|机制|流程|程序|目录|指南)|规范性文件"
    ),
    "平台建设": re.compile(
        r"平台|网站|网页|专栏|栏目|公众号|新媒体|微博|微信|[公宣][开示告传]栏|查阅点|专区|电子屏"
    ),
    "监督保障": re.compile(
        r"监督|保障|考核|培训|评议|督[查导促办]|检查|问责|追责|责任追究|领导小组|组织领导"
    ),
}
"""What names each aspect, or shows that it is spoken of."""

_HEADED = re.compile(
    r"(?:^|(?<=[\n。]))[ \t]*(?:\([一二三四五六七]\)|[一二三四五六七]是|\d{1,2}[.、])"
    r"(?P<title>[^,。;:\n]{2,24})(?=[,。;:\n])"
)
_OTHERS = 4
"""Where this many aspects have a heading each, the last one stands under none of these."""

_ATTESTED = 2
"""This many different words of an aspect show that it is covered under another's heading."""

_TOLERATED = 2019
"""Reports for it were allowed other layouts."""

_LEAST = 60
"""A section of fewer characters is empty or cut: other rules speak of that."""


def _absent(inspection: Inspection) -> Iterator[Hit]:
    """Aspects that section one says nothing of: one finding for all.

    A report with sections of its own is told of those, and has no section one to look at.
    """
    report = inspection.report
    section = _first(report)
    if section is None or report.year == _TOLERATED or arrangement_of(report).is_own:
        return
    prose = prose_of(report)
    told = prose.plain[section.heading.end : section.span.end]
    words = without_blanks(told)
    absent = [name for name, spoken in _ASPECTS.items() if not spoken.search(words)]
    absent = absent or _without_heading(told)
    if absent and len(words) >= _LEAST:
        yield Hit(
            place=place_label(report.document, section.heading.start),
            fields={"absent": "、".join(f"“{name}”" for name in absent), "title": section.title},
            spans=(section.heading,),
            expected="、".join(_ASPECTS),
            marks=tuple(absent),
        )


def _without_heading(told: str) -> list[str]:
    """The one aspect that has no heading though the other four have one each.

    What stands under no heading of theirs may speak of it with any of its words; a single word
    under theirs (由专人检查) does not.
    """
    heads = list(_HEADED.finditer(told))
    names = [next((name for name in _ASPECTS if name in head["title"]), "") for head in heads]
    lacking = [name for name in _ASPECTS if name not in names]
    if len(lacking) != 1 or not heads or len(set(names) - {""}) < _OTHERS:
        return []
    ends = [*(head.start() for head in heads[1:]), len(told)]
    theirs, free = "", told[: heads[0].start()]
    for head, name, end in zip(heads, names, ends, strict=True):
        if name:
            theirs += told[head.start() : end]
        else:
            free += told[head.start() : end]
    spoken = _ASPECTS[lacking[0]]
    words = {match[0] for match in spoken.finditer(without_blanks(theirs))}
    return [] if spoken.search(free) or len(words) >= _ATTESTED else lacking


def _first(report: Report) -> Section | None:
    """Section one, if another follows it: only then all of it is there."""
    if len(report.sections) > 1 and report.sections[0].number == 1:
        return report.sections[0]
    return None


ABSENT = Check(_absent, frozenset({"absent", "title"}), reads_figures=False)
