"""Lines of text joined to the paragraphs that they were broken from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf

from reviewer.document.geometry.lines import Line
from reviewer.document.geometry.wrapping import is_wrapped

_ENDS = "。！？!?；;：:"
_ALIKE = 0.15
"""The height of the next line may differ by this share."""

_FULL = 0.5
"""A line of running text takes at least this share of a page's width."""

_PITCH = 2.6
"""A line more than this many line heights below is of another paragraph."""

_INDENT = 0.7
"""A line that begins this share of a character farther to the right begins a paragraph."""

_HEADING = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d))"
)


def margins(lines: Sequence[Line], width: float) -> tuple[float, float]:
    """Left and right side of a text: where full lines begin and end.

    Args:
        lines: Of a page.
        width: Of the page. Where no line takes up half of it, none is full.
    """
    boxes = [line.box for line in lines]
    right = max(box[2] for box in boxes)
    left = min(box[0] for box in boxes)
    if right - left < _FULL * width:
        return left, inf
    full = [box[0] for box in boxes if right - box[2] <= 2 * (box[3] - box[1])]
    return min(full), right


def goes_on(line: Line, following: Line, left: float, right: float) -> bool:
    """Whether a line ends only because it was full.

    Args:
        line: The line.
        following: The next one, on the same page or at the top of the next.
        left: Where lines of this text begin.
        right: Where they end.
    """
    box, below = line.box, following.box
    height = box[3] - box[1]
    if line.is_spaced or following.is_spaced:
        return False
    if abs((below[3] - below[1]) - height) > _ALIKE * height:
        return False
    if below[0] - left > _INDENT * height or below[1] - box[1] > _PITCH * height:
        return False
    ends = line.text.rstrip()[-1:]
    if ends in _ENDS or (_HEADING.match(following.text) and ends not in "，、"):
        return False
    return is_wrapped(line, following, right - box[2])
