"""Tables without rules most of whose cells are blank: their heads say where the columns are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewer.document.geometry.words import Word, words_of
from reviewer.document.geometry.zones import (
    HEADING,
    HIGHEST_ROW,
    LONG_ROW,
    NARROW,
    Zone,
    figures_of,
    is_rest_of_figures,
    merged,
    numbered,
    under,
)

_FEWEST_HEADS = 5
_FEWEST_WORDS = 3
"""In such a line, where heads of narrow columns are not told apart."""

_LONGEST = 6
"""Characters of a head that stands over one column."""

_REACH = 8
"""Lines that the heads of one table may take."""

_NEAR = 3.0
"""Times a line's height: how far the next line of a head may be."""

_TITLES = 3
"""Lines that a page may begin with before its table goes on."""

_ASIDE = 2.0
"""Points that lie between two heads at least."""

_HIGHEST_LONE = 4.0
"""Times a line's height: how far a lone figure may be below a row; further off are page numbers."""

_MARKS = re.compile(r"[，。；：、！？（）()“”\d]")

Interval = tuple[float, float]


def headed_zones(
    rows: Sequence[Sequence[Word]], zones: Sequence[Zone], above: Sequence[Interval] = ()
) -> Iterator[Zone]:
    """The zones with those that only their heads tell of; both with the columns that heads show.

    Args:
        rows: The lines of a page, each as its words.
        zones: Those that rows of many figures tell of.
        above: The columns of the table that the page before ended with, if it did.
    """
    left = list(zones)
    for columns, start, end in [*_carried(rows, above), *_heads(rows)]:
        lines = list(_lines(rows, end, columns))
        mine = [zone for zone in left if start <= zone.lines[0] and set(zone.lines) & set(lines)]
        if not lines or any(not set(zone.lines) <= set(lines) for zone in mine):
            continue
        placed = _placed(rows, lines, columns)
        if placed is not None and not _is_known(mine, lines, placed):
            left = [zone for zone in left if zone not in mine]
            left.append(Zone(lines, placed))
    yield from sorted(left, key=lambda zone: zone.lines[0])


def _carried(
    rows: Sequence[Sequence[Word]], above: Sequence[Interval]
) -> Iterator[tuple[list[Interval], int, int]]:
    """The columns of the page before, from the first line that has but figures below them."""
    for number, row in enumerate(rows[:_TITLES] if above else ()):
        words = under(row, above)
        if all(word.is_figure for word in words) and (words or numbered(row)):
            yield list(above), number, number
            return


def _heads(rows: Sequence[Sequence[Word]]) -> Iterator[tuple[list[Interval], int, int]]:
    """The columns that the heads of a table show, their first line and the one behind the last."""
    end = 0
    for number, row in enumerate(rows):
        if number < end or len(row) < _FEWEST_WORDS or len(_short(row)) < _FEWEST_HEADS:
            continue
        start, end = _extent(rows, number)
        lines = [_short(one) for one in rows[start:end]]
        found = [(word.box[0], word.box[2]) for word in max(lines, key=len)]
        others = [(word.box[0], word.box[2]) for line in lines for word in line]
        for low, high in sorted(others, key=lambda one: one[1] - one[0]):
            if sum(a < high + _ASIDE and b > low - _ASIDE for a, b in found) <= 1:
                found = merged([*found, (low, high)])
        yield found, start, end


def _extent(rows: Sequence[Sequence[Word]], number: int) -> tuple[int, int]:
    """The lines about one of a head that belong to the same head."""
    start, end = number, number + 1
    while start > 0 and number - start < _REACH and _goes_on(rows[start - 1], rows[start]):
        start -= 1
    while end < len(rows) and end - number < _REACH and _goes_on(rows[end - 1], rows[end]):
        end += 1
    return start, end


def _goes_on(row: Sequence[Word], below: Sequence[Word]) -> bool:
    """Whether two lines next to each other are lines of one head."""
    near = below[0].box[1] - row[0].box[1] < _NEAR * (row[0].box[3] - row[0].box[1])
    return near and not any(
        figures_of(one) or numbered(one) or HEADING.match(one[0].text) for one in (row, below)
    )


def _short(row: Sequence[Word]) -> list[Word]:
    """The words of a line that may be the head of one column."""
    words = (part for word in row for part in words_of(word.line, NARROW))
    return [
        word
        for word in words
        if len(word.text) <= _LONGEST and not word.is_figure and not _MARKS.search(word.text)
    ]


def _lines(
    rows: Sequence[Sequence[Word]], start: int, columns: Sequence[Interval]
) -> Iterator[int]:
    """The lines of figures below a head: whatever else stands under its columns ends them."""
    above = rows[max(start - 1, 0)]
    for number in range(start, len(rows)):
        row = rows[number]
        height = row[0].box[3] - row[0].box[1]
        words = under(row, columns)
        step = row[0].box[1] - above[0].box[1]
        is_lone = len(row) == 1 and row[0].is_figure
        if step > (_HIGHEST_LONE if is_lone else HIGHEST_ROW) * height:
            return
        if not all(word.is_figure for word in words):
            return
        if words and not is_rest_of_figures(above, row, columns):
            yield number
        above = row


def _placed(
    rows: Sequence[Sequence[Word]], lines: Sequence[int], columns: Sequence[Interval]
) -> list[Interval] | None:
    """The columns with their figures; None unless each figure stands below one head."""
    found = list(columns)
    figures = [word for number in lines for word in figures_of(rows[number])]
    taken = merged([(word.box[0], word.box[2]) for word in figures])
    for low, high in taken:
        over = [at for at, (a, b) in enumerate(columns) if a < high and b > low]
        if len(over) != 1 and high > columns[0][0]:
            return None
        if over:
            a, b = found[over[0]]
            found[over[0]] = min(a, low), max(b, high)
    return found if merged(found) == found else None


def _is_known(zones: Sequence[Zone], lines: Sequence[int], columns: Sequence[Interval]) -> bool:
    """Whether rows of figures tell of as many columns and rows as the heads do.

    A lone row is no table, unless it is as long as one.
    """
    if len(lines) == 1 and len(columns) < LONG_ROW:
        return True
    return len(zones) == 1 and (
        len(zones[0].columns) >= len(columns) and set(lines) <= set(zones[0].lines)
    )
