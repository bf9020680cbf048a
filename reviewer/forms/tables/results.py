"""The last head line of table four: the five results, once for each kind of proceeding."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from reviewer.base import CellId, cell_id
from reviewer.forms.labels import Label
from reviewer.forms.locating.anchors import Page
from reviewer.forms.locating.rows import behind
from reviewer.forms.model import Block, Column, FormTable

_REACH = 400
"""Characters that the head may have, blanks not counted."""


def printed_results(page: Page, table: FormTable, start: int) -> tuple[Column, ...]:
    """The results in the order in which the head behind a place prints them.

    That is the form's unless all kinds have them in the same other order, the total at the end.
    """
    (block,) = table.blocks
    low = bisect_left(page.folded.origin, start)
    end = behind(page.text, start, len(page.text), _REACH)
    high = bisect_left(page.folded.origin, end)
    found = sorted(
        (place, column.key)
        for column in block.columns
        for wording in column.folded
        for place in page.occurrences(wording, low, high)
    )
    order = _order(block, [key for _, key in found])
    return tuple(sorted(block.columns, key=lambda one: order.index(one.key)))


def _order(block: Block, keys: Sequence[str]) -> list[str]:
    """The order in which heads name the results of each kind; the form's if that is not clear.

    One kind may name a result otherwise than the form does, so that it is not found there.
    """
    form = [column.key for column in block.columns]
    kinds: list[list[str]] = [[]]
    for key in keys:
        kinds[-1].append(key)
        if key == form[-1]:
            kinds.append([])
    kinds = kinds[: len(block.rows)]
    whole = [kind for kind in kinds if sorted(kind) == sorted(form)]
    if len(kinds) < len(block.rows) or len(whole) < len(kinds) - 1:
        return form
    first = whole[0]
    alike = all(kind == [key for key in first if key in kind] for kind in kinds)
    return first if alike else form


def head_labels(table: FormTable, results: Sequence[Column]) -> tuple[Label, ...]:
    """The heads of all kinds, these results under each."""
    (block,) = table.blocks
    return tuple(
        Label("head", cell_id(table.key, row.key, column.key), column.folded)
        for row in block.rows
        for column in results
    )


def cells_below(table: FormTable, results: Sequence[Column]) -> list[CellId]:
    """The cells below those heads."""
    (block,) = table.blocks
    return [cell_id(table.key, row.key, column.key) for row in block.rows for column in results]
