"""Sections whose titles stand without a number, or with one that is seldom used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from reviewer.forms.catalog import forms
from reviewer.forms.folding import fold

_NUMERALS = "一二三四五六"
_SELDOM = (_NUMERALS, "壹贰叁肆伍陆", "123456", "①②③④⑤⑥", "ⅠⅡⅢⅣⅤⅥ")
"""Ways to write the six numbers."""

_LINE = re.compile(
    r"^[ \t\u3000\u00a0#*|]*"
    rf"(?P<mark>[（(]?(?P<number>[{''.join(_SELDOM)}])[)）]?(?:[、.．：: \u3000]|是)*)?"
    r"(?P<title>[^\s（(|#*0-9][^\n|，。；;:：]{2,38}?)[ \t\u3000\u00a0#*|]*$",
    re.MULTILINE,
)
_ENDINGS = ("情况", "事项", "情況", "事項")

_ONE_SLIP = 92.0
"""Per cent by which a line is a title but for a slip."""

_LEAST = 3
"""This many titles without numbers are sections, in a text that has no numbered ones."""


@dataclass(frozen=True)
class FoundHeading:
    """What may be a section's heading; ``known`` if some form has its title."""

    number: int
    title: str
    start: int
    end: int
    known: bool
    arabic: bool = False

    @property
    def weight(self) -> float:
        """How much it counts among headings."""
        return 2.5 if self.known else 1.0


def with_unnumbered(
    text: str, chosen: Sequence[FoundHeading], inside: Sequence[tuple[int, int]]
) -> list[FoundHeading]:
    """Headings and, where their numbers leave one out, the line that has its title.

    Args:
        text: Canonical text.
        chosen: Numbered headings, in order.
        inside: Stretches that are tables.
    """
    numbers = {one.number for one in chosen}
    if numbers >= set(range(1, len(_NUMERALS) + 1)) or any(one > len(_NUMERALS) for one in numbers):
        return [*chosen]
    lines = [
        line for line in _lines(text) if not any(start <= line.start < end for start, end in inside)
    ]
    if chosen:
        lines = [line for line in lines if text.startswith(line.title, line.start)]
    filled = [*chosen]
    for line in lines:
        if _fits(line, filled):
            filled = sorted([*filled, line], key=lambda one: one.start)
    return filled if chosen or len(filled) >= _LEAST else []


def _fits(line: FoundHeading, headings: Sequence[FoundHeading]) -> bool:
    """Whether a title's number is not there yet, and would stand at its place."""
    return all(
        (one.number < line.number and one.end <= line.start)
        or (one.number > line.number and one.start >= line.end)
        for one in headings
    )


def _lines(text: str) -> Iterator[FoundHeading]:
    """Lines that are a title of the newer forms, without a number or with its own."""
    for match in _LINE.finditer(text):
        title = match["title"]
        if not title.endswith(_ENDINGS):
            continue
        number = _number_of(fold(title))
        marked = match["number"]
        if number and (marked is None or any(way[number - 1] == marked for way in _SELDOM)):
            start = match.start("mark" if marked else "title")
            yield FoundHeading(number, title, start, match.end("title"), known=True)


@cache
def _wordings() -> tuple[tuple[int, str], ...]:
    """Number and folded title of each section that the forms with tables prescribe."""
    return tuple(
        (section.number, fold(text))
        for form in forms().values()
        if form.tables and form.id != "2008"
        for section in form.sections
        for text in (section.title, *section.aliases)
    )


def _number_of(folded: str) -> int | None:
    likeness = [(fuzz.ratio(folded, wording), number) for number, wording in _wordings()]
    best, number = max(likeness)
    return number if best >= _ONE_SLIP else None
