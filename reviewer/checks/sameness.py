"""Sections that repeat another report's: the body's own of the year before, or another body's.

What counts is how much of a section stands in the other one word for word, figures, years and
the form's own words left out: a report that only changes those says nothing new.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import combinations
from typing import NamedTuple
from zlib import crc32

from reviewer.base import RuleId
from reviewer.checks.families.prose import place_label
from reviewer.checks.model import Finding, Severity, fingerprint
from reviewer.checks.years import same_body
from reviewer.claims.flow import flowing
from reviewer.claims.reading import table_spans
from reviewer.document.model import Span
from reviewer.forms.catalog import forms
from reviewer.forms.prescribed import prescribed
from reviewer.forms.report import Report, Section

ALIKE = 0.5
"""From this share on, a section found in another report is shown beside it."""

_REPEATED = 0.8
"""From this share on, the section is a warning."""

_SHINGLE = 8
"""Letters that are compared at a time."""

_LEAST_PASSAGE = 12
"""Letters of a stretch that is shown as repeated; shorter ones are phrases that all reports use."""

_LEAST_LETTERS = 100
"""Shorter sections say what there is to say in the same words every year: 无其他需要报告的事项."""

_TRIED = 6
"""Places in the other section at which a repetition is looked for."""

_SAMPLED = 8
"""One shingle in so many is looked at to find out which reports are worth comparing."""

_LEAST_COMMON = 3
"""Sampled shingles that two reports must share to be compared closely."""

_KEPT = 400
"""For how many reports the words are kept."""


@dataclass(frozen=True)
class Passage:
    """A stretch of one report that stands in the other word for word, but for figures."""

    here: Span
    there: Span


@dataclass(frozen=True)
class Likeness:
    """A section of a report and the section of another one that it repeats.

    Attributes:
        title: The section's title in the report.
        here: The section in the report.
        there: The section in the other one.
        share: How much of the section is repeated, 0 to 1.
        passages: The repeated stretches, in the order of the report.
    """

    title: str
    here: Span
    there: Span
    share: float
    passages: tuple[Passage, ...]


class _Repeated(NamedTuple):
    """A section of a report that repeats another one, the body's own or not."""

    other: Report
    own: bool
    likeness: Likeness


@dataclass(frozen=True)
class _Words:
    """A section's letters, each with its place; figures and the form's own words are left out."""

    title: str
    span: Span
    letters: str
    places: Sequence[int]

    @cached_property
    def where(self) -> Mapping[str, Sequence[int]]:
        """Where each shingle begins."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, shingle in enumerate(_shingles(self.letters)):
            found[shingle].append(place)
        return found


def likenesses(report: Report, other: Report) -> tuple[Likeness, ...]:
    """The sections of a report that repeat some section of another one, in their order."""
    theirs = _sections(other)
    found = []
    for words in _sections(report):
        if len(words.letters) < _LEAST_LETTERS:
            continue
        tried = [one for their in theirs if (one := _likeness(words, their)) is not None]
        best = max(tried, key=lambda one: one.share, default=None)
        if best is not None and best.share >= ALIKE:
            found.append(best)
    return tuple(found)


def are_compared(report: Report, other: Report) -> bool:
    """Whether a report is to be held against another one.

    Of a body's own reports only the later one repeats the earlier; without the names of both
    bodies nothing is said, as it may be the same report twice.
    """
    if not (report.body and other.body):
        return False
    if not same_body(report.body, other.body):
        return True
    return report.year is not None and other.year is not None and report.year > other.year


def compare_words(report: Report, other: Report) -> tuple[Finding, ...]:
    """Findings on the sections of a report that repeat another one's."""
    return _findings(report, _repeated(report, other))


def compare_all(reports: Sequence[Report]) -> tuple[tuple[Finding, ...], ...]:
    """For each of many reports the findings on sections that repeat any other one's."""
    found: list[list[_Repeated]] = [[] for _ in reports]
    for one, other in pairs_alike(reports):
        found[one] += _repeated(reports[one], reports[other])
        found[other] += _repeated(reports[other], reports[one])
    return tuple(map(_findings, reports, found))


def pairs_alike(reports: Sequence[Report]) -> Iterator[tuple[int, int]]:
    """Which of many reports may repeat each other: pairs of indexes, the smaller one first.

    Only these need to be compared closely.
    """
    holders: dict[str, set[int]] = defaultdict(set)
    for index, report in enumerate(reports):
        for words in _sections(report):
            for shingle in _shingles(words.letters):
                if crc32(shingle.encode()) % _SAMPLED == 0:
                    holders[shingle].add(index)
    common: Counter[tuple[int, int]] = Counter()
    for holding in holders.values():
        common.update(combinations(sorted(holding), 2))
    yield from sorted(pair for pair, count in common.items() if count >= _LEAST_COMMON)


def _sections(report: Report) -> tuple[_Words, ...]:
    document = report.document
    return _words(document.origin.sha256, document.text, report.sections, table_spans(report))


