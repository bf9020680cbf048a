"""Ruled tables of a page: rules that cross, and the merged cells between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reviewer.document.geometry.clusters import clustered, nearest
from reviewer.document.geometry.dotted import joined
from reviewer.document.geometry.frames import Rectangle
from reviewer.document.geometry.strokes import Rule, Strokes

_TOUCH = 4.0
"""Rules within this many points of each other meet; parallel ones are one, printed double."""

_COVER = 0.7
"""A cell's side is there if at least this share of it is ruled."""

_OPEN = 8.0
"""Where a table's side is open, rules go at least this many points beyond the last crossing."""

_MOST_EDGES = 400
"""What has more edges in one direction is a drawing and no table."""


@dataclass(frozen=True)
class Area:
    """A cell: its first row and column, the ones behind its last, from 0."""

    row: int
    column: int
    row_end: int
    column_end: int


@dataclass(frozen=True)
class RuledTable:
    """A table's edges from left to right and from top to bottom, and its cells between them.

    ``figures`` are the edges of the columns that hold figures, if no rules show them.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    areas: tuple[Area, ...]
    figures: tuple[float, ...] = ()

    @property
    def box(self) -> Rectangle:
        """The whole table."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def box_of(self, area: Area) -> Rectangle:
        """A cell's rectangle."""
        return (
            self.xs[area.column],
            self.ys[area.row],
            self.xs[area.column_end],
            self.ys[area.row_end],
        )


def ruled_tables(strokes: Strokes) -> list[RuledTable]:
    """The tables of a page, from the top."""
    horizontal = joined(strokes.horizontal, ((y, x) for x, y in strokes.dots))
    vertical = joined(strokes.vertical, strokes.dots)
    found = (_table(rules[0], rules[1]) for rules in _crossing(horizontal, vertical))
    tables = [table for table in found if table is not None]
    outer = [one for one in tables if not any(_is_within(one, other) for other in tables)]
    return sorted(outer, key=lambda table: table.ys[0])


def _is_within(one: RuledTable, other: RuledTable) -> bool:
    x0, y0, x1, y1 = one.box
    left, top, right, bottom = other.box
    inside = left < x0 and top < y0 and x1 < right and y1 < bottom
    return inside and len(one.areas) <= len(other.areas)


def _crossing(
    horizontal: Sequence[Rule], vertical: Sequence[Rule]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Rules that hang together."""
    free = set(range(len(vertical)))
    left = list(horizontal)
    while left:
        rows, columns = [left.pop()], []
        fresh: list[Rule] = rows[:]
        while fresh:
            met = {index for index in free if any(_meet(row, vertical[index]) for row in fresh)}
            free -= met
            added = [vertical[index] for index in met]
            columns += added
            fresh = [row for row in left if any(_meet(row, one) for one in added)]
            left = [row for row in left if row not in fresh]
            rows += fresh
        if columns:
            yield rows, columns


def _meet(row: Rule, column: Rule) -> bool:
    return (
        row.start - _TOUCH <= column.at <= row.end + _TOUCH
        and column.start - _TOUCH <= row.at <= column.end + _TOUCH
    )


def _table(rows: list[Rule], columns: list[Rule]) -> RuledTable | None:
    xs = _edges(columns, rows)
    ys = _edges(rows, columns)
    if not (2 <= len(xs) <= _MOST_EDGES and 2 <= len(ys) <= _MOST_EDGES):
        return None
    below = _sides(rows, ys, xs)
    beside = _sides(columns, xs, ys)
    areas = list(_areas(len(ys) - 1, len(xs) - 1, below, beside))
    return _closed_up(xs, ys, areas) if len(areas) > 1 else None


def _edges(rules: Sequence[Rule], crossing: Sequence[Rule]) -> list[float]:
    """Where rules stand, and where the crossing ones end if they go on beyond the last."""
    found = clustered((rule.at for rule in rules), _TOUCH)
    start = min(rule.start for rule in crossing)
    end = max(rule.end for rule in crossing)
    if found[0] - start > _OPEN:
        found.insert(0, start)
    if end - found[-1] > _OPEN:
        found.append(end)
    return found


def _sides(
    rules: Sequence[Rule], edges: Sequence[float], crossing: Sequence[float]
) -> set[tuple[int, int]]:
    """Which pieces are ruled: (edge, gap between crossing edges)."""
    lengths = [[0.0] * (len(crossing) - 1) for _ in edges]
    for edge, merged in _on_edges(rules, edges):
        for start, end in merged:
            first = max(bisect_right(crossing, start) - 1, 0)
            for gap in range(first, min(bisect_left(crossing, end), len(crossing) - 1)):
                low, high = crossing[gap], crossing[gap + 1]
                lengths[edge][gap] += (end if end < high else high) - (
                    start if start > low else low
                )
    return {
        (edge, gap)
        for edge, row in enumerate(lengths)
        for gap, length in enumerate(row)
        if length >= _COVER * (crossing[gap + 1] - crossing[gap])
    }


def _on_edges(
    rules: Sequence[Rule], edges: Sequence[float]
) -> Iterator[tuple[int, list[tuple[float, float]]]]:
    """The stretches of each edge that are ruled, without counting any twice."""
    found: dict[int, list[tuple[float, float]]] = {}
    for rule in sorted(rules, key=lambda one: one.start):
        stretches = found.setdefault(nearest(edges, rule.at), [])
        if stretches and rule.start <= stretches[-1][1] + _TOUCH:
            last = stretches.pop()
            stretches.append((last[0], max(last[1], rule.end)))
        else:
            stretches.append((rule.start, rule.end))
    yield from found.items()


def _areas(
    rows: int, columns: int, below: set[tuple[int, int]], beside: set[tuple[int, int]]
) -> Iterator[Area]:
    """Places without a rule between them are one cell, as far as they make a rectangle."""
    strips: dict[tuple[int, int], int] = {}
    for row in range(rows + 1):
        runs = set(_runs(row, columns, beside)) if row < rows else set()
        for run, start in list(strips.items()):
            open_above = not any((row, gap) in below for gap in range(*run))
            if run not in runs or not open_above:
                yield Area(start, run[0], row, run[1])
                del strips[run]
        for run in runs:
            strips.setdefault(run, row)


def _runs(row: int, columns: int, beside: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of a row between two rules."""
    start = 0
    for column in range(1, columns + 1):
        if column == columns or (column, row) in beside:
            yield start, column
            start = column


def _closed_up(xs: Sequence[float], ys: Sequence[float], areas: Iterable[Area]) -> RuledTable:
    """Without the edges at which no cell begins or ends."""
    kept = list(areas)
    rows = sorted({edge for area in kept for edge in (area.row, area.row_end)})
    columns = sorted({edge for area in kept for edge in (area.column, area.column_end)})
    placed = (
        Area(
            rows.index(area.row),
            columns.index(area.column),
            rows.index(area.row_end),
            columns.index(area.column_end),
        )
        for area in kept
    )
    return RuledTable(
        tuple(xs[index] for index in columns),
        tuple(ys[index] for index in rows),
        tuple(sorted(placed, key=lambda area: (area.row, area.column))),
    )
