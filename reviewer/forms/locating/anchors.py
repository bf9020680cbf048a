"""Finds a table's labels in a text: an alignment of the form's labels with the text.

Every place where a label's wording stands is a candidate; the chain of candidates that follows
the form's order with the least foreign text between is the table. Labels that the chain lacks
are then looked for between their neighbours, misspelt or cut by a line end.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from reviewer.forms.folding import Folded, fold
from reviewer.forms.labels import Label
from reviewer.forms.text.normalising import normalised

_MAX_GAP = 320
"""Folded characters, digits left out, that may stand between two labels of one table: a page
head and the form's own head repeated in the middle are shorter."""

_GAP_COST = 0.01
"""What a letter of foreign text between two labels takes from their chain's weight."""

_FUZZY = 74.0
"""Least similarity (0 to 100) for a misspelt label: three of four characters right."""

_NEARLY = 85.0
"""Per cent from which a misspelt label is the whole but for a letter or two."""

_LIKELIER = 0.3
"""By this much a first part, or a label with a letter or two wrong, is likelier than the rest."""

_SHARE = 0.85
"""Share of a cell's letters that are the label's where it leaves words out."""

_SHORTEST_PREFIX = 5
"""A label's first part of this many letters is hardly met elsewhere."""

_SHORT = 3
"""Other labels may begin with a label as short as this."""

_LETTER = re.compile(r"[\u4e00-\u9fff]")

_BEFORE = 10
"""A label's number stands within this many characters before it."""

_NIL = re.compile(r"(?<![^\s|])(?<![增増减減]\s)(?:[-−－–—―/／]{1,2}|无)(?![^\s|])")
"""A cell of nothing but a nil mark: as little a part of a label around it as a figure is."""

_VALUE_NEXT = re.compile(r"[\s|,，:：]*(?:[-+−－—/／]?\d|[-—/／无]|自然人|$)|\s*[|\t\n,]")
"""What stands behind a row's label: a figure, or the name of the first column before it."""
_REMARK = re.compile(r"\s*[（(][^（()）\n|\t]{0,80}[）)]")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A label found.

    Attributes:
        index: The label's index in the table's labels.
        start: Where it begins in the text, its enumerator included.
        end: Just behind it.
        similarity: 1 for the exact wording, less for a misspelt or cut one.
    """

    index: int
    start: int
    end: int
    similarity: float = 1.0


@dataclass(frozen=True, slots=True)
class _Candidate:
    index: int
    folded_start: int
    folded_end: int
    weight: float


class Page:
    """A text with what the search for labels needs, computed once; nil marks are folded as 0."""

    def __init__(self, text: str) -> None:
        self.text = normalised(text)
        self.folded = Folded(_NIL.sub(lambda mark: "0" * len(mark[0]), self.text))

    @cached_property
    def letters_before(self) -> list[int]:
        """For every folded index, how many characters before it are no digits."""
        return list(accumulate((not one.isdigit() for one in self.folded.text), initial=0))

    def occurrences(self, wording: str, start: int, end: int) -> list[int]:
        """Folded places of a wording in a folded range."""
        found = []
        place = self.folded.text.find(wording, start, end)
        while place >= 0:
            found.append(place)
            place = self.folded.text.find(wording, place + 1, end)
        return found


def find_anchors(page: Page, labels: Sequence[Label], start: int, end: int) -> tuple[Anchor, ...]:
    """The labels of one table found between two places of the text, in order.

    Args:
        page: The text.
        labels: The table's labels in printed order.
        start: First code point to look at.
        end: Just behind the last.
    """
    low = bisect_left(page.folded.origin, start)
    high = bisect_left(page.folded.origin, end)
    chain = _best_chain(page, _candidates(page, labels, low, high))
    if not chain:
        return ()
    completed = _with_misspelt(page, labels, chain, low, high)
    return tuple(_anchor(page, labels[candidate.index], candidate) for candidate in completed)


def _candidates(page: Page, labels: Sequence[Label], low: int, high: int) -> list[_Candidate]:
    found: dict[tuple[int, int], _Candidate] = {}
    for index, label in enumerate(labels):
        for wording in label.texts:
            for place in page.occurrences(wording, low, high):
                stop = place + len(wording)
                if (index, place) not in found and not _goes_on(page, label, place, stop):
                    weight = _weight(page, label, place, stop)
                    found[index, place] = _Candidate(index, place, stop, weight)
    return sorted(found.values(), key=lambda one: (one.folded_start, -one.folded_end))


def _goes_on(page: Page, label: Label, start: int, end: int) -> bool:
    """Whether a short label is but the begin of another one: 其他 in 2.其他法律行政法规禁止公开."""
    if label.kind != "row" or end - start > _SHORT or not label.enumerator:
        return False
    before, after = page.folded.start(start), page.folded.end(end)
    own = _own_number(label.enumerator)
    if own.search(page.text, max(0, before - _BEFORE), before):
        return False
    return bool(_LETTER.match(page.text, after))


def _weight(page: Page, label: Label, start: int, end: int) -> float:
    """How much a place looks like the label's own: number before it, a value behind it."""
    before, after = page.folded.start(start), page.folded.end(end)
    weight = 0.6 + min(end - start, 8) / 10
    if enumerator_start(page.text, before, label.enumerator) < before:
        weight += 0.4
    if label.kind == "row":
        remark = _REMARK.match(page.text, after)
        behind = remark.end() if remark else after
        weight += 0.5 if _VALUE_NEXT.match(page.text, behind) else -0.8
    if before == 0 or page.text[before - 1] in "\n\t|> \u3000,":
        weight += 0.1
    return weight


