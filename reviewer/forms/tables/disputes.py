"""Reads table four, whose figures all stand in one row behind a head of three lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

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
from reviewer.forms.cells.gridlines import cells_of_line, label_place
from reviewer.forms.cells.pieces import Piece
from reviewer.forms.cells.separated import opens_rows
from reviewer.forms.doubts.marked import doubted_if_marked
from reviewer.forms.doubts.placement import LAID_OTHERWISE
from reviewer.forms.doubts.readings import reading_of
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
from reviewer.forms.tables.row_doubts import doubt_of_row, doubt_of_shift, odd_cell
from reviewer.forms.tables.tables import TableReading, not_found

_FEW_WORDS = 3
"""A table without a head may have one cell of words among this many."""

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
    if placed is not None:
        doubt = odd_cell(choice) or doubt_of_shift(choice, sums)
    else:
        heads = are_complete(anchors, table) or _below_head(text, choice, form, table)
        parted = separator_at(text, *stretch, len(cells)) is not Separator.NONE
        doubt = doubt_of_row(text, table, choice, zone, heads=heads, parted=parted)
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
    doubt = odd_cell(choice) or ("" if balanced else LAID_OTHERWISE)
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


def _choice(options: Options, sums: Mapping[int, Sequence[int]]) -> Choice:
    """The way taken; proven if it is the only one and the three sums hold."""
    first, *others = options.ways
    balanced = all_hold(first, sums)
    return Choice(first, tuple(others), options.method, not others and balanced, balanced)


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
