"""Changes from the year before of anything counted, with both figures that they are worked out of.

公开信息247条，较上年增加47条，增长23.5%; 较2022年的200条增长23.5%; 同比增长23.5%（上年为200条）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from reviewer.claims.figures import COUNTERS, Figure, figures_of
from reviewer.claims.flow import Sentence, sentences
from reviewer.claims.model import ClaimKind
from reviewer.claims.reading import Words, table_spans
from reviewer.claims.relations import Relation, relation
from reviewer.claims.wordings.wording import MOVES
from reviewer.document.model import Span
from reviewer.forms.report import Report

_COUNTED = frozenset(COUNTERS)
_YEAR = r"(?:上一?年度?|去年|20\d\d年度?)(?:同期|全年)?"
_BASE_BEFORE = re.compile(rf"[,(]?(?:较|比|与|同){_YEAR}(?:的|的?\()?")
_LAST_YEARS = re.compile(rf"(?:较|比|与|同|从|由){_YEAR}的?[^,;:()]{{0,8}}$")
_BASE_BEHIND = re.compile(rf"[,(]{_YEAR}(?:为|是|的|共|公开|:)*")
_BASE_ASIDE = re.compile(
    rf"\({_YEAR}(?:为|是|共|公开|:)*"
    r"|,(?:上一?年度?|去年)(?:同期|全年)?(?:为|是|:)*"
)
"""Last year's figure beside this one's: 200条（上年160条，增长25%）."""

_FROM = re.compile(rf"[从由](?:{_YEAR}的?)?$")
_TO = re.compile(rf"{MOVES}(?:至|到|为)(?:(?:20\d\d年|今年|本年)度?的?)?")
"""Around last year's figure, which this year's stands behind."""

_BY = re.compile(r"[,(、](?:数量)?(?:(?P<more>增加|增长|增多|多)|减少|下降|少)了?")
"""Behind a change in per cent, the same in numbers: 增长20%，增加40条."""

_BASE_OF_YEAR = re.compile(r",(?P<year>20\d\d)年度?(?:同期|全年)?[^,;:()\d]{0,8}")
_NAMED_YEAR = re.compile(r"(?P<year>20\d\d)年")
"""Two years' figures in either order: 2023年编发87期，2022年为72期."""

_BEHIND_BY = re.compile(rf"\({_YEAR}(?:为|是|共|:)*")
"""Last year's figure behind the change in numbers: 较上年减少34条（2022年400条）."""

_TIMES = re.compile(
    rf"[,(]?(?:约?[是为达](?:到)?)?(?P<than>较|比)?{_YEAR}的?\(?(?P<base>\d+)[{COUNTERS}]\)?"
    r"的?(?P<more>增长|增加|多)?了?(?P<times>\d+(?:\.\d+)?)倍"
)
"""A multiple of last year's figure: 1200条，是上年600条的2倍."""

_OF_A_YEAR = re.compile(r"^20\d\d年度?")
_LONGEST_NAME = 12
_THREE = 3


@dataclass(frozen=True)
class Growth:
    """A change and the figures that it is worked out of.

    Attributes:
        name: What is counted, as printed before its figure.
        count: This year's figure.
        unit: Its unit.
        base: The figure of the year before.
        stated: The change; below 0 for less.
        measure: ``%``, 倍 (how many times more), or the unit of what is counted.
        count_place: Where this year's figure stands.
        place: Where the change stands.
    """

    name: str
    count: Decimal
    unit: str
    base: Decimal
    stated: Decimal
    measure: str
    count_place: Span
    place: Span


def read_growths(report: Report) -> tuple[Growth, ...]:
    """All such changes in a report's sentences, in the order of the text."""
    return _growths(Words(report))


@lru_cache(maxsize=16)
def _growths(words: Words) -> tuple[Growth, ...]:
    report = words.report
    found = sentences(report.document.text, table_spans(report), whole=True)
    return tuple(each for sentence in found for each in _of(sentence))


def _of(sentence: Sentence) -> Iterator[Growth]:
    """The changes that a sentence gives with what they are worked out of."""
    figures = figures_of(sentence.text)
    yield from _times(sentence, figures) if "倍" in sentence.text else ()
    for place in range(len(figures) - _THREE + 1):
        three = figures[place : place + _THREE]
        count, *others = three
        if any(each.rough or "万" in each.printed for each in three) or count.unit not in _COUNTED:
            continue
        since = figures[place - 1].end if place else 0
        passed = _passed(sentence.text, three)
        if passed is not None:
            base = Decimal(count.value)
            yield _growth(sentence, count.name, others[0], base, others[1], passed)
            continue
        if _relates(sentence.text, count, since):
            continue
        found = _stated(sentence.text, count, others)
        if found is None or found[0] <= 0:
            continue
        base, _, change = found
        if not _is_of_one_before(figures[:place], Decimal(count.value) - base, base, change):
            yield _growth(sentence, count.name, count, *found)