def _best_chain(page: Page, candidates: list[_Candidate]) -> list[_Candidate]:
    """The heaviest chain in the form's order; gaps cost, too wide ones part the chain."""
    best = [candidate.weight for candidate in candidates]
    previous = [-1] * len(candidates)
    letters = page.letters_before
    ends = [letters[candidate.folded_end] for candidate in candidates]
    for here, candidate in enumerate(candidates):
        index, start, weight = candidate.index, candidate.folded_start, candidate.weight
        begin = letters[start]
        for there in range(here - 1, -1, -1):
            gap = begin - ends[there]
            if gap > _MAX_GAP:
                break
            other = candidates[there]
            if other.index >= index or other.folded_end > start:
                continue
            score = best[there] + weight - gap * _GAP_COST
            if score > best[here]:
                best[here], previous[here] = score, there
    chain = []
    here = max(range(len(candidates)), key=best.__getitem__, default=-1)
    while here >= 0:
        chain.append(candidates[here])
        here = previous[here]
    return chain[::-1]


def _with_misspelt(
    page: Page, labels: Sequence[Label], chain: list[_Candidate], low: int, high: int
) -> list[_Candidate]:
    """The chain with the labels that it lacks, where they stand misspelt between others."""
    known = {candidate.index: candidate for candidate in chain}
    for index, label in enumerate(labels):
        if index in known:
            continue
        before = [one.folded_end for one in known.values() if one.index < index]
        after = [one.folded_start for one in known.values() if one.index > index]
        start = max(before, default=max(low, min(after, default=low) - _MAX_GAP))
        end = min(after, default=min(high, start + _MAX_GAP))
        found = _misspelt(page, index, label, start, end)
        if found is not None:
            known[index] = found
    return sorted(known.values(), key=lambda one: one.index)


