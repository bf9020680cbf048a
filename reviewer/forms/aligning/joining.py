"""Figures that are broken within their cells: ``136`` above ``12`` in a narrow column is 13612.

Where such a table is copied, each line of a cell is a line of the text, and a row has more pieces
than columns. Which of them are one figure, the row's sums tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from math import comb

from reviewer.forms.cells.cells import Broken
from reviewer.forms.cells.pieces import Piece

_MOST_TRIED = 3000
"""Most ways to join pieces that are looked at: all for twice as many as table three's columns."""


def joined(
    broken: Broken, count: int, sums: Mapping[int, Sequence[int]]
) -> Iterator[tuple[Piece, ...]]:
    """The ways to join a row's pieces to so many figures that the sums hold.

    Args:
        broken: The pieces.
        count: How many figures the row has.
        sums: Place of a total → places of its parts.
    """
    pieces, between = broken
    breaks = [at for at, one in enumerate(between) if one and _may_go_on(*pieces[at : at + 2])]
    number = len(pieces) - count
    if not sums or number < 1 or comb(len(breaks), number) > _MOST_TRIED:
        return
    for chosen in combinations(breaks, number):
        way = _with_joined(pieces, between, chosen)
        if way is not None and _add_up(way, sums):
            yield way


def _may_go_on(piece: Piece, behind: Piece) -> bool:
    """Whether a cell's next line may go on with its figure: only the last one may be shorter."""
    digits = piece.text.isdecimal() and behind.text.isdecimal()
    return digits and piece.text[0] not in "0０" and len(piece.text) >= len(behind.text)


def _with_joined(
    pieces: Sequence[Piece], between: Sequence[str], chosen: Sequence[int]
) -> tuple[Piece, ...] | None:
    """The pieces, those before and behind each break chosen being one; None if none of these is."""
    for at, then in pairwise(chosen):
        if then == at + 1 and len(pieces[at].text) != len(pieces[then].text):
            return None
    way: list[Piece] = []
    for at, piece in enumerate(pieces):
        if at - 1 in chosen:
            before = way.pop()
            text = before.text + between[at - 1] + piece.text
            way.append(Piece(before.start, piece.end, text))
        else:
            way.append(piece)
    return tuple(way)


def _add_up(way: Sequence[Piece], sums: Mapping[int, Sequence[int]]) -> bool:
    values = [piece.value for piece in way]
    return all(
        values[total] == sum(values[part] for part in parts) for total, parts in sums.items()
    )
