"""Reads table four, whose figures all stand in one row behind a head of three lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from reviewer.base import cell_id
from reviewer.forms.aligning.alignment import (
    NOT_PARTED,
    Method,
    Options,
    Side,
    Usual,
    Way,
    align,
    all_hold,
)
from reviewer.forms.aligning.arithmetic import group_sums
from reviewer.forms.aligning.bands import bands_of, in_bands, in_one_line
from reviewer.forms.aligning.choosing import Choice
from reviewer.forms.cells.cells import Separator, Zone
from reviewer.forms.cells.fillers import MOVED, unplaced
from reviewer.forms.cells.gridlines import cells_of_line, label_place
from reviewer.forms.cells.pieces import Piece
from reviewer.forms.cells.separated import opens_rows
from reviewer.forms.doubts.placement import (
    BLANK_AND_UNEVEN,
    FURTHER_FIGURES,
    LAID_OTHERWISE,
    ODD_CELL,
    UNPARTED_AND_UNEVEN,
    doubted_if_marked,
)
from reviewer.forms.doubts.readings import is_odd, reading_of
from reviewer.forms.labels import vocabulary
from reviewer.forms.locating.anchors import Anchor, Page, find_anchors
from reviewer.forms.model import Form, FormTable
from reviewer.forms.report import Kind
from reviewer.forms.tables.by_proceeding import by_proceeding
from reviewer.forms.tables.figures_line import (
    LEAST_LABELS,
    begin_of_figures,
    figures_line,
    line_end,
    separator_at,
    zone_of,
)
from reviewer.forms.tables.head_letters import are_complete, stands_above
from reviewer.forms.tables.results import cells_below, head_labels, printed_results
from reviewer.forms.tables.tables import TableReading, not_found

_LEAST_BROKEN = 2
"""One group that does not add up has a wrong figure rather than a moved one."""

_FEW_WORDS = 3
"""One cell of words in so many is none too many for a table without a head."""

_DIGIT = re.compile(r"[0-9０-９]")


def read_disputes(
    page: Page, form: Form, table: FormTable, start: int, ends: Sequence[int]
) -> TableReading:
    """Read table four.

    Args:
        page: The text.
        form: The form that the report uses.
        table: The form's table.
        start: Where to begin: behind table three, or the section's heading.
        ends: Places where the table must end (section headings), ascending.
    """
    results = printed_results(page, table, start)
    anchors = find_anchors(page, head_labels(table, results), start, len(page.text))
    told = _by_proceeding(page, table, anchors, start, ends)
    if told is not None:
        return told
    line = figures_line(page, form, table, anchors, start, ends)
    if line is None:
        return not_found(table)
    text, stretch = page.text, (line.begin, line.end)
    cells = cells_below(table, results)
    (block,) = table.blocks
    sums = group_sums(len(block.rows), len(block.columns))
    opened = line.has_labels and opens_rows(text, [anchors[0].start])
    zone = zone_of(page, len(cells), stretch, vocabulary(form.id), opened=opened)
    placed = _by_heads(text, anchors, stretch, len(cells))
    options = _options(text, anchors, zone, placed, sums)
    if not line.is_headed and not _fills(options):
        return not_found(table)
    choice = _choice(options, sums)
    doubt = _odd(choice)
    if placed is not None:
        doubt = doubt or _shift_doubt(choice, sums)
    else:
        heads = are_complete(anchors, table) or _below_head(text, choice, form, table)
        parted = separator_at(text, *stretch, len(cells)) is not Separator.NONE
        doubt = doubt or _doubt(text, table, choice, zone, heads=heads, parted=parted)
    readings = {cell: reading_of(cell, choice, place, doubt) for place, cell in enumerate(cells)}
    first = anchors[0].start if line.has_labels else line.begin
    return TableReading(doubted_if_marked(text, readings), found=True, span=(first, line.end))


def _options(
    text: str,
    anchors: Sequence[Anchor],
    zone: Zone,
    below_heads: Way | None,
    sums: Mapping[int, Sequence[int]],
) -> Options:
    """The ways to read the row: by the heads above its figures, else by its cells."""
    if below_heads is not None:
        return Options((below_heads,), Method.EXACT)
    count = max(sums) + 1
    gap = min(zone.gaps[1:-1], default=0)
    options = align(zone, count, sums, Usual(Side.BEFORE, length=count, gap=gap))
    banded = _in_bands(text, anchors, zone, sums) if options.method in NOT_PARTED else None
    return banded or options


def _by_proceeding(
    page: Page, table: FormTable, anchors: Sequence[Anchor], start: int, ends: Sequence[int]
) -> TableReading | None:
    """The table where it has a row, a column or a block for each kind of proceeding."""
    whole = len(anchors) >= LEAST_LABELS
    if whole and not _DIGIT.search(page.text, anchors[0].end, anchors[-1].start):
        return None
    begin = line_end(page.text, start) if start in ends else start
    end = min((end for end in ends if end > begin), default=len(page.text))
    (block,) = table.blocks
    found = by_proceeding(page.text, begin, end, block)
    if found is None:
        return None
    cells = {cell_id(table.key, *key): piece for key, piece in found.items()}
    way = tuple(cells[cell] for cell, _, _ in table.cells())
    balanced = all_hold(way, group_sums(len(block.rows), len(block.columns)))
    choice = Choice(way, balanced=balanced)
    doubt = _odd(choice) or ("" if balanced else LAID_OTHERWISE)
    readings = {
        cell: reading_of(cell, choice, place, doubt)
        for place, (cell, _, _) in enumerate(table.cells())
    }
    return TableReading(readings, found=True, span=(begin, end))


def _fills(options: Options) -> bool:
    """Whether there is a figure for every column, so that the head is not needed.

    Words that commas part are as many as columns now and then.
    """
    if options.method not in {Method.EXACT, Method.SPLIT} or not all(options.ways[0]):
        return False
    words = [piece for piece in options.ways[0] if piece and piece.said.kind is Kind.TEXT]
    return _FEW_WORDS * len(words) < len(options.ways[0])


def _below_head(text: str, choice: Choice, form: Form, table: FormTable) -> bool:
    first = choice.way[0]
    return first is not None and stands_above(text, first.start, form, table)


def _doubt(
    text: str, table: FormTable, choice: Choice, zone: Zone, *, heads: bool, parted: bool
) -> str:
    """Why the whole row is in doubt; empty if it is not."""
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


def _odd(choice: Choice) -> str:
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
    if doubt := _shift_doubt(choice, sums):
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


def _shift_doubt(choice: Choice, sums: Mapping[int, Sequence[int]]) -> str:
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


def _choice(options: Options, sums: Mapping[int, Sequence[int]]) -> Choice:
    """The way taken; proven if it is the only one and the three sums hold."""
    first, *others = options.ways
    balanced = all_hold(first, sums)
    return Choice(first, tuple(others), options.method, not others and balanced, balanced)


def _goes_further(zone: Zone, count: int) -> bool:
    """Whether figures stand behind the row that belong to it rather than to another."""
    empty = not any(piece.text for piece in zone.cells)
    rest = [piece for piece in zone.rest if piece.text]
    return bool(rest) and (empty or len(zone.rest) < count)


def _by_heads(
    text: str, anchors: Sequence[Anchor], stretch: tuple[int, int], count: int
) -> Way | None:
    """The row's figures below their heads, where lines keep all places of the grid."""
    begin = begin_of_figures(text, *stretch, count)
    separator = separator_at(text, begin, stretch[1], count)
    if separator is not Separator.TAB or len(anchors) != count or text[begin - 1 : begin] != "\n":
        return None
    cells = cells_of_line(text, begin, separator)
    places: list[int] = []
    for anchor in anchors:
        line = cells_of_line(text, anchor.start, separator)
        if len(line) != len(cells):
            return None
        places.append(label_place(line, anchor.start))
    others = [piece for place, piece in enumerate(cells) if place not in places]
    if places != sorted(set(places)) or any(piece.text for piece in others):
        return None
    way = tuple(cells[place] for place in places)
    return way if any(piece.text for piece in way) else None


def _in_bands(
    text: str, anchors: Sequence[Anchor], zone: Zone, sums: Mapping[int, Sequence[int]]
) -> Options | None:
    """The row with blank cells, read by the heads that its figures stand below."""
    heads = [Piece(one.start, one.end, text[one.start : one.end]) for one in anchors]
    if not in_one_line(text, zone.cells) or any(piece.is_run for piece in zone.cells):
        return None
    ways = [
        way
        for bands in bands_of(text, [zone.cells], heads, len(heads))
        if (way := in_bands(text, zone.cells, bands)) and len(way) == max(sums) + 1
        if all_hold(way, sums)
    ]
    method = Method.EXACT if len(set(ways)) == 1 else Method.PLACED
    return Options((ways[0],), method) if ways else None
