"""Reads one table of a form from a text: labels, the cells behind them, a reading for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from reviewer.base import CellId, cell_id, cell_parts
from reviewer.forms.aligning.alignment import Method
from reviewer.forms.aligning.arithmetic import SUBTOTAL
from reviewer.forms.aligning.choosing import Choice
from reviewer.forms.aligning.columns import may_be_subtotal
from reviewer.forms.cells.fillers import MOVED, unplaced
from reviewer.forms.cells.zones import separator_of
from reviewer.forms.doubts.behind_labels import BEFORE, table_doubt
from reviewer.forms.doubts.marked import doubted_if_marked
from reviewer.forms.doubts.placement import SHORT, Chosen, PlacedRow, confirmed_rows, row_doubt
from reviewer.forms.doubts.readings import (
    NO_ROW,
    doubted,
    missing,
    missing_readings,
    reading_in,
    reading_of,
)
from reviewer.forms.doubts.strays import doubted_if_stray
from reviewer.forms.doubts.whole_tables import (
    APART,
    UNNAMED,
    doubted_if_many_break,
    lacks_wrongly,
    slid_rows,
)
from reviewer.forms.labels import Label, labels_of, vocabulary
from reviewer.forms.locating.anchors import Anchor, Page, find_anchors
from reviewer.forms.locating.codes import with_codes, with_units
from reviewer.forms.locating.heads import Head
from reviewer.forms.locating.misplaced import EXCHANGED, doubted_if_twice, exchanged, with_misplaced
from reviewer.forms.locating.rows import TableRow, rows_before, rows_of
from reviewer.forms.model import Form, FormTable
from reviewer.forms.report import Kind, Reading
from reviewer.forms.tables.cutting import TableCells, heads_of
from reviewer.forms.tables.divided import divided_rows, without_rows
from reviewer.forms.tables.settling import Settled, chosen_rows

_TELLING = 4
"""Characters from which a label's wording alone tells which table it belongs to."""


@dataclass(frozen=True)
class TableReading:
    """A table as read.

    Attributes:
        readings: One for every cell of the table.
        found: Whether the table is in the text at all.
        span: Where it stands, or None.
        doubt: Why no row can be relied on; empty if that is not so.
        twice: Keys of rows that stand twice in it, with the place of the second label.
        torn: Whether its labels stand in pieces, or apart, so that their words tell nothing.
    """

    readings: Mapping[CellId, Reading]
    found: bool
    span: tuple[int, int] | None = None
    doubt: str = ""
    twice: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    torn: bool = False

    @property
    def doubted(self) -> int:
        """How many of its cells are not sure."""
        return sum(not one.sure for one in self.readings.values())

    @property
    def lacking(self) -> int:
        """How many of its cells are missing."""
        return sum(one.kind is Kind.MISSING for one in self.readings.values())

    @property
    def end(self) -> int:
        """Behind its last figure; where it begins if it has none."""
        ends = [one.place.span.end for one in self.readings.values() if one.place is not None]
        return max(ends, default=self.span[0] if self.span else 0)


def not_found(table: FormTable) -> TableReading:
    """A table that is not in the text."""
    return TableReading(missing_readings(table, "原文中没有找到这张表"), found=False)


def read_rows(
    page: Page, form: Form, table: FormTable, ends: Sequence[int], behind: int = 0
) -> TableReading:
    """Read table two or three.

    Args:
        page: The text.
        form: The form that the report uses.
        table: The form's table.
        ends: Places where a table must end (section headings), ascending.
        behind: Where the table before it ends: that one's heads are not this one's.
    """
    labels = labels_of(form.id, table.key)
    anchors = find_anchors(page, labels, 0, len(page.text))
    if not _is_table(page.text, table, labels, anchors):
        return not_found(table)
    lines = _lines_of(page, form, table, anchors, ends)
    read = _read(page, form, table, lines.anchors, lines.rows, behind)
    read = replace(read, readings=without_rows(lines.divided, read.readings))
    if not lines.seconds:
        return read
    other = _read(page, form, table, lines.anchors, lines.with_seconds(), behind)
    doubted = doubted_if_twice(read.readings, other.readings, lines.seconds.keys())
    return replace(read, readings=doubted, twice=lines.twice())


