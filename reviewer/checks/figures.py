"""Cells that do not hold the figure that the form wants.

One finding for each table, which lists the cells: a table left blank is one thing to say, not
hundreds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from reviewer.base import CellId
from reviewer.checks.family import Family, Hit, Inspection
from reviewer.checks.naming import cell_name, cells_name
from reviewer.checks.writing import figure
from reviewer.forms.model import Column, FormTable, Row
from reviewer.forms.report import Kind, Reading

Wrong = Callable[[Reading, Row, Column], bool]
TENTHOUSAND = 10_000
_FIELDS = frozenset({"cells", "count", "printed"})
_PRINTED_LISTED = 5


def _family(wrong: Wrong) -> Family:
    """A check that lists the cells of a table for which something is wrong."""

    def find(inspection: Inspection) -> Iterator[Hit]:
        for table in inspection.report.form.tables:
            cells = [
                cell
                for cell, row, column in table.cells()
                if wrong(inspection.report.by_cell[cell], row, column)
            ]
            if cells:
                yield _listing(inspection, table, cells)

    return Family(find, _FIELDS)


def _listing(inspection: Inspection, table: FormTable, cells: list[CellId]) -> Hit:
    report = inspection.report
    printed = list(dict.fromkeys((report.by_cell[cell].printed or "").strip() for cell in cells))
    shown = "、".join(f"“{text}”" for text in printed[:_PRINTED_LISTED])
    fields = {
        "cells": cells_name(report.form, table, cells),
        "count": str(len(cells)),
        "printed": shown + ("等" if len(printed) > _PRINTED_LISTED else ""),
    }
    return Hit(place=table.name, fields=fields, cells=tuple(cells))


def _blank(reading: Reading, row: Row, column: Column) -> bool:
    return reading.kind is Kind.BLANK and not row.blank_is_zero


def _nil(reading: Reading, row: Row, column: Column) -> bool:
    return reading.kind is Kind.NIL


def _text(reading: Reading, row: Row, column: Column) -> bool:
    return reading.kind is Kind.TEXT


def _negative(reading: Reading, row: Row, column: Column) -> bool:
    return reading.number is not None and reading.number < 0 and not column.signed


def _fractional(reading: Reading, row: Row, column: Column) -> bool:
    number = reading.number
    return isinstance(number, Decimal) and number % 1 != 0 and not column.decimals


def _counted(reading: Reading, row: Row, column: Column) -> bool:
    """A count with its unit printed behind it (12件), which the form does not ask for."""
    return reading.unit is not None and column.unit is None and not column.decimals


def _missing(inspection: Inspection) -> Iterator[Hit]:
    """Cells that are not in the report; a table that is not there at all is its own problem."""
    report = inspection.report
    told = any(problem.code == "table.missing" for problem in report.problems)
    for table in report.form.tables:
        every = [cell for cell, _, _ in table.cells()]
        cells = [cell for cell in every if report.by_cell[cell].kind is Kind.MISSING]
        if cells and not (told and len(cells) == len(every)):
            yield _listing(inspection, table, cells)


def _other_unit(inspection: Inspection) -> Iterator[Hit]:
    """A unit in the cell that is not the one the form prescribes: 元 under 万元."""
    report = inspection.report
    for cell, (table, _, column) in report.form.figures.items():
        reading = report.by_cell[cell]
        if column.unit and reading.unit and reading.number is not None:
            if reading.unit == column.unit:
                continue
            converts = (reading.unit, column.unit) == ("元", "万元")
            expected = figure(Decimal(reading.number) / TENTHOUSAND) if converts else ""
            yield Hit(
                place=f"{table.name} {cell_name(report.form, cell)}",
                fields={
                    "printed": (reading.printed or "").strip(),
                    "unit": column.unit,
                    "advice": f"应填{expected}" if converts else f"请按{column.unit}填写",
                },
                cells=(cell,),
                expected=expected,
                found=reading.printed or "",
            )


BLANK = _family(_blank)
NIL = _family(_nil)
TEXT = _family(_text)
NEGATIVE = _family(_negative)
FRACTIONAL = _family(_fractional)
COUNTED = _family(_counted)
MISSING = Family(_missing, _FIELDS)
OTHER_UNIT = Family(_other_unit, frozenset({"printed", "unit", "advice"}))
