"""Tables without vertical rules, or without any: columns are seen by how figures are aligned.

What a reader's eye supplies is made up here as rules, so that such a table is then read as one
that has them. Only long runs of rows with the same five figures and more are taken for tables;
lines of fewer stay text, from which their figures are read as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from reviewer.document.geometry.clusters import clustered
from reviewer.document.geometry.dotted import joined
from reviewer.document.geometry.heads import head_rules
from reviewer.document.geometry.lines import Line
from reviewer.document.geometry.ruling import RuledTable, ruled_tables
from reviewer.document.geometry.strokes import Rule, Strokes
from reviewer.document.geometry.words import Word, top_of, words_of

_FEWEST_FIGURES = 5
_FEWEST_ROWS = 3
_LONG_ROW = 12
"""Figures: so many in one line are a table by themselves."""

_HIGHEST_ROW = 16.0
"""Times a line's height: how far the next row of a table may be."""

_PITCH = 2.5
"""Times a line's height: how far the next line of a head may be."""

_NARROW = 0.2
"""Of a character's height: a gap that parts the heads of narrow columns."""

_HIGH_PITCH = 6.0
"""The same where it is a line of short words, as rows may be high."""

_LABEL_PITCH = 2.0
"""The same for the lines of a label."""

_LEFT = 0.5
"""Of the labels: so many must begin below each other; else they stand in the middle of cells,
and where their columns part cannot be seen."""

_MOST = 0.8
"""Of the rows: so many must show a sign for it to hold for the table."""

_ASIDE = 3.0
"""Points between a made up rule and the text beside it."""

_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[、.．）)]|[（(]?\d{1,2}[.．、)）](?!\d)")
_SENTENCE = re.compile("[，。；：！？]")
_HEADING = re.compile(r"[一二三四五六七]、")


@dataclass
class _Zone:
    """Rows of figures that stand below each other, as the numbers of their lines."""

    lines: list[int]
    columns: list[tuple[float, float]] = field(default_factory=list)


def implied_tables(lines: Sequence[Line], strokes: Strokes) -> list[RuledTable]:
    """The tables that lines outside ruled tables make, from the top."""
    if not any(line.is_spaced for line in lines):
        return []
    rows = [list(words_of(line)) for line in lines]
    horizontal = joined(strokes.horizontal, ((y, x) for x, y in strokes.dots))
    found: list[RuledTable] = []
    for zone in _zones(rows):
        level = _level_rules(rows, zone, horizontal) or _made_up_rules(rows, zone)
        if level:
            strokes = Strokes(level, list(_upright_rules(rows, zone, level)))
            figures = tuple(_between_figures(rows, zone))
            found += (replace(table, figures=figures) for table in ruled_tables(strokes))
    return found


def _figures(row: Sequence[Word]) -> list[Word]:
    return [word for word in row if word.is_figure]


def _zones(rows: Sequence[Sequence[Word]]) -> Iterator[_Zone]:
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


def _fits(zone: _Zone, above: Sequence[Word], figures: Sequence[Word]) -> bool:
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
    least = 1 if len(zone.columns) >= _LONG_ROW else _FEWEST_ROWS
    if len(zone.lines) >= least and len(zone.columns) >= _FEWEST_FIGURES:
        yield zone


