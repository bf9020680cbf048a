"""Finds a report's sections by their numbered titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from rapidfuzz import fuzz

from reviewer.document.model import Span
from reviewer.forms.catalog import forms
from reviewer.forms.folding import PINYIN, Folded, fold, simplified_in_place
from reviewer.forms.identity.unnumbered import FoundHeading, with_unnumbered
from reviewer.forms.labels import split_enumerator
from reviewer.forms.report import Section

_NUMBERS = "一二三四五六七八九十"
_RADICALS = str.maketrans("⼀⼆⼋⼗", "一二八十")
"""Numbers as fonts of some PDF files name them: radicals that look the same."""

_LINE = re.compile(
    rf"^[ \t\u3000\u00a0]*(?P<number>[{_NUMBERS}]{{1,2}}|\d{{1,2}})[ \u3000]*[、.．][ \t\u3000]*"
    r"(?P<title>\S[^\n]{1,38})$",
    re.MULTILINE,
)
_INLINE = re.compile(rf"(?P<number>[{_NUMBERS}])\s?[,，]?、\s*(?=\S)")
_PARTED = re.compile(
    rf"(?:^|(?<=[\s。；;.]))(?P<number>[{_NUMBERS}])[ \u3000\u00a0](?=\S)", re.MULTILINE
)
"""A number with a blank behind it only: before a title that is known in full."""

_PART = re.compile(
    rf"^[ \t\u3000\u00a0|#*]*第(?P<number>[{_NUMBERS}]{{1,2}})(?:部分|章|节)"
    r"[ \u3000\u00a0、，.．:：]*"
    r"(?P<title>[^\s|][^\n|]{1,38}?)[ \t|]*$",
    re.MULTILINE,
)
_BEHIND = (
    r"[ \u3000]*[、.．][ \t\u3000]*"
    r"(?P<title>[^\s，,。；;:：|]{2,24})(?:[。:：](?=\S)|[ \u3000]+(?=[（(]一[)）]))"
)
_RUN_IN = re.compile(rf"^[ \t\u3000\u00a0]*(?P<number>[{_NUMBERS}]{{1,2}}){_BEHIND}", re.MULTILINE)
"""A title with its text behind it in the same paragraph."""

_COUNTED = re.compile(rf"^[ \t\u3000\u00a0]*(?P<number>\d{{1,2}}){_BEHIND}", re.MULTILINE)

_LEAST_COUNTED = 4
"""Fewer points counted 1. 2. 3. may be a list within a section."""

_ENDED = re.compile(
    rf"(?:^|(?<=[\s。；;.]))(?P<number>[{_NUMBERS}]{{1,2}})\s?、[ \u3000]*"
    r"(?P<title>[^\s，,。；;:：|（(]{2,36}(?:情况|措施|事项|问题|概况|打算|概述))(?=[ \u3000])"
)
"""A title that a blank parts from the text behind it, wherever it stands."""

_ABOUT = re.compile(
    "总体|概述|概况|基本情况|主动公开|依申请|公开申请|收费|减免|复议|诉讼|(?:问题|不足).*(?:改进|措施|打算)"
    "|信息公开工作|工作(?:进展|开展|推进)情况|主要(?:工作|做法)|工作举措|其[他它].*事项"
)
"""What sections of annual reports are about, in whatever words."""
_ROWS = ("本年新收", "上年结转", "本年度办理结果", "结转下年度")
_SENTENCE = re.compile(r"[。；;]|[，,].*[，,]")

_ALIKE = 70.0
"""Per cent by which a title is taken for one that some form prescribes."""

_LONGEST_TITLE = 40

_LONG_TITLE = 10
"""Letters in which one slip leaves a title known for certain."""

_LONG_ENOUGH = 4
"""Letters of a title that a blank alone parts from its number."""

_ONE_SLIP = 92.0
"""Per cent by which a title of _LONG_TITLE letters is one but for a slip."""

_MOST_HEADINGS = 400
"""More numbered lines are no report's; each is compared with all before it."""

_LEAST_BEGUN = 2


