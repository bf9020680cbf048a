"""Cells that do not hold the figure that the form wants.

One finding for each table, which lists the cells: a table left blank is one thing to say, not
hundreds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from reviewer.base import CellId
from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.arrangement import arrangement_of
from reviewer.checks.families.certainty import NO_TABLE
from reviewer.checks.families.mixture import other_form
from reviewer.checks.families.showing import first_of
from reviewer.checks.naming import by_table, cell_name, cells_name, quoted
from reviewer.checks.writing import number_text
from reviewer.forms.model import Column, FormTable, Row
from reviewer.forms.report import Kind, Reading, Report

TENTHOUSAND = 10_000
_FIELDS = frozenset({"cells", "count", "printed"})
_FEW_LOST = 3
"""Where all figures stand in one row, a lost one leaves the places of the others in doubt: it is
missing none the less, if no more than one in so many is."""

_NUMERALS = re.compile("[一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾]")

_PRINTED_LISTED = 5
"""At most this many different texts are quoted."""

_PRINTED_LENGTH = 16
"""Characters of a text that are quoted."""

_NO_PLACE = ("请核对各格的位置", "请核对各列")
"""In the doubt of a cell that may be another one of its row."""


def _family(
    wrong: Callable[[Reading], bool],
    unless: Callable[[Row, Column], bool] = lambda _row, _column: False,
) -> Check:
    """A check that lists the cells of a table for which something is wrong.

    Args:
        wrong: Whether there is something wrong with a reading …
        unless: … if its row or column does not allow it.
    """

    def find(inspection: Inspection) -> Iterator[Hit]:
        report = inspection.report
        cells = [reading.cell for reading in report.readings if wrong(reading)]
        cells = [cell for cell in cells if not unless(*report.form.figures[cell][1:])]
        for table, members in by_table(report.form, cells):
            yield _listing(inspection, table, members)

    def watches(report: Report) -> Iterator[CellId]:
        figures = report.form.figures.items()
        return (cell for cell, (_, row, column) in figures if not unless(row, column))

    return Check(find, _FIELDS, watches=watches)


def _listing(inspection: Inspection, table: FormTable, cells: list[CellId]) -> Hit:
    report = inspection.report
    printed = list(dict.fromkeys(_named(report.by_cell[cell]) for cell in cells))
    fields = {
        "cells": cells_name(report.form, table, cells),
        "count": str(len(cells)),
        "printed": first_of(printed, _PRINTED_LISTED),
    }
    return Hit(place=table.name, fields=fields, cells=tuple(cells))


def _named(reading: Reading) -> str:
    """A printed text, short enough to be read in a line."""
    if reading.transcribed:
        return "更正后的读数"
    text = (reading.printed or "").strip()
    return quoted(text if len(text) <= _PRINTED_LENGTH else f"{text[:_PRINTED_LENGTH]}…")


def _fractional(reading: Reading) -> bool:
    number = reading.number
    return isinstance(number, Decimal) and number % 1 != 0


def _in_numerals(reading: Reading) -> bool:
    """Whether a figure is printed in Chinese numerals."""
    numerals = _NUMERALS.search(reading.printed or "")
    return reading.number is not None and bool(numerals) and not reading.transcribed


def _missing(inspection: Inspection) -> Iterator[Hit]:
    """Cells that are not in the report.

    A table that is not there at all is its own problem, and so are a text that ends within one
    and rows as another form has them.
    """
    report = inspection.report
    told = any(problem.code in NO_TABLE for problem in report.problems)
    cells = [reading.cell for reading in report.readings if reading.kind is Kind.MISSING]
    mixed = set(other_form(report)) if cells else set()
    cells = [cell for cell in cells if cell not in mixed]
    for table, members in by_table(report.form, cells):
        absent = told and len(members) == sum(1 for _ in table.cells())
        unread = absent or _is_cut(report, table, members) or _is_doubtful(report, table)
        if not unread:
            yield _listing(inspection, table, members)


def _of_the_form(report: Report) -> Iterator[CellId]:
    """The cells whose lack is told: not those of rows as another form has them."""
    mixed = set(other_form(report))
    return (cell for cell in report.form.figures if cell not in mixed)


def _is_doubtful(report: Report, table: FormTable) -> bool:
    """Whether most of what was read of a table is not sure: that is told, and no more."""
    readings = [report.by_cell[cell] for cell, _, _ in table.cells()]
    told = [reading for reading in readings if reading.kind is not Kind.MISSING]
    unsure = sum(not reading.sure and not reading.inferred for reading in told)
    lost = len(readings) - len(told)
    if table.layout == "single_row" and _FEW_LOST * lost <= len(readings):
        return False
    return 2 * len(told) > len(readings) and 2 * unsure > len(told)


def _is_cut(report: Report, table: FormTable, missing: list[CellId]) -> bool:
    """Whether the text breaks off in a table's section, and only its last cells are missing."""
    arranged = arrangement_of(report)
    if not arranged.breaks_off or not arranged.behind:
        return False
    cells = [cell for cell, _, _ in table.cells()]
    return arranged.behind[0].number == table.section + 1 and missing == cells[-len(missing) :]


