"""Values into cells: text stays text, merges are cheap, rows are tall enough."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from math import ceil
from typing import NamedTuple

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.export.style import LINE_HEIGHT, aligned, border, fill, font

Value = str | int | float | Decimal | datetime | None

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_LONGEST = 32_000
"""Characters that a cell takes (the limit is 32,767)."""
_TALLEST = 400.0
"""Points of a row (the limit is 409)."""


class Column(NamedTuple):
    """A column of a plain list."""

    title: str
    width: float
    horizontal: str = "left"


def clean(text: str) -> str:
    """A text without what a workbook cannot hold."""
    return _UNPRINTABLE.sub("", text)[:_LONGEST]


def put(cell: Cell, value: Value) -> None:
    """Write a value; a text never becomes a formula or an error value."""
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = clean(value)
    if cell.value:
        cell.data_type = "s"
    if cell.value.startswith(_DANGEROUS):
        cell.quotePrefix = True


def dress(
    cell: Cell,
    font: Font | None = None,
    fill: PatternFill | None = None,
    border: Border | None = None,
    alignment: Alignment | None = None,
) -> None:
    """Give a cell its looks; what is not given stays."""
    if font is not None:
        cell.font = font
    if fill is not None:
        cell.fill = fill
    if border is not None:
        cell.border = border
    if alignment is not None:
        cell.alignment = alignment


def at(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell at a place, made if need be."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # merges are added as bare ranges, so none is a MergedCell
    return cell


def merge(sheet: Worksheet, row: int, column: int, rows: int, columns: int) -> None:
    """Merge cells without the search through all merges that ``merge_cells`` makes."""
    if rows > 1 or columns > 1:
        area = CellRange(
            min_row=row, min_col=column, max_row=row + rows - 1, max_col=column + columns - 1
        )
        sheet.merged_cells.ranges.add(area)


def link(cell: Cell, sheet: str, ref: str) -> None:
    """Let a click on a cell lead to another cell of the workbook."""
    quoted = sheet.replace("'", "''")
    cell.hyperlink = Hyperlink(
        ref=cell.coordinate, location=f"'{quoted}'!{ref}", tooltip=f"转到{sheet} {ref}"
    )
    cell.font = font("accent", underline=True)


def widths(sheet: Worksheet, sizes: Iterable[float]) -> None:
    """Set the widths of the first columns, in characters of the standard font."""
    for index, size in enumerate(sizes, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = size


def lines_needed(text: str, width: float) -> int:
    """Lines that a text takes in a column; a Chinese character is two wide."""
    room = max(2.0, width - 1.5)
    return sum(max(1, ceil(_wide(line) / room)) for line in text.split("\n"))


def _wide(text: str) -> float:
    return sum(2.1 if unicodedata.east_asian_width(sign) in "WFA" else 1.1 for sign in text)


def height(lines: int) -> float:
    """Points that a row of so many lines takes."""
    return min(_TALLEST, lines * LINE_HEIGHT + 5)


def title(sheet: Worksheet, text: str, columns: int, row: int = 1) -> None:
    """A heading over the whole width."""
    cell = at(sheet, row, 1)
    put(cell, text)
    dress(cell, font(bold=True, size=14), alignment=aligned("left"))
    merge(sheet, row, 1, 1, columns)
    width = sum(sheet.column_dimensions[get_column_letter(i + 1)].width for i in range(columns))
    sheet.row_dimensions[row].height = 26 * lines_needed(text, width / 1.4)


def heads(sheet: Worksheet, row: int, columns: Sequence[Column]) -> None:
    """The head row of a list, with its widths."""
    widths(sheet, (column.width for column in columns))
    for index, column in enumerate(columns, start=1):
        cell = at(sheet, row, index)
        put(cell, column.title)
        dress(cell, font(bold=True), fill("head"), border(), aligned("center"))
    sheet.row_dimensions[row].height = height(1)


def record(sheet: Worksheet, row: int, columns: Sequence[Column], values: Sequence[Value]) -> None:
    """A row of a list, tall enough for its longest text."""
    lines = 1
    for index, (column, value) in enumerate(zip(columns, values, strict=True), start=1):
        cell = at(sheet, row, index)
        put(cell, value)
        dress(cell, font(), None, border(), aligned(column.horizontal, "top"))
        if isinstance(value, datetime):
            cell.number_format = "yyyy-mm-dd hh:mm:ss"
        else:
            lines = max(lines, lines_needed(str(value if value is not None else ""), column.width))
    sheet.row_dimensions[row].height = height(lines)


def remark(sheet: Worksheet, row: int, columns: int, text: str) -> None:
    """A line of muted text over the whole width."""
    put(at(sheet, row, 1), text)
    dress(at(sheet, row, 1), font("muted"), alignment=aligned())
    merge(sheet, row, 1, 1, columns)
