"""Writes workbooks of reports: one table a sheet or all on one, with merges and borders."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.styles import Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.document.composing import Grid

_THIN = Side(style="thin")
_FRAME = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def bytes_of(book: Workbook) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def sheets_of(
    items: Sequence[str | Grid], *, apart: bool = False, numbers: bool = True, left: int = 1
) -> Workbook:
    """A workbook of paragraphs and tables.

    Args:
        items: Paragraphs and tables.
        apart: Begin a sheet at every table's heading instead of going on below.
        numbers: Store figures as numbers where they look the same, else all as text.
        left: First column.
    """
    book = Workbook()
    sheet, row = book.worksheets[0], 1
    for place, item in enumerate(items):
        heads_table = isinstance((*items, "")[place + 1], Grid)
        if apart and heads_table:
            sheet, row = book.create_sheet(), 1
        if isinstance(item, Grid):
            row = _write(sheet, item, row, left, numbers=numbers) + 1
        else:
            sheet.cell(row, left, item)
            row += 1
    return book


def _write(sheet: Worksheet, grid: Grid, top: int, left: int, *, numbers: bool) -> int:
    """Write a table; gives its last row."""
    last = top
    for one in grid.cells:
        row, column = top + one.row, left + one.column
        end_row, end_column = row + one.row_span - 1, column + one.column_span - 1
        figure = int(one.text) if numbers and one.text.isdigit() else one.text or None
        cell = sheet.cell(row, column, figure)
        cell.border = _FRAME
        if isinstance(figure, str):
            cell.data_type = "s"
        if (end_row, end_column) != (row, column):
            sheet.merge_cells(None, row, column, end_row, end_column)
        last = max(last, end_row)
    return last


def raw_workbook(cells: str, shared: str, styles: str = "") -> bytes:
    """A workbook as Excel writes it, with its texts in a part of their own.

    Args:
        cells: The rows of its only sheet (XML).
        shared: The shared texts (XML).
        styles: What stands in the style sheet (XML).
    """
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    def relations(*entries: tuple[str, str]) -> str:
        links = "".join(
            f'<Relationship Id="rId{number}" Type="{office}/{kind}" Target="{target}"/>'
            for number, (kind, target) in enumerate(entries, start=1)
        )
        return f'<Relationships xmlns="{package}">{links}</Relationships>'

    parts = {
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "/xl/worksheets/sheet1.xml"),
            ("sharedStrings", "sharedStrings.xml"),
            ("styles", "styles.xml"),
        ),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}'
        "</sheetData></worksheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{shared}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}">{styles}</styleSheet>',
    }
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as zipped:
        for name, xml in parts.items():
            zipped.writestr(name, xml)
    return target.getvalue()
