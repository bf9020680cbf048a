"""Settles which of the ways to read its rows is taken for a table."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from reviewer.forms.aligning.alignment import NOT_PARTED, Method, Options, Way, all_hold
from reviewer.forms.aligning.arithmetic import column_equations
from reviewer.forms.aligning.bands import (
    are_set_apart,
    bands_of,
    heads_of_block,
    in_bands,
    in_one_line,
)
from reviewer.forms.aligning.choosing import choose
from reviewer.forms.aligning.columns import mostly_hold
from reviewer.forms.aligning.plausible import by_plausibility
from reviewer.forms.cells.cells import Separator, Zone
from reviewer.forms.doubts.placement import Chosen
from reviewer.forms.locating.heads import Head
from reviewer.forms.locating.rows import TableRow
from reviewer.forms.model import FormTable
from reviewer.forms.tables.cutting import TableCells
from reviewer.forms.tables.named_columns import by_column_names
from reviewer.forms.tables.printed_columns import PrintedRows, printed_rows
from reviewer.forms.tables.repeated_cells import by_repeated_heads


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


@dataclass(frozen=True)
class _Told:
    """What heads and names tell of a table's rows.

    Attributes:
        ways: Rows whose figures stand below heads, or beside names, that tell their columns.
        named: Those of them that are told by names.
        disputed: Rows of which heads tell something, but not of all rows of their kind.
        off_grid: Rows whose lines have not as many cells as their head.
    """

    ways: Mapping[str, Way]
    named: Collection[str]
    disputed: Mapping[str, Way]
    off_grid: frozenset[str]

    def lost(self, rows: Collection[str]) -> frozenset[str]:
        """Rows that have lost cells: those without names among named ones, or off the grid."""
        if len(self.named) > len(rows) / 2:
            return frozenset(rows) - set(self.named)
        return self.off_grid


def chosen_rows(table: FormTable, cells: TableCells, heads: Mapping[str, Head]) -> Settled:
    """Settle how the rows of a table are read."""
    rows = printed_rows(table, cells, heads)
    told = _told(rows)
    options = rows.aligned() | _torn(rows)
    if table.layout == "articles" or set(told.ways) == set(rows.columns):
        rows = rows.with_columns({row: rows.form_columns[row] for row in told.ways})
    located = frozenset(filter(rows.prints_form, told.ways))
    options |= {row: Options((told.ways[row],), Method.EXACT) for row in located}
    lost = told.lost(options) - located
    options |= {row: replace(options[row], method=Method.LOST) for row in lost}
    options |= _disputed(options, told, rows)
    if rows.cells.separator is Separator.NONE:
        options |= _in_bands(rows, options)
    if table.layout == "articles":
        options = by_plausibility(rows.cells.page.text, options, rows.columns)
    sums = {row: rows.sums(row) for row in rows.columns}
    choices = choose(options, column_equations(table), sums)
    chosen = {row: Chosen(columns, choices[row]) for row, columns in rows.columns.items()}
    return Settled(chosen, rows.zones, located)


def _told(rows: PrintedRows) -> _Told:
    cells = rows.cells
    named = by_column_names(cells.page.text, cells.rows)
    below_heads, disputed = cells.by_heads()
    off_grid = cells.off_grid()
    on_grid = _on_grid(below_heads, off_grid, rows.zones)
    return _Told(on_grid | named | by_repeated_heads(cells), named, disputed, off_grid)


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


def _torn(rows: PrintedRows) -> dict[str, Options]:
    """The row that the text breaks off in: what is there are its first cells."""
    last = rows.cells.rows[-1]
    zone, count = rows.zones[last.key], len(rows.columns[last.key])
    torn = last.end >= len(rows.cells.page.text.rstrip()) and zone.separated
    if not torn or not 0 < len(zone.cells) < count:
        return {}
    way = (*zone.cells, *(None,) * (count - len(zone.cells)))
    return {last.key: Options((way,), Method.TORN)}


def _disputed(options: Mapping[str, Options], told: _Told, rows: PrintedRows) -> dict[str, Options]:
    """Rows of which heads say otherwise than the order of their cells, with both ways to read."""
    return {
        row: Options((*options[row].ways, way), Method.LOST)
        for row, way in told.disputed.items()
        if rows.prints_form(row) and way not in options[row].ways
    }


def _in_bands(rows: PrintedRows, options: Mapping[str, Options]) -> dict[str, Options]:
    """Rows with blank cells, read by where their figures stand, in lines set in columns."""
    if all(one.method not in NOT_PARTED for one in options.values()):
        return {}
    found: dict[str, Options] = {}
    for block in rows.cells.by_block():
        found |= _block_in_bands(rows, block)
    return {key: one for key, one in found.items() if options[key].method in NOT_PARTED}


def _block_in_bands(rows: PrintedRows, block: Sequence[TableRow]) -> dict[str, Options]:
    """A block's rows by the columns that their figures stand in; if it has sums, they hold.

    Certain are rows that come to something, and stand below the same heads however these are
    taken: sums hold, too, where figures of all rows stand in a wrong column.
    """
    text, first = rows.cells.page.text, block[0]
    sums, count = rows.sums(first.key), len(rows.columns[first.key])
    lines = {row.key: rows.zones[row.key].cells for row in block}
    lines = {key: line for key, line in lines.items() if in_one_line(text, line)}
    heads = heads_of_block(text, *rows.cells.head_of(block), first.block)
    if not (sums or are_set_apart(text, heads)):
        return {}
    found: list[dict[str, Way]] = []
    for bands in bands_of(text, list(lines.values()), heads, count):
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
