"""Rules made up between the columns of tables that have none there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reviewer.document.geometry.clusters import clustered
from reviewer.document.geometry.strokes import Rule
from reviewer.document.geometry.words import Word
from reviewer.document.geometry.zones import Zone, heads_of, last_line, merged, numbered

_HIGHEST_LABEL = 3
"""A label has at most this many lines above its figures."""

ASIDE = 3.0
"""Points between a made up rule and the text beside it."""


def upright_rules(
    rows: Sequence[Sequence[Word]], zone: Zone, level: Sequence[Rule]
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


def _separators(rows: Sequence[Sequence[Word]], zone: Zone, level: Sequence[Rule]) -> list[float]:
    """Where columns of figures part, and where rules begin among the labels."""
    figures = between_figures(rows, zone)
    left = min(rule.start for rule in level)
    inner = [rule.start for rule in level if left + ASIDE < rule.start < figures[0] - ASIDE]
    return figures + clustered(inner, ASIDE)


def between_figures(rows: Sequence[Sequence[Word]], zone: Zone) -> list[float]:
    """Where labels end, and where columns of figures part."""
    first = zone.columns[0][0]
    above = zone.first
    if not numbered(rows[above]):  # the label begins above its figures
        above = max(0, above - _HIGHEST_LABEL)
    inside = rows[above : last_line(rows, zone) + 1]
    if zone.is_lone:  # no labels: the table begins with its first column
        whole = (*heads_of(rows, zone), *inside)
        ends = min(first, *(word.box[0] for row in whole for word in row)) - ASIDE
    else:
        labels = [word.box[2] for row in inside for word in row if word.box[2] <= first]
        ends = (max(labels) + first) / 2 if labels else first - ASIDE
    words = [
        *(word for row in inside for word in row),
        *_lowest(heads_of(rows, zone), zone.columns),
    ]
    gaps = [(one[1], other[0]) for one, other in pairwise(zone.columns)]
    headed = _headed(heads_of(rows, zone), zone.columns) if zone.is_lone else []
    return [ends, *(_free(gap, words) for gap in gaps)] if not headed else [ends, *headed]


def _headed(heads: Sequence[Sequence[Word]], columns: Sequence[tuple[float, float]]) -> list[float]:
    """Where columns part of which each has its word in one line of the head; else nothing.

    Heads and figures may stand on different sides of their cells.
    """
    for row in heads:
        if len(row) != len(columns):
            continue
        sides = [
            (min(word.box[0], low), max(word.box[2], high))
            for word, (low, high) in zip(row, columns, strict=True)
        ]
        if all(one[1] < other[0] for one, other in pairwise(sides)):
            return [(one[1] + other[0]) / 2 for one, other in pairwise(sides)]
    return []


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
    ends = [low, *(x for side in merged(taken) for x in side), high]
    start, end = max(zip(ends[::2], ends[1::2], strict=True), key=lambda one: one[1] - one[0])
    return (start + end) / 2
