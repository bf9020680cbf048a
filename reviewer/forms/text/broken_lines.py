"""Lines of a table that a program has broken at its edge, put together again.

Mail breaks lines at so many characters, and so do programs that write markup. Where the lines of
a table show how they begin and end, one that does not is broken.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

_LEAST_LINES = 20
"""Whole lines that show how a table's lines begin and end."""

_MOST = 0.9
"""Share of the lines that begin with a bar behind one that ends with one."""

_BAR = "|"
_LATEX_ROW_END = "\\\\"
_LATEX_CELL = "&"


def with_whole_lines(text: str) -> str:
    """The text with blanks for the line ends within lines that begin and end with bars."""
    lines = text.split("\n")
    barred = [line.strip() for line in lines if _BAR in line]
    whole = [line for line in barred if _is_whole(line)]
    if len(whole) == len(barred) or len(whole) < _LEAST_LINES:
        return text
    begins = [line for before, line in pairwise(barred) if before.endswith(_BAR)]
    if sum(line.startswith(_BAR) for line in begins) < _MOST * len(begins):
        return text
    (usual, _), *_ = Counter(line.count(_BAR) for line in whole).most_common()
    return _joined(lines, usual)


def _is_whole(line: str) -> bool:
    return line.startswith(_BAR) and line.endswith(_BAR) and len(line) > 1


def _joined(lines: list[str], usual: int) -> str:
    """Lines with blanks between those that make one; ``usual``: bars of a whole one."""
    parts = [lines[0]]
    bars, opened, closed = _bars(lines[0])
    for line in lines[1:]:
        more, opens, closes = _bars(line)
        fits = bars + more <= max(usual, 1)
        broken = opened and (not closed or (more and not opens))
        if broken and line.strip() and (not opens or not closed) and fits:
            parts += [" ", line]
            bars, closed = bars + more, closes
        else:
            parts += ["\n", line]
            bars, opened, closed = more, opens, closes
    return "".join(parts)


def _bars(line: str) -> tuple[int, bool, bool]:
    """How many bars a line has; whether it begins with one; whether it ends with one."""
    bare = line.strip()
    return bare.count(_BAR), bare.startswith(_BAR), bare.endswith(_BAR)


def with_whole_rows(text: str) -> str:
    """LaTeX with blanks for the line ends within the rows of its tables."""
    parts: list[str] = []
    for line in text.split("\n"):
        _, cell, behind = line.rpartition(_LATEX_CELL)
        goes_on = cell and _LATEX_ROW_END not in behind
        parts += [line, " " if goes_on else "\n"]
    return "".join(parts[:-1])
