"""Reads table three a second time, by the order of its figures, where its labels left doubts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from reviewer.base import CellId, cell_id, cell_parts
from reviewer.forms.aligning.alignment import Method, Usual, align, all_hold
from reviewer.forms.aligning.arithmetic import SUBTOTAL, column_equations, row_sums
from reviewer.forms.aligning.choosing import Choice, choose
from reviewer.forms.cells.cells import Zone
from reviewer.forms.doubts.readings import NO_COLUMN, NO_ROW, missing, reading_of
from reviewer.forms.doubts.standing import doubted, doubted_if_marked
from reviewer.forms.model import FormTable
from reviewer.forms.report import Kind, Reading
from reviewer.forms.tables.divided import divided_by, divided_in
from reviewer.forms.tables.inorder import Ordered, rows_in_order
from reviewer.forms.tables.tables import TableReading

_DOUBTED = 7
"""So many cells in doubt make it worth while."""

_LACKING = 0.2
"""Share of the cells without which the first reading is hardly one."""

_MOST_BROKEN = 4
"""Sums that a wrong figure or two break; more speak against the order."""

_FEW_ROWS = 2
"""Where no more rows are in doubt, the other labels stand whole beside their figures."""

_NOUGHT = 1e-9
_HEADS = "表头"
"""Begins what is doubted of heads: if of most, columns may stand in another order."""

IN_ORDER = "行标题折行或与数字分开，按行的次序推定，请核对各行"


def read_again(
    text: str, form_id: str, table: FormTable, start: int, end: int, first: TableReading
) -> TableReading:
    """The table read by the order of its figures if that is surer, or tells more; else as it was.

    Args:
        text: The whole text.
        form_id: The form that the report uses.
        table: The form's table.
        start: Where its section begins.
        end: Where the next one does.
        first: What was read by its labels.
    """
    if table.layout != "matrix":
        return first
    doubts = _doubts(first.readings)
    divided = divided_in(first.readings)
    of_heads = sum((one.doubt or "").startswith(_HEADS) for one in first.readings.values())
    if doubts - len(divided) < _DOUBTED or of_heads * 2 > len(first.readings):
        return first
    (block,) = table.blocks
    ordered = rows_in_order(text, block, start, end)
    if ordered is None or (ordered.told and not _rows_of(first.readings) <= ordered.rows.keys()):
        return first
    divided = divided or divided_by(text[start:end], form_id, table, first.readings)
    choices = _choices(table, ordered, {cell_parts(cell)[1] for cell in divided})
    readings = {
        cell: _reading(cell, choices.get(row.key), ordered.columns, column.key)
        if ordered.told or row.key in choices
        else first.readings[cell]
        for cell, row, column in table.cells()
    } | divided
    failing = list(failing_sums(table, ordered.columns, choices))
    told = ordered.told and not _are_subtotals(ordered.columns, choices)
    if told and len(failing) <= _MOST_BROKEN:
        readings = doubted(readings, {cell for cells in failing for cell in cells}, IN_ORDER)
        readings = doubted_if_marked(text, readings)
    else:
        readings = doubted(readings, readings, IN_ORDER)
    read = replace(first, readings=readings)
    if doubts - _doubts(readings) < _DOUBTED and not lacks_less(read, first):
        return first
    places = [one.place.span for one in readings.values() if one.place]
    return replace(
        read,
        found=True,
        span=(min(one.start for one in places), max(one.end for one in places)),
        doubt="" if ordered.told else first.doubt,
        torn=len(_doubted_rows(first.readings)) > _FEW_ROWS,
    )


def _rows_of(readings: Mapping[CellId, Reading]) -> set[str]:
    """Keys of the rows that any figure was read in."""
    return {cell_parts(cell)[1] for cell, one in readings.items() if one.printed}


def _doubted_rows(readings: Mapping[CellId, Reading]) -> set[str]:
    return {cell_parts(cell)[1] for cell, one in readings.items() if not one.sure}


def _doubts(readings: Mapping[CellId, Reading]) -> int:
    return sum(not one.sure for one in readings.values())


def lacks_less(read: TableReading, first: TableReading) -> bool:
    """Whether many cells that the first reading lacks are read."""
    lacking, before = (
        sum(one.kind is Kind.MISSING for one in table.readings.values()) for table in (read, first)
    )
    return before - lacking >= _LACKING * len(read.readings)


def _choices(table: FormTable, ordered: Ordered, divided: Collection[str]) -> dict[str, Choice]:
    """What each row is read as; one with too few figures has lost some.

    Rows that the text divides have no figures of their own.
    """
    count, sums = len(ordered.columns), row_sums(ordered.columns)
    usual = Usual(length=count, explicit=True)
    options = {
        key: align(Zone(row, separated=True), count, sums, usual)
        for key, row in ordered.rows.items()
        if key not in divided
    }
    return choose(options, column_equations(table), dict.fromkeys(options, sums))


def failing_sums(
    table: FormTable, columns: Sequence[str], choices: Mapping[str, Choice]
) -> Iterator[list[CellId]]:
    """The cells of each sum that fails, in rows and columns that are whole; a nil mark is 0."""
    whole = {key: one.way for key, one in choices.items() if one.method is Method.EXACT}
    for key, way in whole.items():
        for total, parts in row_sums(columns).items():
            if (last := way[total]) and last.text and not all_hold(way, {total: parts}):
                yield [
                    cell_id(table.key, key, columns[at])
                    for at in (*parts, total)
                    if columns[at] != SUBTOTAL
                ]
    for equation in column_equations(table):
        if not all(key in whole for key, _ in equation):
            continue
        for at, column in enumerate(columns):
            if column == SUBTOTAL:
                continue
            signed = ((whole[key][at], sign) for key, sign in equation)
            if abs(sum(sign * (piece.value if piece else 0.0) for piece, sign in signed)) > _NOUGHT:
                yield [cell_id(table.key, key, column) for key, _ in equation]


def _are_subtotals(columns: Sequence[str], choices: Mapping[str, Choice]) -> bool:
    """Whether the last figures are rather the sums of the organisations alone."""
    if "total" not in columns or SUBTOTAL in columns:
        return False
    total = columns.index("total")
    ways = [one.way for one in choices.values() if one.way[0] and one.way[0].value]
    as_total = sum(all_hold(way, {total: range(total)}) for way in ways)
    return sum(all_hold(way, {total: range(1, total)}) for way in ways) > as_total


def _reading(cell: CellId, choice: Choice | None, columns: tuple[str, ...], column: str) -> Reading:
    if choice is None:
        return missing(cell, NO_ROW)
    if column not in columns:
        return missing(cell, NO_COLUMN)
    return reading_of(cell, choice, columns.index(column), "")
