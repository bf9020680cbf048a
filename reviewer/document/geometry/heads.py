"""Heads of tables without rules: rules made up between what stands over the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reviewer.document.geometry.strokes import Rule
from reviewer.document.geometry.words import Word, top_of

_LEADING = 0.9
"""At most this many line heights are free between the lines of a cell."""

_NEAR = 1.0
"""Lines of writing may overlap by this many points."""

_ALIKE = 2.0
"""What is meant to stand on one level may be this many points apart."""

_Range = tuple[float, float]
_Rows = Sequence[Sequence[Word]]


def head_rules(rows: _Rows, edges: Sequence[float], *, flat: bool) -> Iterator[Rule]:
    """Rules above and between the cells of a head.

    Args:
        rows: Its lines, from the top.
        edges: Where the columns below it begin and end.
        flat: Whether the first and the last column have heads beside those that go over several
            columns, as a table has whose rows begin with labels.
    """
    if not rows:
        return
    first = top_of(rows[0])
    yield Rule(first, edges[0], edges[-1])
    columns = list(pairwise(edges))
    stacks = [_stack(rows, column) for column in columns]
    held = {word for stack in stacks for word in stack}
    across = [word for row in rows for word in row if word not in held]
    tops = _tops(columns, stacks, across)
    if flat:
        for index in (0, -1):
            tops[index] = _raised(tops[index], columns[index], across)
    for (left, right), top in zip(columns, tops, strict=True):
        above = [top_of(row) for row in rows[1:] if top is None or top_of(row) < top - _NEAR]
        own = [top] if top is not None and top > first + _NEAR else []
        yield from (Rule(at, left, right) for at in (*above, *own))


def _stack(rows: _Rows, column: _Range) -> list[Word]:
    """The lowest words within a column, as far as they stand close below each other."""
    left, right = column
    inside = [word for row in rows for word in row if left <= word.box[0] and word.box[2] <= right]
    start = len(inside) - 1
    while start > 0 and _is_below(inside[start - 1], inside[start]):
        start -= 1
    return inside[max(start, 0) :]


def _is_below(word: Word, below: Word) -> bool:
    """Whether a word stands as near below another one as the lines of one cell do."""
    return below.box[1] - word.box[3] < _LEADING * (word.box[3] - word.box[1])


def _tops(
    columns: Sequence[_Range], stacks: Sequence[Sequence[Word]], across: Sequence[Word]
) -> list[float | None]:
    """Where the columns' own heads begin: side by side as high as the highest of them."""
    found: list[float | None] = []
    for start, end in _runs(stacks):
        top = min(top_of(stack) for stack in stacks[start:end]) if stacks[start] else None
        left, right = columns[start][0], columns[end - 1][1]
        over = (word for word in across if word.box[0] < right and word.box[2] > left)
        if top is not None and max((word.box[3] for word in over), default=0.0) > top + _ALIKE:
            found += [top_of(stack) for stack in stacks[start:end]]
        else:
            found += [top] * (end - start)
    return found


def _runs(stacks: Sequence[Sequence[Word]]) -> Iterator[tuple[int, int]]:
    """Neighbouring columns whose heads are printed on the same level."""
    start = 0
    for index in range(1, len(stacks) + 1):
        if index == len(stacks) or not _are_level(stacks[index - 1], stacks[index]):
            yield start, index
            start = index


def _are_level(stack: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether cells of the same height may hold both: their tops, middles or ends agree."""
    if not stack or not other:
        return False
    ends = [(one[0].box[1], one[-1].box[3]) for one in (stack, other)]
    (top, bottom), (other_top, other_bottom) = ends
    off = top - other_top, bottom - other_bottom
    return min(abs(off[0]), abs(off[1]), abs(off[0] + off[1]) / 2) < _ALIKE


def _raised(top: float | None, column: _Range, across: Sequence[Word]) -> float | None:
    """As high as what stands next to it and goes over the other columns."""
    if top is None:
        return None
    left, right = column
    beside = [
        word.box[1] - 0.5
        for word in across
        if (word.box[2] <= left or word.box[0] >= right)
        and word.box[1] - 0.5 < top
        and top - word.box[3] < _LEADING * (word.box[3] - word.box[1])
    ]
    over = [w.box[3] for w in across if w.box[0] < right and w.box[2] > left and w.box[1] < top]
    raised = max(beside, default=top)
    return top if any(bottom > raised + _NEAR for bottom in over) else raised
