"""Whose report it is, and of which year: title, statistical period, signature, text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.forms.folding import PINYIN, simplified_in_place
from reviewer.forms.identity.bodynames import BodyNames, is_name, names_body
from reviewer.forms.identity.legible import legible
from reviewer.forms.identity.self_names import SelfNames
from reviewer.forms.identity.signature import signature
from reviewer.forms.identity.titles import PLACED, Title, names_its_body, titles
from reviewer.forms.identity.years import report_year, school_year

_PERIOD = re.compile(
    r"统计[^，。\n]{0,6}?(?:期限|时限|时间|时段|日期|期间|周期|区间|范围)"
    r"[^0-9０-９，。\n]{0,16}(?P<year>20[0-9]{2})(?!年度)"
)
_PERIOD_DATES = re.compile(r"(?P<year>20\d\d)\s*年?\s*0?1\s*月?\s*0?1\s*日?\s*(?:起|至|到|-|—|–|~)")
_CONTACT = re.compile(
    r"(?:请与|可与|请联系|联系单位[:：]|与)\s*(?P<body>[\u4e00-\u9fff]{4,30}?)\s*(?:联系|[（(]地址)"
)
_ASKED = re.compile(
    r"请联系\s*[:：]?\s*(?P<body>[\u4e00-\u9fff]{3,30}?)"
    r"(?:(?=办公[室厅]|党政|政务公开|综合)|(?<=[局委府厅镇乡])(?=[，,。（(]))"
)
_AUTHOR = re.compile(
    r"(?<!自)由(?P<body>[\u4e00-\u9fff]{3,30}?)(?:负责|牵头|汇总|统一|(?:结合|围绕)[^，。\n]{0,20}|(?:根据|按照|依据)[^。\n]{0,160}?"
    r"|[（(][^，。\n（）()]{2,30}[）)]){0,3}编制"
)
_WROTE = re.compile(
    r"(?:^|[，,。；;\n])\s*(?!由)(?P<body>[\u4e00-\u9fff]{4,30}?)编[制写]了?(?=本|《|20\d\d)",
    re.MULTILINE,
)
_CALLED = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{4,40}?)[（(]\s*以下(?:统一?)?简?称[为：:]?\s*(?![“\"《]?(?:《|[新本]?[《]?条例|报告|年报))"
)
"""A name with its short form behind it, as a report introduces who writes it."""

_SOURCE = re.compile(
    r"(?:(?:信息)?来源|作者|发布单位|发布机构|公开机构|发文机关|发布)"
    r"(?:\s*[:：]\s*\|?|(?<=机构)[ |]+)\s*"
    r"(?P<body>[\u4e00-\u9fff]{3,30})"
)
_BRACKET = r"[（(][\u4e00-\u9fff]{2,8}[)）]"
_MENTION = re.compile(
    rf"(?P<body>[\u4e00-\u9fff]{{2,18}}?(?:{_BRACKET}[\u4e00-\u9fff]{{0,12}}?)?"
    r"(?:(?:人民)?政府办公[厅室]|人民政府(?!办公)|街道办事处|管理委员会|委员会|管委会|局(?:[\u4e00-\u9fff]{2,8}?分局)?|厅|(?<=[总公行专])署"
    r"|(?:镇|(?<!城)乡|苏木)(?:人民政府)?|街道(?:办事处)?))(?!长)"
)
_OFFICE = re.compile(
    r"(?:(?:(?<!人民)政府)?信息公开|党政|政务公开|综合|行政)*(?:工作)?(?:领导小组)?办(?:公室)?$"
    r"|(?:办公[室厅](?:政府|政务)?|(?<=政府))信息(?:公开)?中心$"
)
_ANY_BODY = re.compile(
    r"(?:[省市州盟县区旗镇乡局委]|人民|政府|党政|综合|行政|机关)*(?:办(?:公[室厅])?|政府|机关)"
    r"|(?:[乡镇]|街道)*(?:街道|办事处)"
)
"""A government or an office that says of no place."""

_ANY_ZONE = re.compile(r"(?:国家|高新|经济|技术|产业|工业|经|开发|园|新|示范|度假)+区")
_ZONE_NAME = 2
"""A zone that says of no place; its name begins with one, of so many characters at least."""

_OFFICE_OF_TOWN = re.compile(
    r"(?P<town>(?:镇|乡(?![镇村])|街道)(?:人民政府|政府(?!信息)|办事处)?)[^市县区州局府]{0,8}办(?:公室)?$"
)
"""An office of a town, whatever it is for, writes the town's report."""

