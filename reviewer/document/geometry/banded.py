"""Tables that have rules between their rows but none between columns: text shows the columns.

What stands between two rules is a row. Columns part where no word stands that is not written
over several of them, as heads and labels may be.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from statistics import median

from reviewer.document.geometry.glyphs import Glyph
from reviewer.document.geometry.levels import Level
from reviewer.document.geometry.lines import Line, lines_of
from reviewer.document.geometry.words import Word, words_of
from reviewer.document.geometry.zones import HEADING, numbered

_FEWEST_LEVELS = 3
"""A table that has rows has at least this many rules."""

_FEWEST_COLUMNS = 2
_FEWEST_HEADS = 3
"""A table without figures has heads of at least this many columns."""

_WIDE = 0.6
"""No line of a table takes this share of its width without a gap."""

_LARGE = 1.15
"""Characters of a heading between two tables are this many times as high as a table's."""

_NEAR = 1.0
"""At least this many points are free between words of two columns."""

_ASIDE = 4.0
"""A rule's end within this many points of where columns part is where they do."""

_DIGITS = "一二三四五六七"

Interval = tuple[float, float]


@dataclass(frozen=True)
class _Column:
    """What stands below each other: the narrowest block of words, and all of them together."""

    least: Interval
    whole: Interval

    def with_(self, block: Interval) -> _Column:
        """With a wider block above or below."""
        low, high = self.whole
        return replace(self, whole=(min(low, block[0]), max(high, block[1])))


def parted_at_text(levels: Sequence[Level], glyphs: Sequence[Glyph]) -> Iterator[Sequence[Level]]:
    """Rules of one table each: text that is no row of it stands between them.

    It goes over all of the width, is larger, or is a heading whose number does not go on counting.
    """
    width = _width(levels)
    held = [one for one in _inside(levels[0].at, levels[-1].at, width, glyphs) if one.is_chinese]
    height = median([glyph.height for glyph in held] or [0.0])
    full = [at for at, level in enumerate(levels) if all(map(level.reaches, width))]
    bands = [
        (upper, lower, lines_of(_inside(levels[upper].at, levels[lower].at, width, glyphs)))
        for upper, lower in pairwise(full)
    ]
    headings = set(_headings([lines for _, _, lines in bands]))
    start = 0
    for number, (upper, lower, lines) in enumerate(bands):
        if number in headings or any(_is_text(line, width, height) for line in lines):
            yield levels[start : upper + 1]
            start = lower
    yield levels[start:]


def _headings(bands: Sequence[Sequence[Line]]) -> Iterator[int]:
    """Which of what stands between rules are headings by their numbers: labels count from one."""
    found = [
        (at, _DIGITS.index(lines[0].text[0]), len(lines) == 1 and not lines[0].is_spaced)
        for at, lines in enumerate(bands)
        if lines and HEADING.match(lines[0].text)
    ]
    last = -1
    for (at, number, is_alone), following in zip_longest(found, found[1:]):
        goes_back = following is not None and following[1] < number
        if is_alone and (number <= last or goes_back):
            yield at
            last = -1
        else:
            last = number


def columns_of(
    levels: Sequence[Level], glyphs: Sequence[Glyph], above: Sequence[float] = ()
) -> list[float]:
    """Where the columns of a table part; nothing if it does not show.

    Args:
        levels: Its rules.
        glyphs: The characters of its page.
        above: Where the columns part of the table that the page before ended with.
    """
    if len(levels) < _FEWEST_LEVELS:
        return []
    words, figures = _blocks(levels, glyphs)
    columns = _narrow(words)
    if len(columns) <= len(above) and _goes_on(columns, figures, above):
        return list(above)
    if len(columns) < (_FEWEST_COLUMNS if figures else _FEWEST_HEADS):
        return []
    ends = sorted({x for level in levels for x in level.ends})
    found = _centred(columns, _width(levels), ends)
    if not found or not _fit(figures, found):
        found = [_parting(*pair, ends) for pair in pairwise(_with_figures(columns, figures))]
    labels = max((word.box[0] for word in _labels(levels, glyphs)), default=0.0)
    found = [x for x in found if x > labels]
    if not found or _share_columns(levels, glyphs, found):
        return []
    return sorted({*found, *(x for x in ends[1:-1] if x < found[0] - _ASIDE)})


def _share_columns(
    levels: Sequence[Level], glyphs: Sequence[Glyph], edges: Sequence[float]
) -> bool:
    """Whether two figures of a row stand in one column: another column is not seen."""
    for upper, lower in pairwise(levels):
        inside = _inside(upper.at, lower.at, _width(levels), glyphs)
        for line in lines_of(inside):
            figures = [word.box[0] for word in words_of(line) if word.is_figure]
            columns = [bisect_right(edges, x) for x in figures]
            if len(set(columns)) < len(columns):
                return True
    return False


