"""Tables without vertical rules between their columns: where these part is seen otherwise.

Browsers and word processors draw the border of each cell by itself: where one piece of a
horizontal rule ends and the next begins, columns part, as certainly as if a rule were drawn
there. Rules that are drawn as a whole leave it to the text to show the columns (``banded.py``).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from reviewer.document.geometry.banded import columns_of, parted_at_text
from reviewer.document.geometry.brims import over, under
from reviewer.document.geometry.clusters import clustered
from reviewer.document.geometry.glyphs import Glyph
from reviewer.document.geometry.levels import JOINT, Level, stacks_of
from reviewer.document.geometry.lines import lines_of
from reviewer.document.geometry.ruling import RuledTable
from reviewer.document.geometry.strokes import Rule, Strokes
from reviewer.document.geometry.words import Word, words_of
from reviewer.document.geometry.zones import NARROW

_FEWEST_LEVELS = 3
"""A table has at least this many rules that part at the same place."""

_SHARED = 0.5
"""Neighbouring rules of a table have this share of the joints in common."""

_SEVERAL = 0.2
"""Where rows have no rules, this share of the cells with figures holds several rows'."""

_LEADING = 1.7
"""Lines of one number are at most this many of a figure's heights apart."""

_MOST_BESIDE = 10
"""Most Chinese characters beside a table with its labels within: remarks in the margin."""

_FIGURE = frozenset("0123456789.,+-/—–-")


@dataclass
class Supplied:
    """What is drawn on a page, with the rules that a reader's eye supplies.

    Attributes:
        strokes: All rules.
        figures: Of tables whose text shows their columns: how far down they begin and end, and
            where their columns part.
    """

    strokes: Strokes
    figures: list[tuple[float, float, tuple[float, ...]]] = field(default_factory=list)

    def told(self, table: RuledTable) -> RuledTable:
        """A table, with the edges of its columns if its text shows them."""
        for top, bottom, edges in self.figures:
            if top < table.ys[-1] and bottom > table.ys[0] and set(edges) & set(table.xs):
                return replace(table, figures=edges)
        return table


def with_uprights(
    strokes: Strokes, glyphs: Sequence[Glyph], above: Sequence[float] = ()
) -> Supplied:
    """What is drawn, with vertical rules made up between columns that have none.

    No rule goes through a character, and none is made up where others stand at the same place.

    Args:
        strokes: The page's rules.
        glyphs: Its characters.
        above: Where the columns part of the table that the page before ended with.
    """
    found = Supplied(replace(strokes))
    for stack in stacks_of(strokes.horizontal):
        for levels in _tables(stack):
            joints = _joints(levels)
            if _is_boxed(levels, strokes.vertical) or _has_words_beside(levels, glyphs):
                continue
            if joints:
                _add(found, levels, joints, glyphs)
            else:
                for table in parted_at_text(levels, glyphs):
                    edges = columns_of(table, glyphs, above)
                    if edges and _add(found, table, edges, glyphs):
                        found.figures.append((table[0].at, table[-1].at, tuple(edges)))
    return found


def _add(
    found: Supplied, levels: Sequence[Level], edges: Sequence[float], glyphs: Sequence[Glyph]
) -> bool:
    """Add rules between the columns of a table; whether its rules part its rows."""
    if _lacks_rows(levels, edges, glyphs):
        return False
    ends = [end for end in (over(levels, edges, glyphs), under(levels, edges, glyphs)) if end]
    whole = sorted([*levels, *ends], key=lambda level: level.at)
    words = [word for line in lines_of(glyphs) for word in words_of(line, NARROW)]
    rules = [rule for x in edges for rule in _uprights(x, whole, words)]
    left, right = whole[0].ends[0], whole[-1].ends[-1]
    strokes = found.strokes
    strokes.vertical = [*strokes.vertical, *rules]
    strokes.horizontal = [*strokes.horizontal, *(Rule(one.at, left, right) for one in ends)]
    return True