@lru_cache(maxsize=_KEPT)
def _words(
    sha256: str, text: str, sections: tuple[Section, ...], tables: tuple[Span, ...]
) -> tuple[_Words, ...]:
    """The letters of all sections; the hash comes first since it is soon compared."""
    flow, places = flowing(text, tables)
    found = []
    for section in sections:
        low = bisect_left(places, section.heading.end)
        high = bisect_left(places, section.span.end)
        kept = [index for index in range(low, high) if flow[index].isalpha()]
        kept = _own(flow, kept)
        found.append(
            _Words(
                title=section.title,
                span=section.span,
                letters="".join(flow[index] for index in kept),
                places=[places[index] for index in kept],
            )
        )
    return tuple(found)


def _own(flow: str, kept: Sequence[int]) -> list[int]:
    """The places of letters that are not the form's: its labels are alike in all reports."""
    letters = "".join(flow[index] for index in kept)
    ours = bytearray(b"\x01" * len(letters))
    for place, shingle in enumerate(_shingles(letters)):
        if shingle in _form_shingles():
            ours[place : place + _SHINGLE] = bytes(_SHINGLE)
    return [index for index, own in zip(kept, ours, strict=True) if own]


@cache
def _form_shingles() -> frozenset[str]:
    tables = [
        "".join(one.letters for one in prescribed(form.id, table.key))
        for form in forms().values()
        for table in form.tables
        if table.layout != "list"
    ]
    return frozenset(shingle for letters in tables for shingle in _shingles(letters))


def _shingles(letters: str) -> Iterator[str]:
    return (letters[place : place + _SHINGLE] for place in range(len(letters) - _SHINGLE + 1))


def _likeness(words: _Words, their: _Words) -> Likeness | None:
    """How a section repeats another one; None if it is clear at once that it does not."""
    common = sum(len(words.where[shingle]) for shingle in words.where.keys() & their.where.keys())
    if common < ALIKE / 2 * len(words.letters):
        return None
    passages, covered, place = [], 0, 0
    while place < len(words.letters):
        start, length = _longest(words.letters, place, their)
        if length >= _LEAST_PASSAGE:
            here, there = _stretch(words, place, length), _stretch(their, start, length)
            passages.append(Passage(here, there))
            covered += length
        place += length or 1
    share = covered / len(words.letters)
    return Likeness(words.title, words.span, their.span, share, tuple(passages))


def _longest(letters: str, place: int, their: _Words) -> tuple[int, int]:
    """Where the longest repetition of what stands at a place begins in the other, and how long."""
    best = (0, 0)
    for start in their.where.get(letters[place : place + _SHINGLE], ())[:_TRIED]:
        length = _SHINGLE
        while letters[place + length : place + length + 1] and (
            letters[place + length] == their.letters[start + length : start + length + 1]
        ):
            length += 1
        best = max(best, (start, length), key=lambda one: one[1])
    return best


def _stretch(words: _Words, start: int, length: int) -> Span:
    return Span(start=words.places[start], end=words.places[start + length - 1] + 1)


def _repeated(report: Report, other: Report) -> list[_Repeated]:
    if not are_compared(report, other):
        return []
    own = same_body(report.body, other.body)
    return [_Repeated(other, own, one) for one in likenesses(report, other)]


def _findings(report: Report, repeated: Iterable[_Repeated]) -> tuple[Finding, ...]:
    """One on each section for the body's own reports and one for all others': the most alike.

    Thirty towns that copy a text, or a report that lies there as Word and as PDF, are one fault.
    """
    sections: dict[tuple[Span, bool], list[_Repeated]] = defaultdict(list)
    for one in repeated:
        sections[one.likeness.here, one.own].append(one)
    return tuple(
        _finding(report, max(alike, key=lambda one: one.likeness.share), _reports_in(alike))
        for alike in sections.values()
    )


def _reports_in(repeated: Sequence[_Repeated]) -> int:
    """How many reports these are; one in several files counts once."""
    return len({(one.other.body, one.other.year) for one in repeated})


def _finding(report: Report, repeated: _Repeated, reports: int) -> Finding:
    other, own, one = repeated
    rule = RuleId("sameness.previous" if own else "sameness.other")
    percent = f"{one.share:.0%}"
    whose = f"本单位{other.year}年度报告" if own else f"“{other.body}”的报告"
    where = place_label(other.document, one.there.start)
    more = f"另有{reports - 1}份报告与它过半相同。" if reports > 1 else ""
    return Finding(
        id=fingerprint(rule, (), (one.title, percent, other.document.origin.sha256)),
        rule=rule,
        severity=Severity.WARNING if one.share >= _REPEATED else Severity.HINT,
        title="与上一年度报告雷同" if own else "与其他单位的报告雷同",
        place_label=place_label(report.document, one.passages[0].here.start),
        message=(
            f"“{one.title}”有{percent}的文字与{whose}（{where}起）相同，"
            f"只有数字和其余文字不同。{more}请按本年度本单位的实际情况编写。"
        ),
        spans=tuple(passage.here for passage in one.passages),
        found=percent,
        basis=f"年度报告应避免年年雷同（{report.form.basis}）",
    )
