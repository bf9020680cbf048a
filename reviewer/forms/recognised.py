"""Figures that a program recognised in a picture, and that the form's sums speak against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reviewer.base import CellId, cell_id
from reviewer.document.model import Document, PageBox
from reviewer.forms.arithmetic import column_equations
from reviewer.forms.model import Form, FormTable
from reviewer.forms.report import Reading

_DOUBT = "由图片识别，所在的合计不平，请对照图片核对"

Signed = Sequence[tuple[CellId, int]]
"""Cells whose figures come to 0 when they are added, or taken away."""


def doubted_if_recognised(
    form: Form, readings: tuple[Reading, ...], document: Document
) -> tuple[Reading, ...]:
    """Recognised figures of sums that fail are likelier misread than the report is wrong."""
    if not document.recognised:
        return readings
    by_cell = {reading.cell: reading for reading in readings}
    failing = {
        cell
        for table in form.tables
        for signed in _sums(table)
        if _fails(signed, by_cell)
        for cell, _ in signed
    }
    return tuple(
        _doubted(reading) if reading.cell in failing and _is_seen(reading, document) else reading
        for reading in readings
    )


def _is_seen(reading: Reading, document: Document) -> bool:
    return isinstance(reading.place, PageBox) and reading.place.page in document.recognised


def _doubted(reading: Reading) -> Reading:
    return reading.model_copy(update={"sure": False, "doubt": reading.doubt or _DOUBT})


def _fails(signed: Signed, by_cell: Mapping[CellId, Reading]) -> bool:
    """Whether all figures are there and do not come to 0."""
    figures = [(by_cell[cell].number, sign) for cell, sign in signed]
    total = sum(sign * number for number, sign in figures if number is not None)
    return all(number is not None for number, _ in figures) and total != 0


def _sums(table: FormTable) -> Iterator[Signed]:
    """The sums of tables three and four; table two has none."""
    if table.layout == "articles":
        return
    for block in table.blocks:
        keys = [column.key for column in block.columns]
        if "total" not in keys:
            continue
        for row in block.rows:
            yield [(cell_id(table.key, row.key, key), -1 if key == "total" else 1) for key in keys]
        for equation in column_equations(table):
            for key in keys:
                yield [(cell_id(table.key, row, key), sign) for row, sign in equation]
