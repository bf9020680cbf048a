"""Names and figures told one list after the other: 自然人、企业申请分别为15件、5件."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.claims.figures import Figure

_EACH = re.compile(r"分别(?:为|是|有|达到?|共|计|:)*$")
_BETWEEN = re.compile(r"(?:[、,和及与]|以及)")
"""Between figures of which each has a name before 分别."""

_CLAUSE = re.compile(r"[,;:()。]")
_MARKS = re.compile(r"、")
_MARKS_AND_WORDS = re.compile(r"、|以及|[和与及](?!其[他它])")
_NOUNS = re.compile(
    r"(?:(?:行政)?规范性文件|规章|(?:的?(?:政府信息公开|依申请公开|信息公开)?申请|处理决定|决定|案件)(?:数量?)?)$"
)
"""What the last name ends in is said of all: 网络、信函申请."""

_LONGEST = 40


def respective(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures of a sentence, each of a list behind 分别 with its own name as its lead.

    Figures that cannot be told which name is whose have no lead, and thus name nothing.

    Args:
        text: The sentence.
        figures: Its figures, in order.
    """
    place = 0
    while place < len(figures):
        count = _listed(text, figures, place) if "分别" in text else 1
        if count == 1:
            yield figures[place]
        else:
            names = _names(figures[place].lead, count)
            for figure, name in zip(figures[place : place + count], names, strict=True):
                yield replace(figure, lead=name)
        place += count


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
    """So many names of a list; empty ones if it has more or fewer."""
    ahead = _EACH.sub("", lead)
    clause = _CLAUSE.split(ahead)[-1][-_LONGEST:]
    head = ahead[: len(ahead) - len(clause)]
    for marks in (_MARKS, _MARKS_AND_WORDS):
        names = marks.split(clause)
        if len(names) == count:
            return [head + names[0], *names[1:]] if not _common(names) else _completed(head, names)
    return [""] * count


def _common(names: Sequence[str]) -> str:
    """What the last of several names ends in, and none of the others has."""
    noun = _NOUNS.search(names[-1])
    if noun is None or any(noun[0] in name for name in names[:-1]):
        return ""
    return noun[0]


def _completed(head: str, names: Sequence[str]) -> list[str]:
    noun = _common(names)
    return [head + names[0] + noun, *(name + noun for name in names[1:-1]), names[-1]]