def _goes_on(
    columns: Sequence[_Column], figures: Sequence[Interval], edges: Sequence[float]
) -> bool:
    """Whether figures stand between the edges of columns, and words before the first."""
    words = all(column.least[1] < edges[-1] for column in columns)
    return words and _fit([one for one in figures if one[1] > edges[0]], edges)


def _narrow(blocks: Sequence[Interval]) -> list[_Column]:
    """Blocks below each other taken together, without those that stand over several others."""
    found: list[_Column] = []
    for block in sorted(blocks, key=lambda one: one[1] - one[0]):
        over = [one for one in found if _meet(one.whole, block)]
        if len(over) < 2:
            found = [one for one in found if one not in over]
            found.append(over[0].with_(block) if over else _Column(block, block))
    return sorted(found, key=lambda one: one.whole)


def _centred(columns: Sequence[_Column], width: Interval, ends: Sequence[float]) -> list[float]:
    """Where columns part whose heads stand in their middle, from the right on."""
    edge = width[1]
    found: list[float] = []
    for left, right in pairwise(columns[::-1]):
        edge = left.least[0] + left.least[1] - edge
        edge = next((x for x in ends if abs(x - edge) < _ASIDE), edge)
        if not right.least[1] - _NEAR < edge < left.least[0] + _NEAR:
            break
        found.insert(0, edge)
    return found if len(found) >= _FEWEST_COLUMNS - 1 else []


def _fit(figures: Sequence[Interval], edges: Sequence[float]) -> bool:
    """Whether all figures stand between the edges of columns."""
    return all(
        low > edges[0] - _NEAR and not any(low + _NEAR < x < high - _NEAR for x in edges)
        for low, high in figures
    )


def _with_figures(columns: Sequence[_Column], figures: Sequence[Interval]) -> list[Interval]:
    """Columns with the figures that stand below their heads; nothing if some stand below none."""
    found = [column.whole for column in columns]
    for figure in _merged(figures):
        over = [at for at, column in enumerate(columns) if _meet(column.whole, figure)]
        if len(over) != 1:
            return []
        low, high = found[over[0]]
        found[over[0]] = min(low, figure[0]), max(high, figure[1])
    return found if all(one[1] <= other[0] for one, other in pairwise(found)) else []


def _parting(one: Interval, other: Interval, ends: Sequence[float]) -> float:
    """Where two columns part: at the end of a rule if one ends there, else in the middle."""
    inside = [x for x in ends if one[1] - _NEAR <= x <= other[0] + _NEAR]
    return inside[0] if len(inside) == 1 else (one[1] + other[0]) / 2


def _meet(one: Interval, other: Interval) -> bool:
    return one[0] < other[1] + _NEAR and one[1] > other[0] - _NEAR


def _blocks(
    levels: Sequence[Level], glyphs: Sequence[Glyph]
) -> tuple[list[Interval], list[Interval]]:
    """How far from left to right words of cells go, lines taken together, and how far figures."""
    words: list[Interval] = []
    figures: list[Interval] = []
    for upper, lower in pairwise(levels):
        inside = _inside(upper.at, lower.at, _width(levels), glyphs)
        row = [word for line in lines_of(inside) for word in words_of(line)]
        words += _merged([(one.box[0], one.box[2]) for one in row if not one.is_figure])
        figures += ((one.box[0], one.box[2]) for one in row if one.is_figure)
    return words, figures


def _labels(levels: Sequence[Level], glyphs: Sequence[Glyph]) -> Iterator[Word]:
    """Words of a table that begin with a number, as labels of rows do."""
    for line in lines_of(_inside(levels[0].at, levels[-1].at, _width(levels), glyphs)):
        yield from numbered(list(words_of(line)))


def _merged(intervals: Sequence[Interval]) -> Iterator[Interval]:
    found: list[Interval] = []
    for low, high in sorted(intervals):
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(high, found[-1][1]))
        else:
            found.append((low, high))
    yield from found


def _inside(top: float, bottom: float, width: Interval, glyphs: Sequence[Glyph]) -> list[Glyph]:
    left, right = width
    return [one for one in glyphs if top < one.level < bottom and left < one.middle < right]


def _width(levels: Sequence[Level]) -> Interval:
    return min(level.ends[0] for level in levels), max(level.ends[-1] for level in levels)


def _is_text(line: Line, width: Interval, height: float) -> bool:
    """Whether a line is no part of a table: as wide as that, or larger."""
    left, _, right, _ = line.box
    is_wide = not line.is_spaced and right - left > _WIDE * (width[1] - width[0])
    return is_wide or any(one.is_chinese and one.height > _LARGE * height for one in line.glyphs)
