"""Which columns the rows of a table print, and the cells that stand behind its labels then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reviewer.forms.aligning.alignment import Method, Options, align
from reviewer.forms.aligning.arithmetic import row_sums
from reviewer.forms.aligning.columns import candidate_columns, plausible
from reviewer.forms.aligning.shapes import shape_of
from reviewer.forms.cells.cells import Separator, Zone
from reviewer.forms.locating.heads import Head
from reviewer.forms.locating.rows import head_begin
from reviewer.forms.model import FormTable
from reviewer.forms.tables.cutting import TableCells, are_remarked

_MARGIN = 3
"""Other columns than the head's are taken if more rows than these fit them exactly."""

_NEARLY_ALL = 0.9
_TELLING_HEADS = 3
"""The places of this many columns' heads tell in which order all columns stand."""

_Columns = dict[str, tuple[str, ...]]
"""For every row the keys of its columns, in the order in which they are printed."""


@dataclass(frozen=True)
class PrintedRows:
    """The rows of a table, each with the columns that it prints and the cells behind its label.

    Attributes:
        table: The form's table.
        cells: What reads its cells from the text.
        columns: The columns that each row prints.
        zones: The cells behind each row's label, read for these columns.
    """

    table: FormTable
    cells: TableCells
    columns: _Columns
    zones: dict[str, Zone]

    @cached_property
    def form_columns(self) -> _Columns:
        """The columns that the form has for each row."""
        return _form_columns(self.cells)

    def with_columns(self, columns: _Columns) -> PrintedRows:
        """The same with other columns for some rows."""
        return replace(self, columns=self.columns | columns)

    def prints_form(self, row: str) -> bool:
        """Whether a row prints just the columns that the form has for it."""
        return self.columns[row] == self.form_columns[row]

    def sums(self, row: str) -> Mapping[int, Sequence[int]]:
        """Place of a total → places of its parts in a row; none in tables without such totals."""
        return row_sums(self.columns[row]) if self.table.layout == "matrix" else {}

    def aligned(self) -> dict[str, Options]:
        """The ways to read each row by the number of its cells."""
        counts = {row: len(columns) for row, columns in self.columns.items()}
        shape = shape_of(self.zones, counts, self.table.rows)
        return {
            row: align(zone, counts[row], self.sums(row), shape.usual(row))
            for row, zone in self.zones.items()
        }


def printed_rows(table: FormTable, cells: TableCells, heads: Mapping[str, Head]) -> PrintedRows:
    """The rows of a table with the columns that their heads, or their cells, say they print."""
    columns = _form_columns(cells)
    if table.layout == "articles":
        columns |= {row: head.order for row, head in heads.items() if head.reordered}
    zones = cells.read(columns)
    if not cells.further and are_remarked(zones, columns):
        cells = replace(cells, further=frozenset(columns))
        zones = cells.read(columns)
    rows = PrintedRows(table, cells, columns, zones)
    return _as_placed(_best_fitting(rows)) if table.layout == "matrix" else rows


def _form_columns(cells: TableCells) -> _Columns:
    return {row.key: tuple(column.key for column in row.block.columns) for row in cells.rows}


def _as_placed(rows: PrintedRows) -> PrintedRows:
    """With the form's own columns if the places of the heads have them in the form's order.

    A head's words, read line by line, may stand in another order than above the figures.
    """
    said, full = next(iter(rows.columns.values())), next(iter(rows.form_columns.values()))
    order = rows.cells.order()
    if said == full or sorted(said) != sorted(full) or len(order) < _TELLING_HEADS:
        return rows
    in_order = [column for column in full if column in order] == order
    return rows.with_columns(rows.form_columns) if in_order else rows


def _best_fitting(rows: PrintedRows) -> PrintedRows:
    """With the columns that table three really prints.

    The head's own are taken unless clearly more rows fit others exactly.
    """
    table, cells = rows.table, rows.cells
    best = rows
    most = -1
    parted = cells.separator is not Separator.NONE
    candidates = candidate_columns(_head_above(cells), table.blocks[0], parted=parted)
    said = candidates[0]
    widest = max(zone.filled for zone in rows.zones.values())
    for candidate in candidates:
        guessed = candidate != said
        if guessed and parted and widest < len(candidate) > len(said):
            continue
        columns = dict.fromkeys(rows.columns, candidate)
        zones = rows.zones if columns == rows.columns else cells.read(columns)
        tried = PrintedRows(table, cells, columns, zones)
        if guessed and _leaves_figures(zones):
            continue
        options = tried.aligned().values()
        exact = sum(one.method is Method.EXACT for one in options)
        if guessed and _lacks(candidate, said, table) and exact < _NEARLY_ALL * len(columns):
            continue
        ways = [one.ways[0] for one in options]
        fits = len(candidates) == 1 or plausible(candidate, ways, guessed=guessed)
        if exact > most and fits:
            best, most = tried, exact + _MARGIN
        if exact == len(columns):
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
