"""Whose report it is, and of which year: title, statistical period, signature, text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reviewer.forms.folding import PINYIN, simplified_in_place
from reviewer.forms.identity.bodynames import (
    BODY_END,
    BodyNames,
    is_name,
    may_be_name,
    names_body,
    of_line,
)

_DIGITS = "0-9０-９〇○零一二三四五六七八九OoＯ"
_YEAR = re.compile(
    rf"(?P<year>[12２][{_DIGITS}]{{3}}|二[{_DIGITS}]{{3}})\s*(?:年度(?!假)|年|度(?!假))?"
)
_BLANK = "[ \u3000\u00a0]{0,2}"
_TITLE = re.compile(
    rf"(?P<head>[^\s。，,；;：:《》“”|*#_>【】]{{0,40}}?(?:{_BLANK}20[0-9]{{2}}{_BLANK}年?度?{_BLANK})?)"
    r"(?P<core>(?:政府)?信息(?:与政务)?公开|政务公开|政务信息公开)"
    r"(?P<middle>(?:工作|情况|的|[0-9]{4}|年|度)*)\s*(?:工作)?(?:年度)?(?:工作)?\s*(?:报告|年报|总结)"
)
_SPLIT_TITLE = re.compile(r"(信息公开)\s*\n\s*(工作|年度|年报|情况)|(政府)\s*\n\s*(信息公开)")
_LEAD = re.compile(r"(?:.*?(?:现将|现公布|公布|发布|编制了?|形成|制定|标题[:：]?|关于))+")
_SIGNED_ON = (
    rf"(?P<year>[12２][{_DIGITS}]{{3}}|二[{_DIGITS}]{{3}})\s*[年.．/-]"
    rf"\s*[{_DIGITS}十]{{1,3}}\s*[月.．/-]"
)
_SIGNING_DATE = re.compile(_SIGNED_ON)
_SIGNED = re.compile(
    rf"(?P<body>[\u4e00-\u9fff（）() ]{{3,40}}?(?:{BODY_END}))"
    rf"(?:\s*[（(][公盖印]?章[）)])?[）)]?\s*\n?\s*{_SIGNED_ON}"
)
_LONGEST_SIGNATURE = 64
_SIGNED_BELOW = re.compile(
    rf"\n\s*(?P<year>[12２][{_DIGITS}]{{3}}|二[{_DIGITS}]{{3}})\s*年\s*[{_DIGITS}十]{{1,3}}\s*月[^\n]{{0,6}}\n"
    rf"\s*(?P<body>[\u4e00-\u9fff（）()]{{3,40}}?(?:{BODY_END}))\s*$"
)
"""Where the date stands above the body's name."""
_PERIOD = re.compile(
    r"统计\S{{0,6}}?(?:期限|时限|时间|日期|期间|周期|区间|范围)?[^0-9０-９。\n]{{0,16}}?(?P<year>20[0-9]{{2}})"
)
_PERIOD_DATES = re.compile(r"(?P<year>20\d\d)\s*年?\s*0?1\s*月?\s*0?1\s*日?\s*(?:起|至|到|-|—|–|~)")
_CONTACT = re.compile(
    r"(?:请与|可与|请联系|联系单位[:：]|与)\s*(?P<body>[\u4e00-\u9fff]{4,30}?)\s*(?:联系|[（(]地址)"
)
_AUTHOR = re.compile(
    r"(?<!自)由(?P<body>[\u4e00-\u9fff]{3,30}?)(?:负责|牵头|汇总|统一|结合[^，。\n]{0,20}|根据[^，。\n]{0,20}){0,3}编制"
)
_SOURCE = re.compile(
    r"(?:发布机构|信息来源|来源|发布单位|公开机构|发文机关)\s*[:：]\s*\|?\s*(?P<body>[\u4e00-\u9fff]{3,30})"
)
_MENTION = re.compile(
    r"[\u4e00-\u9fff]{2,18}?(?:人民政府|街道办事处|管理委员会|委员会|管委会|局|厅|署"
    r"|(?:镇|乡)(?:人民政府)?|街道(?:办事处)?)"
)
_FRAME = re.compile(r"^(?:关于|[（）() \u3000\u00a0的])+|(?:关于|[（）() \u3000\u00a0的])+$")
_OFFICE = re.compile(r"(?:党政|政务公开|信息公开|综合|行政)*办(?:公室)?$")
_OFFICE_OF_TOWN = re.compile(
    r"(?P<town>(?:镇|乡(?![镇村])|街道)(?:人民政府|政府|办事处)?)[^市县区州局府]{0,8}办(?:公室)?$"
)
"""An office of a town, whatever it is for, writes the town's report."""

