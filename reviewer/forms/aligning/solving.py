"""Finds how open rows can be read so that the sums of all columns hold.

Row after row takes one of its ways; what the rows behind it can still add, at least and at most,
shows early that a sum cannot come right any more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

Equation = tuple[tuple[str, int], ...]
"""Rows with their signs; in every column the signed figures sum to 0."""

Figures = tuple[float, ...]
"""What a row says in each column; 0 where nothing is printed."""

_MOST_STEPS = 6_000
"""Steps after which a search gives up: this bounds the time on hopeless tables."""

_NEARLY = 1e-9
"""By how much a sum of floats may be off."""


def solutions(
    rows: Mapping[str, Sequence[Figures]], equations: Sequence[Equation], most: int
) -> tuple[list[dict[str, Figures]], bool]:
    """Combinations of the rows' ways in which every equation holds in every column.

    Args:
        rows: What each row may say, likelier first.
        equations: What holds in every column; all their rows are there.
        most: How many are looked for.

    Returns:
        Some of them, and whether these are all.
    """
    search = _Search(rows, equations)
    found = list(islice(search.walk(), most + 1))
    return found[:most], len(found) <= most and search.steps <= _MOST_STEPS


class _Search:
    """Walks the ways to read rows, those with the fewest ways first."""

    def __init__(
        self, rows: Mapping[str, Sequence[Figures]], equations: Sequence[Equation]
    ) -> None:
        self.steps = 0
        self._rows = rows
        self._order = sorted(rows, key=lambda key: len(rows[key]))
        self._signs = [dict(equation) for equation in equations]
        self._left = [self._reach(dict(equation)) for equation in equations]
        self._taken: dict[str, Figures] = {}

    def walk(self) -> Iterator[dict[str, Figures]]:
        """All solutions, or some if there are too many steps to all."""
        (width,) = {len(ways[0]) for ways in self._rows.values()}
        return self._walk(0, [(0.0,) * width for _ in self._signs])

    def _reach(self, signs: Mapping[str, int]) -> list[tuple[Figures, Figures]]:
        """For each depth the least and the most that the rows from there on add to an equation."""
        (width,) = {len(ways[0]) for ways in self._rows.values()}
        low = high = (0.0,) * width
        reach = [(low, high)]
        for key in reversed(self._order):
            ways = [tuple(signs.get(key, 0) * one for one in way) for way in self._rows[key]]
            columns = list(zip(*ways, strict=True))
            low = tuple(one + min(column) for one, column in zip(low, columns, strict=True))
            high = tuple(one + max(column) for one, column in zip(high, columns, strict=True))
            reach.append((low, high))
        return reach[::-1]

    def _walk(self, depth: int, sums: Sequence[Figures]) -> Iterator[dict[str, Figures]]:
        if depth == len(self._order):
            yield dict(self._taken)
            return
        key = self._order[depth]
        for way in self._rows[key]:
            self.steps += 1
            if self.steps > _MOST_STEPS:
                return
            added = self._added(key, way, depth + 1, sums)
            if added is not None:
                self._taken[key] = way
                yield from self._walk(depth + 1, added)

    def _added(
        self, key: str, way: Figures, depth: int, sums: Sequence[Figures]
    ) -> list[Figures] | None:
        """The sums with a row's figures, or None if one of them cannot come to 0 any more."""
        added = []
        for signs, left, before in zip(self._signs, self._left, sums, strict=True):
            sign = signs.get(key, 0)
            now = tuple(one + sign * own for one, own in zip(before, way, strict=True))
            for one, low, high in zip(now, *left[depth], strict=True):
                if one + low > _NEARLY or one + high < -_NEARLY:
                    return None
            added.append(now)
        return added
