"""Tables without rules most of whose cells are blank: their heads say where the columns are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from reviewer.document.geometry.frames import Rectangle
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
_FEWEST_WORDS = 2
"""At least this many heads' words stand in one line."""

_LONGEST = 6
"""A head over one column has at most this many characters."""

_REACH = 12
"""The heads of a table take at most this many lines; some print a character on each."""

_NEAR = 3.0
"""The next line of a head is at most this many line heights away."""

_TITLES = 3
"""A page may begin with this many lines before its table goes on."""

_ASIDE = 2.0
"""At least this many points lie between two heads."""

_HIGHEST_LONE = 4.0
"""A lone figure this many line heights below a row may be its; farther off are page numbers."""

_LAST = 2.0
"""The same for what may be a page's number, with nothing below it."""

_DIGITS = "一二三四五六七"
_PAGE_NUMBER = re.compile(r"[-—–·第]*\d{1,3}(?:[/／]\d{1,3})?[-—–·页]*")
_MARKS = re.compile(r"[，。；：、！？（）()“”\d]")

Interval = tuple[float, float]

Opening = tuple[float, Sequence[Interval]]
"""Where a table ends that goes on without rules, and its columns of figures."""

_HeadOf = Callable[[Interval, Sequence[Interval]], int | None]
"""Which head some figures stand below, if that can be told."""


def headed_zones(
    rows: Sequence[Sequence[Word]], zones: Sequence[Zone], above: Sequence[Opening] = ()
) -> Iterator[Zone]:
    """The zones with those that only their heads tell of; both with the columns that heads show.

    Args:
        rows: The lines of a page, each as its words.
        zones: Those that rows of many figures tell of.
        above: The columns of tables whose rules end above lines, or with the page before.
    """
    left = list(zones)
    for columns, start, end in [*_carried(rows, above), *_headed(rows)]:
        lines = list(_lines(rows, end, columns))
        mine = [zone for zone in left if start <= zone.lines[0] and set(zone.lines) & set(lines)]
        if not lines or any(not set(zone.lines) <= set(lines) for zone in mine):
            continue
        placed = _placed(rows, lines, columns)
        if (
            placed is not None
            and not _is_known(mine, lines, placed)
            and _is_table(rows, lines, placed)
        ):
            left = [zone for zone in left if zone not in mine]
            last = _last_label(rows, lines, columns)
            blank = lines[0] - next(at for at in (*_labelled(rows, end), lines[0]))
            left.append(Zone(lines, placed, last, max(blank, 0), is_carried=start == end))
    yield from sorted(left, key=lambda zone: zone.lines[0])


def _labelled(rows: Sequence[Sequence[Word]], start: int) -> Iterator[int]:
    """The lines from one on in which numbered labels begin."""
    return (number for number in range(start, len(rows)) if numbered(rows[number]))


def _headed(rows: Sequence[Sequence[Word]]) -> Iterator[tuple[list[Interval], int, int]]:
    """The columns that heads show, the heads' first line and the one behind their last."""
    for columns, start, end in _heads(rows):
        own = _beside_labels(columns, rows[end : end + _TITLES])
        if len(own) >= _FEWEST_HEADS:
            yield own, start, end


def _beside_labels(columns: Sequence[Interval], below: Sequence[Sequence[Word]]) -> list[Interval]:
    """The columns without those that the first row's label reaches into: they are the labels'."""
    first = next((at for at, row in enumerate(below) if figures_of(row)), len(below))
    labels = [word for row in below[: first + 1] for word in numbered(row)]
    reach = max((word.box[2] for word in labels), default=0.0) - _ASIDE
    return [column for column in columns if column[0] > reach]


def _carried(
    rows: Sequence[Sequence[Word]], above: Sequence[Opening]
) -> Iterator[tuple[list[Interval], int, int]]:
    """The columns of tables above, from the first line that has but figures below them."""
    for top, columns in above:
        first = next((at for at, row in enumerate(rows) if row[0].box[1] > top), len(rows))
        below = rows[first : first + _TITLES]
        own = _beside_labels(columns, below)
        for number, row in enumerate(below if own else (), start=first):
            words = under(row, own)
            if all(word.is_figure for word in words) and (words or numbered(row)):
                yield own, number, number
                break


def open_heads(rows: Sequence[Sequence[Word]]) -> list[Interval]:
    """The columns of a table of which a page has but the heads, at its end; else nothing."""
    for columns, _, end in _heads(rows):
        if all(_is_page_number(row) for row in rows[end:]):
            return columns
    return []


