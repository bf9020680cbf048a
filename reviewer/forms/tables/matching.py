"""Matches a form's rows with lines of figures by the letters that stand around each line."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

LIKE = 0.85
"""On the whole this share of the labels' letters stands around their figures."""

_LEAST_LIKE = 0.6
"""The same share for each single label."""

_AHEAD = 0.15
"""Each line must be more like its row's label than like those left out by this much."""

_MOST_AROUND = 12
"""A label may take this many lines around its row's figures."""

_BAND = 3
"""A table may lack this many rows, or have this many surplus lines."""

_TELLING = 4
"""A label of this many letters tells its row where one beside it is left out."""

_WORTH = 0.4
"""A match must be worth this much to be better than none."""

_Pairs = list[tuple[int, int]]
_Likeness = dict[tuple[int, int], float]
"""How much of each label stands around each line."""


def matched(words: Sequence[str], at: Sequence[int], labels: Sequence[str]) -> _Pairs:
    """Which label is which line's: pairs of places, in order; empty if that is not clear.

    Args:
        words: The letters of each line.
        at: Which lines hold a row's figures.
        labels: The letters of each row's label.
    """
    if not at or abs(len(at) - len(labels)) > _BAND:
        return []
    before = [max(-1, at[0] - _MOST_AROUND), *at[:-1]]
    behind = [*at[1:], at[-1] + _MOST_AROUND]
    bounds = list(zip(before, at, behind, strict=True))
    windows = (
        ["".join(words[first + 1 : last]) for first, _, last in bounds],
        ["".join(words[own:last]) for _, own, last in bounds],
        ["".join(words[first + 1 : own + 1]) for first, own, _ in bounds],
    )
    if len(at) == len(labels) and _are_like([*map(share, labels, windows[0])]):
        told = _tell_others(labels, [words[own] for own in at]) or _tell_others(labels, windows[2])
        return [] if told else list(enumerate(at))
    return max((_best(window, at, labels) for window in windows), key=len)


def _tell_others(labels: Sequence[str], words: Sequence[str]) -> bool:
    """Whether most lines hold their rows' whole labels, and any holds another row's instead."""
    own = [label in line for label, line in zip(labels, words, strict=True)]
    others = [label for label in labels if len(label) >= _TELLING]
    strange = (line for line, fits in zip(words, own, strict=True) if not fits)
    return sum(own) * 2 > len(own) and any(other in line for line in strange for other in others)


def share(label: str, letters: str) -> float:
    """How much of a label stands, in its order, among other letters."""
    return LCSseq.similarity(label, letters) / len(label)


def _are_like(shares: Sequence[float]) -> bool:
    return min(shares) >= _LEAST_LIKE and sum(shares) >= LIKE * len(shares)


def _best(window: Sequence[str], at: Sequence[int], labels: Sequence[str]) -> _Pairs:
    """The heaviest pairs in order, some labels or lines being left out."""
    likeness = {
        (row, line): share(label, letters)
        for row, label in enumerate(labels)
        for line, letters in enumerate(window)
        if abs(row - line) <= _BAND
    }
    pairs = _heaviest(likeness, len(labels), len(at))
    enough = len(pairs) >= len(labels) - _BAND
    if not enough or not _are_like([likeness[pair] for pair in pairs]):
        return []
    if not _are_clear(pairs, likeness, labels):
        return []
    return [(row, at[line]) for row, line in pairs]


def _heaviest(likeness: _Likeness, rows: int, lines: int) -> _Pairs:
    """The pairs in order that are most alike on the whole; a weak one counts against it."""
    weight: dict[tuple[int, int], tuple[float, _Pairs]] = {}
    for row in range(rows, -1, -1):
        for line in range(lines, -1, -1):
            ways = [weight[one] for one in ((row + 1, line), (row, line + 1)) if one in weight]
            if (row, line) in likeness:
                ahead, pairs = weight[row + 1, line + 1]
                gain = likeness[row, line] - _WORTH
                ways.append((ahead + gain, [(row, line), *pairs]))
            weight[row, line] = max(ways, key=lambda one: one[0], default=(0.0, []))
    return weight[0, 0][1]


def _are_clear(pairs: _Pairs, likeness: _Likeness, labels: Sequence[str]) -> bool:
    """Whether no label that is left out is nearly as like a line, or beside a short one."""
    taken = {row for row, _ in pairs}
    lacking = set(range(len(labels))) - taken
    ahead = all(
        likeness[row, line] >= likeness.get((other, line), 0.0) + _AHEAD
        for row, line in pairs
        for other in lacking
    )
    return ahead and not any(
        len(labels[row]) < _TELLING and lacking & {row - 1, row + 1} for row in taken
    )
