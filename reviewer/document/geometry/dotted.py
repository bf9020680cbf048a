"""Specks and dashes put together to the rules that they are meant to be."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.document.geometry.strokes import Rule

_GAP = 6.0
"""At most this many points lie between the parts of a dotted or dashed rule."""

_OFF = 0.4
"""At most this many points one part is off the line of the next."""

_SHORTEST = 8.0
"""Points; no rule of a table is shorter."""


def joined(rules: Iterable[Rule], dots: Iterable[tuple[float, float]] = ()) -> list[Rule]:
    """Rules of one direction without the gaps of dashes, those too short left out.

    Args:
        rules: Rules, in any order.
        dots: Specks: how far they stand across the direction, and along it.
    """
    parts = [*rules, *(Rule(at, along, along) for at, along in dots)]
    found: list[Rule] = []
    for row in _rows(sorted(parts)):
        found += _runs(sorted(row, key=lambda rule: rule.start))
    return [rule for rule in found if rule.end - rule.start >= _SHORTEST]


def _rows(parts: list[Rule]) -> Iterable[list[Rule]]:
    row: list[Rule] = []
    for part in parts:
        if row and part.at - row[-1].at > _OFF:
            yield row
            row = []
        row.append(part)
    if row:
        yield row


def _runs(row: list[Rule]) -> Iterable[Rule]:
    at, start, end = row[0]
    for part in row[1:]:
        if part.start - end > _GAP:
            yield Rule(at, start, end)
            at, start, end = part
        end = max(end, part.end)
    yield Rule(at, start, end)
