"""Titles of reports in a text, and what each says: whose report, of which year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reviewer.forms.identity.bodynames import BodyNames, is_name, may_be_name, names_body, of_line
from reviewer.forms.identity.yearwords import YEAR, to_year

_BLANK = "[ \u3000\u00a0]{0,2}"
_NAMED = (
    r"(?P<core>(?:政府)?信息(?:与政务)?公开|政务公开|政务信息公开)"
    r"(?P<middle>(?:工作|情况|的|[0-9]{4}|年|度)*)\s*(?:工作)?(?:年度)?(?:工作)?\s*"
    r"(?:报告|年报|总结|告?年度[报告](?=[ \t]*\n))"
)
_TITLE = re.compile(
    rf"(?P<head>(?:20[0-9]{{2}}[ \u3000\u00a0](?=年))?[^\s。，,；;：:《》“”|*#_>【】]{{0,40}}?"
    rf"(?:{_BLANK}20[0-9]{{2}}{_BLANK}年?度?{_BLANK})?)" + _NAMED
)
"""A title's last letters may be lost, or out of order, where its line ends."""

_WITHOUT_HEAD = re.compile(_NAMED)
_LONGEST_HEAD = 57
"""Characters that stand before the words of a title at most: a name, a year, blanks."""

_SPLIT_TITLE = re.compile(
    r"(信息公开)\s*\n\s*(工作|年度|年报|情况)|(政府|政府信息)\s*\n\s*((?:信息)?公开)"
)
_LEAD = re.compile(
    r"(?:.*?(?:现将|现公布|现公开|公布|发布|编[制写]了?|撰写|形成|制定|完成|向社会公[开布示]|标题[:：]?|关于))+"
)
_FRAME = re.compile(r"^(?:关于|[（）() \u3000\u00a0的])+|(?:关于|[（）() \u3000\u00a0的])+$")
_ALONE_BEFORE = {"", *"\n \t\u3000\u00a0|:：*#>】"}
_ALONE_BEHIND = {"", *"\n \t\u3000\u00a0|（(*_-—"}
_LINK = re.compile(
    r"(?:[上下]一[篇条][ \t\u3000:：|>]*|(?:相关(?:链接|阅读|文章)|(?:推荐|延伸)阅读)[\s:：|>]*)$"
)
"""Before the title of another page that this one links to."""

_OTHER = re.compile("制度|格式|办法|编制|模板|有关事项")
"""Behind what is no title of a report, but of a rule for reports."""

_YEAR_BEHIND = re.compile(
    r"[ \u3000]*(?P<bracket>[（(]?)(?P<year>20\d\d)\s*(?:年度?)?[)）]?[ \t\u3000]*(?=\n|$)"
)
_SUFFIX = re.compile(r"\.(?:docx?|wps|pdf|ofd|html?|txt)(?![A-Za-z])", re.IGNORECASE)
"""Behind a title that is a file's name."""

_LINK_LENGTH = 12
"""Characters before a title in which a page calls it a link."""

_LONG_NAME = 5
"""Characters of a name that is hardly anything else."""

PLACED = re.compile("[省市州盟县区旗镇乡]|街道")
"""A level of government, as names have it that say of a place."""

_PLACE = re.compile("[\u4e00-\u9fff]{2,}[市州盟县区旗镇乡]")
_TORN = re.compile(r"(?<![^\n])([\u4e00-\u9fff]+)[ \u3000]$")
"""The first part of a line up to a blank."""

_LONGEST_TORN = 12

_OFFICES = ("办公室", "办公厅", "机关")

_LONGEST_LINE = 60
"""Characters before a title in which the body's name stands."""

_FIRST = re.compile(r"^[ \t\u3000#*|]*一[ \u3000]?[、.．]", re.MULTILINE)
"""How the first section begins."""

_START = 4000
"""Characters in which a report's title stands."""

_CLOSING = {"(": ")", "（": "）"}
_CLOSED = re.compile("[)）]")
_CHINESE_NAME = re.compile(r"[\u4e00-\u9fff（）()]+")


@dataclass(frozen=True)
class Title:
    """A title met in the text; ``stands_alone`` unless it is part of a sentence, or a link."""

    text: str
    start: int
    body: str
    year: int | None
    stands_alone: bool
    is_link: bool = False


@lru_cache(maxsize=2)
def titles(plain: str) -> tuple[Title, ...]:
    """Every mention of a report's title in simplified text, in order."""
    joined = _SPLIT_TITLE.sub(_joined, plain)
    names = BodyNames(joined)
    return tuple(_title(joined, names, match) for match in _matches(joined))


def _matches(plain: str) -> Iterator[re.Match[str]]:
    """Every match of a title; names are looked for in front of its words only."""
    behind = 0
    for words in _WITHOUT_HEAD.finditer(plain):
        for start in range(max(behind, words.start() - _LONGEST_HEAD), words.start() + 1):
            if match := _TITLE.match(plain, start):
                behind = match.end()
                yield match
                break


def _joined(match: re.Match[str]) -> str:
    """Both halves of a title on one line, as long as they were on two."""
    first, second = (part for part in match.groups() if part)
    blanks = " " * (len(match[0]) - len(first + second))
    return first + blanks + second if match[1] else first + second + blanks


@dataclass(frozen=True)
class _Head:
    """What stands before a title's own words.

    Attributes:
        start: Where the title begins.
        words: Its words behind a short one that leads to it (关于, 现将).
        name: Those of them that may be a body's name.
        led: Whether such a word leads to it.
        at_line: Whether it begins its line, so that all of it is a name.
    """

    start: int
    words: str
    name: str
    led: bool
    at_line: bool


