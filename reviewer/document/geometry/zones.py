"""Rows of figures that stand below each other, with the labels and heads that belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reviewer.document.geometry.glyphs import Glyph
from reviewer.document.geometry.lines import Line
from reviewer.document.geometry.words import Word, words_of

_FEWEST_FIGURES = 5
_FEWEST_ROWS = 3

LONG_ROW = 12
"""This many figures in one line are a table by themselves."""

HIGHEST_ROW = 16.0
"""The next row of a table is at most this many line heights away."""

_PITCH = 2.5
"""The next line of a head is at most this many line heights away."""

_HIGH_PITCH = 6.0
"""The same where it is a line of short words, as rows may be high."""

NARROW = 0.2
"""A gap of this share of a character's height parts the heads of narrow columns."""

MOST = 0.8
"""This share of the rows must show a sign for it to hold for the table."""

_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[、.．）)]|[（(]?\d{1,2}[.．、)）](?!\d)")
_OPENING = "（("
"""Brackets, which some fonts set far from what they hold."""

_WRAPPED = 1.7
"""A number that does not fit its cell goes on at most this many line heights below."""

_INTO = 5.0
"""What begins this many points before the first column of figures is no figure of it."""

_SENTENCE = re.compile("[，。；：！？]")
HEADING = re.compile(r"[一二三四五六七]、")


@dataclass
class Zone:
    """Rows of figures that stand below each other, as the numbers of their lines.

    ``last`` is the line of the last label below them, of rows all of whose cells are blank;
    ``blank`` is how many lines of such labels there are above them; ``is_carried`` tells that
    the heads stand on the page before.
    """

    lines: list[int]
    columns: list[tuple[float, float]] = field(default_factory=list)
    last: int = 0
    blank: int = 0
    is_carried: bool = False

    @property
    def first(self) -> int:
        """The line that its rows begin in."""
        return self.lines[0] - self.blank

    @property
    def is_lone(self) -> bool:
        """Whether it is one long row, as the table is that has no labels."""
        return len(self.lines) == 1 and len(self.columns) >= LONG_ROW


def row_of(line: Line) -> list[Word]:
    """The words of a line; labels of neighbouring columns are parted, however close they stand."""
    found: list[Word] = []
    for word in words_of(line):
        parts: list[Glyph] = []
        for part in words_of(word.line, NARROW):
            if parts and parts[-1].text not in _OPENING and _NUMBERED.match(part.plain):
                found.append(Word(Line(tuple(parts))))
                parts = []
            parts += part.line.glyphs
        found.append(Word(Line(tuple(parts))))
    return found


def with_parted_figures(rows: Sequence[Sequence[Word]]) -> Sequence[Sequence[Word]]:
    """The words of lines; figures that stand close are parted where other rows show two columns."""
    tables = [zone.columns for zone in _long_rows(rows)]
    return [[part for word in row for part in _parted(word, tables)] for row in rows]


def _parted(word: Word, tables: Sequence[Sequence[tuple[float, float]]]) -> Sequence[Word]:
    """The figures that a word is made of, if each stands in a column of its own; else the word."""
    if word.is_figure or not word.text[0].isdigit():
        return [word]
    parts = list(words_of(word.line, NARROW))
    if not all(part.is_figure for part in parts):
        return [word]
    return parts if any(_stand_in_own(parts, columns) for columns in tables) else [word]


