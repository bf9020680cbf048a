"""Values into cells: text stays text, merges are cheap, rows are tall enough."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from functools import cache
from itertools import islice, zip_longest
from typing import NamedTuple

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.export.style import LINE_HEIGHT, Look, dress

Value = str | int | float | Decimal | datetime | None

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_LONGEST = 32_000
"""Most characters that are written into a cell (its limit is 32,767)."""

_TALLEST = 400.0
"""The greatest height of a row in points (the limit is 409)."""
_MOST_LINES = int((_TALLEST - 5) / LINE_HEIGHT) - 1
"""Most lines of a row, with one to spare: signs do not fill lines to the last bit."""
LOW = 18
"""Most lines of a row that still fits below others on a printed page: most notes have one."""

_QUOTED = 60
"""How many characters are quoted of a text that stands whole elsewhere."""

HEAD_ROW = 2
"""The row of a list's heads; its title stands above."""


class Area(NamedTuple):
    """Cells of a sheet, from the first one down and to the right."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


class Column(NamedTuple):
    """A column of a plain list.

    Attributes:
        repeats: Whether rows that only go on say it again: they are found, filtered and sorted
            with the row that they belong to.
    """

    title: str
    width: float
    horizontal: str = "left"
    repeats: bool = False

    @property
    def room(self) -> float:
        """Characters of its width that are left for text."""
        return Look(horizontal=self.horizontal).room(self.width)


def clean(text: str) -> str:
    """A text without what a workbook cannot hold."""
    return _UNPRINTABLE.sub("", text)[:_LONGEST]


def write(cell: Cell, value: Value, look: Look, number_format: str = "General") -> None:
    """Write a value with its looks; a text never becomes a formula or an error value."""
    dress(cell, look)
    if isinstance(value, datetime):
        number_format = "yyyy-mm-dd hh:mm:ss"
    cell.number_format = number_format
    if not isinstance(value, str):
        cell.value = value
        return
    text = clean(value)
    cell.value = text
    if text:
        cell.data_type = "s"
    if text.startswith(_DANGEROUS):
        cell.quotePrefix = True


def at(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell at a place, made if need be."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # merges are added as bare ranges, so none is a MergedCell
    return cell


def span(
    sheet: Worksheet,
    area: Area,
    value: Value,
    look: Look,
    number_format: str = "General",
) -> Cell:
    """Write a value over several cells, with lines around all of them; the first cell.

    The merge is added as it is: ``merge_cells`` searches all merges so far, which is slow.
    """
    last_row, last_column = area.row + area.rows - 1, area.column + area.columns - 1
    for row in range(area.row, last_row + 1):
        for column in range(area.column, last_column + 1):
            dress(at(sheet, row, column), look)
    first = at(sheet, area.row, area.column)
    write(first, value, look, number_format)
    if area.rows > 1 or area.columns > 1:
        merged = CellRange(
            min_row=area.row, min_col=area.column, max_row=last_row, max_col=last_column
        )
        sheet.merged_cells.ranges.add(merged)
    return first


def link(cell: Cell, sheet: str, ref: str) -> None:
    """Let a click on a cell lead to another cell of the workbook."""
    quoted = sheet.replace("'", "''")
    cell.hyperlink = Hyperlink(
        ref=cell.coordinate, location=f"'{quoted}'!{ref}", tooltip=f"转到{sheet} {ref}"
    )


def link_number(sheet: Worksheet, row: int, target: str, ref: str, *, goes_on: bool) -> None:
    """Let a click on a record's number lead to another cell.

    Not on its text: LibreOffice draws a linked text in one line, and cuts it.

    Args:
        sheet: The list.
        row: The record's first.
        target: The other cell's sheet.
        ref: Its place there.
        goes_on: Whether the record has more rows.
    """
    number = at(sheet, row, 1)
    look = Look(color="accent", underline=True, horizontal="center", vertical="top")
    dress(number, look._replace(goes_on=goes_on))
    link(number, target, ref)


def widths(sheet: Worksheet, sizes: Iterable[float]) -> None:
    """Set the widths of the first columns, in characters of the standard font."""
    for index, size in enumerate(sizes, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = size


def beginning(text: str, where: str) -> str:
    """A text as a narrow column has room for it, and where the whole of it stands."""
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}……（全文见{where}）"


def lines_needed(text: str, width: float) -> int:
    """Lines that a text takes in a column; a Chinese character is two wide."""
    return 1 + sum(1 for _ in _breaks(text, 0, _room(width)))


def parted(text: str, width: float, most: int = _MOST_LINES) -> list[Value]:
    """A text in pieces of so many lines at most; together they are the text.

    A line's end between two pieces is left out.
    """
    pieces: list[Value] = []
    room, start = _room(width), 0
    while (end := _end(text, start, room, most)) < len(text):
        line_end = text.rfind("\n", start, end + 1)
        if line_end - start > (end - start) // 2:  # rather there than within a line
            end = line_end
        pieces.append(text[start:end])
        start = end + (text[end] == "\n")
    return [*pieces, text[start:]]


def _end(text: str, start: int, room: float, most: int) -> int:
    """Where the text from a place on has filled so many lines."""
    return next(islice(_breaks(text, start, room), most - 1, None), len(text))


def _breaks(text: str, start: int, room: float) -> Iterator[int]:
    """Each place behind the first at which a line begins, or ends with the text's own."""
    filled = 0.0
    for place in range(start, len(text)):
        wide = _wide(text[place])
        filled += wide
        if text[place] == "\n" or filled > room:
            filled = 0.0 if text[place] == "\n" else wide
            yield place


