"""The labels that a report prints in other words than its form.

The letters of a table, its figures left out, are laid beside the letters that the form prints
there. Blanks, line ends, brackets and full width make no difference; in a text of traditional
characters those make none either.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq, Levenshtein, Opcode

from reviewer.forms.folding import not_simplified
from reviewer.forms.locating.anchors import Page
from reviewer.forms.model import Form
from reviewer.forms.prescribed import Prescribed, prescribed
from reviewer.forms.report import PrintedLabel, Section
from reviewer.forms.tables.tables import TableReading

_HEAD = 400
"""Characters above a table's first label in which its head stands."""

_NEAR = 2
"""By how many letters a label's place may be off."""

_TRADITIONAL = 4
"""Tables with this many different traditional characters are not in simplified ones."""

_ALIKE = 0.5
"""A label is known by this share of its letters."""

_LEAST_END = 5
"""This many letters at a label's end stand for all of it: 规范性文件 for 行政规范性文件."""

_REMARK = re.compile(r"[”\"’）)]?[ \u3000\xa0]*\n?[ \u3000\xa0]*[（(][^（()）\n|\t]{1,60}[）)]")
_NARROW = "disputes"
"""The table whose narrow heads are wrapped: their letters stand in lines apart."""

_UNITS = frozenset({"元", "万元"})
_NO_DIGITS = re.compile(r"[^0-9]+")
_NOT_SIMPLIFIED = re.compile(f"[{''.join(sorted(not_simplified()))}]")


@dataclass(frozen=True, slots=True)
class _Letters:
    """A table's letters: folded text without digits, each with its place in the report."""

    text: str
    places: Sequence[int]


def printed_labels(
    page: Page,
    form: Form,
    tables: Mapping[str, TableReading],
    headings: Sequence[Section],
) -> tuple[PrintedLabel, ...]:
    """The labels of a form's tables that are not printed as the form has them, in order."""
    stretches = dict(_stretches(form, tables, headings))
    if not stretches:
        return ()
    odd = _odd_letters(page.text, min(stretches.values())[0], max(stretches.values())[1])
    found: list[PrintedLabel] = []
    for key, (start, end) in stretches.items():
        found += _differing(page, form.id, key, _letters(page, start, end), odd)
    return tuple(found)


