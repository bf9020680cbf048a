"""Reads one table of a form from a text: labels, the cells behind them, a reading for each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reviewer.base import CellId, cell_id
from reviewer.forms.alignment import Method, Options, Usual, Way, align, all_hold
from reviewer.forms.anchors import Anchor, Page, find_anchors
from reviewer.forms.arithmetic import SUBTOTAL, column_equations, row_sums
from reviewer.forms.cells import Printed, Separator, Zone, is_form_text
from reviewer.forms.choosing import Choice, choose
from reviewer.forms.codes import with_codes
from reviewer.forms.columns import candidate_columns, plausible
from reviewer.forms.doubts import doubted_if_many_break
from reviewer.forms.fillers import MOVED, unplaced, with_fillers
from reviewer.forms.gridlines import cells_of_line, head_places, label_place, usable
from reviewer.forms.heads import Head, caption_end, head_in
from reviewer.forms.labels import Label, labels_of, vocabulary
from reviewer.forms.model import Form, FormTable
from reviewer.forms.pieces import Piece
from reviewer.forms.plausible import by_plausibility
from reviewer.forms.readings import missing, missing_readings, reading_of
from reviewer.forms.report import Reading
from reviewer.forms.rows import TableRow, head_of, rows_of
from reviewer.forms.separated import is_closed, opens_rows, shows_row_ends
from reviewer.forms.shapes import shape_of
from reviewer.forms.standing import (
    SHORT,
    Chosen,
    confirmed_rows,
    doubted_by_standing,
    is_empty,
    row_doubt,
    table_doubt,
)
from reviewer.forms.zones import read_zone, separator_of

_FIGURES_ONLY = re.compile(r"\s*[-+−]?\d[\d.,]*(?:\s+[-+−]?\d[\d.,]*)*\s*")
_HEAD = 400
_LAST_ZONE = 1500
_ALIKE = 0.8
_MARGIN = 3
_NEARLY_ALL = 0.9
_TELLING = 4
"""Characters from which a label's wording alone tells which table it belongs to."""


@dataclass(frozen=True)
class TableReading:
    """A table as read.

    Attributes:
        readings: One for every cell of the table.
        found: Whether the table is in the text at all.
        span: Where it stands, or None.
        row_labels: How many printed row labels were found.
        doubt: Why no row can be relied on; empty if that is not so.
    """

    readings: Mapping[CellId, Reading]
    found: bool
    span: tuple[int, int] | None = None
    row_labels: int = 0
    doubt: str = ""


