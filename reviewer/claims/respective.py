"""Names told as a list before their figures: 自然人、企业申请分别为15件、5件; 申请、复议均为0件."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reviewer.claims.figures import Figure

_EACH = re.compile(r"分别(?:提[出交](?:申请)?)?(?:为|是|有|达到?|共|计|:)*$")
_BOTH = re.compile(r"(?:均|都)(?:为|是|达到?|有)+$|各(?:有|为|发生)?$")
"""Ahead of the one figure that is said of each name."""

_COUNTED = re.compile(
    r"申请|受理|接收|收[件到]|答复|办结|结转|复议|诉讼|许可|处罚|强制|收费|制发|废止"
)
"""Every name of such a list contains one of these: not 公民、法人申请均为0件."""

_DISPUTED = re.compile(r"复议|诉讼")
"""No proceedings of several kinds means none of each: 行政复议、行政诉讼0件."""

_BETWEEN = re.compile(r"(?:[、,和及与]|以及)")
"""Between figures whose names stand ahead of 分别."""

_CLAUSE = re.compile(r"[,;:()。]")
_MARKS = re.compile(r"、")
_MARKS_AND_WORDS = re.compile(
    r"、|以及|(?:和|(?<!涉)及|与(?!(?:政府|政务)?信息|此))(?!其[他它])"
    r"|(?<=复议)(?=(?:行政)?诉讼)"
)
_YEARS = re.compile(
    r"(?P<years>20\d\d年?度?(?:(?:、|,|和|及|与)20\d\d年?度?)+)(?P<ahead>[^,;:。\d]{0,24})分别"
    r"(?P<behind>[^,;:。\d]{0,24})$"
)
"""Ahead of the figures of several years: 2022年、2023年分别收到申请18件、21件."""

_YEAR = re.compile(r"20\d\d")
_NOUNS = re.compile(
    r"(?:的?(?:制发|废止|现行有效)(?:件数|数量?|总数)|(?:行政)?规范性文件|规章|(?:的?(?:政府信息公开|依申请公开|信息公开)?申请|处理决定|决定|案件)(?:数量?)?)$"
)
"""The end of the last name, which belongs to all of them: 网络、信函申请."""

_LONGEST = 40


def respective(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures of a sentence, each of a list behind 分别 with its own name as its lead.

    Figures that cannot be told which name is whose have no lead, and thus name nothing. The one
    figure behind 均为 is given once for each name, and none of several proceedings for each.

    Args:
        text: The sentence.
        figures: Its figures, in order.
    """
    place = 0
    while place < len(figures):
        of_years = list(_of_years(text, figures[place:])) if "分别" in text else []
        yield from of_years
        place += len(of_years)
        if of_years:
            continue
        count = _listed(text, figures, place) if "分别" in text else 1
        if count == 1:
            yield from _of_each(text, figures[place])
        else:
            names = _names(figures[place].lead, count)
            for figure, name in zip(figures[place : place + count], names, strict=True):
                yield replace(figure, lead=name)
        place += count


def _of_years(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """The next figures, if each is one of the years that are listed ahead of them."""
    match = _YEARS.search(text, 0, figures[0].start)
    years = [int(year) for year in _YEAR.findall(match["years"])] if match else []
    if match is None or len(figures) < len(years):
        return
    told = figures[: len(years)]
    if all(_follows(text, last, figure) for last, figure in pairwise(told)):
        name = match["ahead"] + match["behind"]
        for figure, year in zip(told, years, strict=True):
            yield replace(figure, lead=name, year=year)


def _of_each(text: str, figure: Figure) -> Iterator[Figure]:
    """The figure once for each name that it is said of; unchanged if there is one only."""
    each = _COUNTED if _BOTH.search(text, 0, figure.start) else _DISPUTED
    parted = each is _COUNTED or figure.value == 0
    names = _split(_BOTH.sub("", figure.lead)) if parted else []
    if len(names) > 1 and all(each.search(name) for name in names):
        yield from (replace(figure, lead=name) for name in names)
    else:
        yield figure


def _split(lead: str) -> list[str]:
    """The names of the list that a lead ends in, the words ahead of it with the first one."""
    clause = _CLAUSE.split(lead)[-1]
    names = _MARKS_AND_WORDS.split(clause)
    head = lead[: len(lead) - len(clause)]
    if len(names) > 1 and _common(names) and "申请" not in names[-1]:
        return _completed(head, names)
    return [head + names[0], *names[1:]]


def _listed(text: str, figures: Sequence[Figure], place: int) -> int:
    """How many figures from a place on are told one after the other behind 分别."""
    first = figures[place]
    if not _EACH.search(text, max(0, first.start - 8), first.start):
        return 1
    end = place + 1
    while end < len(figures) and _follows(text, figures[end - 1], figures[end]):
        end += 1
    return end - place


def _follows(text: str, last: Figure, figure: Figure) -> bool:
    between = text[last.end : figure.start]
    return last.unit == figure.unit and bool(_BETWEEN.fullmatch(between))


def _names(lead: str, count: int) -> list[str]:
    """The names of a list; as many empty ones if it has more or fewer than ``count``."""
    ahead = _EACH.sub("", lead)
    clause = _CLAUSE.split(ahead)[-1][-_LONGEST:]
    head = ahead[: len(ahead) - len(clause)]
    for marks in (_MARKS, _MARKS_AND_WORDS):
        names = marks.split(clause)
        if len(names) == count:
            return [head + names[0], *names[1:]] if not _common(names) else _completed(head, names)
    return [""] * count


def _common(names: Sequence[str]) -> str:
    """The noun that the last of several names ends in and none of the others contains."""
    noun = _NOUNS.search(names[-1])
    if noun is None or any(noun[0] in name for name in names[:-1]):
        return ""
    return noun[0]


def _completed(head: str, names: Sequence[str]) -> list[str]:
    noun = _common(names)
    return [head + names[0] + noun, *(name + noun for name in names[1:-1]), names[-1]]