def _stretches(
    form: Form, tables: Mapping[str, TableReading], headings: Sequence[Section]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Where each table that was found, its labels whole and in order, stands with its head."""
    behind = 0
    for table in form.tables:
        read = tables.get(table.key)
        if read is None or read.span is None or table.layout == "list":
            continue
        if read.doubt or read.torn:
            continue
        span = read.span
        ends = [one.heading.end for one in headings if one.heading.end <= span[0]]
        yield table.key, (max(behind, span[0] - _HEAD, *ends[-1:]), span[1])
        behind = span[0]


def _letters(page: Page, start: int, end: int) -> _Letters:
    folded, origin = page.folded.text, page.folded.origin
    low, high = bisect_left(origin, start), bisect_left(origin, end)
    texts: list[str] = []
    places: list[int] = []
    for run in _NO_DIGITS.finditer(folded, low, high):
        texts.append(run[0])
        places += origin[run.start() : run.end()]
    return _Letters("".join(texts), places)


def _differing(
    page: Page, form_id: str, key: str, letters: _Letters, odd: Mapping[int, str]
) -> Iterator[PrintedLabel]:
    """The labels of a table that differ, or are not there although others follow.

    Letters laid beside a label that are another's, which was laid beside none, are that other.
    """
    places = list(_aligned(prescribed(form_id, key), letters.text))
    last = max((index for index, (_, stretch) in enumerate(places) if stretch), default=-1)
    taken = {place for _, stretch in places if stretch for place in range(*stretch)}
    others = {expected.letters for expected, stretch in places if stretch is None}
    wrapped = key == _NARROW and not _lacking(form_id, key, letters.text)
    for expected, stretch in places[: last + 1]:
        if expected.kind == "number":
            continue
        if stretch is None:
            if expected.letters not in letters.text and not wrapped:
                yield _rest(key, expected, letters, taken)
            continue
        start, end = stretch
        end += _remark(page.text, letters, form_id, key, end)
        printed = letters.text[start:end]
        if printed != expected.letters or odd:
            own = letters.places[start:end]
            printed = "".join(map(odd.get, own, printed)) if odd else printed
            if printed != expected.letters and printed not in others:
                yield _label(key, expected, printed, own)


def _lacking(form_id: str, key: str, text: str) -> int:
    """How many of the letters that a form prints in a table are not in a text."""
    wanted = Counter("".join(one.letters for one in prescribed(form_id, key)))
    return (wanted - Counter(text)).total()


def _rest(
    key: str, expected: Prescribed, letters: _Letters, taken: Collection[int]
) -> PrintedLabel:
    """What stands there of a label that was not found: its beginning, or nothing."""
    part = expected.letters[: max(_NEAR, len(expected.letters) // 2)]
    place = letters.text.find(part)
    while place in taken:
        place = letters.text.find(part, place + 1)
    if place < 0:
        return _label(key, expected, "", ())
    return _label(key, expected, part, letters.places[place : place + len(part)])


def _remark(text: str, letters: _Letters, form_id: str, key: str, end: int) -> int:
    """How many letters stand behind a label in brackets of their own: （元）, （本单位制发的）."""
    remark = _REMARK.match(text, letters.places[end - 1] + 1)
    if remark is None:
        return 0
    count = bisect_left(letters.places, remark.end()) - end
    added = letters.text[end : end + count]
    own = any(added in one.letters for one in prescribed(form_id, key))
    return 0 if own and added not in _UNITS else count


def _odd_letters(text: str, start: int, end: int) -> Mapping[int, str]:
    """Where tables of simplified characters have others, and which."""
    found = {match.start(): match[0] for match in _NOT_SIMPLIFIED.finditer(text, start, end)}
    return {} if len(set(found.values())) >= _TRADITIONAL else found


def _label(key: str, expected: Prescribed, printed: str, places: Sequence[int]) -> PrintedLabel:
    return PrintedLabel(
        table=key,
        kind="head" if expected.kind == "number" else expected.kind,
        wording=expected.wording,
        expected=expected.letters,
        printed=printed,
        places=tuple(places),
    )


# -- alignment ----------------------------------------------------------------------------


def _aligned(
    expected: Sequence[Prescribed], text: str
) -> Iterator[tuple[Prescribed, tuple[int, int] | None]]:
    """Every label with the stretch of letters that is it, or nearly it."""
    begin, behind = 0, 0
    for index, place in [*_pins(expected, text), (len(expected), len(text))]:
        yield from _between(expected[begin:index], text, behind, place)
        if index < len(expected):
            end = place + len(expected[index].letters)
            yield expected[index], (place, end)
            begin, behind = index + 1, end


def _pins(expected: Sequence[Prescribed], text: str) -> list[tuple[int, int]]:
    """Labels that stand once in form and text, as far as they stand in the form's order."""
    tails: list[int] = []
    chains: list[list[tuple[int, int]]] = []
    for index, one in enumerate(expected):
        place = text.find(one.letters) if one.unique else -1
        if place < 0 or text.find(one.letters, place + 1) >= 0:
            continue
        rank = bisect_left(tails, place)
        chain = [*(chains[rank - 1] if rank else []), (index, place)]
        tails[rank:], chains[rank:] = [place], [chain]
    return chains[-1] if chains else []


def _between(
    expected: Sequence[Prescribed], text: str, start: int, end: int
) -> Iterator[tuple[Prescribed, tuple[int, int] | None]]:
    """The labels between two that are known."""
    if not expected:
        return
    wanted = "".join(one.letters for one in expected)
    segment = text[start:end]
    if segment == wanted:
        for one in expected:
            yield one, (start, start + len(one.letters))
            start += len(one.letters)
        return
    alike = [block for block in Levenshtein.opcodes(wanted, segment) if block.tag == "equal"]
    place = 0
    for one in expected:
        stretch = _stretch(one.letters, segment, _own(alike, place, place + len(one.letters)))
        place += len(one.letters)
        yield one, (start + stretch[0], start + stretch[1]) if stretch else None


def _own(alike: Sequence[Opcode], start: int, end: int) -> list[tuple[int, int, int]]:
    """What of a label stands in the segment: index in the label, place, length."""
    own = []
    for block in alike:
        low, high = max(block.src_start, start), min(block.src_end, end)
        if low < high:
            own.append((low - start, block.dest_start + low - block.src_start, high - low))
    return own


def _stretch(
    letters: str, segment: str, own: Sequence[tuple[int, int, int]]
) -> tuple[int, int] | None:
    """The stretch that is a label, from the pieces of it; None if it is not there."""
    if not own:
        return None
    start, end = own[0][1], own[-1][1] + own[-1][2]
    exact = segment.find(letters, max(0, start - _NEAR), end + _NEAR)
    if exact >= 0:
        return exact, exact + len(letters)
    index, place, length = max(own, key=lambda piece: piece[2])
    first, last = place - index, place - index + len(letters)
    stretches = [
        (low, high)
        for low in range(max(0, first - _NEAR), first + _NEAR + 1)
        for high in range(last - _NEAR, min(len(segment), last + _NEAR) + 1)
        if low < high
    ]
    best = max(stretches, key=lambda one: _likeness(letters, segment, one), default=(0, 0))
    if _is_nearly(letters, segment[slice(*best)]):
        return best
    is_end = length >= _LEAST_END and index + length == len(letters)
    return (place, place + length) if is_end else None


def _is_nearly(letters: str, printed: str) -> bool:
    """Whether most of a label is there, and some of each of its ends."""
    printed = printed.replace("它", "他")
    ends = {*printed[:_NEAR]} & {*letters[:_NEAR]} and {*printed[-_NEAR:]} & {*letters[-_NEAR:]}
    return bool(ends) and Levenshtein.normalized_similarity(letters, printed) > _ALIKE


def _likeness(letters: str, segment: str, stretch: tuple[int, int]) -> tuple[int, int, int]:
    """How much a stretch is like a label: few changes, many letters of it, as long as it."""
    printed = segment[slice(*stretch)]
    alike = LCSseq.similarity(letters, printed)
    return -Levenshtein.distance(letters, printed), alike, -abs(len(printed) - len(letters))
