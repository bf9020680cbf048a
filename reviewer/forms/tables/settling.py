"""Settles which columns a table prints and which of the ways to read its rows is taken."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from reviewer.forms.aligning.alignment import (
    NOT_PARTED,
    Method,
    Options,
    Way,
    align,
    all_hold,
)
from reviewer.forms.aligning.arithmetic import column_equations, row_sums
from reviewer.forms.aligning.bands import (
    are_set_apart,
    bands_of,
    heads_of_block,
    in_bands,
    in_one_line,
)
from reviewer.forms.aligning.choosing import choose
from reviewer.forms.aligning.columns import candidate_columns, mostly_hold, plausible
from reviewer.forms.aligning.plausible import by_plausibility
from reviewer.forms.aligning.shapes import shape_of
from reviewer.forms.cells.cells import Separator, Zone
from reviewer.forms.doubts.placement import Chosen
from reviewer.forms.locating.heads import Head
from reviewer.forms.locating.rows import TableRow, head_begin
from reviewer.forms.model import FormTable
from reviewer.forms.tables.cutting import TableCells, are_remarked
from reviewer.forms.tables.named_columns import by_column_names
from reviewer.forms.tables.repeated_cells import by_repeated_heads

_MARGIN = 3
"""Rows more that other columns than the head's must fit exactly."""

_NEARLY_ALL = 0.9
_TELLING_HEADS = 3
"""Columns whose heads' places tell in which order all stand."""


@dataclass(frozen=True)
class Settled:
    """What the rows of a table are read as.

    Attributes:
        choices: For every row its printed columns and what it is read as.
        zones: For every row the cells behind its label.
        located: Rows whose columns are found by their heads' places.
    """

    choices: dict[str, Chosen]
    zones: dict[str, Zone]
    located: frozenset[str]


def chosen_rows(table: FormTable, cells: TableCells, heads: Mapping[str, Head]) -> Settled:
    """Settle how the rows of a table are read."""
    full = {row.key: tuple(column.key for column in row.block.columns) for row in cells.rows}
    cells, columns, zones = _laid_out(table, cells, heads, full)
    named = by_column_names(cells.page.text, cells.rows)
    below_heads, disputed = cells.by_heads()
    off_grid = cells.off_grid()
    ways = _on_grid(below_heads, off_grid, zones) | named | by_repeated_heads(cells)
    if table.layout == "matrix":
        columns = _as_placed(columns, full, cells.order())
    options = _options(table, columns, zones) | _torn(cells, columns, zones)
    if table.layout == "articles" or set(ways) == set(columns):
        columns |= {key: full[key] for key in ways}
    located = frozenset(key for key in ways if columns[key] == full[key])
    options |= {key: Options((ways[key],), Method.EXACT) for key in located}
    lost = options.keys() - named.keys() if len(named) > len(options) / 2 else off_grid
    options |= {key: replace(options[key], method=Method.LOST) for key in lost - located}
    by_form = {key: way for key, way in disputed.items() if columns[key] == full[key]}
    options |= _disputed(options, by_form)
    if cells.separator is Separator.NONE:
        options |= _in_bands(table, cells, columns, zones, options)
    if table.layout == "articles":
        options = by_plausibility(cells.page.text, options, columns)
    sums = {key: sums_in(table, columns[key]) for key in columns}
    choices = choose(options, column_equations(table), sums)
    return Settled({key: Chosen(columns[key], choices[key]) for key in columns}, zones, located)


def _laid_out(
    table: FormTable,
    cells: TableCells,
    heads: Mapping[str, Head],
    full: Mapping[str, tuple[str, ...]],
) -> tuple[TableCells, dict[str, tuple[str, ...]], dict[str, Zone]]:
    """The columns that every row prints, and its cells; ``full`` are the form's own columns."""
    columns = dict(full)
    if table.layout == "articles":
        columns |= {key: head.order for key, head in heads.items() if head.reordered}
    zones = cells.read(columns)
    if not cells.further and are_remarked(zones, columns):
        cells = replace(cells, further=frozenset(columns))
        zones = cells.read(columns)
    if table.layout == "matrix":
        columns, zones = _printed_columns(table, cells, columns, zones)
    return cells, columns, zones


def _on_grid(
    ways: Mapping[str, Way], off_grid: Collection[str], zones: Mapping[str, Zone]
) -> dict[str, Way]:
    """What stands below heads, of rows that keep the grid's places and lose no figure by it."""
    return {
        key: way
        for key, way in ways.items()
        if key not in off_grid
        if any(piece and piece.text for piece in way) or not any(p.text for p in zones[key].cells)
    }


def _disputed(options: Mapping[str, Options], ways: Mapping[str, Way]) -> dict[str, Options]:
    """Rows whose heads' places say otherwise than their cells' order, with both ways to read."""
    return {
        key: Options((*options[key].ways, way), Method.LOST)
        for key, way in ways.items()
        if way not in options[key].ways
    }


def _in_bands(
    table: FormTable,
    cells: TableCells,
    columns: Mapping[str, Sequence[str]],
    zones: Mapping[str, Zone],
    options: Mapping[str, Options],
) -> dict[str, Options]:
    """Rows with blank cells, read by where their figures stand, in lines set in columns."""
    if all(one.method not in NOT_PARTED for one in options.values()):
        return {}
    found: dict[str, Options] = {}
    for rows in cells.by_block():
        found |= _block_in_bands(table, cells, rows, columns[rows[0].key], zones)
    return {key: one for key, one in found.items() if options[key].method in NOT_PARTED}