_ACTS = re.compile(
    r"高度重视|认真|严格|坚持|深入|始终|全面|扎实|紧紧|紧密|积极|全年|以习近平|以公开|立足|聚焦|切实"
    r"|在[^，。,\n]{2,16}(?:领导|指导|部署)"
)
"""Behind the name of who did what the sentence tells."""

_SPACED_OUT = re.compile(r"(?:[\u4e00-\u9fff][ \u3000\u00a0]+){3,}[\u4e00-\u9fff]")
_LONG_NAME = 5
_CHINESE_DIGITS = str.maketrans(
    "〇○零OoＯ一二三四五六七八九０１２３４５６７８９", "000000" + "123456789" + "0123456789"
)
_ALONE_BEFORE = {"", *"\n \t\u3000\u00a0|:：*#>】"}
_ALONE_BEHIND = {"", *"\n \t\u3000\u00a0|（(*_-—"}
_LINK = re.compile(r"(?:[上下]一[篇条]|相关(?:链接|阅读|文章)|(?:推荐|延伸)阅读)[ \t\u3000:：|>]*$")
"""Before the title of another page that this one links to."""

_LINK_LENGTH = 12
_START = 4000
_CLEARLY = 2
"""So many times more often a year must be named than any other to outweigh the title's."""

_END = 600
_HEAD = 300
_LONGER = 12
_MENTIONED_YEAR = re.compile(r"(?<!\d)(20[0-3]\d)年?度?")
_CHINESE_NAME = re.compile(r"[\u4e00-\u9fff（）()]+")


@dataclass(frozen=True)
class Identity:
    """Whose report, of which year.

    Attributes:
        title: As printed, or empty.
        body: The reporting body, or empty.
        year: The year, or None.
        title_year: The year that the title names, or None.
        period: The year that the statistical period names, or None.
        evidence: Where body and year were found (in Chinese).
    """

    title: str = ""
    body: str = ""
    year: int | None = None
    title_year: int | None = None
    period: int | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Title:
    """A title met in the text; ``stands_alone`` unless it is part of a sentence."""

    text: str
    start: int
    body: str
    year: int | None
    stands_alone: bool


@dataclass(frozen=True)
class Signature:
    """Who signed, in which year; ``place`` is where the body's name stands."""

    body: str
    year: int | None
    place: tuple[int, int]


def identify(text: str) -> Identity:
    """Body and year of a report, each from the best place that names it."""
    text = PINYIN.sub("", text)
    plain = simplified_in_place(text)
    found = titles(plain)
    title = _best_title(found)
    period = _period(plain)
    evidence: list[str] = []
    year = _year(plain, title, period, evidence)
    body = _body(plain, found, evidence)
    return Identity(
        title=text[title.start : title.start + len(title.text)] if title else "",
        body=body,
        year=year,
        title_year=title.year if title else None,
        period=period,
        evidence=tuple(evidence),
    )


@lru_cache(maxsize=2)
def titles(plain: str) -> tuple[Title, ...]:
    """Every mention of a report's title in simplified text, in order."""
    joined = _SPLIT_TITLE.sub(_joined, plain)
    names = BodyNames(joined)
    return tuple(_title(joined, names, match) for match in _TITLE.finditer(joined))


