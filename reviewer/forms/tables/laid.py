"""Rows whose labels stand together before their figures, which are laid by rows or by columns.

So some programs copy a table: all labels and then all figures, or so for each page. As many figures
as the labels before them have cells tell which rows they are, and these rows' sums in which order
they stand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reviewer.forms.aligning.alignment import all_hold
from reviewer.forms.cells.pieces import Piece
from reviewer.forms.model import Row
from reviewer.forms.tables.columned import by_columns, letters_of, runs_of
from reviewer.forms.tables.matching import LIKE, share
from reviewer.forms.tables.strips import in_strips, strips_of

_Row = tuple[Piece, ...]

_CLEARLY = 0.02
"""Letters must be more like some rows' labels than like others' by this much."""

_MOST_FAILING = 0.1
"""At most this share of the rows may fail to add up."""


def rows_laid(
    text: str,
    place: tuple[int, int],
    rows: Sequence[Row],
    width: int,
    sums: Mapping[int, Sequence[int]],
) -> dict[str, _Row]:
    """Row key → figures, of rows whose labels stand before as many figures as they have cells.

    Args:
        text: The whole text.
        place: Where the table's section begins and ends.
        rows: The table's rows.
        width: How many figures stand in a row.
        sums: Place of a total → places of its parts.
    """
    found: dict[str, _Row] = {}
    if not sums:
        return found
    first = 0
    for words, figures in runs_of(text, *place):
        height, left = divmod(len(figures), width)
        at = None if left else _likest(rows, first, height, letters_of(words))
        laid = () if at is None else _laid(figures, width, sums)
        if at is not None and laid:
            first = at + height
            found |= zip((row.key for row in rows[at:first]), laid, strict=True)
    return found


def _likest(rows: Sequence[Row], first: int, height: int, letters: str) -> int | None:
    """Which of the rows so many labels begin at that letters hold, if that is clear."""
    places = range(first, len(rows) - height + 1)
    ranked = sorted((_likeness(rows[at : at + height], letters), -at) for at in places)[::-1]
    likest = [like for like, _ in (*ranked[:2], (0.0, 0), (0.0, 0))]
    return -ranked[0][1] if likest[0] >= max(LIKE, likest[1] + _CLEARLY) else None


def _likeness(rows: Sequence[Row], letters: str) -> float:
    """How much of rows' labels stands among letters, in one order or the other."""
    orders = (rows, by_columns(rows))
    return max(share("".join(letters_of(row.label) for row in one), letters) for one in orders)


def _laid(
    figures: Sequence[Piece], width: int, sums: Mapping[int, Sequence[int]]
) -> tuple[_Row, ...]:
    """The rows that figures make, laid so that they add up; empty if too few do, whatever the way.

    Columns are copied each by itself, all together, or a few of them together.
    """
    ways = [in_strips(figures, strips) for strips in strips_of(width)]
    best = min(ways, key=lambda rows: _failing(rows, sums))
    return best if _failing(best, sums) <= _MOST_FAILING * len(best) else ()


def _failing(rows: Sequence[_Row], sums: Mapping[int, Sequence[int]]) -> int:
    return sum(not all_hold(row, sums) for row in rows)
