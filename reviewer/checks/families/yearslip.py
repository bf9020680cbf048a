"""A year that was left from last year's report.

A comparison with last year is right, and so is what is planned for the next one. What counts is
the year in the report's own name, in what it says it is publishing, in headings, and at the
beginning of sentences that tell what was done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.arrangement import LOOKING_BACK, arrangement_of, work_sentences
from reviewer.checks.families.bodies import Body, body_named, is_within
from reviewer.checks.families.prose import introduction, place_label, prose_of
from reviewer.checks.families.showing import as_printed
from reviewer.claims.flow import Sentence
from reviewer.forms.report import Report
from reviewer.patterns import any_of

_OWN_REPORT = re.compile(
    r"(?P<year>20\d\d)年?度?[^,。、;:\d》]{0,30}?(?:政府信息公开|信息公开|政务公开)(?:工作|情况|的|年度)*(?:报告|年报)"
    r"|(?<=编制)了?(?P<made>20\d\d)年度?(?:工作)?(?:年度)?报告"
)
_LAST = re.compile(r"上年|上一年|去年|历年|往年|以前|此前|前一年")
_NOTICE = re.compile(r"[^,》]{0,24}(?:通知|意见|方案|要点|办法|要求)")
_PUBLISHING = re.compile(r"现|编制|公布|发布|形成|制定|本报告|报告如下|特向|撰写")
_PRESENTED = re.compile(r"现[将就].*报告如下")
_NUMBERED = any_of(
    "[一二三四五六七八九十]是",
    r"\([一二三四五六七八九十]\)[^,。\d]{0,14}",
    r"[一二三四五六七八九十]、[^,。\d]{0,14}",
    r"\d{1,2}[.、]",
)
_WHO = any_of(
    r"[我本](?:[镇乡街局县区市省州旗委办署厅校院]|中心|单位|部门|机关|公司|支队)",
    r"全[镇乡县市区局街年省州旗校院]",
    # who did it is not said
    r"共(?!同)|累计|主动公开|新?收到?|未|没有|无|制发|认真|坚持|严格",
    r"[省市州县区旗](?:人民)?政府(?:办公室|办)?|管委会|集团公司",
    r"[\u4e00-\u9fff]{2,18}?"
    + any_of(
        "政府办公?室?|[管委]委?会|海关|中学|医院|公司|支队",
        "镇|乡|街道|局|政府|办事处|县|市|州|区",
    ),
)
_DONE = re.compile(rf"^{_NUMBERED}?(?P<year>20\d\d)年度?[,]?(?P<who>{_WHO})")
"""Who did something in which year, at the beginning of a sentence."""

_COMPARED = re.compile(
    r"较|比|同期|去年|以来|年报|年度报告|至今|整改|针对|指出|印发|(?<!收费)通知|方案|要点|意见|—|至20|-20"
)
_WITH_THE_YEAR_BEFORE = re.compile(
    r"[,(](?:同比|[较比与](?:上一?年度?|去年)(?:同期)?(?:相比)?)[^,;:()。]*"
)
"""A comparison that a report makes of its own year."""

_CARRIED = re.compile(r"上年|上一年|结转")
"""Words that may look back: with them the earlier year is right."""

_LEFT = re.compile(
    r"截[至止]到?(?P<end>20\d\d)年(?:12月(?:31日|底|末)|年?[底末])"
    r"|(?:^|[,对将把])(?P<made>20\d\d)年度?(?:印发|制发|制作|形成|产生|公开|发布)的?(?:各类|全部)?\d+[份件条篇个]"
)
"""Until the end of which year something was counted, of which year the documents were."""

_POINTS = re.compile(
    r"《[^》\d]{0,16}(?P<points>20\d\d)年[^》\d]{0,6}(?:政务公开|政府信息公开)[^》\d]{0,6}要点[^》]{0,8}》"
)
"""The year whose tasks a report says it carried out; each year has its own."""

_FEE = re.compile(
    r"(?<!\d)(?P<fee>20\d\d)年度?[,]?[^,。;\d]{0,16}(?:未|没有|无|不存在|不曾)[^,。;]{0,14}(?:费|收费)"
)
"""The year of which it is said that no fees were taken."""

_ENCLOSED = re.compile(
    r"^附件\d{0,2}:?[^。]{0,30}?(?P<enclosed>20\d\d)年度?[^。\d]{0,16}(?:统计表|情况表|报表|汇总表)"
)
"""The year of a table that is enclosed."""

_LATER = re.compile(
    r"(?<![\d至到待在])(?P<year>20\d\d)年度?(?:共|累计|全年)?"
    r"(?:举办|开展|组织|召开|发布|公开|制发|印发|举行|编发|更新)"
    r"[^,;:。\d]{0,14}\d+[次条件篇期场份]"
)
"""What was done, and how often, in a year that had not begun."""

_PLANS = (
    "继续|进一步|加强|加大|着力|持续|努力|深化|完善|不断|采取|积极|切实|按照|围绕|从(?!事)|重点|主要"
    "|严格|认真|强化|健全|提高|提升|拓宽|丰富|优化|推进|坚持|针对|做好|抓好|以更|结合|紧紧|紧扣|充分|全面|把"
    "|指导|督促|引导|邀请|编制|联合|探索|定期|选派|充实|制定|开展|开通|统一|细化|增[设加]|建立|组织|举办|推[广出行]"
    "|实[行施]|聘请|设立|拓展|扩大|改进|出台|修订|加快|聚焦|深入"
)
_WILL = re.compile(
    r"(?<!\d)(?P<year>20\d\d)年度?[,]?[^,。;:\d将]{0,12}[,]?"
    rf"将(?!.{{0,18}}(?:纳入|作为|列入|列为|摆[上在到]|放在))(?:{_PLANS})"
)
"""What is to be done in a year."""

_AIM = re.compile(r"(?:力争|争取|确保)(?:在|到|于)?(?P<year>20\d\d)年")
_NEXT_STEP = re.compile("下一?步|今后|接下来|明年|下一?阶段")
_QUOTED = re.compile(r"提出|指出|上年|去年|承诺|列出|[“\"《][^”\"》]*$")
"""Before a plan: it is another report's, or last year's."""

_STILL = re.compile(
    r"^(?P<year>20\d\d)年.*(?:(?:虽|取得).*(?:但|仍|还存在|尚存|不足)"
    r"|(?:仍|还)然?(?:存在|有)[^,。]{0,8}(?:不足|问题|差距|短板|薄弱))"
)
_PLANNED = re.compile(r"将|拟|计划|打算|下一步|下步|今后|力争|争取|继续|进一步")
_HEADED = re.compile(r"(?<!\d)(?P<year>20\d\d)年")
_IMPROVEMENT = 5
_LONGEST_SELF = 4
"""我部门, 主动公开: no longer word stands for the body without its name."""
_LONGEST_YEAR = len(";2023年")
_CLAUSE_END = re.compile("[,;]")
_SHOWN = 24
"""Characters from the year on that a finding shows."""


def _name(inspection: Inspection) -> Iterator[Hit]:
    """What presents the report calls it, or what it publishes, another year's."""
    report = inspection.report
    for sentence in _presenting(report):
        for match in _OWN_REPORT.finditer(sentence.text):
            group = "year" if match["year"] else "made"
            if _is_other(report, match[group]) and _is_published(sentence, match):
                yield _hit(report, sentence, match, group)