def _heads(rows: Sequence[Sequence[Word]]) -> Iterator[tuple[list[Interval], int, int]]:
    """The columns that the heads of a table show, their first line and the one behind the last.

    Heads of several lines stand in the middle of their cells: no line need have all of them.
    """
    end = 0
    for number, row in enumerate(rows):
        if number < end or len(_short(row)) < _FEWEST_WORDS:
            continue
        start, last = _extent(rows, number)
        words = [word.box for line in rows[start:last] for word in _short(line)]
        found: list[Interval] = []
        for low, _, high, _ in sorted(words, key=_narrow_and_low):
            if sum(a < high + _ASIDE and b > low - _ASIDE for a, b in found) <= 1:
                found = merged([*found, (low, high)])
        if len(found) >= _FEWEST_HEADS:
            end = last
            yield found, start, end


def _narrow_and_low(box: Rectangle) -> tuple[int, float]:
    """Sorts words by their width; of the same width, lower ones are heads of one column first."""
    return round((box[2] - box[0]) / _ASIDE), -box[1]


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
        if number + 1 == len(rows) and _is_page_number(row) and step > _LAST * height:
            return
        if not all(word.is_figure for word in words):
            return
        if words and (row is above or not is_rest_of_figures(above, row, columns)):
            yield number
        above = row


def _is_page_number(row: Sequence[Word]) -> bool:
    """Whether a line says what a page prints at its end as its number."""
    return _PAGE_NUMBER.fullmatch("".join(word.text for word in row)) is not None


def _last_label(
    rows: Sequence[Sequence[Word]], lines: Sequence[int], columns: Sequence[Interval]
) -> int:
    """The last of the numbered labels that stand below rows of figures, without figures.

    A heading is none of them: its number does not go on counting.
    """
    counted = [_count(row) for row in rows[lines[0] : lines[-1] + 1]]
    last, highest = 0, max(counted, default=-1)
    for number in range(lines[-1] + 1, 0 if Zone([*lines], [*columns]).is_lone else len(rows)):
        row, above = rows[number], rows[number - 1]
        height = row[0].box[3] - row[0].box[1]
        if under(row, columns) or row[0].box[1] - above[0].box[1] > _HIGHEST_LONE * height:
            break
        if 0 <= _count(row) <= highest:
            break
        if numbered(row):
            last, highest = number, max(highest, _count(row))
    return last


def _count(row: Sequence[Word]) -> int:
    """What a line is numbered by as headings are; -1 if it is not."""
    first = row[0].plain
    return _DIGITS.index(first[0]) if HEADING.match(first) else -1


def _placed(
    rows: Sequence[Sequence[Word]], lines: Sequence[int], columns: Sequence[Interval]
) -> list[Interval] | None:
    """The columns with their figures; None unless it is certain below which head each stands."""
    figures = [word for number in lines for word in figures_of(rows[number])]
    taken = merged([(one.box[0], one.box[2]) for one in figures if one.box[2] > columns[0][0]])
    if found := _with_figures(columns, taken, _below_one):
        return found
    flush = [_with_figures(columns, taken, one) for one in (_flush_right, _flush_left)]
    ways = [way for way in flush if way]
    return ways[0] if len(ways) == 1 else None


def _with_figures(
    heads: Sequence[Interval], figures: Sequence[Interval], head_of: _HeadOf
) -> list[Interval]:
    """The columns with their figures; nothing unless each column has its own."""
    found = list(heads)
    held = [head_of(one, heads) for one in figures]
    for (low, high), head in zip(figures, held, strict=True):
        if head is None or held.count(head) > 1:
            return []
        found[head] = min(found[head][0], low), max(found[head][1], high)
    return found if merged(found) == found else []


def _below_one(figures: Interval, heads: Sequence[Interval]) -> int | None:
    """The one head that figures stand below, as they do if both stand in the middle of cells."""
    low, high = figures
    over = [at for at, (a, b) in enumerate(heads) if a < high and b > low]
    return over[0] if len(over) == 1 else None


def _flush_right(figures: Interval, heads: Sequence[Interval]) -> int | None:
    """The last head whose middle figures end behind, as if they end at their cells' right edges."""
    before = [at for at, (start, end) in enumerate(heads) if (start + end) / 2 < figures[1]]
    return before[-1] if before else None


def _flush_left(figures: Interval, heads: Sequence[Interval]) -> int | None:
    """The first head whose middle figures begin before, as if they begin at cells' left edges."""
    behind = [at for at, (start, end) in enumerate(heads) if (start + end) / 2 > figures[0]]
    return behind[0] if behind else None


def _is_table(
    rows: Sequence[Sequence[Word]], lines: Sequence[int], columns: Sequence[Interval]
) -> bool:
    """Whether there are several rows, or one that has a label or is as long as a table."""
    first = lines[0]
    labelled = any(numbered(row) for row in rows[max(first - 1, 0) : first + 1])
    return len(lines) > 1 or len(columns) >= LONG_ROW or labelled


def _is_known(zones: Sequence[Zone], lines: Sequence[int], columns: Sequence[Interval]) -> bool:
    """Whether rows of figures tell of as many columns and rows as the heads do."""
    return len(zones) == 1 and (
        len(zones[0].columns) >= len(columns) and set(lines) <= set(zones[0].lines)
    )