def _level_rules(
    rows: Sequence[Sequence[Word]], zone: _Zone, horizontal: Sequence[Rule]
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
    if not between and not _parts_head(rows, above, tops[0]):
        return []
    top = _head_top(rows, above)
    if top is None or not below:
        return []
    return [rule for rule in horizontal if top - 1 <= rule.at <= below[0] + 1 and rule.end > left]


def _parts_head(rows: Sequence[Sequence[Word]], above: Sequence[float], top: float) -> bool:
    """Whether no words stand between a lone row and the rule above it."""
    words = [word for row in rows for word in row]
    return bool(above) and not any(above[-1] < word.box[1] < top - 2 for word in words)


def _head_top(rows: Sequence[Sequence[Word]], above: Sequence[float]) -> float | None:
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


def _made_up_rules(rows: Sequence[Sequence[Word]], zone: _Zone) -> list[Rule]:
    """Rules above the rows, from their numbered label on; none if labels do not begin there."""
    inside = rows[zone.lines[0] : _last_line(rows, zone) + 1]
    heads_here = _heads(rows, zone)
    begun = _begun(rows, zone) if len(zone.lines) > 1 else [(inside[0], True)][: len(heads_here)]
    if not begun:
        return []
    whole = [*heads_here, begun[0][0], *inside]
    left = min(word.box[0] for row in whole for word in row) - _ASIDE
    right = max(word.box[2] for row in whole for word in row) + _ASIDE
    bottom = max(word.box[3] for word in inside[-1]) + 0.5
    edges = [*_between_figures(rows, zone), right]
    starts = [(_numbered(row) or row)[0].box[0] - _ASIDE for row, _ in begun]
    if _are_below(starts):
        ends = [right if own else edges[0] for _, own in begun]
        rules = [
            Rule(top_of(row), start, end)
            for (row, _), start, end in zip(begun, starts, ends, strict=True)
        ]
    else:
        rules = [Rule(top_of(row), left, right) for row, own in begun if own]
    heads = list(head_rules(heads_here, edges, flat=len(zone.lines) > 1))
    top = Rule(min([rules[0].at, *(rule.at for rule in heads)]), left, right)
    outer = [Rule(rules[0].at, left, right), Rule(bottom, left, right)]
    return [top, *heads, *outer, *rules[1:]]


def _are_below(starts: Sequence[float]) -> bool:
    """Whether labels begin below each other, so that it can be seen where their columns part."""
    most = max(sum(abs(one - start) < _ASIDE for one in starts) for start in starts)
    return most >= _LEFT * len(starts)


def _begun(rows: Sequence[Sequence[Word]], zone: _Zone) -> list[tuple[Sequence[Word], bool]]:
    """The lines that numbered labels begin in, and whether they are a row's own.

    A row's label may begin above its figures, if it is higher than they are. Other labels stand
    beside several rows. None if a row has no numbered label.
    """
    found: list[tuple[Sequence[Word], bool]] = []
    above = _above(rows, zone)
    for number in range(zone.lines[0], _last_line(rows, zone) + 1):
        row = rows[number]
        if not _is_row(row, zone):
            above += [row] if _numbered(row) else []
            continue
        own = max((*above, row), key=_depth)
        if not _numbered(own):
            return []
        found += [(one, one is own) for one in above]
        found += [(row, True)] if own is row else []
        above = []
    return [*found, *((one, False) for one in above)]


def _above(rows: Sequence[Sequence[Word]], zone: _Zone) -> list[Sequence[Word]]:
    """The line above a table's first figures in which their label begins, if it is not theirs."""
    first = zone.lines[0]
    while first > 0 and not _numbered(rows[first]):
        low, high = rows[first], rows[first - 1]
        near = top_of(low) - top_of(high) < _LABEL_PITCH * (low[0].box[3] - low[0].box[1])
        if not near or _is_row(high, zone):
            return []
        first -= 1
    return [rows[first]] if first < zone.lines[0] else []


def _depth(row: Sequence[Word]) -> float:
    """How far to the right a line's last numbered label stands."""
    return max((word.box[0] for word in _numbered(row)), default=0.0)


def _heads(rows: Sequence[Sequence[Word]], zone: _Zone) -> list[Sequence[Word]]:
    """The lines of a table's head, each by itself: what stands over its columns."""
    found: list[Sequence[Word]] = []
    below = rows[zone.lines[0]]
    for row in reversed(rows[: zone.lines[0]]):
        height = row[0].box[3] - row[0].box[1]
        pitch = _HIGH_PITCH if _are_short(row, zone) else _PITCH
        is_near = below[0].box[1] - row[0].box[1] < pitch * height
        if not is_near or not _is_row(row, zone) or _HEADING.match(row[0].text):
            break
        if row[-1].box[0] < zone.columns[0][0] - _PITCH * height:
            break
        found.insert(0, row)
        below = row
    return [[part for word in row for part in words_of(word.line, _NARROW)] for row in found]


def _are_short(row: Sequence[Word], zone: _Zone) -> bool:
    """Whether words over the columns are no sentence: short, and without its marks."""
    left, right = zone.columns[0][0], zone.columns[-1][1]
    over = [word for word in row if word.box[2] > left]
    longest = max((word.box[2] - word.box[0] for word in over), default=0.0)
    return longest < (right - left) / 2 and not any(_SENTENCE.search(word.text) for word in over)


def _numbered(row: Sequence[Word]) -> list[Word]:
    return [word for word in row if _NUMBERED.match(word.text)]


def _is_row(row: Sequence[Word], zone: _Zone) -> bool:
    """Whether something stands under the figures above."""
    return any(word.box[2] > zone.columns[0][0] for word in row)


def _last_line(rows: Sequence[Sequence[Word]], zone: _Zone) -> int:
    """The last line of the last row: its label may go on below the figures."""
    last = zone.lines[-1]
    edge = zone.columns[0][0]
    while last + 1 < len(rows) and _is_rest_of_label(rows[last], rows[last + 1], edge):
        last += 1
    return last


def _is_rest_of_label(row: Sequence[Word], below: Sequence[Word], edge: float) -> bool:
    box = below[0].box
    height = box[3] - box[1]
    is_near = box[1] - row[0].box[1] < 2 * height
    is_rest = all(word.box[2] <= edge and not _NUMBERED.match(word.text) for word in below)
    return is_near and is_rest


def _upright_rules(
    rows: Sequence[Sequence[Word]], zone: _Zone, level: Sequence[Rule]
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


def _separators(rows: Sequence[Sequence[Word]], zone: _Zone, level: Sequence[Rule]) -> list[float]:
    """Where columns of figures part, and where rules begin among the labels."""
    figures = _between_figures(rows, zone)
    left = min(rule.start for rule in level)
    inner = [rule.start for rule in level if left + _ASIDE < rule.start < figures[0] - _ASIDE]
    return figures + clustered(inner, _ASIDE)


def _between_figures(rows: Sequence[Sequence[Word]], zone: _Zone) -> list[float]:
    """Where labels end, and where columns of figures part."""
    first = zone.columns[0][0]
    above = zone.lines[0]
    if not _numbered(rows[above]):  # the label begins above its figures
        above = max(0, above - _FEWEST_ROWS)
    inside = rows[above : _last_line(rows, zone) + 1]
    if len(zone.lines) == 1:  # no labels: the table begins with its first column
        whole = (*_heads(rows, zone), *inside)
        ends = min(word.box[0] for row in whole for word in row) - _ASIDE
    else:
        labels = [word.box[2] for row in inside for word in row if word.box[2] <= first]
        ends = (max(labels) + first) / 2 if labels else first - _ASIDE
    words = [
        *(word for row in inside for word in row),
        *_lowest(_heads(rows, zone), zone.columns),
    ]
    gaps = ((one[1], other[0]) for one, other in pairwise(zone.columns))
    return [ends, *(_free(gap, words) for gap in gaps)]


def _lowest(
    heads: Sequence[Sequence[Word]], columns: Sequence[tuple[float, float]]
) -> Iterator[Word]:
    """What stands right over each column, and over no other one."""
    for low, high in columns:
        over = [word for row in heads for word in row if word.box[0] < high and word.box[2] > low]
        if over and sum(a < over[-1].box[2] and b > over[-1].box[0] for a, b in columns) == 1:
            yield over[-1]


def _free(gap: tuple[float, float], words: Sequence[Word]) -> float:
    """The middle of what words leave free between two columns; heads are wider than figures."""
    low, high = gap
    sides = [(max(low, one.box[0]), min(high, one.box[2])) for one in words]
    taken = [(start, end) for start, end in sides if start < end and end - start < high - low]
    ends = [low, *(x for side in _merged(taken) for x in side), high]
    start, end = max(zip(ends[::2], ends[1::2], strict=True), key=lambda one: one[1] - one[0])
    return (start + end) / 2
