"""What pages carry beside their text: running titles, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reviewer.document.geometry.content import PageContent, one_by_one
from reviewer.document.geometry.lines import Line

_MARGIN = 0.12
"""The share of a page's height that its margins take, above and below."""

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"[\s\-—–_·•.~～/|]*(?:第\s*)?(?P<page>\d{1,3})(?:\s*页)?"
    r"(?:\s*[/／,，|共]*\s*(?:共\s*)?(?P<total>\d{1,3})\s*页?)?[\s\-—–_·•.~～/|]*"
)
_MARKED = re.compile(r"[\-—–页·•~～/／|]")

_Key = tuple[str, bool]


def without_furniture(contents: Sequence[PageContent]) -> list[PageContent]:
    """Pages without the lines in their margins that most of them carry, and their numbers."""
    pages = one_by_one(contents)
    repeated = _repeated(pages)
    first = _first_number(pages)

    def is_text(page: PageContent, line: Line, number: int) -> bool:
        if not _is_in_margin(page, line):
            return True
        numbers = {number, page.number} if page.frame.aside is not None else {number}
        return _key(page, line) not in repeated and not _is_number(line, numbers)

    return [
        replace(page, lines=tuple(line for line in page.lines if is_text(page, line, number)))
        for number, page in enumerate(pages, first)
    ]


def _first_number(contents: Sequence[PageContent]) -> int:
    """The number that the first page bears, going by the numbers in the margins of others."""
    counted: Counter[int] = Counter()
    for order, content in enumerate(contents):
        found = (_NUMBER.fullmatch(line.text.strip()) for line in _margin(content))
        counted.update({int(one["page"]) - order for one in found if one})
    first, count = max(counted.items(), key=lambda pair: pair[1], default=(1, 0))
    return first if count > 1 else 1


def _repeated(contents: Sequence[PageContent]) -> set[_Key]:
    """Lines that stand in the margin of most pages (of left or right ones at least)."""
    counted: Counter[_Key] = Counter()
    for content in contents:
        counted.update(set(_marginal(content)))
    least = max(2, (len(contents) + 2) // 3)
    return {key for key, count in counted.items() if count >= least}


def _marginal(content: PageContent) -> Iterator[_Key]:
    for line in _margin(content):
        if any(one.isalpha() for one in line.text):
            yield _key(content, line)


def _margin(content: PageContent) -> Iterator[Line]:
    return (line for line in content.lines if _is_in_margin(content, line))


def _key(content: PageContent, line: Line) -> _Key:
    """A line's words, whatever numbers are among them, and whether it stands above the text."""
    words = _DIGITS.sub("#", "".join(line.text.split()))
    return words, line.box[1] < content.frame.size.height / 2


def _is_in_margin(content: PageContent, line: Line) -> bool:
    height = content.frame.size.height
    _, top, _, bottom = line.box
    outer = bottom < _MARGIN * height or top > (1 - _MARGIN) * height
    return outer and not _is_between(content, line)


def _is_between(content: PageContent, line: Line) -> bool:
    """Whether tables stand both above and below a line."""
    _, top, _, bottom = line.box
    above = any(table.top < bottom for table in content.tables)
    below = any(table.ys[-1] > top for table in content.tables)
    return above and below


def _is_number(line: Line, numbers: set[int]) -> bool:
    """Whether a line says which page it is; a column is none by itself."""
    found = _NUMBER.fullmatch(line.text.strip())
    if found is None:
        return False
    is_marked = found["total"] is not None or _MARKED.search(line.text) is not None
    return is_marked or int(found["page"]) in numbers
