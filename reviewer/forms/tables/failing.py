"""The form's sums that fail among the rows of a table as they are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reviewer.base import CellId, cell_id
from reviewer.forms.aligning.alignment import Method, all_hold
from reviewer.forms.aligning.arithmetic import (
    SUBTOTAL,
    column_equations,
    comes_to_nothing,
    row_sums,
)
from reviewer.forms.aligning.choosing import Choice
from reviewer.forms.model import FormTable


def failing_sums(
    table: FormTable, columns: Sequence[str], choices: Mapping[str, Choice]
) -> Iterator[list[CellId]]:
    """The cells of each sum that fails, in rows and columns that are whole; a nil mark is 0."""
    whole = {key: one.way for key, one in choices.items() if one.method is Method.EXACT}
    for key, way in whole.items():
        for total, parts in row_sums(columns).items():
            if (last := way[total]) and last.text and not all_hold(way, {total: parts}):
                yield [
                    cell_id(table.key, key, columns[at])
                    for at in (*parts, total)
                    if columns[at] != SUBTOTAL
                ]
    for equation in column_equations(table):
        if not all(key in whole for key, _ in equation):
            continue
        for at, column in enumerate(columns):
            if column == SUBTOTAL:
                continue
            signed = ((whole[key][at], sign) for key, sign in equation)
            if not comes_to_nothing(
                sign * (piece.value if piece else 0.0) for piece, sign in signed
            ):
                yield [cell_id(table.key, key, column) for key, _ in equation]
