"""Which columns a report's table three really prints, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reviewer.forms.arithmetic import SUBTOTAL, row_sums
from reviewer.forms.folding import fold
from reviewer.forms.model import Block
from reviewer.forms.report import Kind
from reviewer.forms.zones import Zone

_SUBTOTALS = ("小计", "合计")
_LEAST_HEAD = 3


def printed_columns(head: str, block: Block, zones: Sequence[Zone]) -> tuple[str, ...]:
    """Keys of the printed columns; ``SUBTOTAL`` where the form has none.

    Args:
        head: The text above the first row.
        block: The form's columns.
        zones: The cells behind each row's label, read with the form's own number of columns.
    """
    full = tuple(column.key for column in block.columns)
    usual = _usual_size(zones)
    candidates = [full, *_from_head(fold(head), block, full)]
    if usual is None:
        return candidates[1] if len(candidates) > 1 else full
    candidates += [_with_subtotal(full, len(full) - 1), full[:-1]]
    for columns in candidates[1:]:
        if len(columns) == usual and usual != len(full) and _plausible(columns, zones):
            return columns
    return full


def _usual_size(zones: Sequence[Zone]) -> int | None:
    """How many figures most rows have, blank places at the end left out."""
    sizes = Counter(
        sum(piece.parsed.kind is not Kind.BLANK for piece in zone.cells)
        for zone in zones
        if zone.separated and zone.cells
    )
    sizes.pop(0, None)
    if not sizes:
        return None
    size, times = sizes.most_common(1)[0]
    return size if times * 2 > sum(sizes.values()) else None


def _from_head(head: str, block: Block, full: tuple[str, ...]) -> list[tuple[str, ...]]:
    """What the head says, if enough of it is there and it differs from the form."""
    found = [
        column.key
        for column in block.columns
        if any(fold(text) in head for text in (column.label, *column.aliases))
    ]
    if len(found) < _LEAST_HEAD:
        return []
    place = next((head.find(word) for word in _SUBTOTALS if word in head), -1)
    if place >= 0 and "总计" in head:
        first = head.find(fold(block.columns[1].label))
        return [_with_subtotal(full, 1 if 0 <= place < first else len(full) - 1)]
    return [tuple(found)] if tuple(found) != full else []


def _with_subtotal(full: tuple[str, ...], place: int) -> tuple[str, ...]:
    return (*full[:place], SUBTOTAL, *full[place:])


def _plausible(columns: tuple[str, ...], zones: Sequence[Zone]) -> bool:
    """Whether the rows' sums hold with these columns in most rows that are not all 0."""
    sums = row_sums(columns)
    rows = [
        [piece.value for piece in zone.cells]
        for zone in zones
        if len(zone.cells) == len(columns) and any(piece.value for piece in zone.cells)
    ]
    if not sums or not rows:
        return True
    holding = sum(
        all(row[total] == sum(row[part] for part in parts) for total, parts in sums.items())
        for row in rows
    )
    return holding * 2 >= len(rows)