class _Lines(NamedTuple):
    """A table's lines as its labels tell them.

    Attributes:
        anchors: The labels, as they stand.
        rows: One line for each row of the form that is there.
        seconds: By row key a second line with the same label.
        divided: Keys of rows that the text divides further.
    """

    anchors: Sequence[Anchor]
    rows: Sequence[TableRow]
    seconds: Mapping[str, TableRow]
    divided: frozenset[str]

    def with_seconds(self) -> list[TableRow]:
        """The rows with second lines in place of first ones, as they stand."""
        rows = (self.seconds.get(row.key, row) for row in self.rows)
        return sorted(rows, key=lambda row: row.start)

    def twice(self) -> dict[str, tuple[int, int]]:
        """Where the latter of two lines of a row has its label, by row key."""
        own = {row.key: row for row in self.rows}
        pairs = ((key, (row, own[key])) for key, row in self.seconds.items())
        lasts = {key: max(pair, key=lambda one: one.start) for key, pair in pairs}
        return {key: (row.anchor.start, row.anchor.end) for key, row in lasts.items()}


def _lines_of(
    page: Page, form: Form, table: FormTable, anchors: Sequence[Anchor], ends: Sequence[int]
) -> _Lines:
    """The lines that labels begin, with numbers and units beside these, and those out of order."""
    labels = labels_of(form.id, table.key)
    rows_at = {index for index, label in enumerate(labels) if label.kind == "row"}
    anchors = with_codes(page.text, anchors, rows_at, vocabulary(form.id))
    anchors = with_units(page.text, anchors, rows_at)
    last = max(row.end for row in rows_of(page, table, labels, anchors, ends))
    misplaced = with_misplaced(page, labels, anchors, last)
    second_anchors = misplaced.twice.values()
    every = sorted([*misplaced.anchors, *second_anchors], key=lambda one: one.start)
    lines = rows_of(page, table, labels, every, ends)
    divided = divided_rows(page, form.id, table, lines)
    lines = [row for row in lines if row.key not in divided]
    seconds = {row.key: row for row in lines if row.anchor in second_anchors}
    rows = [row for row in lines if row.anchor not in second_anchors]
    return _Lines(misplaced.anchors, rows, seconds, divided)


def _read(
    page: Page,
    form: Form,
    table: FormTable,
    anchors: Sequence[Anchor],
    rows: Sequence[TableRow],
    behind: int,
    *,
    before: bool = False,
) -> TableReading:
    """Read a table whose rows are found; ``before`` if their figures stand before the labels."""
    words = vocabulary(form.id)
    separator = separator_of(page.text, [(row.start, row.end) for row in rows])
    cells = TableCells(page, rows, anchors, separator, words, before=before, behind=behind)
    heads = heads_of(labels_of(form.id, table.key), cells)
    further = frozenset(key for key, head in heads.items() if head.foreign and not head.shifted)
    cells = replace(cells, further=further)
    settled = chosen_rows(table, cells, heads)
    doubt = BEFORE if before else table_doubt(page.text, rows, settled.choices)
    if doubt == BEFORE and not before:
        turned = rows_before(page.text, rows, anchors)
        return _read(page, form, table, anchors, turned, behind, before=True)
    found = _by_rows(table, cells, heads, settled) | _unlabelled(table, rows, settled)
    readings = {cell: found.get(cell) or missing(cell, NO_ROW) for cell, _, _ in table.cells()}
    return TableReading(
        _doubted_as_a_whole(table, cells, heads, settled, readings),
        found=True,
        span=(anchors[0].start, rows[-1].end),
        doubt=doubt,
    )


def _by_rows(
    table: FormTable, cells: TableCells, heads: Mapping[str, Head], settled: Settled
) -> dict[CellId, Reading]:
    """The readings of rows with labels, and what speaks against each row."""
    confirmed = confirmed_rows(table, settled.choices)
    widths = {key: len(columns) for key, (columns, _) in settled.choices.items()}
    moved = unplaced(settled.zones, widths)
    out_of_order = exchanged([row.anchor.index for row in cells.rows])
    found: dict[CellId, Reading] = {}
    for row in cells.rows:
        columns, choice = settled.choices[row.key]
        choice = _with_confirmed(choice, confirmed=row.key in confirmed)
        head = None if row.key in settled.located else heads[row.key]
        placed = PlacedRow(row, columns, choice, settled.zones[row.key], head)
        doubt = row_doubt(cells.page.text, placed, cells.separator, cells.words)
        if doubt == SHORT and row.key in confirmed:
            doubt = ""
        doubt = doubt or (MOVED if row.key in moved else "")
        doubt = doubt or (EXCHANGED if row.anchor.index in out_of_order else "")
        found |= _row_readings(table, row, columns, choice, doubt)
    return found