def find_sections(text: str, tables: Iterable[tuple[int, int]] = ()) -> tuple[Section, ...]:
    """The sections in the order of the text.

    Args:
        text: Canonical text.
        tables: Stretches that are tables; numbers in them are no headings.
    """
    inside = list(tables)
    headings = [
        heading
        for heading in _candidates(text)
        if not any(start <= heading.start < end for start, end in inside)
    ]
    chosen = with_unnumbered(text, _increasing(_upper(headings)), inside)
    ends = [*(heading.start for heading in chosen[1:]), len(text)][: len(chosen)]
    return tuple(
        Section(
            number=heading.number,
            title=heading.title,
            span=Span(start=heading.start, end=end),
            heading=Span(start=heading.start, end=heading.end),
        )
        for heading, end in zip(chosen, ends, strict=True)
    )


def is_known(title: str) -> bool:
    """Whether a title is one that some form prescribes, or nearly is."""
    return _known(fold(title)) is not None


def _upper(headings: list[FoundHeading]) -> list[FoundHeading]:
    """Headings without those of points: 1. 2. that begin to be counted under 一、, or 一、二、.

    A line that goes on with no count from 1. stays if its title is a section's in full: its
    number is a slip.
    """
    headings = _without_points_of_first(headings)
    first = next((one.start for one in headings if one.known and not one.arabic), None)
    if first is None:
        return headings
    points = set(_points_under(headings, first))
    if not points:
        return headings
    return [
        one
        for one in headings
        if not one.arabic
        or one.start < first
        or (one.start not in points and _is_long(fold(one.title)))
    ]


def _points_under(headings: Sequence[FoundHeading], first: int) -> Iterator[int]:
    """Where lines stand that count 1. 2. 3. from a section's heading on."""
    expected = 1
    for one in headings:
        if not one.arabic or one.start < first:
            expected = 1
        elif one.number in (1, expected):
            yield one.start
            expected = one.number + 1


def _without_points_of_first(headings: list[FoundHeading]) -> list[FoundHeading]:
    """Headings without 一、二、三、 counted under the first, behind which the second comes."""
    begun = next((at for at, one in enumerate(headings) if one.known and one.number == 1), None)
    if begun is None:
        return headings
    end = begun + 1
    while end < len(headings) and headings[end].number == end - begun:
        end += 1
    points, behind = headings[begun + 1 : end], headings[end:]
    goes_on = behind and behind[0].known and behind[0].number == 1 + headings[begun].number
    if not points or points[0].known or not goes_on:
        return headings
    return [*headings[: begun + 1], *behind]


def _is_long(folded: str) -> bool:
    return len(folded) >= _LONG_TITLE and any(
        fuzz.ratio(title, folded) >= _ONE_SLIP for title in section_titles()
    )


@lru_cache(maxsize=2)
def _candidates(text: str) -> tuple[FoundHeading, ...]:
    """What may be a heading; asked for before tables are read, and when they are."""
    found: dict[int, FoundHeading] = {}
    plain = simplified_in_place(text).translate(_RADICALS)
    found |= {heading.start: heading for heading in _numbered_lines(text, plain)}
    for heading in _known_titles(text, plain):
        found.setdefault(heading.start, heading)
    for heading in _unlike(text, plain):
        found.setdefault(heading.start, heading)
    if all(one.arabic for one in found.values()):
        found.update((one.start, one) for one in _points(text, plain))
    return tuple(found[start] for start in sorted(found))


def _numbered_lines(text: str, plain: str) -> Iterator[FoundHeading]:
    """Lines that are a number and a title, whatever it says, but no row of a table."""
    for match in _LINE.finditer(plain):
        title = text[slice(*match.span("title"))].rstrip()
        folded = fold(title)
        if folded.startswith(_ROWS) or folded in _row_labels() or _SENTENCE.search(title):
            continue
        number = match["number"]
        if number.isdigit() and _begins_a_row(folded):
            continue
        start, end = match.start("number"), match.start("title") + len(title)
        known = _known(folded) is not None
        yield FoundHeading(_value(number), title, start, end, known, number.isdigit())


def _known_titles(text: str, plain: str) -> Iterator[FoundHeading]:
    """Titles that some form has, behind a number anywhere in the text."""
    for match in (*_INLINE.finditer(plain), *_PARTED.finditer(plain)):
        title = _title_at(text, match.end())
        if title and (match.re is _INLINE or len(title) >= _LONG_ENOUGH):
            end = match.end() + len(title)
            yield FoundHeading(_value(match["number"]), title, match.start(), end, known=True)


def _unlike(text: str, plain: str) -> Iterator[FoundHeading]:
    """Titles that no form has, and that do not have a line of their own."""
    for pattern in (_PART, _RUN_IN, _ENDED):
        for match in pattern.finditer(plain):
            title = text[slice(*match.span("title"))]
            if not fold(title).startswith(_ROWS):
                start = match.start("number") - (pattern is _PART)
                yield _of_match(match, title, start)


