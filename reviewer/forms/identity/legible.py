"""A text as its names and years are looked for in it: without what copying has put between letters.

Text that was recognised on a picture has its letters spaced out, and titles broken at the edge of
the page; a mail quotes each line; a spreadsheet's line ends with the marks of its empty cells;
pages put marks of no width between letters, and blanks between these and digits.
"""

from __future__ import annotations

import re
from statistics import median

_NO_WIDTH = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_QUOTED = re.compile(r"(?m)^>[> ]*")
_MOST = 0.8
_EMPTY_CELLS = re.compile(r"(?m)[,;\t]{3,}[ \u3000]*$")
_SPACED_YEAR = re.compile(r"(?<=20\d\d)[ \u3000\u00a0]+(?=年)")
_SPACED_LINE = re.compile(r"(?m)^[ \u3000]*(?:[^\s|][ \u3000]){5,}[^\s|]?[ \u3000]*$")
_SPACED_REST = re.compile(r"[ \u3000]*(?:[^\s|][ \u3000])+[^\s|]?[ \u3000]*")

_LEAST_WIDE = 40
"""A line less wide says nothing of where the page's edge is."""

_NEARLY_FULL = 0.85
"""Share of the page's width from which a line goes to the edge."""

_FIRST_WIDE = "\u2e80"


def legible(text: str) -> str:
    """The text with letters, words and lines together that belong together.

    Places in it are not those of the original.
    """
    for mark in _NO_WIDTH:
        text = text.replace(mark, "")
    if text.count("\n>") >= _MOST * text.count("\n") > 0:
        text = _QUOTED.sub("", text)
    text = _SPACED_YEAR.sub("", text)
    if ",,," in text or ";;;" in text or "\t\t\t" in text:
        text = _EMPTY_CELLS.sub("", text)
    return _closed_up(text) if _SPACED_LINE.search(text) else text


def _closed_up(text: str) -> str:
    """The text without blanks between the letters of lines that are spaced out.

    Of such lines those that go to the edge go on in the next one, if that is spaced out, too.
    """
    lines = text.split("\n")
    spaced = [bool(_SPACED_LINE.match(line)) for line in lines]
    widths = [_width(line) if is_one else 0 for line, is_one in zip(lines, spaced, strict=True)]
    wide = [width for width in widths if width > _LEAST_WIDE]
    edge = _NEARLY_FULL * median(wide or [_LEAST_WIDE])
    closed: list[str] = []
    goes_on = False
    for line, is_one, width in zip(lines, spaced, widths, strict=True):
        words = "".join(line.split()) if is_one or _SPACED_REST.fullmatch(line) else line
        if goes_on and words != line:
            closed[-1] += words
        else:
            closed.append(words)
        goes_on = width >= edge
    return "\n".join(closed)


def _width(line: str) -> int:
    """How wide a line is printed: Chinese letters take two places."""
    return sum(2 if one >= _FIRST_WIDE else 1 for one in line)
