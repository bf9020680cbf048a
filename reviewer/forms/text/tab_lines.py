"""Lines of tabs between cells on lines of their own: the markup's line ends, and no blank cells.

A page's source has each cell on a line of its own; the text of its elements keeps the line ends
between them, too, and the indentation of both.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

_LEAST_CELLS = 20
"""Cells on lines of their own that are a table's."""

_MOST = 0.8
"""Share of the cells that have a line of tabs behind them, if the markup has."""


def without_tab_lines(text: str) -> str:
    """The text with blanks for the tabs on lines between cells, if nearly all cells have one.

    Of several such lines each second one is a blank cell, if it is indented like the cells.
    """
    lines = text.split("\n")
    cells = [at for at, line in enumerate(lines) if _is_cell(line)]
    if len(cells) < _LEAST_CELLS:
        return text
    neighbours = [
        (one, then)
        for one, then in pairwise(cells)
        if not any(line.strip() for line in lines[one + 1 : then])
    ]
    apart = sum(then > one + 1 for one, then in neighbours)
    if not neighbours or apart < _MOST * len(neighbours):
        return text
    depth, _ = Counter(depth_of(lines[at]) for at in cells).most_common(1)[0]
    for one, then in [*neighbours, (cells[-1], _behind(lines, cells[-1]))]:
        for at in range(one + 1, then):
            if depth_of(lines[at]) < depth or (at - one) % 2:
                lines[at] = " " * len(lines[at])
    return "\n".join(lines)


def _is_cell(line: str) -> bool:
    """Whether a line is indented by tabs, and has none among its words."""
    return line.startswith("\t") and bool(line.strip()) and "\t" not in line.strip()


def depth_of(line: str) -> int:
    """How many tabs a line begins with."""
    return len(line) - len(line.lstrip("\t"))


def _behind(lines: list[str], at: int) -> int:
    """The next line behind one that is not blank."""
    return next((n for n in range(at + 1, len(lines)) if lines[n].strip()), len(lines))