def _block_in_bands(
    table: FormTable,
    cells: TableCells,
    rows: Sequence[TableRow],
    columns: Sequence[str],
    zones: Mapping[str, Zone],
) -> dict[str, Options]:
    """A block's rows by the columns that their figures stand in; if it has sums, they hold.

    Certain are rows that come to something, and stand below the same heads however these are
    taken: sums hold, too, where figures of all rows stand in a wrong column.
    """
    text, sums = cells.page.text, sums_in(table, columns)
    lines = {row.key: zones[row.key].cells for row in rows}
    lines = {key: line for key, line in lines.items() if in_one_line(text, line)}
    heads = heads_of_block(text, *cells.head_of(rows), rows[0].block)
    if not (sums or are_set_apart(text, heads)):
        return {}
    found: list[dict[str, Way]] = []
    for bands in bands_of(text, list(lines.values()), heads, len(columns)):
        ways = {key: in_bands(text, line, bands) for key, line in lines.items()}
        whole = {key: way for key, way in ways.items() if way is not None}
        if len(whole) == len(lines) and (not sums or mostly_hold(list(whole.values()), sums)):
            found.append(whole)
    certain = {
        key
        for key in lines
        if heads and sums and len({ways[key] for ways in found}) == 1
        if all_hold(found[0][key], sums) and any(piece.value for piece in lines[key])
    }
    return {
        key: Options((way,), Method.EXACT if key in certain else Method.PLACED)
        for key, way in (found[0] if found else {}).items()
    }


def _as_placed(
    columns: dict[str, tuple[str, ...]],
    form_columns: Mapping[str, tuple[str, ...]],
    order: Sequence[str],
) -> dict[str, tuple[str, ...]]:
    """The form's own columns where the places of the heads have them in the form's order.

    A head's words, read line by line, may stand in another order than above the figures.
    """
    said, full = next(iter(columns.values())), next(iter(form_columns.values()))
    if said == full or sorted(said) != sorted(full) or len(order) < _TELLING_HEADS:
        return columns
    in_order = [key for key in full if key in order] == list(order)
    return dict(form_columns) if in_order else columns


def _torn(
    cells: TableCells, columns: Mapping[str, Sequence[str]], zones: Mapping[str, Zone]
) -> dict[str, Options]:
    """The row that the text breaks off in: what is there are its first cells."""
    last = cells.rows[-1]
    pieces, count = zones[last.key].cells, len(columns[last.key])
    torn = last.end >= len(cells.page.text.rstrip()) and zones[last.key].separated
    if not torn or not 0 < len(pieces) < count:
        return {}
    way = (*pieces, *(None,) * (count - len(pieces)))
    return {last.key: Options((way,), Method.TORN)}


def _printed_columns(
    table: FormTable,
    cells: TableCells,
    columns: dict[str, tuple[str, ...]],
    zones: dict[str, Zone],
) -> tuple[dict[str, tuple[str, ...]], dict[str, Zone]]:
    """The columns that table three really prints.

    The head's own are taken unless clearly more rows fit others exactly.
    """
    best = columns, zones
    most = -1
    parted = cells.separator is not Separator.NONE
    candidates = candidate_columns(_head_above(cells), table.blocks[0], parted=parted)
    said = candidates[0]
    widest = max(sum(bool(piece.text) for piece in zone.cells) for zone in zones.values())
    for candidate in candidates:
        guessed = candidate != said
        if guessed and parted and widest < len(candidate) > len(said):
            continue
        tried = dict.fromkeys(columns, candidate)
        read = zones if tried == columns else cells.read(tried)
        if guessed and _leaves_figures(read):
            continue
        options = _options(table, tried, read).values()
        exact = sum(one.method is Method.EXACT for one in options)
        if guessed and _lacks(candidate, said, table) and exact < _NEARLY_ALL * len(tried):
            continue
        ways = [one.ways[0] for one in options]
        fits = len(candidates) == 1 or plausible(candidate, ways, guessed=guessed)
        if exact > most and fits:
            best, most = (tried, read), exact + _MARGIN
        if exact == len(tried):
            break
    return best


def _head_above(cells: TableCells) -> str:
    """The text above a table's first row that may be its head."""
    first = cells.rows[0].anchor.start
    begin = head_begin(cells.page.text, first)
    return cells.page.text[max(begin, cells.behind if cells.behind < first else 0) : first]


def _leaves_figures(zones: Mapping[str, Zone]) -> bool:
    """Whether figures of most rows are left unread."""
    return sum(bool(zone.rest) for zone in zones.values()) > len(zones) / 2


def _lacks(candidate: Sequence[str], said: Sequence[str], table: FormTable) -> bool:
    """Whether columns lack one that the form has, or the head."""
    return len(candidate) < len(table.blocks[0].columns) or not set(said) <= set(candidate)


def _options(
    table: FormTable, columns: Mapping[str, Sequence[str]], zones: Mapping[str, Zone]
) -> dict[str, Options]:
    counts = {key: len(keys) for key, keys in columns.items()}
    shape = shape_of(zones, counts, table.rows)
    return {
        key: align(
            zones[key],
            counts[key],
            sums_in(table, columns[key]),
            shape.usual(key),
        )
        for key in zones
    }


def sums_in(table: FormTable, columns: Sequence[str]) -> Mapping[int, Sequence[int]]:
    """Place of a total → places of its parts, in tables whose rows have totals."""
    return row_sums(columns) if table.layout == "matrix" else {}
