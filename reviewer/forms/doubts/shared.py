"""Figures that were read for two cells: one of the two has none of its own.

Two labels that stand in one cell of a page, or of a picture of one, claim the same line.
"""

from __future__ import annotations

from itertools import pairwise

from reviewer.forms.doubts.all_readings import AllReadings, Doubts

_SHARED = "同一处数字读入了两格，其中一格没有自己的数字，请对照原件核对"


def shared(read: AllReadings) -> Doubts:
    """Cells whose figures stand, wholly or in part, in another one's place."""
    placed = sorted(
        (one.place.span.start, one.place.span.end, one.cell)
        for one in read.readings
        if one.place is not None and one.printed
    )
    return {
        cell: _SHARED
        for one, other in pairwise(placed)
        if other[0] < one[1]
        for cell in (one[2], other[2])
    }
