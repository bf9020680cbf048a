"""Tables without vertical rules, or without any: columns are seen by how figures are aligned.

What a reader's eye supplies is made up here as rules, so that such a table is then read as one
that has them. Only long runs of rows with the same five figures and more are taken for tables;
lines of fewer stay text, from which their figures are read as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reviewer.document.pdf.clusters import clustered
from reviewer.document.pdf.dotted import joined
from reviewer.document.pdf.frames import Rectangle
from reviewer.document.pdf.glyphs import Glyph
from reviewer.document.pdf.lines import Line
from reviewer.document.pdf.ruling import RuledTable, ruled_tables
from reviewer.document.pdf.strokes import Rule, Strokes

_FEWEST_FIGURES = 5
_FEWEST_ROWS = 3
_WORD_GAP = 0.7
"""Of a character's height: a wider gap parts words."""

_HIGHEST_ROW = 16.0
"""Times a line's height: how far the next row of a table may be."""

_PITCH = 2.5
"""Times a line's height: how far the next line of a head may be."""

_MOST = 0.8
"""Of the rows: so many must show a sign for it to hold for the table."""

_ASIDE = 3.0
"""Points between a made up rule and the text beside it."""

_FIGURE = re.compile(r"[-+−－]?[\d０-９][\d０-９,，.]*[%％]?|[/／—–\-]+|无")
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[、.．）)]|[（(]?\d{1,2}[.．、)）](?!\d)")
_HEADING = re.compile(r"[一二三四五六七]、")


@dataclass(frozen=True)
class _Word:
    box: Rectangle
    text: str

    @property
    def is_figure(self) -> bool:
        return _FIGURE.fullmatch(self.text) is not None


@dataclass
class _Zone:
    """Rows of figures that stand below each other, as the numbers of their lines."""

    lines: list[int]
    columns: list[tuple[float, float]] = field(default_factory=list)


def implied_tables(lines: Sequence[Line], strokes: Strokes) -> list[RuledTable]:
    """The tables that lines outside ruled tables make, from the top."""
    if sum(line.is_spaced for line in lines) < _FEWEST_ROWS:
        return []
    rows = [list(_words(line)) for line in lines]
    horizontal = joined(strokes.horizontal, ((y, x) for x, y in strokes.dots))
    found = Strokes()
    for zone in _zones(rows):
        level = _level_rules(rows, zone, horizontal) or _made_up_rules(rows, zone)
        if level:
            found.horizontal += level
            found.vertical += _upright_rules(rows, zone, level)
    return ruled_tables(found)


def _words(line: Line) -> Iterator[_Word]:
    start: list[Glyph] = []
    for glyph in line.glyphs:
        if glyph.text.isspace():
            continue
        if start and glyph.x0 - start[-1].x1 > _WORD_GAP * (glyph.y1 - glyph.y0):
            yield _word(start)
            start = []
        start.append(glyph)
    if start:
        yield _word(start)


def _word(glyphs: list[Glyph]) -> _Word:
    line = Line(tuple(glyphs))
    return _Word(line.box, line.text)


def _figures(row: Sequence[_Word]) -> list[_Word]:
    return [word for word in row if word.is_figure]


def _zones(rows: Sequence[Sequence[_Word]]) -> Iterator[_Zone]:
    """Runs of rows whose figures stand in the same columns."""
    zone = _Zone([])
    for number, row in enumerate(rows):
        figures = _figures(row)
        if len(figures) < _FEWEST_FIGURES:
            continue
        if zone.lines and not _fits(zone, rows[zone.lines[-1]], figures):
            yield from _whole(zone)
            zone = _Zone([])
        zone.lines.append(number)
        zone.columns = _merged([*zone.columns, *((one.box[0], one.box[2]) for one in figures)])
    yield from _whole(zone)