def _misspelt(page: Page, index: int, label: Label, start: int, end: int) -> _Candidate | None:
    """The best piece of a folded range that is nearly the label, or its first part."""
    segment = page.folded.text[start:end]
    best = _interrupted(segment, label)
    if best is not None:
        return _Candidate(index, start + best[1], start + best[2], best[0])
    for wording in label.texts:
        for length in range(len(wording) - 1, max(_SHORTEST_PREFIX, len(wording) // 2) - 1, -1):
            place = segment.find(wording[:length])
            if place >= 0:
                score = length / len(wording) + _LIKELIER
                best = max(best or (0, 0, 0), (score, place, place + length))
                break
        alignment = fuzz.partial_ratio_alignment(wording, segment, score_cutoff=_FUZZY)
        if alignment is not None and len(wording) >= 4:
            whole = _LIKELIER if alignment.score >= _NEARLY else 0.0
            window = _window(segment, alignment.dest_start, wording)
            if window[1] - window[0] >= len(wording) - 2:
                best = max(best or (0, 0, 0), (alignment.score / 100 + whole, *window))
    best = best or _shortened(page, label, start, end)
    if best is None:
        return None
    return _Candidate(index, start + best[1], start + best[2], min(best[0], 0.95))


def _shortened(page: Page, label: Label, start: int, end: int) -> tuple[float, int, int] | None:
    """A cell with the label's own number whose letters nearly all are the label's, in its order.

    So are labels that leave words out: 一、本年新收申请数.
    """
    if not label.enumerator or start >= end:
        return None
    first, last = page.folded.start(start), page.folded.end(end)
    for cell in _numbered(label.enumerator).finditer(page.text, max(0, first - 1), last):
        words = fold(cell[1])
        share = max(LCSseq.similarity(words, text) for text in label.texts) / len(words)
        if share >= _SHARE:
            low = bisect_left(page.folded.origin, cell.start(1))
            return share, low - start, low - start + len(words)
    return None


def _interrupted(segment: str, label: Label) -> tuple[float, int, int] | None:
    """A label whose lines stand around its figures: its part before them."""
    places = [place for place, character in enumerate(segment) if not character.isdigit()]
    letters = "".join(segment[place] for place in places)
    for wording in label.texts:
        at = letters.find(wording) if len(wording) > _SHORTEST_PREFIX else -1
        if at < 0:
            continue
        begin, end = places[at], places[at] + 1
        while end < len(segment) and not segment[end].isdigit():
            end += 1
        return 0.95, begin, min(end, begin + len(wording))
    return None


def _window(segment: str, near: int, wording: str) -> tuple[int, int]:
    """The stretch as long as the label that is most like it, letter by letter from its begin.

    Digits at its ends are values or enumerators and do not belong to it.
    """
    size = len(wording)
    last = max(len(segment) - size, 0)
    starts = range(min(max(near - 2, 0), last), min(near + 2, last) + 1)
    start = max(
        starts,
        key=lambda place: sum(
            one == other for one, other in zip(segment[place:], wording, strict=False)
        ),
    )
    end = min(start + size, len(segment))
    while start < end and segment[start].isdigit() and not wording[0].isdigit():
        start += 1
    while end > start and segment[end - 1].isdigit():
        end -= 1
    return start, end


def _anchor(page: Page, label: Label, candidate: _Candidate) -> Anchor:
    start = page.folded.start(candidate.folded_start)
    end = page.folded.end(candidate.folded_end)
    wording = page.folded.text[candidate.folded_start : candidate.folded_end]
    return Anchor(
        index=candidate.index,
        start=enumerator_start(page.text, start, label.enumerator),
        end=end,
        similarity=1.0 if wording in label.texts else min(candidate.weight, 0.95),
    )


@cache
def _numbered(enumerator: str) -> re.Pattern[str]:
    """A cell of Chinese letters behind a number."""
    return re.compile(
        rf"(?<![^\s|,])[（(]?{enumerator}[）)]?[ \u3000]*[.．、)）][ \u3000]*"
        r"([\u4e00-\u9fff]{4,30})(?=[ \u3000]*(?:[\s|,:：\d/／—-]|$))"
    )


@cache
def _own_number(enumerator: str) -> re.Pattern[str]:
    return re.compile(rf"{enumerator}[）)]?\s*[.．、,，]?\s*$")


@cache
def _number_before(enumerator: str) -> re.Pattern[str]:
    """A label's own number, or another one of its kind, up to the end."""
    if enumerator.isdigit():
        return re.compile(
            rf"{enumerator}\s*[.．、,，]\s*$|(?<!\d)\d\s*[.．、]\s*$"
            r"|[（(]\s*\d\s*[）)]\s*$|[①-⑳⑴-⑽⒈-⒑]\s*[.．、]?\s*$"
        )
    return re.compile(
        r"[（(]\s*[一二三四五六七八九十]\s*[）)]\s*$|[一二三四五六七八九十]\s*[、.．]\s*$"
    )


def enumerator_start(text: str, start: int, enumerator: str) -> int:
    """Where a label begins if its number stands before it; else ``start``."""
    before = text[max(0, start - _BEFORE) : start]
    match = _number_before(enumerator).search(before)
    return start - len(before) + match.start() if match else start
