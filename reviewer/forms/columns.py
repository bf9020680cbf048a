"""Which columns a report's table three really prints, and in which order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reviewer.forms.alignment import Way, all_hold
from reviewer.forms.arithmetic import SUBTOTAL, row_sums
from reviewer.forms.folding import fold
from reviewer.forms.model import Block

_SUBTOTALS = ("小计", "合计")
_LEAST_HEAD = 3


def candidate_columns(head: str, block: Block, *, parted: bool) -> list[tuple[str, ...]]:
    """Keys of the columns that a table may print, likeliest first.

    Args:
        head: The text above the first row.
        block: The form's columns.
        parted: Whether separators make the cells: then a column whose head is printed is there,
            blank as it may be, and a complete head leaves no choice.
    """
    full = tuple(column.key for column in block.columns)
    said = _from_head(fold(head), block, full)
    if parted and said is None and _named(fold(head), block) == full:
        return [full]
    if parted and said is not None and SUBTOTAL in said:
        return [said]
    others = [_with_subtotal(full, len(full) - 1), full[:-1]]
    if said is None:
        return list(dict.fromkeys([full, *others]))
    if len(said) >= len(full) - 1:
        return list(dict.fromkeys([said, full, *others]))
    return list(dict.fromkeys([full, said, *others]))


def _from_head(head: str, block: Block, full: tuple[str, ...]) -> tuple[str, ...] | None:
    """The columns that the head names, if enough of it is there and it differs from the form."""
    found = _named(head, block)
    # 合计 names the last column in some reports, and a subtotal only beside 总计.
    words = _SUBTOTALS if "总计" in head else _SUBTOTALS[:1]
    place = next((head.find(word) for word in words if word in head), -1)
    if place >= 0:
        first = head.find(fold(block.columns[1].label))
        return _with_subtotal(full, 1 if place < first else len(full) - 1)
    if len(found) < _LEAST_HEAD or found == full:
        return None
    return found


def _named(head: str, block: Block) -> tuple[str, ...]:
    """The columns whose heads stand in a folded head."""
    return tuple(
        column.key
        for column in block.columns
        if any(fold(text) in head for text in (column.label, *column.aliases))
    )


def _with_subtotal(full: tuple[str, ...], place: int) -> tuple[str, ...]:
    return (*full[:place], SUBTOTAL, *full[place:])


def plausible(columns: tuple[str, ...], ways: Sequence[Way]) -> bool:
    """Whether the rows' sums fit these columns in most rows that tell something.

    A row tells something if it has several figures and its totals are printed.
    """
    sums = row_sums(columns) or {len(columns) - 1: range(len(columns) - 1)}
    telling = [way for way in ways if _tells(way, sums)]
    if not telling:
        return True
    holding = sum(all_hold(way, sums) for way in telling)
    return (holding * 2 >= len(telling)) is ("total" in columns)


def _tells(way: Way, sums: Mapping[int, Sequence[int]]) -> bool:
    totals = [way[total] for total in sums]
    printed = all(piece is not None and piece.text for piece in totals)
    return printed and sum(bool(piece and piece.value) for piece in way) > 1