def _presenting(report: Report) -> Iterator[Sentence]:
    """The introduction, also what of it stands below the first heading."""
    yield from prose_of(report).within(introduction(report))
    arranged = arrangement_of(report)
    for heading in arranged.headings[:1]:
        body = arranged.body(heading)
        for sentence in prose_of(report).within(body):
            if _PRESENTED.search(sentence.text):
                yield sentence


def _heading(inspection: Inspection) -> Iterator[Hit]:
    """A section's heading names another year; the next one may stand above what is planned."""
    report = inspection.report
    for heading in arrangement_of(report).headings:
        for match in _HEADED.finditer(heading.title):
            year = int(match["year"])
            if report.year is None or year == report.year or year == report.year + 1:
                continue
            yield Hit(
                place=place_label(report.document, heading.span.start),
                fields=_fields(report, match["year"], heading.title),
                spans=(heading.span,),
                expected=f"{report.year}年",
                found=f"{match['year']}年",
                marks=(heading.title,),
            )


def _done(inspection: Inspection) -> Iterator[Hit]:
    """Sentences that tell what was done, in another year; section five may look back."""
    report = inspection.report
    body = body_named(report.body)
    for sentence in work_sentences(report):
        match = _DONE.search(sentence.text)
        if (
            match
            and _is_own(match["who"], body)
            and _is_other(report, match["year"])
            and not _looks_back(sentence.text, match.end())
        ):
            later = int(match["year"]) > (report.year or 0)
            if not (later and _PLANNED.search(sentence.text)) and not _names_both(report, sentence):
                yield _hit(report, sentence, match)
    yield from _left(report)
    for sentence in work_sentences(report):
        match = _LATER.search(sentence.text)
        before = sentence.text[: match.start()] if match else ""
        later = match is not None and report.year is not None and int(match["year"]) > report.year
        planned = _PLANNED.search(before) or _COMPARED.search(sentence.text)
        if match and later and not planned:
            yield _hit(report, sentence, match)


