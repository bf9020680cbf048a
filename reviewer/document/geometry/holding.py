"""Which cell of a table each character on the page belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reviewer.document.geometry.frames import Rectangle
from reviewer.document.geometry.glyphs import Glyph
from reviewer.document.geometry.ruling import Area, RuledTable

_STRADDLE = 0.25
"""A character with this share of its width on either side of a rule may belong to either cell."""

_STRUCK = 0.3
"""A rule that runs this share of its height within a character runs through it."""

_CLOSE = 0.6
"""Characters of a word are at most this many points apart; between cells there are some ten."""

_CENTRED = 0.15
"""The middle of a cell's text may be off the cell's by this share of its width."""

_BETWEEN = 0.12
"""A rule between two characters may cut off this share of a character's width."""

_NEXT = 0.35
"""The next digit of a number stands at most this share of a digit's height behind."""

_FIGURE = frozenset("0123456789０１２３４５６７８９,，.．+-－")

_NIL = "无"
"""The Chinese character that may stand in a cell instead of a figure."""

Held = dict[Area, list[Glyph]]


def held_by(table: RuledTable, glyphs: Sequence[Glyph]) -> tuple[Held, set[Area]]:
    """What each cell holds, and the cells of which that is not certain.

    A character belongs to the cell that its middle stands in. Words that go over a rule belong to
    the one cell that they were written in: a label too long for its cell is no part of the figure
    that it is printed over.

    Args:
        table: With its cells.
        glyphs: In the file's order; what stands beside the table belongs to its outer cells.
    """
    owner = {
        (row, column): area
        for area in table.areas
        for row in range(area.row, area.row_end)
        for column in range(area.column, area.column_end)
    }
    xs, ys = table.xs, table.ys
    last = len(xs) - 2
    areas = [
        owner[
            bisect_right(ys, glyph.level) - 1,
            min(max(bisect_right(xs, glyph.middle) - 1, 0), last),
        ]
        for glyph in glyphs
    ]
    across: set[Area] = set()
    for start, end in _crossing(glyphs, areas):
        run, own = glyphs[start:end], areas[start:end]
        is_over = _is_printed_over(run, set(own), [*zip(glyphs, areas, strict=True)])
        home = _home(table, run, own, is_over=is_over)
        across |= set(areas[start:end]) if home is None else {home}
        if home is not None:
            areas[start:end] = [home] * (end - start)
    held: Held = {area: [] for area in table.areas}
    for glyph, area in zip(glyphs, areas, strict=True):
        held[area].append(glyph)
    return held, across | _straddling(table, held)


def _crossing(glyphs: Sequence[Glyph], areas: Sequence[Area]) -> Iterator[tuple[int, int]]:
    """Words that go from one cell into the next, as ranges of their characters."""
    reached = 0
    for index in range(1, len(glyphs)):
        if index < reached or areas[index] == areas[index - 1]:
            continue
        if not _goes_on(glyphs[index - 1], glyphs[index]):
            continue
        start, end = index - 1, index + 1
        while start > reached and _goes_on(glyphs[start - 1], glyphs[start]):
            start -= 1
        while end < len(glyphs) and _goes_on(glyphs[end - 1], glyphs[end]):
            end += 1
        yield start, end
        reached = end


def _goes_on(before: Glyph, glyph: Glyph) -> bool:
    """Whether a character stands so close behind the one before that no rule parts them."""
    if before.text.isspace() or glyph.text.isspace() or abs(before.y1 - glyph.y1) > _CLOSE:
        return False
    return -_CLOSE < glyph.x0 - before.x1 < _CLOSE


def _is_printed_over(
    run: Sequence[Glyph], areas: set[Area], placed: Sequence[tuple[Glyph, Area]]
) -> bool:
    """Whether words lie over others in the cells that they go into: they were not written there."""
    left, right, top, bottom = run[0].x0, run[-1].x1, run[0].y0, run[0].y1
    own = set(run)
    return any(
        area in areas
        and glyph.x0 < right
        and glyph.x1 > left
        and glyph.y0 < bottom
        and glyph.y1 > top
        for glyph, area in placed
        if glyph not in own and not glyph.text.isspace()
    )