def _fits(zone: _Zone, above: Sequence[_Word], figures: Sequence[_Word]) -> bool:
    """Whether figures stand near below a zone's last row, each in one of its columns."""
    height = figures[0].box[3] - figures[0].box[1]
    if figures[0].box[1] - _figures(above)[0].box[1] > _HIGHEST_ROW * height:
        return False
    held = [
        sum(low < one.box[2] and high > one.box[0] for low, high in zone.columns) for one in figures
    ]
    return held.count(1) >= _MOST * len(figures) and max(held) == 1


def _merged(intervals: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for low, high in sorted(intervals):
        if found and low <= found[-1][1] + 1.0:
            found[-1] = (found[-1][0], max(high, found[-1][1]))
        else:
            found.append((low, high))
    return found


def _whole(zone: _Zone) -> Iterator[_Zone]:
    if len(zone.lines) >= _FEWEST_ROWS and len(zone.columns) >= _FEWEST_FIGURES:
        yield zone


def _level_rules(
    rows: Sequence[Sequence[_Word]], zone: _Zone, horizontal: Sequence[Rule]
) -> list[Rule]:
    """The rules between the rows, if there are any, with those of heads above and rows below."""
    left, right = zone.columns[0][0], zone.columns[-1][1]
    across = sorted(rule for rule in horizontal if rule.start < left + 2 and rule.end > right - 2)
    tops = [_figures(rows[number])[0].box[1] for number in zone.lines]
    height = _figures(rows[zone.lines[0]])[0].box[3] - tops[0]
    between = [
        any(upper < rule.at < lower + 2 for rule in across) for upper, lower in pairwise(tops)
    ]
    if between.count(True) < _MOST * len(between):
        return []
    levels = clustered((rule.at for rule in across), 1.0)
    above = [at for at in levels if at < tops[0] + 2]
    below = [at for at in levels if tops[-1] + 2 < at < tops[-1] + _HIGHEST_ROW * height]
    top = _head_top(rows, above)
    if top is None or not below:
        return []
    return [rule for rule in horizontal if top - 1 <= rule.at <= below[0] + 1 and rule.end > left]


def _head_top(rows: Sequence[Sequence[_Word]], above: Sequence[float]) -> float | None:
    """The uppermost of the rules between which a table's head stands, up from its first row."""
    top: float | None = None
    for at in reversed(above):
        between = [
            word for row in rows for word in row if top is not None and at < word.box[1] < top - 2
        ]
        if top is not None and (
            not between
            or any(_HEADING.match(word.text) for word in between)
            or top - at > _HIGHEST_ROW * (between[0].box[3] - between[0].box[1])
        ):
            break
        top = at
    return top


def _made_up_rules(rows: Sequence[Sequence[_Word]], zone: _Zone) -> list[Rule]:
    """Rules above the rows, from their numbered label on; none if labels do not begin there."""
    inside = rows[zone.lines[0] : _last_line(rows, zone) + 1]
    begun = [row for row in inside if _numbered(row) or _is_row(row, zone)]
    if not all(map(_numbered, begun)):
        return []
    left = min(word.box[0] for row in inside for word in row) - _ASIDE
    right = max(word.box[2] for row in inside for word in row) + _ASIDE
    rules = [Rule(_top(row), _numbered(row)[0].box[0] - _ASIDE, right) for row in begun]
    bottom = max(word.box[3] for word in inside[-1]) + 0.5
    heads = list(_head_rules(_heads(rows, zone), [*_between_figures(rows, zone), right]))
    top = Rule(min([rules[0].at, *(rule.at for rule in heads)]), left, right)
    whole = [Rule(rules[0].at, left, right), Rule(bottom, left, right)]
    return [top, *heads, *whole, *rules[1:]]


def _head_rules(heads: Sequence[Sequence[_Word]], edges: Sequence[float]) -> Iterator[Rule]:
    """Rules between the lines of a head, but where a word goes on below in the same column."""
    if heads:
        yield Rule(_top(heads[0]), edges[0], edges[-1])
    for upper, lower in pairwise(heads):
        for left, right in pairwise(edges):
            both = [
                any(left <= word.box[0] and word.box[2] <= right for word in row)
                for row in (upper, lower)
            ]
            if not all(both):
                yield Rule(_top(lower), left, right)


def _top(row: Sequence[_Word]) -> float:
    return min(word.box[1] for word in row) - 0.5


def _heads(rows: Sequence[Sequence[_Word]], zone: _Zone) -> list[Sequence[_Word]]:
    """The lines of a table's head, each by itself: what stands over its columns."""
    found: list[Sequence[_Word]] = []
    below = rows[zone.lines[0]]
    for row in reversed(rows[: zone.lines[0]]):
        height = row[0].box[3] - row[0].box[1]
        is_near = below[0].box[1] - row[0].box[1] < _PITCH * height
        if not is_near or not _is_row(row, zone) or _HEADING.match(row[0].text):
            break
        if row[-1].box[0] < zone.columns[0][0] - _PITCH * height:
            break
        found.insert(0, row)
        below = row
    return found


def _numbered(row: Sequence[_Word]) -> list[_Word]:
    return [word for word in row if _NUMBERED.match(word.text)]


def _is_row(row: Sequence[_Word], zone: _Zone) -> bool:
    """Whether something stands under the figures above."""
    return any(word.box[2] > zone.columns[0][0] for word in row)


def _last_line(rows: Sequence[Sequence[_Word]], zone: _Zone) -> int:
    """The last line of the last row: its label may go on below the figures."""
    last = zone.lines[-1]
    edge = zone.columns[0][0]
    while last + 1 < len(rows) and _is_rest_of_label(rows[last], rows[last + 1], edge):
        last += 1
    return last


def _is_rest_of_label(row: Sequence[_Word], below: Sequence[_Word], edge: float) -> bool:
    box = below[0].box
    height = box[3] - box[1]
    is_near = box[1] - row[0].box[1] < 2 * height
    is_rest = all(word.box[2] <= edge and not _NUMBERED.match(word.text) for word in below)
    return is_near and is_rest


def _upright_rules(
    rows: Sequence[Sequence[_Word]], zone: _Zone, level: Sequence[Rule]
) -> Iterator[Rule]:
    """Rules between the columns, but where a text goes over them."""
    edges = clustered((rule.at for rule in level), 2.0)
    left, right = min(rule.start for rule in level), max(rule.end for rule in level)
    yield Rule(left, edges[0], edges[-1])
    yield Rule(right, edges[0], edges[-1])
    words = [word for row in rows for word in row]
    for at in _separators(rows, zone, level):
        for upper, lower in pairwise(edges):
            crossed = any(
                word.box[0] < at - 1 < at + 1 < word.box[2]
                and upper < (word.box[1] + word.box[3]) / 2 < lower
                for word in words
            )
            if not crossed:
                yield Rule(at, upper, lower)


def _separators(rows: Sequence[Sequence[_Word]], zone: _Zone, level: Sequence[Rule]) -> list[float]:
    """Where columns of figures part, and where rules begin among the labels."""
    figures = _between_figures(rows, zone)
    left = min(rule.start for rule in level)
    inner = [rule.start for rule in level if left + _ASIDE < rule.start < figures[0] - _ASIDE]
    return figures + clustered(inner, _ASIDE)


def _between_figures(rows: Sequence[Sequence[_Word]], zone: _Zone) -> list[float]:
    """Where labels end, and where columns of figures part."""
    first = zone.columns[0][0]
    above = zone.lines[0]
    if not _numbered(rows[above]):  # the label begins above its figures
        above = max(0, above - _FEWEST_ROWS)
    inside = rows[above : _last_line(rows, zone) + 1]
    labels = [word.box[2] for row in inside for word in row if word.box[2] <= first]
    ends = (max(labels) + first) / 2 if labels else first - _ASIDE
    return [ends, *((one[1] + other[0]) / 2 for one, other in pairwise(zone.columns))]
