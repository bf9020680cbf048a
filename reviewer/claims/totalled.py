"""Totals that stand behind their parts: 网络9件、信函8件、当面4件，共21件.

Nothing but the parts may stand before such a total, so that no other sum can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reviewer.claims.figures import Figure
from reviewer.claims.flow import Sentence
from reviewer.claims.parted import LEAST_PARTS, Enumeration, Part
from reviewer.claims.thereof import is_sum

_MORE_THAN_PARTS = re.compile(
    r"其中|含|包括|[()%;]|\d[^\d]*:|[比较][上去前20]|同比|[增减]|(?:上年|去年|历年|20\d\d年)(?!度?结转)|累计|以来"
)
"""Before the total, words of parts of parts, or of other years."""

_COUNTED_ONCE = re.compile("去重|剔除|重复|同一")


def totalled(sentence: Sentence, figures: Sequence[Figure]) -> Iterator[Enumeration]:
    """The totals of a sentence that its first figures are the parts of."""
    for place, total in enumerate(figures):
        parts = figures[:place]
        if place >= LEAST_PARTS and is_sum(total.lead) and _are_parts(sentence.text, parts, total):
            yield _enumeration(sentence, parts, total)
            return


def _are_parts(text: str, parts: Sequence[Figure], total: Figure) -> bool:
    """Whether figures are parts of a total behind them, all of them and nothing else."""
    plain = not any(one.rough or one.unit != total.unit for one in (*parts, total))
    said = plain and bool(total.unit) and not _MORE_THAN_PARTS.search(text, 0, total.start)
    return said and not _COUNTED_ONCE.search(text) and not _is_of_some(parts, total)


def _is_of_some(parts: Sequence[Figure], total: Figure) -> bool:
    """Whether some of the figures, one behind the other, come to the total."""
    values = [Decimal(one.value) for one in parts]
    ends = range(len(values) + 1)
    return any(
        sum(values[start:end]) == total.value
        for start in ends
        for end in ends[start + 1 :]
        if end - start < len(values)
    )


def _enumeration(sentence: Sentence, parts: Sequence[Figure], total: Figure) -> Enumeration:
    return Enumeration(
        total=total.value,
        unit=total.unit,
        parts=tuple(
            Part(one.own, one.value, one.unit, sentence.span(one.start, one.end)) for one in parts
        ),
        exhaustive=True,
        mixed=False,
        place=sentence.span(parts[0].start, total.end),
    )
