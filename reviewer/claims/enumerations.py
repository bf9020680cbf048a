"""Totals that a sentence itself takes apart: 共61条（其中组织机构3条、规范性文件6件、其他52条）.

An enumeration behind 其中 is often incomplete, so that parts may come to less than their total.
They must come to it where the last part is 其他, or where the parts are all that there can be:
applicants who are people or not, or the three usual ways that applications come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from reviewer.claims.figures import ASIDE, Figure, figures_of
from reviewer.claims.flow import Sentence, sentences
from reviewer.claims.parted import LEAST_PARTS, MONEY, REST, Enumeration, Part
from reviewer.claims.reading import Words, table_spans
from reviewer.claims.totalled import totalled
from reviewer.document.model import Span
from reviewer.forms.report import Report
from reviewer.patterns import any_of

_COUNTED = frozenset("件宗起份条次个项例篇期人部场") | {"人次"} | MONEY
_PIECES = frozenset("件份条个项篇部期")
"""Units that one list may mix, all of them for pieces of information."""

_CASES = frozenset("件宗起份")
"""Units of applications, which a list of parts often leaves out: 其中网络20、信函5."""

_SHARE = re.compile(r"[,(]?约?占[^,;:()、\d]{0,12}$")
_OPENING = re.compile(
    r"[^,;:()。\d]{0,10}(?:,按[^,;:()。\d]{2,8}(?=:))?(?P<aside>,(?:均|都"
    r"|全部)[^,;:()。\d]{2,24})?(?:[,;]?(?:其中|内容(?:主要)?(?:包括|包含|涉及|有)|包括|包含|具体包括|具体为|分别为|分别是"
    r"|即)[,:]?(?:其中[,:]?)?"
    r"|,?(?:主要|具体|其)(?:信息)?(?:类别|类型|分类|内容)(?:有|为|是|如下)*:|[,;]?(?P<bracket>\()(?:其中|含|包括|分别为|分别是)?[,:]?|:|[中里],)"
    r"(?P<name>[^;:。()\d]{1,34})$"
)
_BESIDE = re.compile(r"[,;](?P<aside>(?!))?(?P<bracket>(?!))?(?P<name>[^;:。()\d,]{1,34})")
_BETWEEN = re.compile(r"\)?[,、;](?P<name>[^,;:。()\d、]{1,34}(?:、[^,;:。()\d、]{1,20})*)$")
_EACH_TOLD = re.compile(r"[^;。()\d]{0,8}分别[为是](?![^;。]*等)")
"""Behind a total all of whose parts are told: 96条，分别为动态58条、公告38条."""

_LISTED_BESIDE = re.compile(r"[,、和及][^,;:。()]{1,20}")
_ALL_OF_THEM = re.compile(r"[^,;:。()\d]{0,10},(?:均|都|全部)(?:为|是|系)[^,;:。()\d]{2,24}(?=,)")
"""Behind a total the words that say of what kinds it is made."""

_RIGHT_BEHIND = re.compile(r"[,(]其中[,:]?")
_OF_ALL = re.compile(r"全[县市区省国镇街]|[各及]|系统|阅读|历年")
"""Words of a part that may belong to something wider than the total before it."""

_APART = re.compile("分别")
_BARE = {"、", "和", "及"}
"""Between the figures that 分别 leads to: 分别公开120条、60条和30条."""

_THEREOF = re.compile(r"其中|含|包括|[内里]有|细分")
_ANOTHER = re.compile(
    any_of(
        # what was done, and with what
        r"办结|(?<!议)(?<!提案)(?:答复|办理(?!结果|情况|[^,;]{0,8}(?:建议|提案)))|回复|召开|举办",
        r"(?<![他它人益会])组织(?!机构|人事)|开展|收到|受理|(?:^|进行)解读(?!信息|类|材料|稿|$)",
        r"完成|回应(?=.)|接待|访问|点击|浏览|阅读|(?<!热点)关注|粉丝|更新|新开|维护",
        # another total
        r"累计|^共|共计|一共|合计|总计|总数|总共",
        # another year, a change
        r"新增|较|比|同比|结转|上年|全年|今年|20\d\d",
        # another matter
        r"并|另|同时",
    )
)
"""Words that do not name a part of what was counted before."""

_AXES = {
    "applicant": re.compile(r"自然人|公民|法人|企业|科研机构|公益组织|法律服务机构"),
    "channel": re.compile(r"当面|信函|网络|网上|邮件|邮箱|传真"),
    "proceeding": re.compile(r"行政复议|行政诉讼"),
    "outcome": re.compile(r"维持|纠正|审结|其[他它]结果"),
    "result": re.compile(r"予以公开|部分公开|不予公开|同意公开|无法提供|不予处理|其[他它]处理"),
}
_WHOLES: tuple[tuple[str, *tuple[re.Pattern[str], ...]], ...] = (
    ("", re.compile(r"主动公开"), re.compile(r"依申请公开"), re.compile(r"不予公开")),
    ("申请", re.compile(r"自然人|公民|个人"), re.compile(r"法人.{0,4}组织")),
    (
        "申请",
        re.compile(r"网[络上站]|线上|在线|电子邮件"),
        re.compile(r"信函|邮寄|来信|信件"),
        re.compile(r"当面|现场|窗口"),
    ),
)
"""What is divided, and patterns for the names of all parts that it can have."""

_SINGLE = frozenset("一二三四五六七八九十两")
"""Numerals that may not count anything: 一件 of a kind."""

_CLAUSE = re.compile(r"[,、;:()]")
_NUMBER = re.compile(r"\(\d{1,2}\)|[①-⑳]")
_NAME = 24
"""Within this many letters before a total its name is looked for."""


_COMPARED = re.compile(r"[比较][^,;]*$|(?<!新)[增减][^,;]{0,4}$|同比[^,;]*$|\([^)]*$")
"""Before a figure of another year, or of the change from it."""

_IS_BASE = re.compile("相[比较]")
"""Behind a figure that this year's is compared with."""

