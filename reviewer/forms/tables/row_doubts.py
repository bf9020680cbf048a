"""What speaks against the row of table four: its figures may stand in other columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from reviewer.forms.aligning.alignment import Method, Way, all_hold
from reviewer.forms.aligning.arithmetic import group_sums
from reviewer.forms.aligning.choosing import Choice
from reviewer.forms.cells.cells import Zone
from reviewer.forms.cells.fillers import MOVED, unplaced
from reviewer.forms.cells.pieces import Piece
from reviewer.forms.doubts.placement import (
    BLANK_AND_UNEVEN,
    FURTHER_FIGURES,
    ODD_CELL,
    UNPARTED_AND_UNEVEN,
)
from reviewer.forms.doubts.readings import is_odd
from reviewer.forms.model import FormTable
from reviewer.forms.report import Kind

_LEAST_BROKEN = 2
"""One group that does not add up has a wrong figure rather than a moved one."""


def doubt_of_row(
    text: str, table: FormTable, choice: Choice, zone: Zone, *, heads: bool, parted: bool
) -> str:
    """Why the whole row is in doubt; empty if it is not.

    Args:
        text: The text.
        table: The form's table.
        choice: How the row is read.
        zone: The row's cells.
        heads: Whether its head says for certain which columns there are.
        parted: Whether separators part its cells.
    """
    if odd := odd_cell(choice):
        return odd
    whole = choice.balanced and all(piece and piece.text for piece in choice.way)
    if _goes_further(zone, len(choice.way)) and not whole:
        return FURTHER_FIGURES
    if unplaced({"": zone}, {"": len(choice.way)}):
        return MOVED
    if not heads:
        return "表头缺失或与格式用语不一致，请核对各列"
    sums = group_sums(len(table.blocks[0].rows), len(table.blocks[0].columns))
    exact = choice.method is Method.EXACT
    return _cells_doubt(text, choice, sums, parted=parted) if exact else ""


def odd_cell(choice: Choice) -> str:
    """Whether a cell holds what stands for no figure, so that the others may be shifted."""
    odd = any(piece and piece.said.kind is Kind.TEXT and is_odd(piece) for piece in choice.way)
    return ODD_CELL if odd else ""


def _cells_doubt(
    text: str, choice: Choice, sums: Mapping[int, Sequence[int]], *, parted: bool
) -> str:
    """What speaks against the places of cells that are as many as they should be."""
    filled = [bool(piece and piece.text) for piece in choice.way]
    if not filled[0] and all(filled[1:]):
        return "这一行以空白格开头，请核对各格的位置"
    if choice.balanced:
        return ""
    if not all(filled) and any(filled):
        return BLANK_AND_UNEVEN
    if doubt := doubt_of_shift(choice, sums):
        return doubt
    one_wrong = _is_even(text, choice.way) and _broken(choice.way, sums) == 1
    certain = parted or (one_wrong and not _has_foreign_end(choice.way, sums))
    return "" if certain else UNPARTED_AND_UNEVEN


def _is_even(text: str, way: Way) -> bool:
    """Whether all of a row's figures are parted alike: by blanks, or by line ends."""
    breaks = {"\n" in text[one.end : then.start] for one, then in pairwise(way) if one and then}
    return len(breaks) == 1


def _broken(way: Way, sums: Mapping[int, Sequence[int]]) -> int:
    """How many groups do not add up."""
    return sum(not all_hold(way, {total: sums[total]}) for total in sums)


def _has_foreign_end(way: Way, sums: Mapping[int, Sequence[int]]) -> bool:
    """Whether all would add up if the first or last figure, as a page's number, were none here."""
    return any(
        all_hold((*rest[:hole], None, *rest[hole:]), sums)
        for rest in (way[1:], way[:-1])
        for hole in range(len(way))
    )


def doubt_of_shift(choice: Choice, sums: Mapping[int, Sequence[int]]) -> str:
    """Whether the row may lack one cell and have another one too many, by its sums."""
    shifted = not choice.balanced and _is_shifted(choice.way, sums)
    return "这一行可能少一格又多一格，请核对各格的位置" if shifted else ""


def _is_shifted(way: Way, sums: Mapping[int, Sequence[int]]) -> bool:
    """Whether a row that does not add up would, had one group lost a cell and another doubled one.

    Where but one group does not add up, a wrong figure is likelier.
    """
    if _broken(way, sums) < _LEAST_BROKEN:
        return False
    doubled = [at for at, (one, then) in enumerate(pairwise(way), 1) if _alike(one, then)]
    width = min(sums) + 1
    return any(
        all_hold((*rest[:hole], None, *rest[hole:]), sums)
        for at in doubled
        if (rest := (*way[:at], *way[at + 1 :]))
        for hole in range(len(way))
        if hole // width != at // width
    )


def _alike(one: Piece | None, then: Piece | None) -> bool:
    return one is not None and then is not None and one.text == then.text


def _goes_further(zone: Zone, count: int) -> bool:
    """Whether figures stand behind the row that belong to it rather than to another."""
    empty = not any(piece.text for piece in zone.cells)
    rest = [piece for piece in zone.rest if piece.text]
    return bool(rest) and (empty or len(zone.rest) < count)