def _joined(match: re.Match[str]) -> str:
    """Both halves of a title on one line, as long as they were on two."""
    first, second = (part for part in match.groups() if part)
    blanks = " " * (len(match[0]) - len(first + second))
    return first + blanks + second if match[1] else first + second + blanks


def _title(plain: str, names: BodyNames, match: re.Match[str]) -> Title:
    head = match["head"]
    lead = _LEAD.match(head)
    offset = lead.end() if lead else 0
    start = match.start() + offset
    years = [_to_year(found["year"]) for found in _YEAR.finditer(head[offset:] + match["middle"])]
    ahead = head[:offset].removesuffix("关于")
    begins = plain[max(0, match.start() - 1) : match.start()] in _ALONE_BEFORE
    whole = begins and (names.is_body(ahead) or is_name(ahead))
    named = ahead if whole else _YEAR.split(head[offset:], maxsplit=1)[0]
    if not names.is_body(named):
        named = _YEAR.sub("", head[offset:])
    framed = _FRAME.sub("", named)
    at_line = begins and not offset
    body = of_line(framed) if at_line else names.bare(framed, begins=bool(offset))
    if body.endswith("人民") and match["core"].startswith("政府"):
        body += "政府"
    before = plain[max(0, start - 1) : start]
    behind = plain[match.end() : match.end() + 1]
    linked = _LINK.search(plain, max(0, start - _LINK_LENGTH), start)
    alone = before in _ALONE_BEFORE and behind in _ALONE_BEHIND and not linked
    return Title(
        text=plain[start : match.end()],
        start=start,
        body=body,
        year=next((year for year in years if year), None),
        stands_alone=alone,
    )


def _best_title(found: Sequence[Title]) -> Title | None:
    alone = [title for title in found if title.stands_alone and title.start < _START]
    return max(alone, key=lambda title: (bool(title.body), bool(title.year)), default=None)


def _year(plain: str, title: Title | None, period: int | None, evidence: list[str]) -> int | None:
    if title is not None and title.year is not None:
        agreed = _agreed(plain, period)
        if agreed is not None and agreed != title.year:
            evidence.append(f"标题写 {title.year} 年；年度取自统计期限、落款和正文（{agreed} 年）")
            return agreed
        evidence.append(f"年度取自标题“{title.text}”")
        return title.year
    if period is not None:
        evidence.append(f"年度取自统计期限（{period} 年）")
        return period
    signed = signature(plain)
    if signed is not None and signed.year is not None:
        evidence.append(f"年度按落款日期推定（{signed.year} 年发布）")
        return signed.year - 1
    mentioned = _mentioned_years(plain)
    if mentioned:
        year, _ = mentioned.most_common(1)[0]
        evidence.append(f"年度按正文推定（{year} 年）")
        return year
    return None


def _agreed(plain: str, period: int | None) -> int | None:
    """The year that statistical period, signature and most sentences agree on, if they do."""
    signed = signature(plain)
    if period is None or signed is None or signed.year != period + 1:
        return None
    mentioned = _mentioned_years(plain)
    others = max((count for year, count in mentioned.items() if year != period), default=0)
    return period if mentioned[period] >= _CLEARLY * others else None


def _mentioned_years(plain: str) -> Counter[int]:
    years = _MENTIONED_YEAR.findall(plain[:_START])
    return Counter(int(year) for year in years)


def _body(plain: str, found: Sequence[Title], evidence: list[str]) -> str:
    names = BodyNames(plain)
    named = [title for title in found if names.is_body(title.body) or _names(title)]
    alone = [title.body for title in named if title.stands_alone and title.start < _START]
    signed = signature(plain)
    stated = [name for name in (signed.body if signed else "", *_stated(plain, names)) if name]
    if alone:
        evidence.append("单位取自标题")
        return _fuller(max(alone, key=len), stated)
    own_line = _own_line(plain)
    if own_line:
        evidence.append("单位取自标题旁的单位名称")
        return own_line
    if signed:
        evidence.append("单位取自落款")
        return signed.body
    if named:
        evidence.append("单位取自正文中的报告名称")
        return _fuller(max((title.body for title in named), key=len), stated)
    if stated:
        evidence.append("单位取自联系方式或发布信息")
        return stated[0]
    return _mentioned(plain, names, evidence)


