"""Horizontal rules of a page, their pieces taken together, table by table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.document.geometry.clusters import clustered, nearest
from reviewer.document.geometry.strokes import Rule

JOINT = 2.5
"""Pieces of a rule are at most this many points apart, or overlap by no more."""

_LEVEL = 1.5
"""Pieces within this many points of each other are of one rule."""

_SHORTEST = 8.0
"""Pieces of fewer points are dashes."""


@dataclass(frozen=True)
class Level:
    """A horizontal rule: its pieces, where they begin and end, and where they meet."""

    at: float
    pieces: tuple[tuple[float, float], ...]
    ends: tuple[float, ...]

    @property
    def joints(self) -> tuple[float, ...]:
        """Where it is pieced together."""
        return self.ends[1:-1]

    def reaches(self, x: float) -> bool:
        """Whether it goes through a place, or begins or ends there."""
        return any(start - JOINT <= x <= end + JOINT for start, end in self.pieces)

    def parts(self, x: float) -> bool:
        """Whether a piece of it begins or ends at a place."""
        return any(abs(end - x) <= JOINT for end in self.ends)


def stacks_of(rules: Sequence[Rule]) -> Iterator[list[Level]]:
    """Rules that stand below each other, those in columns of text each by themselves."""
    pieces = [rule for rule in rules if rule.end - rule.start >= _SHORTEST]
    if not pieces:
        return
    least = (max(rule.end for rule in pieces) - min(rule.start for rule in pieces)) / 2
    spans: list[list[float]] = []
    short = [rule for rule in pieces if rule.end - rule.start <= least] or pieces
    for rule in sorted(short, key=lambda one: one.start):
        if spans and rule.start <= spans[-1][1] + JOINT:
            spans[-1][1] = max(spans[-1][1], rule.end)
        else:
            spans.append([rule.start, rule.end])
    for start, end in spans:
        yield list(_levels([rule for rule in pieces if rule.start < end and rule.end > start]))


def _levels(rules: Sequence[Rule]) -> Iterator[Level]:
    """Rules on the same height, taken together, from the top."""
    edges = clustered((rule.at for rule in rules), _LEVEL)
    held: list[list[tuple[float, float]]] = [[] for _ in edges]
    for rule in rules:
        held[nearest(edges, rule.at)].append((rule.start, rule.end))
    for at, own in zip(edges, held, strict=True):
        ends = clustered((x for piece in own for x in piece), JOINT)
        yield Level(at, tuple(own), tuple(ends))