def _points(text: str, plain: str) -> list[FoundHeading]:
    """Titles counted 1. 2. 3. with their text behind them, if all are what sections are."""
    told = [
        _of_match(match, text[slice(*match.span("title"))], match.start("number"))
        for match in _COUNTED.finditer(plain)
    ]
    about = all(one.known or _ABOUT.search(fold(one.title)) for one in told)
    counted = [one.number for one in told] == [*range(1, len(told) + 1)]
    return told if about and counted and len(told) >= _LEAST_COUNTED else []


def _of_match(match: re.Match[str], title: str, start: int) -> FoundHeading:
    known = _known(fold(title)) is not None
    number = match["number"]
    return FoundHeading(_value(number), title, start, match.end("title"), known, number.isdigit())


def _title_at(text: str, place: int) -> str:
    """The known title that a text begins with, as printed; empty if it begins with none."""
    ahead = Folded(text[place : place + _LONGEST_TITLE])
    wording = next((title for title in section_titles() if ahead.text.startswith(title)), "")
    length = len(wording) or _nearly(ahead.text)
    return text[place : place + ahead.end(length)] if length else ""


def _nearly(ahead: str) -> int:
    """How many folded characters are a known title with a slip in it; 0 if none are."""
    tried = (
        (fuzz.ratio(ahead[: len(title) + more], title), len(title) + more)
        for title in section_titles()
        if len(title) >= _LONG_TITLE
        for more in (-1, 0, 1)
        if ahead[len(title) + more - 1 : len(title) + more] == title[-1]
    )
    likeness, length = max(tried, default=(0.0, 0))
    return length if likeness >= _ONE_SLIP else 0


def _increasing(headings: list[FoundHeading]) -> list[FoundHeading]:
    """The longest row of headings with rising numbers, known titles counting twice.

    Of rows that are as good the later one is taken: a table of contents stands before.
    """
    headings = headings[:_MOST_HEADINGS]
    best: list[float] = []
    previous: list[int] = []
    for here, heading in enumerate(headings):
        best.append(heading.weight)
        previous.append(-1)
        for there in range(here):
            if headings[there].number >= heading.number:
                continue
            step = heading.number - headings[there].number
            score = best[there] + heading.weight - 0.4 * (step - 1)
            if score >= best[here]:
                best[here], previous[here] = score, there
    chosen = []
    here = max(reversed(range(len(headings))), key=best.__getitem__, default=-1)
    while here >= 0:
        chosen.append(headings[here])
        here = previous[here]
    chosen.reverse()
    begins = bool(chosen) and chosen[0].number == 1
    known = any(one.known or (begins and _is_about(one)) for one in chosen)
    return chosen if known else []


def _is_about(heading: FoundHeading) -> bool:
    """Whether a numbered line is about what reports tell, though in words of its own."""
    return not heading.arabic and bool(_ABOUT.search(fold(PINYIN.sub("", heading.title))))


@cache
def section_titles() -> tuple[str, ...]:
    """Every folded title that some form prescribes or allows, longest first."""
    wordings = {
        fold(text)
        for form in forms().values()
        for section in form.sections
        for text in (section.title, *section.aliases)
    }
    return tuple(sorted(wordings, key=len, reverse=True))


@cache
def _row_labels() -> frozenset[str]:
    """Folded labels of the tables' rows, which are numbered as headings are."""
    return frozenset(
        fold(split_enumerator(row.label)[1])
        for form in forms().values()
        for table in form.tables
        for row in table.rows
    )


@lru_cache(maxsize=1024)
def _begins_a_row(folded: str) -> bool:
    """Whether letters are the beginning of a row's label, as where a text breaks off in one."""
    begun = len(folded) >= _LEAST_BEGUN
    return begun and any(label.startswith(folded) for label in _row_labels())


@lru_cache(maxsize=1024)
def _known(folded: str) -> str | None:
    """The prescribed title that a folded one is, or nearly is."""
    best = max(section_titles(), key=lambda title: fuzz.ratio(title, folded))
    return best if fuzz.ratio(best, folded) >= _ALIKE else None


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    if number.startswith("十"):
        return 10 + (_NUMBERS.index(number[1]) + 1 if len(number) > 1 else 0)
    return _NUMBERS.index(number[0]) + 1
