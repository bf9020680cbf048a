"""Reads one table of a form from a text: labels, the cells behind them, a reading for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reviewer.base import CellId, cell_id
from reviewer.forms.alignment import Method, Way, align, all_hold, pad_side
from reviewer.forms.anchors import Anchor, Page, find_anchors
from reviewer.forms.arithmetic import SUBTOTAL, column_equations, row_sums
from reviewer.forms.choosing import Choice, choose
from reviewer.forms.columns import printed_columns
from reviewer.forms.labels import Label, labels_of, vocabulary
from reviewer.forms.model import Block, FormTable
from reviewer.forms.pieces import Piece
from reviewer.forms.plausible import by_plausibility
from reviewer.forms.readings import missing_readings, reading_of
from reviewer.forms.report import Reading
from reviewer.forms.zones import Separator, Zone, read_zone, separator_of

_HEAD = 400
_LAST_ZONE = 1500
_ALIKE = 0.8
_MANY_BROKEN = 4


@dataclass(frozen=True)
class TableReading:
    """A table as read.

    Attributes:
        readings: One for every cell of the table.
        found: Whether the table is in the text at all.
        span: Where it stands, or None.
        row_labels: Printed row labels that were found, by row key.
    """

    readings: Mapping[CellId, Reading]
    found: bool
    span: tuple[int, int] | None = None
    row_labels: int = 0


@dataclass(frozen=True)
class _Row:
    """A row's label and the zone behind it."""

    key: str
    block: Block
    anchor: Anchor
    start: int
    end: int


def read_rows(page: Page, table: FormTable, ends: Sequence[int]) -> TableReading:
    """Read table two or three.

    Args:
        page: The text.
        table: The form's table.
        ends: Places where a table must end (section headings), ascending.
    """
    labels = labels_of(table)
    anchors = find_anchors(page, labels, 0, len(page.text))
    if not _is_table(table, labels, anchors):
        return TableReading(missing_readings(table, "原文中没有找到这张表"), found=False)
    rows = _rows(page, table, labels, anchors, ends)
    words = vocabulary(table)
    separator = separator_of(page.text, [(row.start, row.end) for row in rows])
    zones = {row.key: _zone(page, row, separator, words) for row in rows}
    choices = _chosen(page, table, rows, zones)
    readings = dict(missing_readings(table, "原文中没有找到这一行"))
    for row in rows:
        columns, choice = choices[row.key]
        readings.update(_row_readings(table, row, columns, choice, zones[row.key]))
    readings.update(_unlabelled(table, rows, zones, choices))
    return TableReading(
        _doubted_if_many_break(table, readings),
        found=True,
        span=(anchors[0].start, rows[-1].end),
        row_labels=len(rows),
    )


def _is_table(table: FormTable, labels: Sequence[Label], anchors: Sequence[Anchor]) -> bool:
    """Whether enough labels stand together: sentences name rows too, but no heads or captions."""
    kinds = Counter(labels[anchor.index].kind for anchor in anchors)
    if table.layout == "articles":
        return kinds["row"] >= 1 and kinds["head"] + kinds["caption"] >= 2
    return kinds["row"] >= 2


def _rows(
    page: Page,
    table: FormTable,
    labels: Sequence[Label],
    anchors: Sequence[Anchor],
    ends: Sequence[int],
) -> list[_Row]:
    blocks = {row.key: block for block in table.blocks for row in block.rows}
    last = anchors[-1].end
    limit = min((end for end in ends if end >= last), default=len(page.text))
    stops = [*(anchor.start for anchor in anchors[1:]), min(limit, last + _LAST_ZONE)]
    return [
        _Row(labels[anchor.index].key, blocks[labels[anchor.index].key], anchor, anchor.end, stop)
        for anchor, stop in zip(anchors, stops, strict=True)
        if labels[anchor.index].kind == "row"
    ]


def _zone(page: Page, row: _Row, separator: Separator, words: str, count: int = 0) -> Zone:
    count = count or len(row.block.columns)
    return read_zone(page.text, row.start, row.end, separator=separator, count=count, words=words)


