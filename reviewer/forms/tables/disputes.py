"""Reads table four, whose figures all stand in one row behind a head of three lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
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
from reviewer.forms.aligning.bands import bands_of, in_one_line, placed
from reviewer.forms.aligning.choosing import Choice
from reviewer.forms.cells.cells import PIPES, Printed, Separator, Zone
from reviewer.forms.cells.fillers import MOVED, unplaced, with_fillers
from reviewer.forms.cells.gridlines import cells_of_line, label_place
from reviewer.forms.cells.pieces import Piece
from reviewer.forms.cells.separated import opens_rows
from reviewer.forms.cells.zones import read_zone, separator_of
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
from reviewer.forms.locating.rows import behind
from reviewer.forms.model import Form, FormTable
from reviewer.forms.report import Kind
from reviewer.forms.tables.by_proceeding import by_proceeding
from reviewer.forms.tables.head_letters import are_complete, below_letters, stands_above
from reviewer.forms.tables.results import cells_below, head_labels, printed_results
from reviewer.forms.tables.tables import TableReading, not_found

_LEAST_LABELS = 8
_LEAST_BROKEN = 2
_FEW_WORDS = 3
"""One cell of words in so many is none too many for a table without a head."""

_REACH = 900
_BAR = re.compile(f"[{PIPES}]")
_BAR_ALONE = re.compile(rf"[^\S\n]*[{PIPES}][^\S\n]*\n(?:[{PIPES}]{{2,}}[^\S\n]*\n)?")
_OPENING_BAR = re.compile(rf"\s*[{PIPES}](?=[^\n]*[{PIPES}])")
_MOST_NUMBERED = 15
_COLUMN_NUMBERS = re.compile(
    rf"[^\S\n]*(?:甲|栏次|行次|序号)?[\t {PIPES},]*"
    + rf"[\t {PIPES},]+".join(map(str, range(1, _MOST_NUMBERED + 1)))
    + rf"[\t {PIPES},]*\n(?=[^\n]*\d)"
)
"""A line that numbers the columns, with the figures' line behind it."""

_FILLERS = re.compile(rf"[{PIPES}]{{2,}}[^\S\n]*\n")
_LINE_WITHOUT_FIGURES = re.compile(r"[^\n0-9０-９]*\n")
_LINES_WITHOUT_VALUES = re.compile(r"(?:[^\n0-9０-９/／—–-]*\n)+")
_NIL = re.compile(r"[/／—-]")
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
    has_head = len(anchors) >= _LEAST_LABELS
    told = _by_proceeding(page, table, anchors, start, ends)
    if told is not None:
        return told
    if not has_head and start not in ends:
        return not_found(table)
    cells = cells_below(table, results)
    begin = anchors[-1].end if has_head else _line_end(page.text, start)
    limit = min((end for end in ends if end >= begin), default=len(page.text))
    below = None if has_head else below_letters(page.text, begin, limit, form, table)
    begin = begin if below is None else below
    end = behind(page.text, begin, limit, _REACH)
    (block,) = table.blocks
    sums = group_sums(len(block.rows), len(block.columns))
    opened = has_head and opens_rows(page.text, [anchors[0].start])
    zone = _zone(page, len(cells), (begin, end), vocabulary(form.id), opened=opened)
    gap = min(zone.gaps[1:-1], default=0)
    options = align(zone, len(cells), sums, Usual(Side.BEFORE, length=len(cells), gap=gap))
    placed = _by_heads(page.text, anchors, (begin, end), len(cells))
    if placed is not None:
        options = Options((placed,), Method.EXACT)
    elif options.method in NOT_PARTED:
        options = _in_bands(page.text, anchors, zone, sums) or options
    choice = _choice(options, sums)
    if not has_head and below is None and not _fills(options):
        return not_found(table)
    parted = _separator(page.text, begin, end, len(cells)) is not Separator.NONE
    doubt = _odd(choice)
    if placed is not None:
        doubt = doubt or _shift_doubt(choice, sums)
    else:
        heads = are_complete(anchors, table) or _below_head(page.text, choice, form, table)
        doubt = doubt or _doubt(page.text, table, choice, zone, heads=heads, parted=parted)
    readings = {cell: reading_of(cell, choice, place, doubt) for place, cell in enumerate(cells)}
    first = anchors[0].start if has_head else begin
    return TableReading(doubted_if_marked(page.text, readings), found=True, span=(first, end))


def _by_proceeding(
    page: Page, table: FormTable, anchors: Sequence[Anchor], start: int, ends: Sequence[int]
) -> TableReading | None:
    """The table where it has a row, a column or a block for each kind of proceeding."""
    whole = len(anchors) >= _LEAST_LABELS
    if whole and not _DIGIT.search(page.text, anchors[0].end, anchors[-1].start):
        return None
    begin = _line_end(page.text, start) if start in ends else start
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


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end + 1


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


