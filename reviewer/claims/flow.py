"""A report's prose as it flows: sentences whole, whatever lines and blanks they were printed with.

Text of a PDF breaks lines in the middle of words; pages put blanks between characters. Here the
blanks are gone and wrapped lines are joined, with the way back to every character's place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reviewer.document.model import Span
from reviewer.forms.folding import simplified_in_place, without_pinyin

_LONGEST = 1000
"""A sentence longer than this is cut at a comma: what no writer ends is a list, or no prose."""

_SENTENCE = re.compile(
    rf"[^。；;！!\n]{{1,{_LONGEST}}}(?=[。；;！!\n，,]|$)|[^。；;！!\n]{{1,{_LONGEST}}}"
)
_PERIOD = re.compile(r"[^。！!\n]+")
_ENDS_LINE = "。；;：:！!？?"
_BEGINS_LINE = re.compile(
    r"\s*(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[、.．](?!\d)|\t|\|)"
)
_HEADING = re.compile(
    r"\s*[（(]?[一二三四五六七八九十]{1,3}[）)、.．][^，,。；;：:]*(?:情况|事项|措施|问题|概述|意见)$"
)
_ENCIRCLED = dict.fromkeys(range(ord("①"), ord("⑳") + 1), ",")
"""Numbers of a list within a sentence, which part its entries."""

_RUN = re.compile(r"\S+")
_WRAPPED = 24
"""A line shorter than this ends where its writer ended it."""


@dataclass(frozen=True)
class Sentence:
    """A sentence without blanks.

    Attributes:
        text: Simplified characters, no blanks.
        origin: Place of every character in the report's text.
        start: Where it begins in the text as it flows.
    """

    text: str
    origin: Sequence[int]
    start: int

    def span(self, start: int, end: int) -> Span:
        """The span in the report's text of a stretch of the sentence."""
        return Span(start=self.origin[start], end=self.origin[end - 1] + 1)


@lru_cache(maxsize=8)
def sentences(text: str, tables: tuple[Span, ...], *, whole: bool = False) -> tuple[Sentence, ...]:
    """The sentences outside the tables, kept for the next reader.

    Args:
        text: The report's text.
        tables: What is left out.
        whole: Whether a semicolon parts a sentence no further.
    """
    kept, origin = flowing(text, tables)
    found = (_PERIOD if whole else _SENTENCE).finditer(kept)
    return tuple(
        Sentence(match[0], origin[match.start() : match.end()], match.start()) for match in found
    )


@lru_cache(maxsize=8)
def flowing(text: str, tables: tuple[Span, ...]) -> tuple[str, list[int]]:
    """The text that flows, and where each of its characters stood; kept for the next reader.

    Blanks are gone, and a line end is a writer's own.
    """
    plain = without(without_pinyin(simplified_in_place(text.translate(_ENCIRCLED))), tables)
    plain = plain.replace("部份", "部分")
    kept: list[str] = []
    origin: list[int] = []
    start = 0
    for line in plain.split("\n"):
        end = start + len(line)
        bare = line.strip()
        place = start
        for run in bare.split():
            place = plain.index(run, place)
            kept.append(run)
            origin.extend(range(place, place + len(run)))
            place += len(run)
        if len(bare) < _WRAPPED or not _goes_on(bare, plain[end + 1 : end + 41]):
            kept.append("\n")
            origin.append(end)
        start = end + 1
    return "".join(kept), origin


def without(text: str, spans: Iterable[Span]) -> str:
    """A text in which some spans are blank; places and line ends stay."""
    for span in spans:
        blank = _RUN.sub(_blank, text[span.start : span.end])
        text = text[: span.start] + blank + text[span.end :]
    return text


def _blank(run: re.Match[str]) -> str:
    return " " * len(run[0])


def _goes_on(bare: str, following: str) -> bool:
    """Whether a full line's end is none of the writer's: its sentence is open."""
    if bare[-1] in _ENDS_LINE or not following.strip("\n"):
        return False
    if _HEADING.match(bare):
        return False
    return not following.startswith("\n") and not _BEGINS_LINE.match(following)