def _chosen(
    page: Page, table: FormTable, rows: Sequence[_Row], zones: dict[str, Zone]
) -> dict[str, tuple[tuple[str, ...], Choice]]:
    """For every row its printed columns and what it is read as."""
    columns = {row.key: tuple(column.key for column in row.block.columns) for row in rows}
    if table.layout == "matrix":
        head = page.text[max(0, rows[0].anchor.start - _HEAD) : rows[0].anchor.start]
        printed = printed_columns(head, table.blocks[0], list(zones.values()))
        if printed != columns[rows[0].key]:
            columns = dict.fromkeys(columns, printed)
            separator = separator_of(page.text, [(row.start, row.end) for row in rows])
            words = vocabulary(table)
            for row in rows:
                zones[row.key] = _zone(page, row, separator, words, len(printed))
    side = pad_side([(zones[key], len(keys)) for key, keys in columns.items()])
    gap = _usual_gap(list(zones.values()))
    options = {
        key: align(zones[key], len(keys), side=side, sums=_sums(table, keys), gap=gap)
        for key, keys in columns.items()
    }
    if table.layout == "articles":
        options = by_plausibility(page.text, options, columns)
    choices = choose(options, column_equations(table))
    return {key: (columns[key], choices[key]) for key in columns}


def _sums(table: FormTable, columns: Sequence[str]) -> Mapping[int, Sequence[int]]:
    return row_sums(columns) if table.layout == "matrix" else {}


def _usual_gap(zones: Sequence[Zone]) -> int:
    """The usual number of line ends between two cells on lines of their own."""
    gaps = Counter(gap for zone in zones for gap in zone.gaps[1:-1])
    return gaps.most_common(1)[0][0] if gaps else 0


def _row_readings(
    table: FormTable, row: _Row, columns: Sequence[str], choice: Choice, zone: Zone
) -> dict[CellId, Reading]:
    doubt = "" if row.anchor.similarity >= _ALIKE else "行标题与表单用语不一致，请核对是否为这一行"
    if zone.rest and choice.method is Method.EXACT and len(zone.rest) < len(columns):
        doubt = doubt or "这一行后面还有未归入表格的数字"
    return {
        cell_id(table.key, row.key, key): reading_of(
            cell_id(table.key, row.key, key), choice, place, doubt
        )
        for place, key in enumerate(columns)
        if key != SUBTOTAL
    } | {
        cell: reading
        for cell, reading in missing_readings(table, "原文的表格没有这一列").items()
        if cell.split(".")[1] == row.key and cell.split(".")[2] not in columns
    }


def _unlabelled(
    table: FormTable,
    rows: Sequence[_Row],
    zones: Mapping[str, Zone],
    choices: Mapping[str, tuple[tuple[str, ...], Choice]],
) -> dict[CellId, Reading]:
    """A row whose label is lost, if its figures follow those of the row above."""
    order = [row.key for block in table.blocks for row in block.rows]
    found = {row.key for row in rows}
    readings: dict[CellId, Reading] = {}
    for row in rows:
        columns, _ = choices[row.key]
        rest = [piece for piece in zones[row.key].rest if piece.text]
        following = order[order.index(row.key) + 1 :]
        lost = []
        for key in following:
            if key in found:
                break
            lost.append(key)
        if len(lost) != 1 or len(rest) != len(columns):
            continue
        choice = Choice(tuple(rest), (), Method.UNLABELLED, proven=False)
        for place, key in enumerate(columns):
            cell = cell_id(table.key, lost[0], key)
            if key != SUBTOTAL:
                readings[cell] = reading_of(cell, choice, place, "")
    return readings


def _doubted_if_many_break(
    table: FormTable, readings: dict[CellId, Reading]
) -> dict[CellId, Reading]:
    """Many rows whose sums fail are likelier a slip in reading than so many faults."""
    if table.layout != "matrix":
        return readings
    keys = [column.key for column in table.blocks[0].columns]
    sums = row_sums(keys)
    broken = []
    for row in table.blocks[0].rows:
        cells = [readings[cell_id(table.key, row.key, key)] for key in keys]
        way: Way = tuple(
            Piece(0, 0, reading.printed) if reading.printed is not None else None
            for reading in cells
        )
        if all(way) and not all_hold(way, sums):
            broken += cells
    if len(broken) < _MANY_BROKEN * len(keys):
        return readings
    return readings | {
        reading.cell: reading.model_copy(
            update={"sure": False, "doubt": reading.doubt or "多行合计不平，请核对读数是否错位"}
        )
        for reading in broken
    }