_BELOW = re.compile(r"[\u4e00-\u9fff]{2,14}?(?:税务局|监管局|监管分局|监察局|审计局)")
"""Behind 总局, 监察局, 委员会: what it has in a place, which begins its name with it."""

_ACTS = re.compile(
    r"的?(?:政府|政务)?(?:信息)?公开工作|编制|形成了|高度重视|认真|严格|坚持|深入|始终|全面|扎实|紧紧|紧密|积极|全年|以习近平|以公开|立足|聚焦|切实"
    r"|在[^，。,\n]{2,16}(?:领导|指导|部署)"
)
"""Behind the name of who did what the sentence tells."""

_ORDERED = re.compile("根据|按照|依据|遵照")
_ORDERS = re.compile(
    "转发|印发|下发|要求|部署|关于|《|的?(?:统一|有关|相关)?(?:通知|要求|部署|安排)"
)
"""Around the name of a body above the one that writes."""

_OPENING = (*"《(（)）",)
_ACTOR = re.compile(
    rf"(?:^|[。；;，,\n年]|年度|年来)\s*(?P<body>[\u4e00-\u9fff]{{2,16}}?(?:[县市区旗州盟省]|分局|大学|学院|公司))"
    rf"(?={_ACTS.pattern})",
    re.MULTILINE,
)
"""A place that is said to have done something: its government; or a school, a company."""

_GOVERNED = tuple("省市州盟县区旗")
_OFTEN = 2
_CLEARLY = 2
"""One body must be named this many times as often as any other."""

# How far before a name its title can begin.
_LONGEST_TITLE = 60

_AREA_ENDS = "省市州盟县区旗总局会）)"

_OWN = re.compile(r"(?<=[政局委厅办室府])(?:机关|[（(]?本级(?:机关)?[)）]?|[（(]机关[)）])$")
"""Behind a body's name: of this body alone, without those below it."""

_WRAPPED = re.compile(r"(?<=[^\n]{24}[\u4e00-\u9fff])\n(?=[\u4e00-\u9fff](?![、.．]))")
"""The end of a line in the middle of a sentence, as pages have it."""

_WAY = re.compile("\\S[ \t]*(?:[>»›→]|->)|首页[ \t]*/")
_FIELD = re.compile(r"分\s*类[ \u3000]*[:：|][^\n]*(?:信息|政务)公开")
"""How a page's fields say to what kind of things it belongs."""

_FIRST = re.compile(r"^[ \t\u3000#*|]*一[ \u3000]?[、.．]", re.MULTILINE)
"""How the first section begins."""

_KIND = re.compile("(?:人民政府|政府|办事处)$")
_WIDE = str.maketrans("()", "（）")
"""Brackets as Chinese prints them."""

_SPACED_OUT = re.compile(r"(?:[\u4e00-\u9fff][ \u3000\u00a0]+){3,}[\u4e00-\u9fff]")

_START = 4000
"""Characters in which a report's title stands."""

_HEAD = 300
"""Characters in which a line may be the body's name."""

_INTRODUCTION = 1500
"""Characters in which the introduction calls the report by its year."""

_LONGER = 12
"""Characters of the areas before a body's name."""

_WHOLE = ("", "人民政府", "政府", "办事处", "管理委员会", "管委会")
"""What a body's full name has behind a shorter one."""

_BY_TEXT = "单位按正文推定"
"""Where a body was found that the text speaks of, and no title, signature or field names."""


@dataclass(frozen=True)
class Identity:
    """Whose report, of which year.

    Attributes:
        title: As printed, or empty.
        body: The reporting body, or empty.
        year: The year, or None.
        title_year: The year that the title names, or None.
        period: The year that the statistical period names, or None.
        school_year: The school year that a school reports on instead of a year, or empty.
        evidence: Where body and year were found (in Chinese).
    """

    title: str = ""
    body: str = ""
    year: int | None = None
    title_year: int | None = None
    period: int | None = None
    school_year: str = ""
    evidence: tuple[str, ...] = ()


