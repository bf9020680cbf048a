"""The words of a passage, by which it is found again in another version of a report.

A place is a pair of offsets, which mean something in one text only; a note on a passage keeps
the passage's words and those before it besides.
"""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.document.model import Span

_MOST = 400
"""Characters of a passage that are kept; a longer one is found by its beginning."""

_LEAD = 24
"""Characters before it."""

_TELLING = 4
"""A passage of fewer characters is found only together with what stands before it."""


def quoted(text: str, span: Span) -> tuple[str, str]:
    """A passage's words, and the words before it."""
    end = min(span.end, span.start + _MOST)
    return text[span.start : end], text[max(span.start - _LEAD, 0) : span.start]


def found_again(quote: str, lead: str, text: str) -> Span | None:
    """Where a passage stands in another text; None if nowhere, or if it could be several places.

    Blanks and line ends do not count: they change with the file's format.

    Args:
        quote: The passage's words.
        lead: The words before it, which tell equal passages apart.
        text: Canonical text.
    """
    letters, offsets = _letters(text)
    (wanted, _), (before, _) = _letters(quote), _letters(lead)
    if not wanted:
        return None
    places = [at + len(before) for at in _places(before + wanted, letters)]
    if len(places) != 1 and len(wanted) >= _TELLING:
        places = list(_places(wanted, letters))
    if len(places) != 1:
        return None
    first = places[0]
    return Span(start=offsets[first], end=offsets[first + len(wanted) - 1] + 1)


def _letters(text: str) -> tuple[str, list[int]]:
    """A text without blanks, and the offset of each character that is left."""
    offsets = [offset for offset, one in enumerate(text) if not one.isspace()]
    return "".join(text[offset] for offset in offsets), offsets


def _places(part: str, whole: str) -> Iterator[int]:
    at = whole.find(part)
    while at >= 0:
        yield at
        at = whole.find(part, at + 1)