def _tables(levels: Sequence[Level]) -> Iterator[list[Level]]:
    """Rules that follow each other and are pieced together at the same places."""
    table: list[Level] = []
    for level in levels:
        if table and not _go_on(table[-1], level):
            yield table
            table = []
        table.append(level)
    if table:
        yield table


def _go_on(level: Level, below: Level) -> bool:
    """Whether two rules are of one table: joints of one are the other's, as far as both go."""
    start = max(level.ends[0], below.ends[0])
    end = min(level.ends[-1], below.ends[-1])
    common = [[x for x in one.joints if start + JOINT < x < end - JOINT] for one in (level, below)]
    fewer, other = (common[0], below) if len(common[0]) <= len(common[1]) else (common[1], level)
    return sum(other.parts(x) for x in fewer) >= _SHARED * len(fewer)


def _joints(levels: Sequence[Level]) -> list[float]:
    """Where rules are pieced together, or begin and end within others; not by chance."""
    places = clustered((x for level in levels for x in level.joints), JOINT)
    counts = [sum(level.parts(x) for level in levels) for x in places]
    if max(counts, default=0) < _FEWEST_LEVELS:
        return []
    return [x for x, count in zip(places, counts, strict=True) if count > 1]


def _is_boxed(levels: Sequence[Level], vertical: Sequence[Rule]) -> bool:
    """Whether vertical rules stand between the sides of a table."""
    top, bottom = levels[0].at, levels[-1].at
    left, right = min(one.ends[0] for one in levels), max(one.ends[-1] for one in levels)
    return any(
        left + JOINT < at < right - JOINT and start < bottom - JOINT and end > top + JOINT
        for at, start, end in vertical
    )


def _has_words_beside(levels: Sequence[Level], glyphs: Sequence[Glyph]) -> bool:
    """Whether a table's labels stand before its rules: these are drawn below its figures only."""
    left = min(level.ends[0] for level in levels) - JOINT
    top, bottom = levels[0].at, levels[-1].at
    beside = (one for one in glyphs if one.x1 < left and top < one.level < bottom)
    return sum("\u4e00" <= one.text <= "\u9fff" for one in beside) > _MOST_BESIDE


def _lacks_rows(levels: Sequence[Level], joints: Sequence[float], glyphs: Sequence[Glyph]) -> bool:
    """Whether figures of several rows stand between two rules: these part no rows."""
    edges = [levels[0].ends[0], *joints, max(level.ends[-1] for level in levels)]
    heights = [
        [level.at for level in levels if level.reaches((one + other) / 2)]
        for one, other in pairwise(edges)
    ]
    held: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        column = bisect_right(edges, glyph.middle) - 1
        if 0 <= column < len(heights) and not glyph.text.isspace():
            row = bisect_left(heights[column], glyph.level)
            if 0 < row < len(heights[column]):
                held.setdefault((column, row), []).append(glyph)
    figures = [cell for cell in held.values() if all(glyph.text in _FIGURE for glyph in cell)]
    return sum(map(_is_several, figures)) > _SEVERAL * len(figures)


def _is_several(figures: Sequence[Glyph]) -> bool:
    """Whether figures stand too far below each other to be lines of one number."""
    return any(
        below.level - above.level > _LEADING * above.height
        for above, below in pairwise(sorted(figures, key=lambda glyph: glyph.level))
    )


def _uprights(x: float, levels: Sequence[Level], words: Sequence[Word]) -> Iterator[Rule]:
    """Rules at a place, from each horizontal one to the next, as far as no word goes over them."""
    crossing = [(box[1] + box[3]) / 2 for box in (one.box for one in words) if box[0] < x < box[2]]
    for upper, lower in pairwise(level for level in levels if level.reaches(x)):
        if not any(upper.at < level < lower.at for level in crossing):
            yield Rule(x, upper.at, lower.at)