def identify(text: str) -> Identity:
    """Body and year of a report, each from the best place that names it."""
    text = legible(PINYIN.sub("", text))
    plain = simplified_in_place(text)
    found = titles(plain)
    title = _best_title(plain, found)
    period = _period(plain)
    school = school_year(plain)
    signed = signature(plain)
    named = (each.year for each in found if each.year and each.start < _INTRODUCTION)
    year, of_year = report_year(
        plain,
        title=(title.text, title.year) if title and title.year else None,
        called=next(named, None),
        period=period,
        signed=signed.year if signed else None,
    )
    body, of_body = _body(plain, found)
    wide = body.translate(_WIDE)
    return Identity(
        title=text[title.start : title.start + len(title.text)] if title else "",
        body=wide if wide in text else body,
        year=None if school else year,
        school_year=school,
        title_year=title.year if title else None,
        period=period,
        evidence=tuple(filter(None, (of_year, of_body))),
    )


def _best_title(plain: str, found: Sequence[Title]) -> Title | None:
    alone = _own_titles(plain, found)
    best = max(alone, key=lambda title: (bool(title.body), bool(title.year)), default=None)
    is_bare = best is not None and not (best.body or best.year)
    return None if best is not None and is_bare and _is_listed(plain, best) else best


def _own_titles(plain: str, found: Sequence[Title]) -> list[Title]:
    """Titles that stand alone; where some stand above the first section, none of a list below."""
    alone = [title for title in found if title.stands_alone and title.start < _START]
    first = _FIRST.search(plain)
    above = [title for title in alone if first and title.start < first.start()]
    return above or alone


def _is_listed(plain: str, title: Title) -> bool:
    """Whether a title is the name of a list of reports, in the way to a page or in its fields."""
    start = plain.rfind("\n", 0, title.start) + 1
    line = plain[start : plain.find("\n", title.start) + 1 or len(plain)]
    return bool(_WAY.search(line) or _FIELD.search(line))


def _body(plain: str, found: Sequence[Title]) -> tuple[str, str]:
    """The body, or nothing, and where it was found in Chinese."""
    names, self_names = BodyNames(plain), SelfNames(plain)
    named = [title for title in found if names.is_body(title.body) or names_its_body(title)]
    own = _own_titles(plain, named)
    alone = [title.body for title in own if title.year] or [title.body for title in own]
    signed = signature(plain)
    stated = [name for name in (signed.body if signed else "", *_stated(plain, names)) if name]
    if alone:
        body = max(alone, key=lambda name: (not _ANY_BODY.fullmatch(name), len(name)))
        return _placed(_fuller(body, stated), plain, names), "单位取自标题"
    own_line = _own_line(plain)
    if own_line:
        return own_line, "单位取自标题旁的单位名称"
    if signed:
        return signed.body, "单位取自落款"
    told = [title.body for title in named if self_names.may_be(title.body)]
    if told:
        return _placed(
            _fuller(max(told, key=len), stated), plain, names
        ), "单位取自正文中的报告名称"
    agreeing = [name for name in stated if self_names.may_be(name)]
    if agreeing:
        place = _acting_place(plain, names, self_names)
        body = place or _placed(_fuller(agreeing[0], stated), plain, names)
        return body, _BY_TEXT if place else "单位取自联系方式或发布信息"
    mentioned = _mentioned(plain, names, self_names)
    return mentioned, _BY_TEXT if mentioned else ""


def _acting_place(plain: str, names: BodyNames, self_names: SelfNames) -> str:
    """The place that the text clearly tells the deeds of: its government has a bureau answer."""
    (place, times), (_, others) = (*_mentions(plain, names).most_common(2), ("", 0), ("", 0))[:2]
    acts = place.endswith(_GOVERNED) and times >= max(_OFTEN, _CLEARLY * others)
    calls = acts and any(f"{word}{place[-1]}" in plain for word in "我本全")
    return place if calls and self_names.may_be(place) else ""


def _placed(body: str, plain: str, names: BodyNames) -> str:
    """A body whose name says of no place, with the place that the text clearly gives it."""
    placed = PLACED.search(body)
    if placed and placed.start():
        return body
    fuller = {name: n for name, n in _mentions(plain, names).items() if name.endswith(body)}
    fuller.pop(body, None)
    best = max(fuller, key=fuller.__getitem__, default=body)
    others = max((times for name, times in fuller.items() if name != best), default=0)
    return best if fuller.get(best, 0) >= max(_OFTEN, _CLEARLY * others) else body


