"""Which grid columns the cells of a Word table's rows cover.

A row says how many columns each cell spans, and besides how wide it is. Where rows contradict
each other in their spans but agree in their widths, Word draws the table by the widths.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from lxml import etree

from reviewer.document.ooxml.wordnames import W, number, value
from reviewer.document.word.rows import columns_of_edges

Says = Mapping[str, etree._Element]
"""The properties of a row or a cell, by their tags."""

Columns = tuple[int, int]
"""The first column of a cell and how many it covers."""

WIDEST = 256
"""Most grid columns of a table; Word itself allows 63."""

_SAME = 120
"""At most this many twips lie between the ends of a table's rows."""

_NARROWEST = 100


def places_of(rows: Sequence[tuple[Says, Sequence[Says]]]) -> tuple[list[list[Columns]], bool]:
    """Column and width of each cell, row by row; whether widths had to say it, not spans."""
    spans = [list(_spanned(row, cells)) for row, cells in rows]
    ends = {sum(places[-1]) for places in spans if places}
    drawn = _drawn(rows) if len(ends) > 1 else None
    return (spans, False) if drawn is None else (drawn, True)


def _spanned(row: Says, cells: Sequence[Says]) -> Iterator[Columns]:
    column = min(number(row.get(f"{W}gridBefore"), 0), WIDEST)
    for says in cells:
        width = max(1, min(number(says.get(f"{W}gridSpan"), 1), WIDEST - column))
        yield column, width
        column = min(column + width, WIDEST - 1)


def _drawn(rows: Sequence[tuple[Says, Sequence[Says]]]) -> list[list[Columns]] | None:
    """The places by the widths, where all are stated and all rows end at one place."""
    edges = [list(_edges(row, cells)) for row, cells in rows if cells]
    ends = [one[-1] for one in edges]
    if any(0 in one[1:] for one in edges) or max(ends) - min(ends) > _SAME:
        return None
    columns = columns_of_edges(edges)
    left = iter(edges)
    return [_between(next(left), columns) if cells else [] for _, cells in rows]


def _between(edges: Sequence[int], columns: Mapping[int, int]) -> list[Columns]:
    return [(columns[a], columns[b] - columns[a]) for a, b in pairwise(edges)]


def _edges(row: Says, cells: Sequence[Says]) -> Iterator[int]:
    """The left edge of a row and the right ones of its cells; 0 where one is not stated."""
    widths = [_width(says.get(f"{W}tcW")) for says in cells]
    first = _width(row.get(f"{W}wBefore"))
    if min(widths) < _NARROWEST:
        yield from (first, *(0 for _ in widths))
    else:
        yield from accumulate(widths, initial=first)


def _width(element: etree._Element | None) -> int:
    return number(element, 0, "w") if value(element, "type") in {"dxa", None} else 0
