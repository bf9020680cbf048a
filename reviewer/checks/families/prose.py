"""A report's own words, read once for all checks that look at them.

Tables are left out: from the first to the last figure of each. Offsets are those of the report's
text, so that whatever is found can be pointed to.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reviewer.claims.flow import Sentence, flowing, sentences, without
from reviewer.claims.reading import Words, table_spans
from reviewer.document.model import Document, Span
from reviewer.forms.folding import simplified_in_place, without_pinyin
from reviewer.forms.report import Report

_AROUND = 12
"""Characters shown on either side of a place."""

_INTRODUCTION = 3000
"""An introduction is not longer; what stands before it is the page's."""


@dataclass(frozen=True)
class Prose:
    """The words of a text.

    Attributes:
        plain: The text in simplified characters and NFKC, place by place; tables are blanks.
        flow: The same without blanks, wrapped lines joined.
        places: Where each character of ``flow`` stands.
        sentences: Its sentences without blanks and line ends, each with its places.
    """

    plain: str
    flow: str
    places: Sequence[int]
    sentences: tuple[Sentence, ...]

    def span(self, start: int, end: int) -> Span:
        """The span in the report's text of a stretch of the flow."""
        return Span(start=self.places[start], end=self.places[end - 1] + 1)

    def within(self, span: Span) -> Sequence[Sentence]:
        """The sentences that begin in a span of the report's text."""
        first, behind = (bisect_left(self._starts, place) for place in (span.start, span.end))
        return self.sentences[first:behind]

    @cached_property
    def _starts(self) -> list[int]:
        return [each.origin[0] for each in self.sentences]


def prose_of(report: Report) -> Prose:
    """The words of a report outside its tables."""
    return _prose(Words(report))


def introduction(report: Report) -> Span:
    """What stands before the first section; in a report without sections, its beginning."""
    end = report.sections[0].span.start if report.sections else _INTRODUCTION // 2
    return Span(start=max(0, end - _INTRODUCTION), end=end)


def place_label(document: Document, start: int) -> str:
    """A place in the text as reviewers name it."""
    return f"正文 {document.where(Span(start=start, end=start + 1))}"


def around(document: Document, span: Span) -> str:
    """A stretch of the text in its line, marked: ``可在网站下载（【链接：】）``."""
    before = document.text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
    behind = document.text[span.end : span.end + _AROUND].partition("\n")[0]
    return f"{_together(before)}【{_together(document.at(span))}】{_together(behind)}"


def _together(text: str) -> str:
    return " ".join(text.split())


def without_blanks(text: str) -> str:
    """A text without its blanks and line ends."""
    return "".join(text.split())


@lru_cache(maxsize=8)
def _prose(words: Words) -> Prose:
    text, tables = words.report.document.text, table_spans(words.report)
    flow, places = flowing(text, tables)
    return Prose(
        plain=without(without_pinyin(simplified_in_place(text)), tables),
        flow=flow,
        places=places,
        sentences=tuple(_apart(sentences(text, tables), words.report)),
    )


def _apart(found: Sequence[Sentence], report: Report) -> Iterator[Sentence]:
    """Sentences parted from headings that stand in one line with them."""
    ends = [section.heading.end for section in report.sections]
    for sentence in found:
        first, last = sentence.origin[0], sentence.origin[-1]
        start = 0
        for end in ends[bisect_right(ends, first) : bisect_right(ends, last)]:
            cut = bisect_left(sentence.origin, end)
            yield _cut(sentence, start, cut)
            start = cut
        yield _cut(sentence, start, len(sentence.text)) if start else sentence


def _cut(sentence: Sentence, start: int, end: int) -> Sentence:
    return Sentence(sentence.text[start:end], sentence.origin[start:end], sentence.start + start)
