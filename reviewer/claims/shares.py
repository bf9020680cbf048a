"""Shares that a sentence prints beside a part and its whole: 200条，其中动态50条，占25%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from reviewer.claims.figures import COUNTERS, Figure, figures_of
from reviewer.claims.flow import Sentence, sentences
from reviewer.claims.reading import Words, table_spans
from reviewer.document.model import Span
from reviewer.forms.report import Report

_COUNTED = frozenset(COUNTERS)
_OPENING = re.compile(
    r"[,;(]?(?:其中|包括)[,:]?(?:通过|属于|涉及|有|以)?(?P<name>[^,;:。()\d、]{2,16})$"
)
_NAMED = re.compile(r"[,;(](?P<name>[^,;:。()\d、]{2,16})$")
_SHARE = re.compile(r"[,(、](?:约)?占(?:比|有)?(?:例|重)?(?:约|达到?|为|是|近)*$")
_SHARE_OF_ALL = re.compile(r"[,(](?:约)?占总(?:条|件)?[数量]的?(?:比例|比重)?(?:为|是|约)*$")
_ANOTHER = re.compile(r"累计|全年|今年|20\d\d|较|比|同比|上年|去年|新增|另|并|同时|还")
_ONE_OF_MANY = re.compile(
    r"(?:^|[,、;:(])(?:其中[,:]?)?(?P<name>[^,;:。()\d、]{1,14}?)(?:信息|公开)?占(?:比)?(?:约|为|是)*$"
)
_KINDS = re.compile(r"[类型]$")
_LOOKED_BACK = 400
"""Within this many letters before a share, another whole may be named that it is a share of."""

_MOST = 101
"""Shares that are rounded may come to a little more than a hundred."""


@dataclass(frozen=True)
class PartShare:
    """A part of a whole, and the share that is printed of it.

    Attributes:
        name: What the part is called.
        whole: What it is a part of.
        part: The part.
        unit: The part's unit.
        share: In per cent.
        others: Figures near by that may be meant as the whole.
        part_place: Where the part stands.
        place: Where the share stands.
    """

    name: str
    whole: Decimal
    part: Decimal
    unit: str
    share: Decimal
    others: tuple[Decimal, ...]
    part_place: Span
    place: Span


@dataclass(frozen=True)
class Shares:
    """Shares of one whole by kinds (动态类占60%，政策类占50%), each kind besides the others."""

    values: tuple[Decimal, ...]
    place: Span

    @property
    def too_many(self) -> bool:
        """Whether they come to more than the whole."""
        return sum(self.values) > _MOST


def read_part_shares(report: Report) -> tuple[PartShare, ...]:
    """The shares of single parts that stand right behind their whole, in order."""
    return _part_shares(Words(report))


def read_shares(report: Report) -> tuple[Shares, ...]:
    """The runs of shares by kinds, in order."""
    return _runs(Words(report))


def _with_shares(words: Words) -> Iterator[tuple[Sentence, tuple[Decimal, ...]]]:
    """The sentences with shares, and the figures that stand shortly before each."""
    report = words.report
    near: list[tuple[int, Decimal]] = []
    for sentence in sentences(report.document.text, table_spans(report), whole=True):
        near = [one for one in near if sentence.start - one[0] < _LOOKED_BACK]
        if "%" in sentence.text and "占" in sentence.text:
            yield sentence, tuple(value for _, value in near)
        near += [(sentence.start, Decimal(one.value)) for one in figures_of(sentence.text)]


@lru_cache(maxsize=16)
def _part_shares(words: Words) -> tuple[PartShare, ...]:
    return tuple(one for each, near in _with_shares(words) for one in _of(each, near))


def _of(sentence: Sentence, near: Sequence[Decimal]) -> Iterator[PartShare]:
    figures = figures_of(sentence.text)
    for place, (whole, part, share) in enumerate(
        zip(figures, figures[1:], figures[2:], strict=False)
    ):
        name = _name(sentence.text, whole, part, share)
        if name and Decimal(part.value) < Decimal(whole.value):
            yield PartShare(
                name=name,
                whole=Decimal(whole.value),
                part=Decimal(part.value),
                unit=part.unit,
                share=Decimal(share.value),
                others=(*near, *(Decimal(one.value) for one in figures[:place])),
                part_place=sentence.span(part.start, part.end),
                place=sentence.span(share.start, share.end),
            )


def _name(text: str, whole: Figure, part: Figure, share: Figure) -> str:
    """What the part is called; empty if the three are no whole, part and share."""
    if whole.unit != part.unit or whole.unit not in _COUNTED or share.unit != "%":
        return ""
    if any(one.rough or "万" in one.printed for one in (whole, part, share)) or not part.value:
        return ""
    lead, told = text[whole.end : part.start], text[part.end : share.start]
    opening = _OPENING.fullmatch(lead) if _SHARE.fullmatch(told) else None
    if _SHARE_OF_ALL.fullmatch(told):
        opening = _OPENING.fullmatch(lead) or _NAMED.fullmatch(lead)
    if opening is None or _ANOTHER.search(opening["name"]):
        return ""
    return opening["name"]


@lru_cache(maxsize=16)
def _runs(words: Words) -> tuple[Shares, ...]:
    return tuple(one for each, _ in _with_shares(words) for one in _runs_of(each))


def _runs_of(sentence: Sentence) -> Iterator[Shares]:
    """Shares that stand beside each other, all of kinds: 动态类占60%，政策类占50%."""
    run: list[Figure] = []
    names: set[str] = set()
    end = 0
    for figure in (*figures_of(sentence.text), None):
        match = figure and _ONE_OF_MANY.search(sentence.text[end : figure.start])
        name = match["name"] if match else ""
        kind = bool(_KINDS.search(name)) and figure is not None and figure.unit == "%"
        if figure is not None and kind and not figure.rough and name not in names:
            run.append(figure)
            names.add(name)
        elif run:
            yield _run(sentence, run)
            run, names = [], set()
        end = figure.end if figure is not None else end


def _run(sentence: Sentence, run: Sequence[Figure]) -> Shares:
    values = tuple(Decimal(one.value) for one in run)
    return Shares(values, sentence.span(run[0].start, run[-1].end))