def _other_unit(inspection: Inspection) -> Iterator[Hit]:
    """A unit in the cell that is not the one the form prescribes: 元 under 万元."""
    report = inspection.report
    for reading in report.readings:
        if reading.unit is None or reading.number is None:
            continue
        table, _, column = report.form.figures[reading.cell]
        if column.unit not in {None, reading.unit}:
            converts = (reading.unit, column.unit) == ("元", "万元")
            expected = number_text(Decimal(reading.number) / TENTHOUSAND) if converts else ""
            yield Hit(
                place=f"{table.name} {cell_name(report.form, reading.cell)}",
                fields={
                    "printed": (reading.printed or "").strip(),
                    "unit": column.unit or "",
                    "advice": f"应填{expected}" if converts else f"请按{column.unit}填写",
                },
                cells=(reading.cell,),
                expected=expected,
                found=reading.printed or "",
            )


def _with_a_unit(report: Report) -> Iterator[CellId]:
    figures = report.form.figures.items()
    return (cell for cell, (_, _, column) in figures if column.unit is not None)


def _blank(inspection: Inspection) -> Iterator[Hit]:
    """Blank cells, but for those that may not be: that the file does not tell, or not where.

    A spreadsheet's formula without a saved result is no cell that the body left blank.
    """
    report = inspection.report
    untold = (*_NO_PLACE, *{doubt.reason for doubt in report.document.doubts})
    cells = [
        reading.cell
        for reading in report.readings
        if reading.kind is Kind.BLANK
        and not (reading.doubt or "").endswith(untold)
        and not report.form.figures[reading.cell][1].blank_is_zero
    ]
    for table, members in by_table(report.form, cells):
        yield _listing(inspection, table, members)


def _may_be_blank(report: Report) -> Iterator[CellId]:
    figures = report.form.figures.items()
    return (cell for cell, (_, row, _) in figures if not row.blank_is_zero)


BLANK = Check(_blank, _FIELDS, watches=_may_be_blank)
NIL = _family(lambda reading: reading.kind is Kind.NIL)
TEXT = _family(lambda reading: reading.kind is Kind.TEXT)
NEGATIVE = _family(
    lambda reading: reading.number is not None and reading.number < 0,
    unless=lambda _row, column: column.signed,
)
FRACTIONAL = _family(_fractional, unless=lambda _row, column: column.decimals)
COUNTED = _family(
    lambda reading: reading.unit is not None,
    unless=lambda _row, column: column.decimals or column.unit is not None,
)
NUMERAL = _family(_in_numerals)
MISSING = Check(_missing, _FIELDS, watches=_of_the_form)
OTHER_UNIT = Check(_other_unit, frozenset({"printed", "unit", "advice"}), watches=_with_a_unit)