def _own_line(plain: str) -> str:
    """A line before the first section that is nothing but the name of a body."""
    lines = (_OWN.sub("", _together(line.strip())) for line in plain[:_HEAD].split("\n"))
    return next((line for line in lines if len(line) >= 6 and is_name(line)), "")


def _together(line: str) -> str:
    """A line without the blanks that only space its letters out."""
    return "".join(line.split()) if _SPACED_OUT.fullmatch(line) else line


def _stated(plain: str, names: BodyNames) -> list[str]:
    """Bodies that the contact sentence and the page's own fields name."""
    stated = []
    told_in = _WRAPPED.sub("", plain)
    found = [
        match
        for told in (_AUTHOR, _WROTE, _CALLED, _CONTACT, _ASKED)
        for match in told.finditer(told_in)
    ]
    for match in (*found, *_SOURCE.finditer(plain)):
        name = _of_office(names.bare(match["body"], begins=True))
        if is_name(name) and not _ANY_BODY.fullmatch(name):
            stated.append(name)
    return stated


def _of_office(name: str) -> str:
    """The body that an office belongs to; the office's own name where it says of no body."""
    body = _OFFICE.sub("", _OFFICE_OF_TOWN.sub(lambda office: office["town"], name))
    return body if names_body(body) else name


def _fuller(body: str, stated: list[str]) -> str:
    """The body with its county or city before it, where the text says so elsewhere."""
    fuller = [name for name in stated if _is_fuller(name, body)]
    return max(fuller, key=len, default=body)


def _is_fuller(name: str, body: str) -> bool:
    before, found, behind = name.partition(body)
    return bool(found) and len(before) <= _LONGER and behind in _WHOLE


def _mentioned(plain: str, names: BodyNames, self_names: SelfNames) -> str:
    """The body that the text speaks of most, and that may say of itself what the text says."""
    counts = _mentions(plain, names)
    for name in [name for name in counts if not self_names.may_be(name)]:
        del counts[name]
    for name in [name for name in counts if _has_words_before(name, counts)]:
        del counts[name]
    if not counts:
        return ""
    together = {name: _times(name, counts) for name in counts}
    body = max(together, key=lambda name: (together[name], len(name)))
    only = len(counts) == 1 and self_names.must_be(body)
    if together[body] < _OFTEN and not only:
        return ""
    fuller = [name for name in counts if body in name[_ZONE_NAME:]]
    return fuller[0] if len(fuller) == 1 and _ANY_ZONE.fullmatch(body) else body


def _mentions(plain: str, names: BodyNames) -> Counter[str]:
    """How often the text names each body, twice where it tells what the body does."""
    plain = _WRAPPED.sub("", plain)
    counts: Counter[str] = Counter()
    for match in (*_MENTION.finditer(plain), *_ACTOR.finditer(plain)):
        if plain[match.start() - 1 : match.start()] in _OPENING or _is_in_title(plain, match):
            continue
        end = match.end("body")
        if _ORDERED.match(match["body"]) or _ORDERS.match(plain, end):
            continue
        below = _BELOW.match(plain, end) if match["body"].endswith("总局") else None
        end = below.end() if below else end
        name = names.bare(plain[match.start("body") : end])
        if len(name) >= 3 and names.is_body(name) and not name.startswith("办公"):
            counts[name] += 2 if _ACTS.match(plain, end) else 1
    return counts


def _is_in_title(plain: str, match: re.Match[str]) -> bool:
    """Whether a place stands in the title of a document, which may be of a place above."""
    last = plain.rfind("《", max(0, match.start() - _LONGEST_TITLE), match.start())
    return last >= 0 and "》" not in plain[last : match.start()]


def _has_words_before(name: str, counts: Counter[str]) -> bool:
    """Whether another name is all of it but words before that are no area: 做好云岭市民政局."""
    others = (other for other in counts if other != name and other[0] not in _AREA_ENDS)
    before = (name.removesuffix(other) for other in others)
    return any(0 < len(one) < len(name) and one[-1] not in _AREA_ENDS for one in before)


def _times(name: str, counts: Counter[str]) -> int:
    """How often a body is named, with and without the area before its name, or its kind behind."""
    bare = _KIND.sub("", name)
    return sum(times for other, times in counts.items() if bare.endswith(_KIND.sub("", other)))


def _period(plain: str) -> int | None:
    match = _PERIOD.search(plain) or _PERIOD_DATES.search(plain)
    return int(match["year"]) if match else None