def _stand_in_own(words: Sequence[Word], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether each word stands in one column, and no other one in that."""
    held = [
        [at for at, (low, high) in enumerate(columns) if low < word.box[2] and high > word.box[0]]
        for word in words
    ]
    return all(len(one) == 1 for one in held) and len({at for (at,) in held}) == len(held)


def zones_of(rows: Sequence[Sequence[Word]]) -> Iterator[Zone]:
    """Runs of rows whose figures stand in the same columns."""
    return (_with_short_rows(rows, zone) for zone in _long_rows(rows))


def _long_rows(rows: Sequence[Sequence[Word]]) -> Iterator[Zone]:
    """The same without rows of few figures."""
    zone = Zone([])
    for number, row in enumerate(rows):
        figures = figures_of(row)
        if len(figures) < _FEWEST_FIGURES:
            continue
        if zone.lines and is_rest_of_figures(rows[number - 1], row, zone.columns):
            continue
        if zone.lines and not _fits(zone, rows[zone.lines[-1]], figures):
            yield from _whole(zone)
            zone = Zone([])
        zone.lines.append(number)
        zone.columns = merged([*zone.columns, *((one.box[0], one.box[2]) for one in figures)])
    yield from _whole(zone)


def _with_short_rows(rows: Sequence[Sequence[Word]], zone: Zone) -> Zone:
    """With the lines among its rows that have few figures, as the rest of their cells is blank."""
    short = [
        number
        for number in range(zone.lines[0] + 1, zone.lines[-1])
        if number not in zone.lines and _is_short_row(rows[number], zone.columns)
    ]
    zone.lines = sorted([*zone.lines, *short])
    return zone


def _is_short_row(row: Sequence[Word], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether all that stands under columns are figures, each of them within one."""
    words = under(row, columns)
    return bool(words) and all(
        word.is_figure and sum(a < word.box[2] and b > word.box[0] for a, b in columns) == 1
        for word in words
    )


def under(row: Sequence[Word], columns: Sequence[tuple[float, float]]) -> list[Word]:
    """What of a line stands under columns; labels may reach below the first."""
    first, end = columns[0]
    return [word for word in row if word.box[2] > (end if word.box[0] < first - _INTO else first)]


def figures_of(row: Sequence[Word]) -> list[Word]:
    """The words of a line that are what stands in cells for figures."""
    return [word for word in row if word.is_figure]


def _fits(zone: Zone, above: Sequence[Word], figures: Sequence[Word]) -> bool:
    """Whether figures stand near below a zone's last row, each in one of its columns."""
    height = figures[0].box[3] - figures[0].box[1]
    if figures[0].box[1] - figures_of(above)[0].box[1] > HIGHEST_ROW * height:
        return False
    held = [
        sum(low < one.box[2] and high > one.box[0] for low, high in zone.columns) for one in figures
    ]
    return held.count(1) >= MOST * len(figures) and max(held) == 1


def merged(intervals: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Intervals that overlap, or nearly so, taken together."""
    found: list[tuple[float, float]] = []
    for low, high in sorted(intervals):
        if found and low <= found[-1][1] + 1.0:
            found[-1] = (found[-1][0], max(high, found[-1][1]))
        else:
            found.append((low, high))
    return found


def _whole(zone: Zone) -> Iterator[Zone]:
    least = 1 if len(zone.columns) >= LONG_ROW else _FEWEST_ROWS
    if len(zone.lines) >= least and len(zone.columns) >= _FEWEST_FIGURES:
        yield zone


def numbered(row: Sequence[Word]) -> list[Word]:
    """The words of a line that begin with a number, as labels do."""
    return [word for word in row if _NUMBERED.match(word.plain)]


def is_row(row: Sequence[Word], zone: Zone) -> bool:
    """Whether something stands under the figures above."""
    return bool(under(row, zone.columns))


def last_line(rows: Sequence[Sequence[Word]], zone: Zone) -> int:
    """The last line of the last row: its label may go on below the figures."""
    last = max(zone.lines[-1], zone.last)
    edge = zone.columns[0][0]
    while last + 1 < len(rows) and (
        _is_rest_of_label(rows[last], rows[last + 1], edge)
        or is_rest_of_figures(rows[last], rows[last + 1], zone.columns)
    ):
        last += 1
    return last


def is_rest_of_figures(
    row: Sequence[Word], below: Sequence[Word], columns: Sequence[tuple[float, float]]
) -> bool:
    """Whether only digits stand under columns close below others: numbers too wide for cells."""
    height = row[0].box[3] - row[0].box[1]
    words = under(below, columns)
    if below[0].box[1] - row[0].box[1] > _WRAPPED * height or numbered(below):
        return False
    return bool(words) and all(
        word.text.isdigit()
        and any(
            one.text[-1:].isdigit() and one.box[0] < word.box[2] and one.box[2] > word.box[0]
            for one in under(row, columns)
        )
        for word in words
    )


def _is_rest_of_label(row: Sequence[Word], below: Sequence[Word], edge: float) -> bool:
    box = below[0].box
    height = box[3] - box[1]
    is_near = box[1] - row[0].box[1] < 2 * height
    is_rest = all(word.box[2] <= edge + _INTO and not _NUMBERED.match(word.plain) for word in below)
    return is_near and is_rest


def heads_of(rows: Sequence[Sequence[Word]], zone: Zone) -> list[Sequence[Word]]:
    """The lines of a table's head, each by itself: what stands over its columns."""
    found: list[Sequence[Word]] = []
    below = rows[zone.first]
    for row in reversed(rows[: zone.first]):
        height = row[0].box[3] - row[0].box[1]
        pitch = _HIGH_PITCH if _are_short(row, zone) else _PITCH
        is_near = below[0].box[1] - row[0].box[1] < pitch * height
        if not is_near or not is_row(row, zone) or HEADING.match(row[0].plain):
            break
        if row[-1].box[0] < zone.columns[0][0] - _PITCH * height:
            break
        found.insert(0, row)
        below = row
    return [[part for word in row for part in words_of(word.line, NARROW)] for row in found]


def _are_short(row: Sequence[Word], zone: Zone) -> bool:
    """Whether words over the columns are no sentence: short, and without its marks."""
    left, right = zone.columns[0][0], zone.columns[-1][1]
    over = [word for word in row if word.box[2] > left]
    longest = max((word.box[2] - word.box[0] for word in over), default=0.0)
    return longest < (right - left) / 2 and not any(_SENTENCE.search(word.text) for word in over)
