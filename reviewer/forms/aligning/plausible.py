"""Orders the ways to split digits in table two, which no sum guards, by what the text says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reviewer.forms.aligning.alignment import Method, Options, Way

_NUMBER = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.])")
_PARTS = (("issued", "in_force"), ("disclosed", "disclosed_total"))
"""Pairs of columns of which the first counts a part of what the second one counts."""


def by_plausibility(
    text: str, options: Mapping[str, Options], columns: Mapping[str, Sequence[str]]
) -> dict[str, Options]:
    """The same options, with ways that the sentences speak for first; none is left out."""
    if all(one.method is not Method.SPLIT for one in options.values()):
        return dict(options)
    stated = set(_NUMBER.findall(text))
    return {key: _sorted(one, columns[key], stated) for key, one in options.items()}


def _sorted(options: Options, columns: Sequence[str], stated: set[str]) -> Options:
    if options.method is not Method.SPLIT:
        return options
    ways = sorted(options.ways, key=lambda way: -_score(way, columns, stated))
    return Options(tuple(ways), options.method)


def _score(way: Way, columns: Sequence[str], stated: set[str]) -> float:
    values = dict(zip(columns, way, strict=True))
    score = 0.0
    for piece in way:
        if piece is not None and len(piece.text) > 1 and piece.text in stated:
            score += len(piece.text)
    for part, whole in _PARTS:
        low, high = values.get(part), values.get(whole)
        if low and high and low.value > high.value:
            score -= 2
    lengths = [len(piece.text) for piece in way if piece]
    return score - 0.1 * (max(lengths) - min(lengths))
