"""Reads table three a second time, by the order of its figures, where its labels left doubts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from reviewer.base import CellId, cell_parts
from reviewer.forms.aligning.alignment import Usual, align, all_hold
from reviewer.forms.aligning.arithmetic import (
    SUBTOTAL,
    column_equations,
    fails,
    row_sums,
    sums_of,
)
from reviewer.forms.aligning.choosing import Choice, choose
from reviewer.forms.cells.cells import Zone
from reviewer.forms.doubts.marked import doubted_if_marked
from reviewer.forms.doubts.readings import NO_ROW, doubted, missing, reading_in
from reviewer.forms.model import FormTable
from reviewer.forms.report import Reading
from reviewer.forms.tables.divided import divided_by, divided_in
from reviewer.forms.tables.failing import failing_sums
from reviewer.forms.tables.inorder import Ordered, rows_in_order
from reviewer.forms.tables.tables import TableReading

_DOUBTED = 7
"""The second reading is taken if it leaves at least this many fewer cells in doubt."""

_LACKING = 0.2
"""Share of the cells without which the first reading is hardly one."""

_MOST_BROKEN = 4
"""Sums that a wrong figure or two break; more speak against the order."""

_FEW_ROWS = 2
"""Where no more rows are in doubt, the other labels stand whole beside their figures."""

_HEADS = "表头"
"""Begins what is doubted of heads: if of most, columns may stand in another order."""

IN_ORDER = "行标题折行或与数字分开，按行的次序推定，请核对各行"


def reread(
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
    divided = divided_in(first.readings)
    if not _is_worth_it(table, first, len(divided)):
        return first
    ordered = rows_in_order(text, table, start, end)
    if ordered is None or (ordered.told and not _rows_of(first) <= _filled(ordered)):
        return first
    divided = divided or divided_by(text[start:end], form_id, table, first.readings)
    second = replace(
        first,
        readings=_in_order(text, table, ordered, divided, first.readings),
        found=True,
        doubt="" if ordered.told else first.doubt,
        torn=len(_doubted_rows(first)) > _FEW_ROWS,
    )
    surer = first.doubted - second.doubted >= _DOUBTED
    if not (surer or lacks_less(second, first) or _adds_up_better(table, second, first)):
        return first
    begins = (one.place.span.start for one in second.readings.values() if one.place)
    return replace(second, span=(min(begins), second.end))


def _is_worth_it(table: FormTable, first: TableReading, divided: int) -> bool:
    """Whether many cells of table three are in doubt, and not for want of another row or head."""
    if table.layout != "matrix" or first.doubted - divided < _DOUBTED:
        return False
    of_heads = sum((one.doubt or "").startswith(_HEADS) for one in first.readings.values())
    lacking = first.lacking >= _LACKING * len(first.readings)
    return of_heads * 2 <= len(first.readings) or lacking or _broken(table, first) > _MOST_BROKEN


def _broken(table: FormTable, read: TableReading) -> int:
    """How many sums fail."""
    return sum(fails(signed, read.readings) for signed in sums_of(table))


def _adds_up_better(table: FormTable, read: TableReading, first: TableReading) -> bool:
    """Whether the sums hold that many figures of the first reading break."""
    return _broken(table, first) > _MOST_BROKEN >= _broken(table, read)


def _in_order(
    text: str,
    table: FormTable,
    ordered: Ordered,
    divided: Mapping[CellId, Reading],
    first: Mapping[CellId, Reading],
) -> dict[CellId, Reading]:
    """The readings in the order of the figures.

    Args:
        text: The whole text.
        table: The form's table.
        ordered: Its rows in that order.
        divided: The readings of rows that the text divides further.
        first: The readings by labels, for rows whose order nothing tells.
    """
    choices = _choices(table, ordered, {cell_parts(cell)[1] for cell in divided})
    readings = {
        cell: _reading(cell, choices.get(row.key), ordered.columns, column.key)
        if ordered.told or row.key in choices
        else first[cell]
        for cell, row, column in table.cells()
    } | dict(divided)
    failing = list(failing_sums(table, ordered.columns, choices))
    told = ordered.told and not _are_subtotals(ordered.columns, choices)
    if not told or len(failing) > _MOST_BROKEN:
        return doubted(readings, _not_borne_out(readings, first), IN_ORDER)
    readings = doubted(readings, {cell for cells in failing for cell in cells}, IN_ORDER)
    return doubted_if_marked(text, readings)


def _not_borne_out(
    readings: Mapping[CellId, Reading], first: Mapping[CellId, Reading]
) -> set[CellId]:
    """The cells that the labels do not surely give the same figure."""
    return {cell for cell, one in readings.items() if not first[cell].sure or first[cell] != one}


def _filled(ordered: Ordered) -> set[str]:
    """Keys of the rows that have any figure by their order."""
    return {key for key, row in ordered.rows.items() if any(piece.text for piece in row)}


def _rows_of(read: TableReading) -> set[str]:
    """Keys of the rows that any figure was read in."""
    return {cell_parts(cell)[1] for cell, one in read.readings.items() if one.printed}


def lacks_less(read: TableReading, first: TableReading) -> bool:
    """Whether many cells that the first reading lacks are read."""
    return first.lacking - read.lacking >= _LACKING * len(read.readings)


def _doubted_rows(read: TableReading) -> set[str]:
    return {cell_parts(cell)[1] for cell, one in read.readings.items() if not one.sure}


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
    return reading_in(cell, choice, columns, column)
