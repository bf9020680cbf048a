"""Table three by its sums alone, wherever pages and programs have put its labels.

Programs that take text from pages write it block by block: the labels first, or a page's columns
one after another, or the left half of a table and then the right one. What is left then is the
order in which the figures stand: the rows of each page, laid in strips of columns. Where the sums
of all rows and columns come right for one way to lay them, so the table was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reviewer.forms.aligning.arithmetic import comes_to_nothing
from reviewer.forms.cells.pieces import Piece

Rows = tuple[tuple[Piece, ...], ...]

ColumnSums = Sequence[Sequence[tuple[int, int]]]
"""Of each sum of a column the places of its rows, with their signs."""

_MOST_PAGES = 4
_MOST_STRANGE = 3
"""Figures before the table's or between its pages: their numbers, say."""

_MOST_STEPS = 5_000
"""Bounds the time on tables of noughts, where any way comes right for long."""


def strips_of(width: int) -> Iterator[tuple[int, ...]]:
    """All ways to part columns into strips, by their widths: all together first."""
    yield (width,)
    for last in range(1, width):
        for before in strips_of(width - last):
            yield (*before, last)


def in_strips(figures: Sequence[Piece], strips: Sequence[int]) -> Rows:
    """The rows of figures that stand row by row in each strip of columns."""
    height = len(figures) // sum(strips)
    rows: list[tuple[Piece, ...]] = [()] * height
    begin = 0
    for strip in strips:
        rows = [
            (*row, *figures[begin + at * strip : begin + (at + 1) * strip])
            for at, row in enumerate(rows)
        ]
        begin += height * strip
    return tuple(rows)


def by_sums(
    figures: Sequence[Piece], height: int, sums: Mapping[int, Sequence[int]], columns: ColumnSums
) -> Rows:
    """The rows that figures make so that all sums hold, on as few pages as can be; or none.

    Args:
        figures: All figures from the table's begin on; those behind it may be others'.
        height: How many rows the table has.
        sums: Place of a total in a row → places of its parts.
        columns: The sums of each column.
    """
    search = _Search([figure.value for figure in figures], height, sums)
    for number in range(1, _MOST_PAGES + 1):
        for pages in search.walk(number):
            rows = tuple(row for page in pages for row in _on_page(figures, page, max(sums) + 1))
            if _columns_hold(rows, columns):
                return rows
    return ()


def _columns_hold(rows: Rows, columns: ColumnSums) -> bool:
    return all(
        comes_to_nothing(sign * rows[row][at].value for row, sign in signed)
        for signed in columns
        for at in range(len(rows[0]))
    )


class _Page(NamedTuple):
    """Rows that stand together, from a place among the figures on."""

    begin: int
    rows: int
    strips: tuple[int, ...]


def _on_page(figures: Sequence[Piece], page: _Page, width: int) -> Rows:
    return in_strips(figures[page.begin : page.begin + page.rows * width], page.strips)


class _Search:
    """Walks the ways to lay figures on pages so that each row adds up."""

    def __init__(
        self, values: Sequence[float], height: int, sums: Mapping[int, Sequence[int]]
    ) -> None:
        self._values = values
        self._height = height
        self._width = max(sums) + 1
        self._sums = sums
        self._steps = 0
        self._known: dict[_Page, bool] = {}
        self._every = tuple(strips_of(self._width))
        # On each of several pages a way must be usual: all columns together, each by itself,
        # or two halves. Of all ways too many come right for some of the rows.
        self._usual = tuple(one for one in self._every if len(one) in {1, 2, self._width})

    def walk(self, number: int) -> Iterator[tuple[_Page, ...]]:
        """The ways to lay the whole table on so many pages."""
        strips = self._every if number == 1 else self._usual
        yield from self._walk(number, 0, self._height, _MOST_STRANGE, strips)

    def _walk(
        self, number: int, begin: int, left: int, strange: int, ways: Sequence[tuple[int, ...]]
    ) -> Iterator[tuple[_Page, ...]]:
        if number == 0:
            yield ()
            return
        for skipped in range(strange + 1):
            first = begin + skipped
            if len(self._values) - first < left * self._width:
                return
            for count in (left,) if number == 1 else range(left - number + 1, 0, -1):
                behind = first + count * self._width
                for strips in ways if count > 1 else ways[:1]:
                    page = _Page(first, count, strips)
                    if self._adds_up(page):
                        more = self._walk(number - 1, behind, left - count, strange - skipped, ways)
                        yield from ((page, *pages) for pages in more)

    def _adds_up(self, page: _Page) -> bool:
        """Whether all rows of a page add up; not if too many pages were looked at before."""
        self._steps += 1
        if self._steps > _MOST_STEPS:
            return False
        if page not in self._known:
            self._known[page] = all(map(self._holds, self._rows(page)))
        return self._known[page]

    def _rows(self, page: _Page) -> Iterator[list[float]]:
        for at in range(page.rows):
            row: list[float] = []
            begin = page.begin
            for strip in page.strips:
                row += self._values[begin + at * strip : begin + (at + 1) * strip]
                begin += page.rows * strip
            yield row

    def _holds(self, row: Sequence[float]) -> bool:
        return all(row[total] == sum(row[one] for one in self._sums[total]) for total in self._sums)