_SUMMED = re.compile("(?:一?共计?|合计|总计)$")
_FOLLOWS = re.compile(
    "(?:其中|在?(?:主动)?公开的(?:政府)?信息当?[中里]|(?:公开)?(?:的)?内容(?:主要)?(?:涉及|包括|包含|有)|(?:主要|具体)?(?:包括|包含)|(?:具体"
    "|分别)[为是])[,:]?"
)
"""How a sentence begins whose total stands in the sentence before."""


def read_enumerations(report: Report) -> tuple[Enumeration, ...]:
    """All enumerations of a report's sentences, in the order of the text."""
    return _enumerations(Words(report))


@lru_cache(maxsize=16)
def _enumerations(words: Words) -> tuple[Enumeration, ...]:
    report = words.report
    found = sentences(report.document.text, table_spans(report), whole=True)
    joined = [_joined(*pair) for pair in pairwise(found)]
    return tuple(
        each for sentence in (*found, *filter(None, joined)) for each in _of_sentence(sentence)
    )


def _joined(first: Sentence, second: Sentence) -> Sentence | None:
    """A sentence that begins with 其中, joined to the one before if that has one figure only."""
    follows = _FOLLOWS.match(second.text)
    if follows is None:
        return None
    lead = follows.end()
    said = second.text[lead:]
    counted = [
        figure
        for figure in figures_of(first.text)
        if figure.unit in _COUNTED and not _COMPARED.search(first.text[: figure.start])
    ]
    if len(counted) != 1 or second.start - first.start > len(first.text) + 1:
        return None
    end = counted[0].end
    return Sentence(
        text=f"{first.text[:end]},其中{said}",
        origin=[*first.origin[:end], *([second.origin[0]] * 3), *second.origin[lead:]],
        start=first.start,
    )


def _of_sentence(sentence: Sentence) -> Iterator[Enumeration]:
    figures = figures_of(sentence.text)
    if len(figures) < LEAST_PARTS:
        return
    yield from totalled(sentence, figures)
    taken = 0
    for place, figure in enumerate(figures):
        if place < taken or figure.unit not in _COUNTED or figure.rough or not figure.value:
            continue
        if _IS_BASE.match(sentence.text, figure.end):
            continue
        enumeration = _from(sentence, figures, place)
        if enumeration is not None:
            taken = place + 1
            yield enumeration


