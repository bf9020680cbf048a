"""Doubts about a table as a whole, when all its rows are read."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping

from reviewer.base import CellId, cell_id
from reviewer.forms.aligning.alignment import Method, Way, all_hold
from reviewer.forms.aligning.arithmetic import row_sums
from reviewer.forms.aligning.columns import printed_order
from reviewer.forms.cells.cells import Zone
from reviewer.forms.cells.pieces import Piece
from reviewer.forms.doubts.placement import Chosen
from reviewer.forms.model import FormTable
from reviewer.forms.report import Reading

_MANY_BROKEN = 4
"""If this many rows fail to add up, it is hardly the report's own fault."""

_NEARLY_ALL = 0.9
_TWO_PIECES = 4
"""A head of at least this many letters may be broken in two."""

UNNAMED = "表头缺少格式规定的列，各行的单元格又与其余各列对不上，请核对各列"

APART = "有的行标题后面有几行的数字，有的没有，各行可能错位，请核对"


def doubted_if_many_break(
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
        printed = all(piece is not None and piece.text for piece in way)
        if printed and not all_hold(way, sums):
            broken += cells
    if len(broken) < _MANY_BROKEN * len(keys):
        return readings
    return readings | {
        reading.cell: reading.doubted("多行合计不平，请核对读数是否错位") for reading in broken
    }


def lacks_wrongly(
    table: FormTable, zones: Mapping[str, Zone], choices: Mapping[str, Chosen], head: str
) -> bool:
    """Whether table three is read without a column of the form that its rows seem to have.

    They do not fit the other columns: a row has more figures than those, or nearly all rows
    have a cell for each of the form's columns. Or else it is read with columns of which the
    head lacks several though no row has figures for all: some may be misnamed, some not there.
    """
    if table.layout != "matrix":
        return False
    form = {column.key for column in table.blocks[0].columns}
    parted = {key: zone for key, zone in zones.items() if zone.separated}
    if all(form <= set(columns) for columns, _ in choices.values()):
        named = {*printed_order(head, table.blocks[0], parted=True), *_broken(head, table)}
        widest = max((zone.filled for zone in parted.values()), default=len(form))
        return 0 < len(named) < len(form) - 1 and widest < len(form)
    whole = sum(len(zone.cells) == len(form) for zone in parted.values())
    return (whole > _NEARLY_ALL * len(zones)) or any(
        zone.rest
        or choices[key].choice.method is Method.EXTRA
        or zone.filled > len(choices[key].columns)
        for key, zone in parted.items()
    )


def slid_rows(
    zones: Mapping[str, Zone],
    choices: Mapping[str, Chosen],
    readings: Mapping[CellId, Reading],
) -> frozenset[str]:
    """Keys of the rows whose figures may stand behind others' labels.

    Those between a label that has more rows' figures, which no row without a label is read from,
    and as many of the labels around it that have none. Behind the last row the next table's may
    stand.
    """
    keys = [*choices]
    read = {one.place.span.start for one in readings.values() if one.place is not None}
    bare = [at for at, key in enumerate(keys) if choices[key].choice.method is Method.NOTHING]
    found: set[str] = set()
    for at, key in enumerate(keys[:-1]):
        left = sum(piece.start not in read for piece in zones[key].rest)
        more = left // len(choices[key].columns)
        if more and bare:
            behind = bisect(bare, at)
            around = [*bare[:behind][-more:], at, *bare[behind:][:more]]
            found |= {*keys[around[0] : around[-1] + 1]}
    return frozenset(found)


def _broken(head: str, table: FormTable) -> set[str]:
    """Keys of the columns whose heads stand in two pieces: 商业 above 企业."""
    return {
        column.key
        for column in table.blocks[0].columns
        if len(column.label) >= _TWO_PIECES
        and column.label[: _TWO_PIECES // 2] in head
        and column.label[-_TWO_PIECES // 2 :] in head
    }
