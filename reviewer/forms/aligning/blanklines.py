"""Rows whose cells stand on lines of their own, blank ones as blank lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewer.forms.cells.cells import Zone
from reviewer.forms.cells.pieces import Piece


def with_blank_lines(
    zone: Zone, count: int, gap: int, edges: tuple[int, int] | None = None
) -> list[tuple[Piece, ...]]:
    """The ways to read a zone that lacks cells: blank lines for these.

    Args:
        zone: The cells, with the line ends between them.
        count: How many cells the row has.
        gap: Line ends between two cells; 0 if unknown.
        edges: Line ends before the row and behind it, if they are not as between two cells.
    """
    missing = count - len(zone.cells)
    found: dict[tuple[int, ...], None] = {}
    for usual in [gap] if gap else [1, 2]:
        before, after = edges or (usual, usual)
        less = [before, *[usual] * (len(zone.gaps) - 2), after][-len(zone.gaps) :]
        extra = [lines - own for lines, own in zip(zone.gaps, less, strict=True)]
        for unit in {1: None, usual: None}:
            if any(lines < 0 or lines % unit for lines in extra[:-1]):
                continue
            blanks = [lines // unit for lines in extra[:-1]]
            behind = missing - sum(blanks)
            if 0 <= behind <= max(extra[-1], 0) // unit:
                found[*blanks, behind] = None
    return [tuple(_with_blanks(zone, blanks)) for blanks in found if missing]


def _with_blanks(zone: Zone, blanks: Sequence[int]) -> Iterator[Piece]:
    """A row's cells, with so many blank ones before each of them and behind the last."""
    for number, piece in zip(blanks, (*zone.cells, None), strict=True):
        at = piece.start if piece else zone.cells[-1].end if zone.cells else zone.start
        yield from [Piece(at, at, "")] * number
        if piece:
            yield piece
