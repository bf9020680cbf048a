"""Running titles: the report's own title, printed again at the head of each page, in its tables.

Where each cell stands on a line of its own, they would be cells; so would the pages' numbers
before them. Browsers print the time, the page's title, its address and number around each page.
"""

from __future__ import annotations

import re
from itertools import pairwise

_TITLE = re.compile(
    r"(?m)^[ \u3000\f]*(?P<title>[^\n。，]{0,40}信息公[开開][^\n。，]{0,12}(?:[报報]告|年[报報]))"
    r"[ \u3000]*$"
)
_BY_BROWSERS = re.compile(
    r"(?m)^[ \t\u3000\f]*(?:"
    r"(?:https?|file)://\S+(?:[ \t\u3000]+\d{1,3}/\d{1,3})?[ \t\u3000]*"
    r"|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?[ \t]*(?:[上下]午)?\d{1,2}:\d{2}[^\n]*"
    r")$"
)
_OF_PAGES = re.compile(r"(?m)^[ \t\u3000]*\d{1,3}/\d{1,3}[ \t\u3000]*$")
_LEAST_BY_BROWSERS = 3
"""Of two pages' lines; one may be the report's own."""

_NUMBER_BEFORE = re.compile(r"\n[ \u3000]*(\d{1,3})\s*\n\s*$")
_TOP = 300
"""Characters within which the title itself stands."""

_REACH = 16
"""Characters before a title in which its page's number stands."""


def without_running_titles(text: str) -> str:
    """The text with blanks for the title's repetitions, and for what else stands around pages."""
    return _without_titles(_without_browsers_lines(text))


def _without_browsers_lines(text: str) -> str:
    """The text with blanks for the lines that browsers print around each page."""
    if "://" not in text or len(_BY_BROWSERS.findall(text)) < _LEAST_BY_BROWSERS:
        return text
    for pattern in (_BY_BROWSERS, _OF_PAGES):
        text = pattern.sub(lambda line: " " * len(line[0]), text)
    return text


def _without_titles(text: str) -> str:
    """The text with blanks for the title's repetitions and the numbers before them."""
    first = _TITLE.search(text)
    if first is None or first.start() > _TOP:
        return text
    title = "".join(text[: first.end()].split())
    again = [
        one
        for one in _TITLE.finditer(text, first.end())
        if title.endswith("".join(one["title"].split()))
    ]
    if not again:
        return text
    before = [_NUMBER_BEFORE.search(text, one.start() - _REACH, one.start()) for one in again]
    numbers = [one for one in before if one is not None]
    counted = all(int(then[1]) == int(one[1]) + 1 for one, then in pairwise(numbers))
    blanks = [one.span("title") for one in again]
    if counted and len(numbers) == len(again) > 1:
        blanks += [one.span(1) for one in numbers]
    for start, end in blanks:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
