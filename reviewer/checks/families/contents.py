"""What stands under the headings: nothing where something must be said, or too much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.arrangement import arrangement_of
from reviewer.checks.families.headings import Heading, prescribed_title
from reviewer.checks.families.prose import place_label, prose_of, without_blanks
from reviewer.document.model import Span
from reviewer.forms.report import Report

_OVERVIEW, _IMPROVEMENT, _OTHER = 1, 5, 6
MOST_CHARACTERS = 1000
"""总体情况 is to be no longer, on the form of 2021."""

_TITLE_ENDS = re.compile("(?:情况|事项|措施|问题|概述|概况|打算|计划|建议|说明|工作|方向|不足)$")
"""How a title ends; one at the end of a text that ends otherwise was cut off."""

_NO_WORDS = re.compile(
    r"\(?文字描述[^)\n]*\)?|\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?"
    r"|(?:附件|相关附件|打印|关闭|上一篇|下一篇|分享|扫一扫|返回|浏览|责任编辑|版权所有|主办)[^\n]*"
)
"""The form's own instruction, a date, the foot of a page: nothing that the body says itself."""

_SIGNATURE = re.compile(
    r"^[\u4e00-\u9fff()]{2,30}(?:政府|局|委员会|办公室|办事处|中心|镇|乡|街道)$"
)
_PROBLEM = re.compile(
    r"问题|不足|不够|不[高强深细全多严实]|有待|欠缺|缺乏|缺少|薄弱|差距|不及时|不完善|不到位|不完备|滞后|短板|困难|较少|较慢"
    r"|[还尚仍](?:需|须|待|应)|仍然?[欠缺]|偏[少慢低弱]|慢|旧|乱|漏|单一|不熟|不清|不便|未能|不主动|较低|较弱|难"
)
_MEASURE = re.compile(
    r"改进|措施|整改|改为|改正|下一步|下步|今后|将|加强|加大|加快|强化|完善|健全|提高|提升|优化|进一步|持续|拓宽|拓展|丰富|规范|落实"
    r"|组织|培训|配备|建立|制定|开展|做好|确保|推进|推动|细化|深化|严格|坚持|增加|增设|创新|明确|充实|解决|调整|整理|补充|学习|编印|编写|编制|修订|安排|同步"
)
_NO_MEASURE = re.compile(
    r"(?:不够|不太|不甚|有待|尚待|亟待|尚未|未能|未|缺乏|缺少|不)(?:进一步|继续|得到|及时|充分|有效)?"
    r"(?:加强|加快|强化|完善|健全|提高|提升|优化|丰富|规范|落实|细化|深化|严格|主动|创新|明确|充实|解决|整理|学习|组织)"
    r"|(?:落实|培训|组织|调整|学习|整理|规范|整改|创新)(?:工作|力度|程度|得|还|仍)*(?:不|较|欠|偏|慢|少)"
)
"""Words of measures that tell a problem: 不够丰富, 有待加强, 落实不到位."""

_NIL = re.compile(
    r"^(?:本年度?|20\d\d年度?|目前|今年)?(?:无|没有|暂无|略|不存在|同上年?|同去年|与上年相同)(?:其他|问题|情况|主要|需要|改进|存在|的|及|和|措施)*$"
)
_SUBHEADING = re.compile(
    r"^[ \t\u3000]*(?:\(?[一二三四五\d]\)?[、.]?)?[ \t]*"
    r"(?:(?:目前|工作中?)?(?:存在的?)?(?:主要)?(?:问题|不足)(?:和不足|及原因)?"
    r"|(?:下一步)?(?:的?改进|整改)(?:情况|措施|办法|打算|方向)?):?$",
    re.MULTILINE,
)
"""A line that is no more than the heading of what follows."""

_HALVES = (("存在的主要问题", _PROBLEM), ("改进情况", _MEASURE))
_SPEAKING = 16
"""A section of this many letters says something, if not what its title asks for."""

_WITH_TABLE = re.compile("[表附]|如下")
_SIGNED = 40
"""A signature and a date are no longer."""

_ENOUGH = 400
"""How many letters of a section are looked at to tell whether it says anything."""

_LETTER = re.compile(r"[^\W_]")
_FEE = re.compile(r"收费|信息处理费|处理费|收取|费用|缴费")


def _empty(inspection: Inspection) -> Iterator[Hit]:
    """Nothing under 总体情况 or under 存在的主要问题及改进情况."""
    report = inspection.report
    for heading in arrangement_of(report).told(_OVERVIEW, _IMPROVEMENT):
        words = _words(report, heading)
        if not words or (heading.order == _IMPROVEMENT and _NIL.match(words)):
            yield _hit(report, heading, {"found": f"只写了“{words}”" if words else "没有内容"})
        elif heading.order == _IMPROVEMENT and not _words(report, heading, _SUBHEADING):
            yield _hit(report, heading, {"found": "只有小标题，没有内容"})


