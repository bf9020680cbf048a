"""Rows of tables that are drawn with characters, and take several lines because labels are wrapped.

Rules part the rows; a row's figures stand in one of its lines. In its other lines the empty cells
below and above the figures are no cells of their own: their bars become blanks, so that the parts
of the label follow each other up to the figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_STROKES = "|│┃║"
"""Upright strokes, as tables are drawn with."""

_RULE = re.compile(
    rf"[ \t\u3000]*[+{_STROKES}├┝┠┣╞╟╠┌┏╔└┗╚][-=+{_STROKES}─━═\u2500-\u257f: ]*[-=─━═]{{2}}"
    rf"[-=+{_STROKES}─━═\u2500-\u257f: ]*"
)
_BESIDE = re.compile(
    rf"(?<=[^\s{_STROKES}])[ \u3000]*[+├┝┠┣╞╟╠][-=+─━═\u2500-\u257f]{{4,}}+"
    rf"(?:[ \u3000]++[{_STROKES}])*+[ \u3000]*$"
)
"""A rule between cells that reach over it, in whose lines it stands: ``│（六）├───┼──┤  │``."""

_PIPE = re.compile(f"[{_STROKES}]")

_LEAST_RULES = 12
"""Rules of a drawn table: other texts have some below their titles."""

_LEAST_BARS = 4
"""Bars of a line of such a table."""

_FIGURE = re.compile(r"[-+－＋−]?[\d０-９][\d０-９.,，]*|[/／—–―−－\-无]+")


def with_rows_together(text: str) -> str:
    """The text with blanks for the bars around the empty cells of lines without figures."""
    lines = text.split("\n")
    rules = [at for at, line in enumerate(lines) if _RULE.fullmatch(line) or _BESIDE.search(line)]
    if len(rules) < _LEAST_RULES:
        return text
    for at in rules:
        lines[at] = _BESIDE.sub(lambda rule: " " * len(rule[0]), lines[at])
    for first, last in _rows(lines, rules):
        row = lines[first:last]
        figures = [_figures(line) for line in row]
        if sum(map(bool, figures)) == 1:
            lines[first:last] = [
                line if own else _without_empty_cells(line)
                for line, own in zip(row, figures, strict=True)
            ]
    return "\n".join(lines)


def _rows(lines: Sequence[str], rules: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First line of each row between two rules, and the one behind its last; two lines at least."""
    for above, below in pairwise(rules):
        inside = lines[above + 1 : below]
        if len(inside) > 1 and all(len(_PIPE.findall(line)) >= _LEAST_BARS for line in inside):
            yield above + 1, below


def _figures(line: str) -> int:
    return sum(bool(_FIGURE.fullmatch(cell.strip())) for cell in _PIPE.split(line))


def _without_empty_cells(line: str) -> str:
    """A line with blanks for all bars behind its last words."""
    words = max((at for at, one in enumerate(line) if one not in f" \u3000{_STROKES}"), default=0)
    return line[: words + 1] + _PIPE.sub(" ", line[words + 1 :])