def _doubted_as_a_whole(
    table: FormTable,
    cells: TableCells,
    heads: Mapping[str, Head],
    settled: Settled,
    readings: dict[CellId, Reading],
) -> dict[CellId, Reading]:
    """The readings with what the table's rows together say against some or all."""
    text, rows = cells.page.text, cells.rows
    if table.layout == "matrix" and _ends_in_subtotals(cells, heads, settled.choices):
        totals = [cell_id(table.key, row.key, "total") for row in rows]
        readings = doubted(readings, totals, "这一列可能是小计而不是总计，请核对")
    if lacks_wrongly(table, settled.zones, settled.choices, text[slice(*cells.head_of(rows))]):
        readings = doubted(readings, list(readings), UNNAMED)
    if table.layout == "matrix" and (slid := slid_rows(settled.zones, settled.choices, readings)):
        theirs = [cell for cell in readings if cell_parts(cell)[1] in slid]
        readings = doubted(readings, theirs, APART)
    readings = doubted_if_stray(text, rows, settled.choices, readings)
    readings = doubted_if_marked(text, readings)
    return doubted_if_many_break(table, readings)


def _ends_in_subtotals(
    cells: TableCells, heads: Mapping[str, Head], choices: Mapping[str, Chosen]
) -> bool:
    """Whether the figures read as table three's totals may be a subtotal's."""
    key = cells.rows[0].key
    ways = [choice.way for _, choice in choices.values()]
    head = cells.page.text[slice(*cells.head_of(cells.rows))]
    return may_be_subtotal(head, choices[key].columns, ways, complete=heads[key].complete)


def _with_confirmed(choice: Choice, *, confirmed: bool) -> Choice:
    """A row whose columns come out right is balanced; so read, its glued digits are settled."""
    digits = choice.method is Method.DIGITS and choice.balanced
    return replace(
        choice,
        proven=choice.proven or (digits and confirmed),
        balanced=choice.balanced or confirmed,
    )


def _is_table(
    text: str, table: FormTable, labels: Sequence[Label], anchors: Sequence[Anchor]
) -> bool:
    """Whether enough labels stand together as cells: sentences name rows, too."""
    kinds = Counter(labels[anchor.index].kind for anchor in anchors)
    if table.layout == "articles":
        return kinds["row"] >= 1 and kinds["head"] + kinds["caption"] >= 2
    return sum(_stands_as_cell(text, anchor) for anchor in anchors) >= 2


def _stands_as_cell(text: str, anchor: Anchor) -> bool:
    """Whether a label is numbered as in the form or begins a cell.

    总计 and 其他 stand in the heads of other tables, too, and need their number.
    """
    before = text[max(0, anchor.start - 1) : anchor.start]
    numbered = text[anchor.start : anchor.start + 1] in "一二三四（(0123456789"
    begins = anchor.end - anchor.start >= _TELLING and before in {"", "\n", "\t", "|", " "}
    return anchor.similarity == 1.0 and (numbered or begins)


def _row_readings(
    table: FormTable, row: TableRow, columns: Sequence[str], choice: Choice, doubt: str
) -> dict[CellId, Reading]:
    cells = {cell_id(table.key, row.key, one.key): one.key for one in row.block.columns}
    return {cell: reading_in(cell, choice, columns, key, doubt) for cell, key in cells.items()}


def _unlabelled(
    table: FormTable,
    rows: Sequence[TableRow],
    settled: Settled,
) -> dict[CellId, Reading]:
    """A row whose label is lost, or stands behind its figures that follow the row above's."""
    order = [row.key for row in table.rows]
    found = {row.key for row in rows}
    readings: dict[CellId, Reading] = {}
    for row in rows:
        columns, _ = settled.choices[row.key]
        rest = [piece for piece in settled.zones[row.key].rest if piece.text]
        following = order[order.index(row.key) + 1 :]
        lost = []
        for key in following:
            if key in found and not (rest and settled.choices[key].is_empty):
                break
            lost.append(key)
            if key in found:
                break
        if len(lost) != 1 or len(rest) != len(columns):
            continue
        choice = Choice(tuple(rest), method=Method.UNLABELLED)
        for place, key in enumerate(columns):
            cell = cell_id(table.key, lost[0], key)
            if key != SUBTOTAL:
                readings[cell] = reading_of(cell, choice, place, "")
    return readings