def _zone(page: Page, count: int, stretch: tuple[int, int], words: str, *, opened: bool) -> Zone:
    """The cells of the row; ``opened`` if a bar on a line of its own stands before the head's."""
    begin, end = _behind_head_line(page.text, *stretch), stretch[1]
    begin = _behind_rest_of_head(page.text, begin, end, count)
    separator = _separator(page.text, begin, end, count)
    if separator is Separator.PIPE:
        begin = _behind_opening_bar(page.text, begin, count, opened=opened)
    printed = Printed(separator, words, begins_row=True)
    zone = read_zone(page.text, begin, end, count, printed)
    if separator is Separator.TAB and len(zone.cells) > count and _is_closed(page.text, begin):
        zone = replace(zone, cells=zone.cells if zone.cells[-1].text else zone.cells[:-1])
    return with_fillers(page.text, {"": zone})[""] if separator is Separator.PIPE else zone


def _is_closed(text: str, begin: int) -> bool:
    """Whether a tab stands behind the head's last cell, too, so that no cell is behind it."""
    head = text[:begin].rstrip("\n").rpartition("\n")[2].rstrip(" \u3000")
    return head.endswith("\t") and head.count("\t") >= _LEAST_LABELS


def _behind_opening_bar(text: str, begin: int, count: int, *, opened: bool) -> int:
    """The begin of the first cell, behind a bar that closes the head or opens the row.

    Args:
        text: The whole text.
        begin: Behind the head's last word.
        count: How many cells the row should have.
        opened: Whether a bar on a line of its own stands before the head's line.
    """
    head = text[:begin].rstrip().rpartition("\n")[2]
    alone = _BAR_ALONE.match(text, begin)
    if alone and (opened or not _BAR.search(head)):
        return alone.end()
    bar = _OPENING_BAR.match(text, begin)
    return bar.end() if bar and _is_opened(head, count) else begin


def _is_opened(head: str, count: int) -> bool:
    """Whether a bar stands before the first of a head's cells, none that parts a blank one off."""
    opening = _OPENING_BAR.match(head)
    if opening is None or head[-1] not in PIPES:
        return False
    blank_first = bool(_BAR.match(head[opening.end() :].lstrip()))
    return not blank_first or len(_BAR.findall(head)) > count


def _goes_further(zone: Zone, count: int) -> bool:
    """Whether figures stand behind the row that belong to it rather than to another."""
    empty = not any(piece.text for piece in zone.cells)
    rest = [piece for piece in zone.rest if piece.text]
    return bool(rest) and (empty or len(zone.rest) < count)


def _by_heads(
    text: str, anchors: Sequence[Anchor], stretch: tuple[int, int], count: int
) -> Way | None:
    """The row's figures below their heads, where lines keep all places of the grid."""
    begin = _behind_rest_of_head(text, _behind_head_line(text, *stretch), stretch[1], count)
    separator = _separator(text, begin, stretch[1], count)
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
        if (way := placed(text, zone.cells, bands)) and len(way) == max(sums) + 1
        if all_hold(way, sums)
    ]
    method = Method.EXACT if len(set(ways)) == 1 else Method.PLACED
    return Options((ways[0],), method) if ways else None


def _separator(text: str, begin: int, end: int, count: int) -> Separator:
    line = text[begin:end].strip("\n").split("\n", 1)[0]
    if line.count(",") >= count - 3:
        return Separator.COMMA
    return separator_of(text, [(begin, end)])


def _behind_head_line(text: str, begin: int, end: int) -> int:
    """The begin of the figures' line, if the rest of the head's line holds no figure."""
    line = _LINE_WITHOUT_FIGURES.match(text, begin, end)
    rest = text[begin : line.end()] if line else ""
    if line is None or _NIL.search(rest):
        return begin
    fillers = _FILLERS.match(text, line.end(), end)
    return fillers.end() if fillers else line.end()


def _behind_rest_of_head(text: str, begin: int, end: int, count: int) -> int:
    """The begin of the first line with figures, if only what a head may hold stands before it."""
    rest = _LINES_WITHOUT_VALUES.match(text, begin, end)
    numbers = _COLUMN_NUMBERS.match(text, rest.end() if rest else begin, end)
    if numbers is not None:
        return numbers.end()
    if rest is None:
        return begin
    line = text[rest.end() : end].split("\n", 1)[0]
    parted = max(line.count("\t"), len(_BAR.findall(line))) >= count - 1
    return rest.end() if parted and _DIGIT.search(line) else begin