def _from(sentence: Sentence, figures: Sequence[Figure], place: int) -> Enumeration | None:
    """The enumeration whose total is the figure at a place, if there is one."""
    total = figures[place]
    first, end = place + 1, total.end
    while first < len(figures) and figures[first].unit == "%":
        end = figures[first].end
        first += 1
    if len(figures) <= first or total.printed in _SINGLE:
        return None
    before = _plain(sentence.text[end : figures[first].start])
    if before.startswith(")") and _is_listed(sentence.text, figures, place):
        return None
    plainly = _OPENING.match(before.lstrip(")"))
    opening = plainly or _BESIDE.fullmatch(before)
    if opening is None:
        return None
    parts = list(_parts(sentence, figures[first:], total, opening))
    listed = _RIGHT_BEHIND.match(opening[0]) and _is_of_a_list(sentence, figures, place, parts)
    listed = listed or _is_one_of_as_many(sentence.text, figures[:first], opening, parts)
    if listed or (plainly is None and not _are_shared_out(parts, total)):
        return None
    if len(parts) < LEAST_PARTS and not _is_plain_part(sentence, opening, figures[first:], total):
        return None
    return _enumeration(sentence, figures, total, parts)


def _enumeration(
    sentence: Sentence, figures: Sequence[Figure], total: Figure, parts: Sequence[Part]
) -> Enumeration:
    """A total with its parts; they must add up to it if no other part can exist."""
    told = sentence.span(total.start, total.end)
    all_told = bool(REST.match(parts[-1].name)) or _are_all(parts, _names(sentence, total))
    all_told = all_told or bool(_EACH_TOLD.match(sentence.text, total.end))
    all_told = all_told or _are_foretold(parts, sentence.text[total.end :])
    return Enumeration(
        total=total.value,
        unit=total.unit,
        parts=tuple(parts),
        exhaustive=all_told and not _goes_on(sentence, figures, parts, total),
        mixed=any(part.unit != total.unit for part in parts),
        place=Span(start=told.start, end=max(told.end, parts[-1].place.end)),
    )


def _is_listed(text: str, figures: Sequence[Figure], place: int) -> bool:
    """Whether a figure is one of several in its bracket: what is behind it parts the whole."""
    opened = text.rfind("(", 0, figures[place].start)
    return place > 0 and 0 <= opened < figures[place - 1].start


def _is_of_a_list(
    sentence: Sentence, figures: Sequence[Figure], place: int, parts: Sequence[Part]
) -> bool:
    """Whether too many follow a list that a figure ends: 其中 is said of all that is listed.

    网络12件，信函4件，当面3件，其中自然人10件.
    """
    total = figures[place]
    axis = _axis(_CLAUSE.split(sentence.text[: total.start])[-1])
    if not (axis and place) or sum(part.value for part in parts) <= total.value:
        return False
    return _axis(_CLAUSE.split(sentence.text[: figures[place - 1].start])[-1]) == axis


def _is_one_of_as_many(
    text: str, figures: Sequence[Figure], opening: re.Match[str], parts: Sequence[Part]
) -> bool:
    """Whether 分别 gives a part to each of some totals: 复议12件、诉讼9件，其中分别为5件、3件."""
    wholes = figures[-len(parts) :]
    if len(parts) < LEAST_PARTS or len(wholes) < len(parts) or "分别" not in opening[0]:
        return False
    return all(
        one.unit == other.unit and _LISTED_BESIDE.fullmatch(text, one.end, other.start)
        for one, other in pairwise(wholes)
    )


def _are_shared_out(parts: Sequence[Part], total: Figure) -> bool:
    """Whether figures are parts though no word says so: each has a share, and they add up."""
    shared = all(part.share is not None for part in parts)
    return shared and sum(Decimal(part.value) for part in parts) == total.value


def _is_plain_part(
    sentence: Sentence, opening: re.Match[str], figures: Sequence[Figure], total: Figure
) -> bool:
    """Whether a single part stands right behind its total, in the same unit: 86条，其中网站90条.

    What was carried over stands beside what came: 其中 is said of both.
    """
    part = figures[0]
    name = opening["name"]
    return (
        bool(_RIGHT_BEHIND.match(opening[0]))
        and part.unit == total.unit
        and not (part.rough or total.rough or _ends(name) or _OF_ALL.search(name))
        and not sentence.text.startswith(("次", "余", "多"), part.end)
        and "结转" not in _names(sentence, total)
        and "万" not in part.printed + total.printed
    )


def _names(sentence: Sentence, total: Figure) -> str:
    """The words just before a total, which say what it counts."""
    return sentence.text[max(0, total.start - _NAME) : total.start]