def _room(width: float) -> float:
    return max(2.0, width - 1.2)


@cache
def _wide(sign: str) -> float:
    return 2.0 if unicodedata.east_asian_width(sign) in "WFA" else 1.05


def height(lines: float) -> float:
    """Points that a row of so many lines takes."""
    return min(_TALLEST, lines * LINE_HEIGHT + 5)


def title(sheet: Worksheet, text: str, width: float, columns: int) -> None:
    """A heading over the whole width of a sheet."""
    span(sheet, Area(1, 1, columns=columns), text, Look(bold=True, size=14, lined=False))
    sheet.row_dimensions[1].height = 26 * lines_needed(text, width / 1.4)


def start_list(sheet: Worksheet, text: str, columns: Sequence[Column]) -> None:
    """The title and the head row of a list."""
    widths(sheet, (column.width for column in columns))
    title(sheet, text, sum(column.width for column in columns), len(columns))
    look = Look(bold=True, fill="head", horizontal="center")
    for index, column in enumerate(columns, start=1):
        write(at(sheet, HEAD_ROW, index), column.title, look)
    sheet.row_dimensions[HEAD_ROW].height = height(1)


def record(
    sheet: Worksheet,
    row: int,
    columns: Sequence[Column],
    values: Sequence[Value],
    most: int = _MOST_LINES,
) -> int:
    """A row of a list, tall enough for its longest text; what no row holds goes on in the next.

    Args:
        sheet: The list.
        row: Where it is written.
        columns: The list's columns.
        values: What stands in them.
        most: Lines that a row holds.

    Returns:
        The row behind it.
    """
    pieces: list[list[Value]] = [
        parted(value, column.room, most) if isinstance(value, str) else [value]
        for column, value in zip(columns, values, strict=True)
    ]
    rows = max(map(len, pieces))
    for column, own in zip(columns, pieces, strict=True):
        if column.repeats and len(own) == 1:
            own.extend(own * (rows - 1))
    for place, parts in enumerate(zip_longest(*pieces)):
        look = Look(vertical="top", goes_on=place < rows - 1, went_on=place > 0)
        _write_row(sheet, row + place, columns, parts, look)
    return row + rows


def _write_row(
    sheet: Worksheet, row: int, columns: Sequence[Column], values: Sequence[Value], look: Look
) -> None:
    lines = 1
    for index, (column, value) in enumerate(zip(columns, values, strict=True), start=1):
        color = "missing" if look.went_on and column.repeats else look.color
        dressed = look._replace(color=color, horizontal=column.horizontal)
        write(at(sheet, row, index), value, dressed)
        if isinstance(value, str):
            lines = max(lines, lines_needed(value, column.room))
    sheet.row_dimensions[row].height = height(lines)


def remark(sheet: Worksheet, row: int, columns: int, text: str) -> None:
    """A line of muted text over the whole width."""
    span(sheet, Area(row, 1, columns=columns), text, Look(color="muted", lined=False))