def read_rows(page: Page, form: Form, table: FormTable, ends: Sequence[int]) -> TableReading:
    """Read table two or three.

    Args:
        page: The text.
        form: The form that the report uses.
        table: The form's table.
        ends: Places where a table must end (section headings), ascending.
    """
    labels = labels_of(form.id, table.key)
    anchors: Sequence[Anchor] = find_anchors(page, labels, 0, len(page.text))
    if not _is_table(page.text, table, labels, anchors):
        return TableReading(missing_readings(table, "原文中没有找到这张表"), found=False)
    words = vocabulary(form.id)
    rows_at = {index for index, label in enumerate(labels) if label.kind == "row"}
    anchors = with_codes(page.text, anchors, rows_at, words)
    rows = rows_of(page, table, labels, anchors, ends)
    separator = separator_of(page.text, [(row.start, row.end) for row in rows])
    cells = _Cells(page, rows, separator, words)
    heads = _heads(labels, anchors, cells)
    choices, zones, located = _chosen(table, cells, anchors, heads)
    confirmed = confirmed_rows(table, choices)
    moved = unplaced(zones, {key: len(columns) for key, (columns, _) in choices.items()})
    readings = dict(missing_readings(table, "原文中没有找到这一行"))
    for row in rows:
        columns, choice = choices[row.key]
        choice = replace(choice, balanced=choice.balanced or row.key in confirmed)
        head = None if row.key in located else heads[row.key]
        doubt = row_doubt(row, (columns, choice), zones[row.key], separator, head, words)
        if doubt == SHORT and row.key in confirmed:
            doubt = ""
        doubt = doubt or (MOVED if row.key in moved else "")
        readings.update(_row_readings(table, row, columns, choice, doubt))
    readings.update(_unlabelled(table, rows, zones, choices))
    doubt = table_doubt(page.text, rows, choices)
    readings = doubted_by_standing(page.text, rows, choices, readings)
    return TableReading(
        doubted_if_many_break(table, readings),
        found=True,
        span=(anchors[0].start, rows[-1].end),
        row_labels=len(rows),
        doubt=doubt,
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


@dataclass(frozen=True)
class _Cells:
    """Reads the zones of a table's rows."""

    page: Page
    rows: Sequence[TableRow]
    separator: Separator
    words: str

    def read(self, columns: Mapping[str, Sequence[str]]) -> dict[str, Zone]:
        """The cells behind each row's label, by row key."""
        text = self.page.text
        zones = [(row.start, row.end, len(columns[row.key])) for row in self.rows]
        rows_end = shows_row_ends(text, zones, self.separator)
        starts = [row.start for row in self.rows]
        printed = Printed(
            self.separator,
            self.words,
            rows_end=rows_end,
            closed=is_closed(text, starts),
            opens=opens_rows(text, [row.anchor.start for row in self.rows]),
        )
        last = self.rows[-1].key
        found = {
            row.key: read_zone(
                text,
                row.start,
                row.end,
                len(columns[row.key]),
                replace(printed, opens=printed.opens and row.key != last),
            )
            for row in self.rows
        }
        return with_fillers(text, found) if self.separator is Separator.PIPE else found

    def by_heads(self, anchors: Sequence[Anchor]) -> dict[str, Way]:
        """Rows whose columns are found by their heads' places, where lines keep the grid."""
        if self.separator is Separator.NONE:
            return {}
        text = self.page.text
        lines = {
            row.key: cells_of_line(text, row.anchor.start, self.separator) for row in self.rows
        }
        ways: dict[str, Way] = {}
        for rows in self.by_block():
            for run, places in self._runs(rows, head_of(rows[0], self.rows, anchors)):
                width, _ = Counter(len(lines[row.key]) for row in run).most_common(1)[0]
                for row in run:
                    way = self._by_places(row, lines[row.key], places)
                    if way is not None and len(lines[row.key]) == width:
                        ways[row.key] = way
        return ways

    def _runs(
        self, rows: Sequence[TableRow], head: tuple[int, int]
    ) -> list[tuple[list[TableRow], dict[str, int]]]:
        """A block's rows below each printing of its head, which may be repeated on other pages."""
        runs: list[tuple[list[TableRow], dict[str, int]]] = []
        for row in rows:
            start, end = (runs[-1][0][-1].start, row.anchor.start) if runs else head
            places = head_places(self.page.text, start, end, row.block, self.separator)
            if not runs or usable(places, row.block, -1):
                runs.append(([], places))
            runs[-1][0].append(row)
        return runs

    def by_block(self) -> list[list[TableRow]]:
        """The rows of each block that has any."""
        blocks: dict[str, list[TableRow]] = {}
        for row in self.rows:
            blocks.setdefault(row.block.rows[0].key, []).append(row)
        return list(blocks.values())

    def _by_places(
        self, row: TableRow, cells: Sequence[Piece], places: Mapping[str, int]
    ) -> Way | None:
        label = label_place(cells, row.anchor.start)
        if not usable(places, row.block, label):
            return None
        if max(places.values()) >= len(cells) or not self._fits(cells, label, places):
            return None
        return tuple(cells[places[column.key]] for column in row.block.columns)

    def _fits(self, cells: Sequence[Piece], label: int, places: Mapping[str, int]) -> bool:
        """Whether all other cells are blank, the form's own, or a remark behind the last column."""
        taken = set(places.values())
        return all(
            index in taken
            or not piece.text
            or is_form_text(piece, self.words)
            or (index > max(taken) and not _FIGURES_ONLY.fullmatch(piece.text))
            for index, piece in enumerate(cells[label + 1 :], start=label + 1)
        )


def _heads(labels: Sequence[Label], anchors: Sequence[Anchor], cells: _Cells) -> dict[str, Head]:
    """For every row the head above its block."""
    captions = {index for index, label in enumerate(labels) if label.kind == "caption"}
    heads: dict[str, Head] = {}
    for rows in cells.by_block():
        begin, end = head_of(rows[0], cells.rows, anchors)
        start = caption_end(anchors, captions, begin, end)
        heads_here = head_in(
            cells.page.text,
            (start, end),
            rows[0].block,
            cells.words,
            cells.separator,
            captioned=start > begin,
        )
        heads |= {row.key: heads_here for row in rows}
    return heads


def _chosen(
    table: FormTable, cells: _Cells, anchors: Sequence[Anchor], heads: Mapping[str, Head]
) -> tuple[dict[str, Chosen], dict[str, Zone], frozenset[str]]:
    """For every row its printed columns and what it is read as; the rows' zones; located rows.

    Located are rows whose columns are found by their heads' places.
    """
    form_columns = {
        row.key: tuple(column.key for column in row.block.columns) for row in cells.rows
    }
    columns = dict(form_columns)
    if table.layout == "articles":
        columns |= {key: head.order for key, head in heads.items() if head.reordered}
    zones = cells.read(columns)
    if table.layout == "matrix":
        columns, zones = _printed(table, cells, columns, zones)
    ways = {
        key: way
        for key, way in cells.by_heads(anchors).items()
        if any(piece and piece.text for piece in way) or not any(p.text for p in zones[key].cells)
    }
    if table.layout == "matrix":
        columns = _as_placed(columns, form_columns, ways)
    options = _options(table, columns, zones) | _torn(cells, columns, zones)
    if table.layout == "articles" or set(ways) == set(columns):
        columns |= {key: form_columns[key] for key in ways}
    located = frozenset(key for key in ways if columns[key] == form_columns[key])
    options |= {key: Options((ways[key],), Method.EXACT) for key in located}
    if table.layout == "articles":
        options = by_plausibility(cells.page.text, options, columns)
    choices = choose(options, column_equations(table))
    for key, choice in choices.items():
        balanced = all_hold(choice.way, _sums(table, columns[key]))
        choices[key] = replace(choice, balanced=balanced)
    return {key: (columns[key], choices[key]) for key in columns}, zones, located


def _as_placed(
    columns: dict[str, tuple[str, ...]],
    form_columns: Mapping[str, tuple[str, ...]],
    ways: Mapping[str, Way],
) -> dict[str, tuple[str, ...]]:
    """The form's columns in the order in which rows that are found by their heads have them.

    A head's words, read line by line, may stand in another order than above the figures.
    """
    for key, way in ways.items():
        if sorted(columns[key]) == sorted(form_columns[key]) and all(way):
            at = {
                column: piece.start
                for column, piece in zip(form_columns[key], way, strict=True)
                if piece
            }
            return dict.fromkeys(columns, tuple(sorted(at, key=at.__getitem__)))
    return columns


def _torn(
    cells: _Cells, columns: Mapping[str, Sequence[str]], zones: Mapping[str, Zone]
) -> dict[str, Options]:
    """The row that the text breaks off in: what is there are its first cells."""
    last = cells.rows[-1]
    pieces, count = zones[last.key].cells, len(columns[last.key])
    torn = last.end >= len(cells.page.text.rstrip()) and zones[last.key].separated
    if not torn or not 0 < len(pieces) < count:
        return {}
    way = (*pieces, *(None,) * (count - len(pieces)))
    return {last.key: Options((way,), Method.TORN)}


def _printed(
    table: FormTable,
    cells: _Cells,
    columns: dict[str, tuple[str, ...]],
    zones: dict[str, Zone],
) -> tuple[dict[str, tuple[str, ...]], dict[str, Zone]]:
    """The columns that table three really prints.

    The head's own are taken unless clearly more rows fit others exactly.
    """
    first = cells.rows[0].anchor.start
    head = cells.page.text[max(0, first - _HEAD) : first]
    best = columns, zones
    most = -1
    parted = cells.separator is not Separator.NONE
    for candidate in candidate_columns(head, table.blocks[0], parted=parted):
        tried = dict.fromkeys(columns, candidate)
        read = cells.read(tried)
        options = _options(table, tried, read).values()
        exact = sum(one.method is Method.EXACT for one in options)
        if len(candidate) < len(table.blocks[0].columns) - 1 and exact < _NEARLY_ALL * len(tried):
            continue
        if exact > most and plausible(candidate, [one.ways[0] for one in options]):
            best, most = (tried, read), exact + _MARGIN
        if exact == len(tried):
            break
    return best


def _options(
    table: FormTable, columns: Mapping[str, Sequence[str]], zones: Mapping[str, Zone]
) -> dict[str, Options]:
    counts = {key: len(keys) for key, keys in columns.items()}
    shape = shape_of(zones, counts, [row for block in table.blocks for row in block.rows])
    return {
        key: align(
            zones[key],
            counts[key],
            _sums(table, columns[key]),
            Usual(shape.side, shape.lengths[key], shape.gap, shape.explicit),
        )
        for key in zones
    }


def _sums(table: FormTable, columns: Sequence[str]) -> Mapping[int, Sequence[int]]:
    return row_sums(columns) if table.layout == "matrix" else {}


def _row_readings(
    table: FormTable, row: TableRow, columns: Sequence[str], choice: Choice, doubt: str
) -> dict[CellId, Reading]:
    readings: dict[CellId, Reading] = {}
    for column in row.block.columns:
        cell = cell_id(table.key, row.key, column.key)
        if column.key in columns:
            readings[cell] = reading_of(cell, choice, columns.index(column.key), doubt)
        else:
            readings[cell] = missing(cell, "原文的表格没有这一列")
    return readings


def _unlabelled(
    table: FormTable,
    rows: Sequence[TableRow],
    zones: Mapping[str, Zone],
    choices: Mapping[str, tuple[tuple[str, ...], Choice]],
) -> dict[CellId, Reading]:
    """A row whose label is lost, or stands behind its figures that follow the row above's."""
    order = [row.key for block in table.blocks for row in block.rows]
    found = {row.key for row in rows}
    readings: dict[CellId, Reading] = {}
    for row in rows:
        columns, _ = choices[row.key]
        rest = [piece for piece in zones[row.key].rest if piece.text]
        following = order[order.index(row.key) + 1 :]
        lost = []
        for key in following:
            if key in found and not (rest and is_empty(choices[key])):
                break
            lost.append(key)
            if key in found:
                break
        if len(lost) != 1 or len(rest) != len(columns):
            continue
        choice = Choice(tuple(rest), (), Method.UNLABELLED, proven=False)
        for place, key in enumerate(columns):
            cell = cell_id(table.key, lost[0], key)
            if key != SUBTOTAL:
                readings[cell] = reading_of(cell, choice, place, "")
    return readings