def _own_line(plain: str) -> str:
    """A line before the first section that is nothing but the name of a body."""
    lines = (_together(line.strip()) for line in plain[:_HEAD].split("\n"))
    return next((line for line in lines if len(line) >= 6 and is_name(line)), "")


def _together(line: str) -> str:
    """A line without the blanks that only space its letters out."""
    return "".join(line.split()) if _SPACED_OUT.fullmatch(line) else line


def _stated(plain: str, names: BodyNames) -> list[str]:
    """Bodies that the contact sentence and the page's own fields name."""
    stated = []
    for pattern in (_SOURCE, _CONTACT, _AUTHOR):
        for match in pattern.finditer(plain):
            name = _of_office(names.bare(match["body"], begins=True))
            if is_name(name):
                stated.append(name)
    return stated


def _of_office(name: str) -> str:
    """The body that an office belongs to; the office's own name where it says of no body."""
    body = _OFFICE.sub("", _OFFICE_OF_TOWN.sub(lambda office: office["town"], name))
    return body if names_body(body) else name


def _fuller(body: str, stated: list[str]) -> str:
    """The body with its county or city before it, where the text says so elsewhere."""
    fuller = [name for name in stated if body in name and len(name) - len(body) <= _LONGER]
    return max(fuller, key=len, default=body)


def _mentioned(plain: str, names: BodyNames, evidence: list[str]) -> str:
    """The body that the text speaks of most."""
    counts: Counter[str] = Counter()
    for match in _MENTION.finditer(plain):
        if plain[match.start() - 1 : match.start()] == "《":
            continue
        name = names.bare(match[0])
        if len(name) >= 3 and names.is_body(name) and not name.startswith("办公"):
            counts[name] += 2 if _ACTS.match(plain, match.end()) else 1
    if not counts:
        return ""
    body, times = counts.most_common(1)[0]
    if times == 1 and len(counts) > 1:
        return ""
    longer = [name for name in counts if name.endswith(body)]
    evidence.append("单位按正文推定")
    return max(longer, key=len)


def _names(title: Title) -> bool:
    """Whether a title with its year names a body, of whatever kind: 第一中学, 红十字会."""
    if not title.stands_alone or title.year is None:
        return False
    if len(title.body) < _LONG_NAME and not names_body(title.body):
        return False
    if not _CHINESE_NAME.fullmatch(title.body):
        return False
    return may_be_name(title.body)


def _signed_above(end: str) -> re.Match[str] | None:
    """The last date with a body's name before it; names are looked for in front of dates only."""
    for dated in reversed([*_SIGNING_DATE.finditer(end)]):
        behind = len(end[: dated.start()].rstrip())
        found = _SIGNED.finditer(end, max(0, behind - _LONGEST_SIGNATURE), dated.end())
        for match in found:
            if match.start("year") == dated.start():
                return match
    return None


def signature(plain: str) -> Signature | None:
    """Body and date at the end of simplified text, if both stand there."""
    begin = max(0, len(plain) - _END)
    end = plain[begin:]
    match = _SIGNED_BELOW.search(end) or _signed_above(end)
    if match is None:
        return None
    body = "".join(match["body"].split()).lstrip("（(")
    if not is_name(body):
        return None
    place = (begin + match.start("body"), begin + match.end("body"))
    return Signature(body, _to_year(match["year"]), place)


def _period(plain: str) -> int | None:
    match = _PERIOD.search(plain) or _PERIOD_DATES.search(plain)
    return int(match["year"]) if match else None


def _to_year(printed: str) -> int | None:
    digits = printed.translate(_CHINESE_DIGITS)
    year = int(digits) if digits.isdigit() else 0
    return year if 2000 <= year <= 2099 else None
