"""Tables without vertical rules, or without any: columns are seen by how figures are aligned.

What a reader's eye supplies is made up here as rules, so that such a table is then read as one
that has them. Only long runs of rows with the same five figures and more are taken for tables;
lines of fewer stay text, from which their figures are read as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf

from reviewer.document.geometry.begun import begun_in
from reviewer.document.geometry.clusters import clustered
from reviewer.document.geometry.dotted import joined
from reviewer.document.geometry.headed import Opening, headed_zones
from reviewer.document.geometry.heads import head_rules
from reviewer.document.geometry.lines import Line
from reviewer.document.geometry.ruling import RuledTable, ruled_tables
from reviewer.document.geometry.strokes import Rule, Strokes
from reviewer.document.geometry.uprights import ASIDE, between_figures, upright_rules
from reviewer.document.geometry.words import Word, top_of
from reviewer.document.geometry.zones import (
    HEADING,
    HIGHEST_ROW,
    MOST,
    Zone,
    figures_of,
    heads_of,
    last_line,
    numbered,
    row_of,
    with_parted_figures,
    zones_of,
)

_LEFT = 0.5
"""Of the labels: so many must begin below each other; else they stand in the middle of cells,
and where their columns part cannot be seen."""


def implied_tables(
    lines: Sequence[Line], strokes: Strokes, above: Sequence[Opening] = ()
) -> list[RuledTable]:
    """The tables that lines outside ruled tables make, from the top.

    Args:
        lines: The lines.
        strokes: The page's rules.
        above: The columns of tables whose rules end above lines, or with the page before.
    """
    if not any(line.is_spaced for line in lines):
        return []
    rows = with_parted_figures([row_of(line) for line in lines])
    horizontal = joined(strokes.horizontal, ((y, x) for x, y in strokes.dots))
    found: list[RuledTable] = []
    for zone in headed_zones(rows, list(zones_of(rows)), above):
        level = _level_rules(rows, zone, horizontal) or _made_up_rules(rows, zone)
        if level:
            strokes = Strokes(level, list(upright_rules(rows, zone, level)))
            figures = tuple(between_figures(rows, zone))
            found += (replace(table, figures=figures) for table in ruled_tables(strokes))
    return found


def _level_rules(
    rows: Sequence[Sequence[Word]], zone: Zone, horizontal: Sequence[Rule]
) -> list[Rule]:
    """The rules between the rows, if there are any, with those of heads above and rows below."""
    left, right = zone.columns[0][0], zone.columns[-1][1]
    across = sorted(rule for rule in horizontal if rule.start < left + 2 and rule.end > right - 2)
    tops = [figures_of(rows[number])[0].box[1] for number in zone.lines]
    between = [
        any(upper < rule.at < lower + 2 for rule in across) for upper, lower in pairwise(tops)
    ]
    if between.count(True) < MOST * len(between):
        return []
    levels = clustered((rule.at for rule in across), 1.0)
    above = [at for at in levels if at < tops[0] + 2]
    if not between and not _parts_head(rows, above, tops[0]):
        return []
    top = _head_top(rows, above)
    if top is None:
        return []
    bottom = _bottom(rows, zone, [at for at in levels if at > tops[-1] + 2])
    inside = [rule for rule in horizontal if top - 1 <= rule.at <= bottom + 1 and rule.end > left]
    start, end = min(rule.start for rule in inside), max(rule.end for rule in inside)
    return [*inside, Rule(bottom, start, end)]


def _bottom(rows: Sequence[Sequence[Word]], zone: Zone, below: Sequence[float]) -> float:
    """The rule below the last row; if it has none, or other words stand above it, its end."""
    last = last_line(rows, zone)
    following = rows[last + 1][0].box[1] if last + 1 < len(rows) else inf
    end = max(word.box[3] for word in rows[last]) + 0.5
    return below[0] if below and below[0] < following + 2 else end


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
            or any(HEADING.match(word.text) for word in between)
            or top - at > HIGHEST_ROW * (between[0].box[3] - between[0].box[1])
        ):
            break
        top = at
    return top


def _made_up_rules(rows: Sequence[Sequence[Word]], zone: Zone) -> list[Rule]:
    """Rules above the rows, from their numbered label on; none if labels do not begin there."""
    inside = rows[zone.first : last_line(rows, zone) + 1]
    heads_here = heads_of(rows, zone)
    lone = [(inside[0], True)] if heads_here or zone.is_carried else []
    begun = lone if zone.is_lone else begun_in(rows, zone)
    if not begun:
        return []
    whole = [*heads_here, begun[0][0], *inside]
    left = min(zone.columns[0][0], *(word.box[0] for row in whole for word in row)) - ASIDE
    right = max(zone.columns[-1][1], *(word.box[2] for row in whole for word in row)) + ASIDE
    bottom = max(word.box[3] for word in inside[-1]) + 0.5
    edges = [*between_figures(rows, zone), right]
    if zone.is_lone and _lacks_column(heads_here, edges):
        return []
    starts = [(numbered(row) or row)[0].box[0] - ASIDE for row, _ in begun]
    if _are_below(starts):
        ends = [right if own else edges[0] for _, own in begun]
        rules = [
            Rule(top_of(row), start, end)
            for (row, _), start, end in zip(begun, starts, ends, strict=True)
        ]
    else:
        rules = [Rule(top_of(row), left, right) for row, own in begun if own]
    heads = list(head_rules(heads_here, edges, flat=not zone.is_lone))
    top = Rule(min([rules[0].at, *(rule.at for rule in heads)]), left, right)
    outer = [Rule(rules[0].at, left, right), Rule(bottom, left, right)]
    return [top, *heads, *outer, *rules[1:]]


def _lacks_column(heads: Sequence[Sequence[Word]], edges: Sequence[float]) -> bool:
    """Whether two heads stand side by side over one column: that of a blank cell is not seen."""
    return any(
        sum(left <= word.box[0] and word.box[2] <= right for word in row) > 1
        for row in heads
        for left, right in pairwise(edges)
    )


def _are_below(starts: Sequence[float]) -> bool:
    """Whether labels begin below each other, so that it can be seen where their columns part."""
    most = max(sum(abs(one - start) < ASIDE for one in starts) for start in starts)
    return most >= _LEFT * len(starts)