def _bare(inspection: Inspection) -> Iterator[Hit]:
    """Nothing, and no table either, under a heading of a report up to 2018."""
    report = inspection.report
    arranged = arrangement_of(report)
    if arranged.is_new:
        return
    for heading in arranged.headings:
        body = arranged.body(heading)
        if heading.span.end >= arranged.end and not _TITLE_ENDS.search(heading.title):
            continue
        is_blank = len(without_blanks(report.document.at(body))) <= _SIGNED
        if is_blank and not _WITH_TABLE.search(heading.title) and not _words(report, heading):
            yield _hit(report, heading, {})


def _halved(inspection: Inspection) -> Iterator[Hit]:
    """存在的主要问题及改进情况 that tells the problems only, or only what is done."""
    report = inspection.report
    for heading in arrangement_of(report).told(_IMPROVEMENT):
        body = arrangement_of(report).body(heading)
        told = prose_of(report).plain[body.start : body.end]
        words = _words(report, heading, _SUBHEADING)
        if not words or _NIL.match(words):
            continue
        done = _NO_MEASURE.sub("", without_blanks(told))
        halves = zip(_HALVES, (told, done), strict=True)
        lacking = [name for (name, given), text in halves if not given.search(text)]
        if len(lacking) == 1 or (lacking and len(words) >= _SPEAKING):
            yield _hit(report, heading, {"lacking": "、".join(lacking)})


def _silent(inspection: Inspection) -> Iterator[Hit]:
    """Nothing at all under 其他需要报告的事项: 无 would do."""
    report = inspection.report
    for heading in arrangement_of(report).told(_OTHER):
        if not _words(report, heading):
            yield _hit(report, heading, {})


def _fees(inspection: Inspection) -> Iterator[Hit]:
    """Nothing about fees for information under 其他需要报告的事项, where the form asks for it."""
    report = inspection.report
    if report.form.id != "2021":
        return
    for heading in arrangement_of(report).told(_OTHER):
        body = arrangement_of(report).body(heading)
        told = _FEE.search(prose_of(report).plain, body.start, body.end)
        if not told and _words(report, heading):
            example = f"{report.year or '本'}年，本机关未收取政府信息公开信息处理费。"
            yield _hit(report, heading, {"example": example}, example)


def _long(inspection: Inspection) -> Iterator[Hit]:
    """总体情况 longer than the notice of 2021 wants it."""
    report = inspection.report
    if report.form.id != "2021":
        return
    for heading in arrangement_of(report).told(_OVERVIEW):
        body = arrangement_of(report).body(heading)
        count = len(without_blanks(report.document.at(body)))
        if count > MOST_CHARACTERS:
            fields = {"count": str(count), "most": str(MOST_CHARACTERS)}
            yield _hit(report, heading, fields, f"≤{MOST_CHARACTERS}字")


def _words(report: Report, heading: Heading, without: re.Pattern[str] = _NO_WORDS) -> str:
    """What a section says at its beginning, letters and digits only.

    Page furniture and the signature are left out, and what else is named.
    """
    body = arrangement_of(report).body(heading)
    told = prose_of(report).plain[body.start : body.end].strip()[:_ENOUGH]
    lines = without.sub("", _NO_WORDS.sub("", told)).split("\n")
    kept = (line for line in map(without_blanks, lines) if not _SIGNATURE.match(line))
    return "".join(_LETTER.findall("".join(kept)))


def _hit(report: Report, heading: Heading, fields: dict[str, str], expected: str = "") -> Hit:
    title = prescribed_title(heading.prescribed) if heading.prescribed else heading.title
    return Hit(
        place=place_label(report.document, heading.span.start),
        fields={"title": title, **fields},
        spans=(Span(start=heading.span.start, end=heading.span.end),),
        expected=expected,
        marks=(title,),
    )


EMPTY = Check(_empty, frozenset({"title", "found"}), reads_figures=False)
BARE = Check(_bare, frozenset({"title"}), reads_figures=False)
HALVED = Check(_halved, frozenset({"title", "lacking"}), reads_figures=False)
SILENT = Check(_silent, frozenset({"title"}), reads_figures=False)
FEES = Check(_fees, frozenset({"title", "example"}), reads_figures=False)
LONG = Check(_long, frozenset({"title", "count", "most"}), reads_figures=False)
