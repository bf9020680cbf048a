"""Numbers that nearly agree, taken together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence


def clustered(values: Iterable[float], gap: float) -> list[float]:
    """The middles of groups of values; neighbours in a group are at most ``gap`` apart."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= gap:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [(group[0] + group[-1]) / 2 for group in groups]


def nearest(values: Sequence[float], value: float) -> int:
    """The index of the value (of an ascending, not empty sequence) that is nearest."""
    index = bisect_left(values, value)
    if index == 0:
        return 0
    if index == len(values):
        return index - 1
    return index if values[index] - value < value - values[index - 1] else index - 1