def _title(plain: str, names: BodyNames, match: re.Match[str]) -> Title:
    head = _head(plain, names, match)
    years = [to_year(found["year"]) for found in YEAR.finditer(head.words + match["middle"])]
    end = match.end()
    if not any(years) and (last := _YEAR_BEHIND.match(plain, match.end())):
        years.append(to_year(last["year"]))
        end = last.end("year") if not last["bracket"] else end
    body, start, above = _named(plain, names, match, head)
    is_link = bool(_LINK.search(plain, max(0, start - _LINK_LENGTH), start))
    return Title(
        text=plain[start:end],
        start=start,
        body="" if _OTHER.match(plain, match.end()) else body,
        year=next((year for year in (*years, above) if year), None),
        stands_alone=not is_link and _stands_alone(plain, start, match.end()),
        is_link=is_link,
    )


def _head(plain: str, names: BodyNames, match: re.Match[str]) -> _Head:
    head = match["head"]
    begins = plain[max(0, match.start() - 1) : match.start()] in _ALONE_BEFORE
    lead = _LEAD.match(head)
    offset = lead.end() if lead and not (begins and lead[0] == "关于") else 0
    ahead = head[:offset].removesuffix("关于")
    whole = bool(ahead) and begins and (names.is_body(ahead) or is_name(ahead))
    words = head[offset:]
    named = ahead if whole else YEAR.split(words, maxsplit=1)[0]
    if not names.is_body(named):
        named = YEAR.sub("", words)
    return _Head(
        start=match.start() if whole else match.start() + offset,
        words=words,
        name=_closed(_FRAME.sub("", named)),
        led=bool(offset),
        at_line=begins and not offset,
    )


def _named(
    plain: str, names: BodyNames, match: re.Match[str], head: _Head
) -> tuple[str, int, int | None]:
    """The body that a title names, where the title begins then, and a year on the line above."""
    body = of_line(head.name) if head.at_line else names.bare(head.name, begins=head.led)
    if body.endswith("人民") and match["core"].startswith("政府"):
        body += "政府"
    if not head.at_line:
        return body, head.start, None
    if not body:
        above, year = _line_above(plain, match.start())
        return above, head.start, year
    if torn := _torn_off(plain, match.start(), body):
        return torn + body, head.start - len(torn) - 1, None
    return _body_before(plain, match.start(), body) + body, head.start, None


def _stands_alone(plain: str, start: int, end: int) -> bool:
    """Whether a title is no part of a sentence."""
    before, behind = plain[max(0, start - 1) : start], plain[end : end + 1]
    ends = behind in _ALONE_BEHIND or bool(_SUFFIX.match(plain, end))
    return before in _ALONE_BEFORE and ends


def _body_before(plain: str, start: int, body: str) -> str:
    """The body of which a title names a part only (办公室, 教育局), before it or above it."""
    if not body or PLACED.search(body) or not names_body(body):
        return ""
    lines = plain[max(0, start - _LONGEST_LINE) : start].rstrip().split("\n")
    above = lines[-1].strip()
    is_part = body.endswith(_OFFICES) or not above.endswith("政府")
    return above if is_part and PLACED.search(above) and is_name(above) else ""


def _torn_off(plain: str, start: int, body: str) -> str:
    """What a blank within a name parts from it: 清河 县水利局; no name begins with its level."""
    if not PLACED.match(body):
        return ""
    before = _TORN.search(plain, max(0, start - _LONGEST_TORN), start)
    return before[1] if before and is_name(before[1] + body) else ""


def _line_above(plain: str, start: int) -> tuple[str, int | None]:
    """Body and year on the line above a title that says nothing of them itself."""
    above = plain[max(0, start - _LONGEST_LINE) : start].rstrip().rpartition("\n")[2].strip()
    found = YEAR.search(above)
    name = above[: found.start()] if found and found.end() == len(above) else above
    whole = len(name) >= _LONG_NAME or (_PLACE.fullmatch(name) and plain.count(name) > 1)
    if not whole or not is_name(name):
        return "", None
    return name, to_year(found["year"]) if found else None


def _closed(name: str) -> str:
    """A name with the bracket that closes its last one, which is not part of the frame."""
    missing = name[max(name.rfind("("), name.rfind("（")) :]
    return name + _CLOSING.get(missing[:1], "") if not _CLOSED.search(missing) else name


def names_its_body(title: Title) -> bool:
    """Whether a title with its year names a body, of whatever kind: 第一中学, 红十字会."""
    if not title.stands_alone or title.year is None:
        return False
    if len(title.body) < _LONG_NAME and not names_body(title.body):
        return False
    if not _CHINESE_NAME.fullmatch(title.body):
        return False
    return may_be_name(title.body)


def own_titles(plain: str, found: Sequence[Title]) -> list[Title]:
    """Titles that stand alone above the sections; without any, those of files attached below.

    Others below are a list of other reports. Without sections, the text begins with a sentence.
    """
    alone = [title for title in found if title.stands_alone and title.start < _START]
    begins = [first.start() for first in _FIRST.finditer(plain)] or [plain.find("。")]
    if begins[-1] < 0:
        return alone
    above = [title for title in alone if title.start < begins[-1]]
    return above or [title for title in alone if _is_attached(plain, title)]


def _is_attached(plain: str, title: Title) -> bool:
    """Whether a title is the name of a file."""
    before = plain[max(0, title.start - _LINK_LENGTH) : title.start]
    return "附件" in before or _SUFFIX.match(plain, title.start + len(title.text)) is not None


def told_titles(plain: str, found: Sequence[Title]) -> list[Title]:
    """Titles that sentences name, and the report's own; none that are linked or listed."""
    own = own_titles(plain, found)
    return [title for title in found if not (title.is_link or title.stands_alone) or title in own]
