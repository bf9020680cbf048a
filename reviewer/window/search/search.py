"""Finds words in a report's text, in its figures and in what was found in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

from reviewer.base import CellId, FindingId
from reviewer.checks.model import Severity
from reviewer.document.model import Span
from reviewer.forms.folding import simplified_in_place
from reviewer.review.review import Review
from reviewer.window.wording import where_text

MOST_IN_TEXT = 200
"""Passages listed of one search; more would help nobody."""

_AROUND = 12
_SIGN = re.compile(r"(\s*)(\S)")
_BLANKS = r"\s{0,6}"
"""What a line's end may put between two characters of a word."""


@dataclass(frozen=True)
class Hit:
    """One place where the words stand; one of span, cell and finding says what to select."""

    title: str
    detail: str
    span: Span | None = None
    cell: CellId | None = None
    finding: FindingId | None = None
    severity: Severity | None = None


def folded(text: str) -> str:
    """The text with wide, capital and traditional made alike, as many code points as before."""
    return "".join(map(_folded_character, simplified_in_place(text)))


@lru_cache(maxsize=4)
def folded_report(text: str) -> str:
    """A report's whole text folded, kept from one key to the next; labels would push it out."""
    return folded(text)


@lru_cache(maxsize=4096)
def _folded_character(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character).casefold()
    return plain if len(plain) == 1 else character


def search(review: Review, words: str) -> list[Hit]:
    """Passages, figures and findings that hold the words, in this order."""
    wanted = folded(words.strip())
    if not wanted:
        return []
    return [
        *_in_text(review, wanted),
        *_in_cells(review, wanted),
        *_in_findings(review, wanted),
    ]


def places(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Where the words stand in a short text, from the first character to behind the last."""
    wanted = folded(words.strip())
    found = _pattern(wanted).finditer(folded(text)) if wanted else ()
    return tuple(match.span() for match in found)


def _in_findings(review: Review, wanted: str) -> Iterator[Hit]:
    for finding in review.checked.findings:
        if wanted in folded(f"{finding.place_label} {finding.title} {finding.message}"):
            yield Hit(
                finding.message,
                finding.place_label,
                finding=finding.id,
                severity=finding.severity,
            )


def _in_cells(review: Review, wanted: str) -> Iterator[Hit]:
    for cell, (table, row, column) in review.report.form.figures.items():
        printed = review.report.by_cell[cell].printed or ""
        proposed = review.proposals.get(cell, "")
        label = f"{row.full_label} · {column.label}"
        figure_alike = wanted in {folded(printed.strip()), folded(proposed.strip())}
        if figure_alike or wanted in folded(label):
            yield Hit(label, f"{table.name}  {printed}", cell=cell)


def _in_text(review: Review, wanted: str) -> Iterator[Hit]:
    document = review.report.document
    text = folded_report(document.text)
    for found in islice(_pattern(wanted).finditer(text), MOST_IN_TEXT):
        span = Span(start=found.start(), end=found.end())
        yield Hit(_excerpt(document.text, span), where_text(document, span), span=span)


@lru_cache(maxsize=4)
def _pattern(wanted: str) -> re.Pattern[str]:
    """The words, also where a line ends within them; figures and Latin words are not parted."""
    signs = _SIGN.findall(wanted)
    pieces = [re.escape(signs[0][1])]
    for (_, one), (blank, other) in pairwise(signs):
        latin = one.isascii() and other.isascii()
        gap = _BLANKS if not latin else r"\s+" if blank else ""
        pieces.append(gap + re.escape(other))
    return re.compile("".join(pieces))


def _excerpt(text: str, span: Span) -> str:
    """The passage with some of what stands before and after it on its line."""
    line = text.rfind("\n", 0, span.start) + 1
    begin = max(line, span.start - _AROUND)
    end = text.find("\n", span.end)
    stop = min(len(text) if end < 0 else end, span.end + 2 * _AROUND)
    before = "…" if begin > line else ""
    return before + " ".join(text[begin:stop].split())