def _are_all(parts: Sequence[Part], total: str) -> bool:
    """Whether these are all the parts that the thing counted can have."""
    return any(
        matter in total and all(any(name.search(part.name) for part in parts) for name in whole)
        for matter, *whole in _WHOLES
    )


def _are_foretold(parts: Sequence[Part], behind: str) -> bool:
    """Whether words behind a total name the parts as all of it: 均为网络和信函方式，其中网络9件."""
    foretold = _ALL_OF_THEM.match(behind)
    if foretold is None or "等" in foretold[0]:
        return False
    return all(part.name in foretold[0] for part in parts)


def _goes_on(
    sentence: Sentence, figures: Sequence[Figure], parts: Sequence[Part], total: Figure
) -> bool:
    """Whether figures behind the last part make up the total, so that the list goes on."""
    come_to = sum((part.value for part in parts), start=Decimal(0))
    for figure in figures:
        if sentence.origin[figure.start] > parts[-1].place.start and _alike(
            figure.unit, total.unit
        ):
            come_to += figure.value
            if come_to == total.value:
                return True
    return False


def _parts(
    sentence: Sentence, figures: Sequence[Figure], total: Figure, opening: re.Match[str]
) -> Iterator[Part]:
    """The parts, as far as they are plainly named and have the total's unit.

    Behind so many as make up the total another list may follow, but not behind 、.
    """
    name, axis, depth, come_to, end = opening["name"], "", 0, Decimal(0), total.end
    listed = True
    for place, figure in enumerate(figures):
        if place:
            between = _plain(sentence.text[end : figure.start])
            end = figure.end
            if figure.unit == "%" and _SHARE.search(between):
                continue
            depth += between.count("(") - between.count(")")
            if depth > 0 and opening["bracket"] is None:
                continue
            following = _next_name(between, opening)
            if following is None:
                return
            name = following
        axis = axis or _axis(name)
        listed = listed and (not place or between.startswith("、"))
        if (come_to == total.value and not listed) or not _is_part(figure, name, total, axis):
            return
        come_to += Decimal(figure.value)
        end = figure.end
        yield _part(sentence, name, figure, figures[place + 1 : place + 2])


def _next_name(between: str, opening: re.Match[str]) -> str | None:
    """What the next part is called; empty if 分别 leads to bare figures, None if none is next."""
    if _left(between, opening):
        return None
    match = _BETWEEN.match(between)
    if match:
        return match["name"]
    return "" if between in _BARE and _APART.search(opening["name"]) else None


def _is_part(figure: Figure, name: str, total: Figure, axis: str) -> bool:
    """Whether a figure of that name may be a part of a total that is divided along an axis."""
    plain = not figure.rough and _alike(figure.unit, total.unit)
    return plain and not _ends(name) and _axis(name) in {"", axis}


def _plain(between: str) -> str:
    """What stands between two figures, without remarks and numbers of parts."""
    return _NUMBER.sub("", ASIDE.sub("", between))


def _left(between: str, opening: re.Match[str]) -> bool:
    """Whether the bracket that holds the parts ended, or the clause of a total with an aside."""
    ended = opening["aside"] is not None and ";" in between
    return ended or (opening["bracket"] is not None and between.startswith(")"))


def _alike(unit: str, other: str) -> bool:
    return unit == other or {unit, other} <= _PIECES or (not unit and other in _CASES | _PIECES)


def _axis(name: str) -> str:
    """By what applications are parted, if they are: applicants, channels or results."""
    return next((axis for axis, words in _AXES.items() if words.search(name)), "")


def _ends(name: str) -> bool:
    """Whether words speak of another matter than a part; a rest may be summed: 其他信息共计9条."""
    own = _SUMMED.sub("", name) if REST.match(name) else name
    return bool(_ANOTHER.search(own) or _THEREOF.search(own))


def _part(sentence: Sentence, name: str, figure: Figure, following: Sequence[Figure]) -> Part:
    """A part, with the share of it that is printed right behind."""
    place = sentence.span(figure.start, figure.end)
    for share in following:
        between = sentence.text[figure.end : share.start]
        if share.unit == "%" and _SHARE.fullmatch(between):
            decimals = len(share.printed.partition(".")[2])
            return Part(
                name,
                figure.value,
                figure.unit,
                place,
                Decimal(share.value),
                decimals,
                sentence.span(share.start, share.end),
            )
    return Part(name, figure.value, figure.unit, place)