def _times(sentence: Sentence, figures: Sequence[Figure]) -> Iterator[Growth]:
    """Figures that are so many times last year's; 增长1倍 is twice as many."""
    for count in figures:
        match = _TIMES.match(sentence.text, count.end)
        if match is None or count.rough or count.unit not in _COUNTED or not int(match["base"]):
            continue
        yield Growth(
            name=_named(count.name),
            count=Decimal(count.value),
            unit=count.unit,
            base=Decimal(match["base"]),
            stated=Decimal(match["times"]) - (0 if match["more"] else 1),
            measure="倍",
            count_place=sentence.span(count.start, count.end),
            place=sentence.span(match.start("times"), match.end()),
        )


def _named(name: str) -> str:
    """What is counted, without the year that it is counted in."""
    return _OF_A_YEAR.sub("", name)[-_LONGEST_NAME:]


def _passed(text: str, three: Sequence[Figure]) -> Decimal | None:
    """The change stated behind last year's figure and this one's: 由200条增至240条，增长20%."""
    base, count, figure = three
    if base.unit != count.unit or not base.value:
        return None
    passed = _TO.fullmatch(text, base.end, count.start) and _FROM.search(text, 0, base.start)
    if not passed and _years_on(text, base, text[base.end : count.start]) != 1:
        return None
    change = _change(text, figure, count.end) if figure.unit == "%" else None
    return change if change and (change > 0) == (count.value > base.value) else None


def _relates(text: str, figure: Figure, since: int) -> bool:
    """Whether a figure is the change of another one, or last year's that another is compared with.

    Args:
        text: The sentence.
        figure: The figure.
        since: Where the figure before it ends.
    """
    last = _LAST_YEARS.search(text[since : figure.start])
    return bool(last) or relation(text, figure, since) is not None


def _stated(
    text: str, count: Figure, others: Sequence[Figure]
) -> tuple[Decimal, Figure, Decimal] | None:
    """The base, the figure in per cent and the change that it states."""
    first, second = others
    if first.unit == count.unit and second.unit in {"%", count.unit}:
        change = _change(text, second, first.end + text.startswith(")", first.end))
        between = text[count.end : first.start]
        gap = _change(text, first, count.end)
        aside = _BASE_ASIDE.fullmatch(between) or _years_on(text, count, between) == -1
        if change and (aside or _BASE_BEFORE.fullmatch(between)):
            return Decimal(first.value), second, change
        if change and second.unit == "%" and gap and (gap > 0) == (change > 0):
            return Decimal(count.value) - gap, second, change
        if gap and _BEHIND_BY.fullmatch(text[first.end : second.start]):
            return Decimal(second.value), first, gap
    if first.unit == "%" and second.unit == count.unit:
        change = _change(text, first, count.end)
        if change and _BASE_BEHIND.fullmatch(text[first.end : second.start]):
            return Decimal(second.value), first, change
        by = _BY.fullmatch(text, first.end, second.start)
        if change and by and bool(by["more"]) == (change > 0):
            gap = Decimal(second.value) if by["more"] else -Decimal(second.value)
            return Decimal(count.value) - gap, first, change
    return None


def _years_on(text: str, figure: Figure, between: str) -> int:
    """How many years after that of a figure the next one is, if both are named; 0 if not."""
    match = _BASE_OF_YEAR.fullmatch(between)
    named = [int(one["year"]) for one in _NAMED_YEAR.finditer(text, 0, figure.start)]
    return int(match["year"]) - named[-1] if match and named else 0


def _change(text: str, figure: Figure, since: int) -> Decimal | None:
    """The change that a figure states of what was counted before it."""
    related: Relation | None = relation(text, figure, since)
    if related is None or related.kind is not ClaimKind.CHANGE or related.names:
        return None
    return Decimal(related.value)


def _is_of_one_before(
    before: Sequence[Figure], gap: Decimal, base: Decimal, change: Decimal
) -> bool:
    """Whether a change is that of an earlier figure, so that the one beside it is a part."""
    wholes = [Decimal(each.value) for each in before if each.unit != "%"]
    bases = [(gap, whole - gap) for whole in wholes] + [(whole - base, base) for whole in wholes]
    return any(last > 0 and abs(more * 100 / last - change) < 1 for more, last in bases)


def _growth(
    sentence: Sentence,
    name: str,
    count: Figure,
    base: Decimal,
    figure: Figure,
    change: Decimal,
) -> Growth:
    return Growth(
        name=_named(name),
        count=Decimal(count.value),
        unit=count.unit,
        base=base,
        stated=change,
        measure=figure.unit,
        count_place=sentence.span(count.start, count.end),
        place=sentence.span(figure.start, figure.end),
    )