def _planned(inspection: Inspection) -> Iterator[Hit]:
    """What is to be done is planned for the report's own year, or before.

    Elsewhere than in section five, what was aimed at may have been aimed at in the year.
    """
    report = inspection.report
    arranged = arrangement_of(report)
    for heading in arranged.headings:
        if not (heading.order == _IMPROVEMENT or LOOKING_BACK.search(heading.title)):
            continue
        body = arranged.body(heading)
        for sentence in prose_of(report).within(body):
            match = _WILL.search(sentence.text) or _AIM.search(sentence.text)
            if match is None or report.year is None or int(match["year"]) > report.year:
                continue
            if not _QUOTED.search(sentence.text[: match.start()]):
                yield _hit(report, sentence, match)
    for sentence in work_sentences(report):
        match = _AIM.search(sentence.text)
        before = sentence.text[: match.start()] if match else ""
        if match is None or report.year is None or _QUOTED.search(before):
            continue
        if int(match["year"]) < report.year + bool(_NEXT_STEP.search(before)):
            yield _hit(report, sentence, match)


def _left(report: Report) -> Iterator[Hit]:
    """Another year where a report sums up: 截至2022年底, 对2022年印发的154份文件."""
    arranged = arrangement_of(report)
    pairs = [
        (each, one) for one in work_sentences(report) for each in (_LEFT, _ENCLOSED, _POINTS, _FEE)
    ]
    for heading in arranged.told(_IMPROVEMENT):
        body = arranged.body(heading)
        pairs += [(_STILL, one) for one in prose_of(report).within(body)]
    for pattern, sentence in pairs:
        match = pattern.search(sentence.text)
        if match is None or _names_both(report, sentence):
            continue
        group = next(name for name, year in match.groupdict().items() if year)
        earlier = report.year is not None and int(match[group]) < report.year
        compared = _LAST if pattern in {_POINTS, _FEE} else _COMPARED
        if earlier and not compared.search(sentence.text[: match.start()]):
            yield _hit(report, sentence, match, group)


def _looks_back(text: str, first: int) -> bool:
    """Whether a sentence compares years, or begins with what the year before left over.

    Args:
        text: The sentence.
        first: Behind the year and who did something in it.
    """
    clause = _CLAUSE_END.split(text[first:], maxsplit=1)[0]
    other = _WITH_THE_YEAR_BEFORE.sub("", text[first:])
    return bool(_COMPARED.search(other) or _CARRIED.search(clause))


def _is_own(who: str, body: Body) -> bool:
    """Whether those who did something are the body itself: another's name is not."""
    return len(who) <= _LONGEST_SELF or body.stem in who or is_within(who, body.name)


def _is_other(report: Report, year: str) -> bool:
    return report.year is not None and int(year) != report.year


def _is_published(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the report that a sentence names is this one, not one that it looks back to."""
    before, behind = sentence.text[: match.start()], sentence.text[match.end() :]
    if _NOTICE.match(behind):
        return False
    return not _LAST.search(before[-12:]) and bool(_PUBLISHING.search(sentence.text))


def _names_both(report: Report, sentence: Sentence) -> bool:
    """Whether a sentence, or what a semicolon adds to it, names the report's year as well."""
    end = sentence.start + len(sentence.text)
    added = prose_of(report).flow[end : end + _LONGEST_YEAR].startswith(f";{report.year}年")
    return added or f"{report.year}年" in sentence.text


def _hit(
    report: Report,
    sentence: Sentence,
    match: re.Match[str],
    group: str = "year",
) -> Hit:
    start = match.start(group)
    span = sentence.span(start, min(len(sentence.text), start + _SHOWN))
    shown = as_printed(report.document, span)
    return Hit(
        place=place_label(report.document, span.start),
        fields=_fields(report, match[group], shown),
        spans=(span,),
        expected=f"{report.year}年",
        found=f"{match[group]}年",
        marks=(shown,),
    )


def _fields(report: Report, year: str, shown: str) -> dict[str, str]:
    return {"year": year, "shown": shown, "right": str(report.year)}


_FIELDS = frozenset({"year", "shown", "right"})
NAME = Check(_name, _FIELDS, reads_figures=False)
HEADING = Check(_heading, _FIELDS, reads_figures=False)
PLANNED = Check(_planned, _FIELDS, reads_figures=False)
DONE = Check(_done, _FIELDS, reads_figures=False)
