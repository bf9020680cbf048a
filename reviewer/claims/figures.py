"""The figures of a sentence: numerals with their units, and the words that lead to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewer.base import Number
from reviewer.claims.numerals import NUMERAL, to_number

_UNIT = "亿元|万元|个百分点|元|%|倍|人次|件次|批次|[件宗起份条次个项例篇部期人批户场类家封]"
_FIGURE = re.compile(
    rf"(?<![\d./第每零〇一二三四五六七八九十百千])(?P<number>{NUMERAL})(?!类(?:内部|过程))"
    rf"(?P<more>[余多])?(?P<unit>{_UNIT})?(?![\d年月日]|工作日|自然日|小时)"
)
COUNTERS = "件宗起份条次个项例篇期场"
"""Units of things that are counted and compared, whatever they are."""

_DIGIT = re.compile(r"[\d零〇○一二三四五六七八九十百千两廿壹贰叁肆伍陆柒捌玖拾佰仟]")
_ANY = re.compile(
    rf"[\d零]|[拾佰仟壹贰叁肆伍陆柒捌玖](?:万?元|[件份])|[〇○一二三四五六七八九十百千两廿万][余多]?(?:{_UNIT})"
)
"""Every sentence with a figure contains this."""

_ROUGH_BEFORE = re.compile(r"(?:近|约|超|超过|突破|逾|不足|将近|大约|至少|不少于|以上)$")
_ROUGH_BEHIND = re.compile(r"余|左右|以上")
_ABOUT = re.compile("一[二两]|[二两]三|三[四五]|四五|五六|六七|七八|八九")
"""Numerals that name no exact figure."""

_ENDS = re.compile(r"[“”\"]?(?:$|[,、;:()。])")
_STATES = re.compile(
    r"(?:为|是|[:]|共|共计|数量?|总计|公开|处理|提供|维持|纠正|撤销|终止|驳回|复议|诉讼|申请)[“\"]?$"
)
_PARTS = re.compile(r"(?:网[络上站]|信函|邮寄|当面|现场|邮件|传真|自然人|企业|机构|组织|法人)$")
"""Parts of a total whose unit is left out: 其中网络20、信函5、当面3."""

_SAYS = re.compile(r"(?:为|是|:)[“\"]?$")
_CLAUSE = re.compile(r"[,:;()]")
_STOP = re.compile(r"[,、:;()]")
ASIDE = re.compile(r"\([^()\d]*\)|(?<!\d)12\d{3}(?!\d)")
"""Brackets without a figure, and the numbers of hotlines: remarks on a name."""

_YEAR = re.compile(r"20\d\d年度?|今年|本年度?")
_FROM = re.compile(r"(?<!自)[从由](?:(?:20\d\d年度?|上一?年度?|去年)(?:同期)?的?)?$")
_OF_ALL = re.compile(r"(?:均|都|全部)(?:为|是|系|属)")
"""Words that speak of everything the figure before counts."""

_REASON = re.compile(
    r"(?:不予公开|不予处理|无法提供|其[他它]处理)"
    r"\((?P<reason>[^()、,;\d]*(?:秘密|内部事务|过程性|案卷|第三方|三安全|反复申请|重复申请|出版物|不掌握"
    r"|现成信息|另行制作|逾期)[^()、,;\d]*)\)"
)
"""A result with the one reason for it, which names the figure more closely."""

_QUOTES = re.compile(r"[“”\"‘’]")
_FILLER = re.compile(
    r"(?:其中|本年度?|全年|今年|当年|20\d\d年度?|累计|一?共|合计|件数|总|计|量|数|分别|另|还有|尚有"
    r"|此外|达到?|仅|有|为|是|均|各|的|了|已|等|对)*"
)


@dataclass(frozen=True)
class Figure:
    """A figure in a sentence.

    Attributes:
        value: What it comes to.
        printed: The numeral.
        unit: Its unit, or empty.
        start: Where the numeral begins.
        end: Behind the unit.
        rough: Whether it is said to be about so much (30余件, 近百件).
        lead: What stands before it, from the figure before it on, without asides.
        year: The year of a list of years that it is of, if it stands in one.
    """

    value: Number
    printed: str
    unit: str
    start: int
    end: int
    rough: bool
    lead: str
    year: int | None = None

    @property
    def name(self) -> str:
        """The words of its own clause; those of the clause before if these name nothing."""
        clauses = _CLAUSE.split(self.lead.rstrip(":,("))
        for count in range(1, min(len(clauses), 3) + 1):
            name = "".join(clauses[-count:])
            if not _FILLER.fullmatch(name):
                return self._without_year(clauses, count)
        return ""

    @staticmethod
    def _without_year(clauses: list[str], count: int) -> str:
        """The words of the last clauses, without a year that stands apart from what is counted."""
        *ahead, own = clauses[-count:]
        return "".join(ahead) + (_YEAR.sub("", own) if ahead else own)

    @property
    def own(self) -> str:
        """The words of its own clause alone."""
        own = _CLAUSE.split(self.lead)[-1]
        return "" if _FILLER.fullmatch(own) else own


@lru_cache(maxsize=256)
def figures_of(text: str) -> tuple[Figure, ...]:
    """The figures of a sentence, in order; ordinals, dates and numbers of papers are none."""
    return tuple(_figures(text))


def _figures(text: str) -> Iterator[Figure]:
    if not _ANY.search(text):
        return
    before = 0
    found = list(_numerals(text))
    counting = any(match["unit"] for match in found)
    for match in found:
        if not (match["unit"] or _stands_alone(text, match, counting=counting)):
            continue
        value = to_number(match["number"])
        if value is None:
            continue
        yield Figure(
            value=value,
            printed=match["number"],
            unit=match["unit"] or "",
            start=match.start(),
            end=match.end(),
            rough=bool(
                match["more"]
                or _is_about(text, match)
                or _ROUGH_BEFORE.search(text[max(0, match.start() - 3) : match.start()])
                or _ROUGH_BEHIND.match(text, match.end())
            ),
            lead=_lead(text, before, match.start()),
        )
        before = match.end()


def _is_about(text: str, match: re.Match[str]) -> bool:
    """Whether a numeral names no exact figure: 数十件, 三五件."""
    some = (
        match["number"] in {"十", "百", "千"} and text[match.start() - 1 : match.start()] in "数几"
    )
    return (some and match.start() > 0) or bool(_ABOUT.fullmatch(match["number"]))


def _numerals(text: str) -> Iterator[re.Match[str]]:
    """Every match of a figure; looked for where a digit is, since that is quick to find."""
    place = 0
    while digit := _DIGIT.search(text, place):
        match = _FIGURE.match(text, digit.start())
        if match:
            yield match
        place = match.end() if match else digit.end()


def _lead(text: str, before: int, start: int) -> str:
    """What leads to a figure; words just behind the unit of the figure before are that one's."""
    lead = text[before:start]
    if "(" in lead:
        lead = ASIDE.sub("", _REASON.sub(r"\g<reason>", lead))
    lead = _FROM.sub("", _QUOTES.sub("", lead))
    if before and not _STOP.match(lead) and lead.endswith("、"):
        return ""
    if before and not _STOP.match(lead):
        own, *further = _CLAUSE.split(lead, maxsplit=1)
        lead = further[0] if further else own
    lead = lead.lstrip(",、;:)")
    return lead.partition(",")[2] if _OF_ALL.match(lead) else lead


def _stands_alone(text: str, match: re.Match[str], *, counting: bool) -> bool:
    """Whether a numeral without a unit is a figure: words lead to it and nothing follows.

    Args:
        text: The sentence.
        match: The numeral.
        counting: Whether the sentence has figures with units. A line of a table has none.
    """
    if not (match["number"][0].isdigit() or match["number"] == "零"):
        return False
    before = text[max(0, match.start() - 3) : match.start()]
    if not _ENDS.match(text, match.end()):
        return False
    if not counting:
        return bool(_SAYS.search(before))
    return bool(_STATES.search(before) or _PARTS.search(before))
