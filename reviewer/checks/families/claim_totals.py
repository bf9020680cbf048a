"""What a year came to, told twice: 全年共主动公开政府信息520条 here, 502条 there; no cell holds it.

Only what a clause says of the whole year and of the whole body is a total: what went out by one
site, of one kind, in one village or since some year is another figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewer.checks.families.bodies import body_named
from reviewer.checks.families.prose import prose_of
from reviewer.claims.figures import Figure, figures_of
from reviewer.claims.reading import Words
from reviewer.document.model import Span
from reviewer.forms.report import Report

_STOPS = re.compile(r"[,;:。(]")
_NUMBER = re.compile(
    r"^(?:\([一二三四五六七八九十\d]\)|\d{1,2}[.、]|[一二三四五六七八九十](?:是|、))"
)
_WHEN = re.compile(r"(?P<year>20\d\d)年度?|全年|本年度?|今年以?来?|一年来")
_WHO = r"(?:[我本全](?:镇|乡|街道?|局|县|区|市|委|署|厅|中心|单位|机关|部门)|街道)?"
_SUM = "(?:累计|一?共计?|总共|合计|总计)?"
_MORE = "(?:了|各类|各种|各项|政府|政务)*"
_COME_TO = "(?:总数|总量|数量)?(?:共计?|累计|合计|为|达|有)*"
_TOTALS = (
    re.compile(
        rf"{_WHO}{_SUM}(?P<name>(?:主动)?(?P<verb>公开|发布){_MORE}(?P<what>信息)){_COME_TO}"
    ),
    re.compile(
        rf"{_WHO}{_SUM}(?P<name>(?P<verb>组织|举办|开展|召开|发布|印发|编发|推送){_MORE}"
        rf"(?P<what>[\u4e00-\u9fff]{{2,12}}?)){_COME_TO}"
    ),
)
"""What a year's total is said of: information made public; meetings held, papers issued."""

_HELD = frozenset({"组织", "举办", "开展", "召开"})
_OF_NAME = re.compile("^(?:人民政府|政府|办事处|镇|乡|街道|局|委员会|委)+")
"""What stands behind the body's stem in its name."""

_UNITS = frozenset("条件次期篇场份个")

_MOST_CLAUSES = 3
"""Behind more clauses a figure may be of what any of them speaks of."""

_GUARDED = re.compile("规范性文件|申请|复议|诉讼|许可|处罚|强制|收费|采购")
"""What cells hold: other checks compare it."""

_IN_PART = re.compile(
    r"通过|[利运]用|依托|借助|网站|网页|网[上络]|公众号|微信|微博|客户端|抖音|新媒体|平台|专[栏区]|栏目|公[开示告]栏|媒体"
    r"|其中|分别|以来|历年|截[至止]|上年|去年|半年|季度|月|村|社区|各(?![类种项])|所属|下属|部门|县级|领域|方面"
    r"|涉及|有关|相关|围绕|聚焦|新增|补充|更新|另|还|再|指导|参加|接受|同比|增|点击|浏览|阅读"
)
"""Words of figures that are a part of a year's, or go on over several."""


@dataclass(frozen=True)
class Total:
    """A year's total of something.

    Attributes:
        key: What it counts, however it is worded.
        name: What it counts, as printed.
        figure: The figure.
        place: Where it stands.
        sentence: Where its sentence begins.
    """

    key: tuple[str, str, str]
    name: str
    figure: Figure
    place: Span
    sentence: int


def told_twice(report: Report) -> tuple[tuple[Total, Total], ...]:
    """Totals that an earlier one of the same contradicts, each with that one."""
    return _told_twice(Words(report))


@lru_cache(maxsize=16)
def _told_twice(words: Words) -> tuple[tuple[Total, Total], ...]:
    first: dict[tuple[str, str, str], Total] = {}
    found = []
    for total in totals_of(words.report):
        earlier = first.setdefault(total.key, total)
        if earlier.figure.value != total.figure.value and earlier.sentence != total.sentence:
            found.append((earlier, total))
    return tuple(found)


def totals_of(report: Report) -> Iterator[Total]:
    """What the sentences say that the whole year of the whole body came to, in order."""
    stem = body_named(report.body).stem
    for sentence in prose_of(report).sentences:
        figure = next(iter(figures_of(sentence.text)), None)
        if figure is None or figure.rough or figure.unit not in _UNITS:
            continue
        match = _stated(sentence.text[: figure.start], report.year, stem)
        if match is not None:
            verb = "举办" if match["verb"] in _HELD else match["verb"]
            yield Total(
                key=(verb, match["what"], figure.unit),
                name=match["name"],
                figure=figure,
                place=sentence.span(figure.start, figure.end),
                sentence=sentence.origin[0],
            )


def _stated(ahead: str, year: int | None, stem: str) -> re.Match[str] | None:
    """What the words before a sentence's first figure say that it is the year's total of.

    Args:
        ahead: The words.
        year: The report's year.
        stem: What names the report's body.
    """
    ahead = _NUMBER.sub("", ahead)
    years = [match["year"] for match in _WHEN.finditer(ahead)]
    whole = bool(years) and {str(year), None}.issuperset(years)
    if not whole or _IN_PART.search(ahead.replace(stem, "") if stem else ahead):
        return None
    clauses = [part for part in _STOPS.split(ahead) if part]
    own = _WHEN.sub("", clauses[-1])
    if len(clauses) > _MOST_CLAUSES or _GUARDED.search(own):
        return None
    if stem and stem in own:
        own = _OF_NAME.sub("", own.partition(stem)[2])
    return next((found for each in _TOTALS if (found := each.fullmatch(own))), None)