def _home(
    table: RuledTable, run: Sequence[Glyph], areas: Sequence[Area], *, is_over: bool
) -> Area | None:
    """The cell that words were written in which go over rules; None if they may be of several."""
    left, right = run[0].x0, run[-1].x1
    if not is_over and any(
        _is_between(table, *pair) for pair in pairwise(zip(run, areas, strict=True))
    ):
        return None
    if all(glyph.text in _FIGURE for glyph in run):
        over = {area for area in areas if left < _middle(table, area) < right}
        return over.pop() if len(over) == 1 else None
    middle = (left + right) / 2
    for area in dict.fromkeys(areas):
        x0, _, x1, _ = table.box_of(area)
        if abs(middle - _middle(table, area)) < _CENTRED * (x1 - x0):
            break
    else:
        area = areas[0]
    beyond = [glyph.text for glyph, own in zip(run, areas, strict=True) if own != area]
    return area if all(map(_is_letter, beyond)) else None


def _is_between(table: RuledTable, before: tuple[Glyph, Area], behind: tuple[Glyph, Area]) -> bool:
    """Whether the rule between two characters of two cells goes through neither."""
    (glyph, area), (following, other) = before, behind
    at = table.xs[area.column_end]
    cut = _BETWEEN * (glyph.x1 - glyph.x0)
    return area != other and glyph.x1 - cut < at < following.x0 + cut


def _middle(table: RuledTable, area: Area) -> float:
    return (table.xs[area.column] + table.xs[area.column_end]) / 2


def _is_letter(text: str) -> bool:
    """Whether a character is one of a label's words, and none of what cells for figures hold."""
    return ("\u4e00" <= text <= "\u9fff" and text != _NIL) or text in "（）、，“”："


def _straddling(table: RuledTable, held: Held) -> set[Area]:
    """The cells over whose edge a character goes; if it is an upright one, those it goes into.

    A figure that a label's character is printed over is whole all the same.
    """
    found: set[Area] = set()
    for area, glyphs in held.items():
        left, top, right, bottom = table.box_of(area)
        for glyph in glyphs:
            much = _STRADDLE * (glyph.x1 - glyph.x0)
            high = _STRUCK * glyph.height
            beyond = left - glyph.x0 > much or glyph.x1 - right > much
            crossed = top - glyph.y0 > high or glyph.y1 - bottom > high
            if crossed and not glyph.text.isspace():
                found.add(area)
            if beyond and not glyph.text.isspace():
                found.add(area)
                struck = (one for one in held if _is_struck(table.box_of(one), glyph))
                found |= {one for one in struck if not (held[one] and _is_letter(glyph.text))}
    return found


def _is_struck(box: Rectangle, glyph: Glyph) -> bool:
    return glyph.x0 < box[2] and glyph.x1 > box[0] and box[1] < glyph.level < box[3]


def with_rest(
    inside: list[Glyph], others: list[Glyph], box: Rectangle
) -> tuple[list[Glyph], list[Glyph]]:
    """What stands in a table with the digits beside it that go on with its numbers; the others."""
    left, top, right, bottom = box
    beside = [
        glyph
        for glyph in others
        if top < glyph.level < bottom
        and glyph.text.isdigit()
        and (0 <= glyph.middle - right < glyph.height or 0 <= left - glyph.middle < glyph.height)
    ]
    rest = {glyph for glyph in beside if any(_is_next(one, glyph) for one in inside)}
    if not rest:
        return inside, others
    return [*inside, *rest], [glyph for glyph in others if glyph not in rest]


def _is_next(one: Glyph, other: Glyph) -> bool:
    """Whether two digits stand as near side by side as those of one number."""
    if not one.text.isdigit() or abs(one.y1 - other.y1) > _CLOSE:
        return False
    return max(one.x0, other.x0) - min(one.x1, other.x1) < _NEXT * one.height
