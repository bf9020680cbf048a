"""表二 表三 表四: the form's tables with the report's figures and the marks on them."""

from __future__ import annotations

from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.base import CellId
from reviewer.export.book import ROWS_ABOVE, Book, sheet_title
from reviewer.export.figures import shown
from reviewer.export.marks import Mark
from reviewer.export.printing import set_up_page
from reviewer.export.remarks import remarks_on
from reviewer.export.style import Look
from reviewer.export.writing import (
    Area,
    Value,
    clean,
    height,
    lines_needed,
    remark,
    span,
    title,
    widths,
)
from reviewer.forms.layout import Layout, LayoutCell, Role, lay_out
from reviewer.forms.model import FormTable

_COMMENT_WIDTH = 330
_TEXT_WIDTH = 96.0
"""Characters that a table without many columns is spread over."""
_LABELS = {"articles": [32.0], "matrix": [5.0, 14.0, 38.0], "single_row": [], "list": [48.0]}
"""Widths of the label columns by the table's layout."""
_NARROWEST = 9.5

_NUMBER = Look(horizontal="right", wrapped=False)
_TEXT = Look(horizontal="center")


def write_tables(book: Book) -> None:
    """Add one sheet for each table of the form."""
    for table in book.report.form.tables:
        _write(book, book.sheet(sheet_title(table)), table)


def _write(book: Book, sheet: Worksheet, table: FormTable) -> None:
    layout = lay_out(table)
    sizes = _sizes(table, layout)
    widths(sheet, sizes)
    title(sheet, f"{table.name}　{table.title}", sum(sizes), layout.columns)
    _legend(book, sheet, layout, sum(sizes))
    for cell in layout.cells:
        _draw(book, sheet, cell)
    for line, points in enumerate(_heights(book, layout, sizes), start=ROWS_ABOVE + 1):
        sheet.row_dimensions[line].height = points
    top = ROWS_ABOVE + layout.head_rows
    sheet.freeze_panes = f"{get_column_letter(layout.label_columns + 1)}{top + 1}"
    set_up_page(
        sheet,
        f"{book.name}　{table.name}",
        landscape=table.layout == "single_row",
        one_page=table.layout != "list",
        head_rows=(ROWS_ABOVE + 1, top) if layout.head_rows else None,
    )


def _legend(book: Book, sheet: Worksheet, layout: Layout, room: float) -> None:
    """A line under the title: whose table it is, and what the shapes mean."""
    shapes = "　".join(f"{mark.shape} {mark.title}" for mark in Mark if mark.shape)
    text = f"{book.name}　　{shapes}"
    remark(sheet, 2, layout.columns, text)
    sheet.row_dimensions[2].height = height(lines_needed(text, room))


def _draw(book: Book, sheet: Worksheet, cell: LayoutCell) -> None:
    if cell.cell is not None:
        _draw_figure(book, sheet, cell, cell.cell)
        return
    _place(sheet, cell, cell.text, _printed(cell))


def _printed(cell: LayoutCell) -> Look:
    """The looks of what the form prints."""
    is_label = cell.role is Role.LABEL
    return Look(
        bold=cell.role is Role.CAPTION,
        fill="panel" if is_label else "head",
        horizontal="left" if is_label and cell.row_span == 1 else "center",
    )


def _draw_figure(book: Book, sheet: Worksheet, cell: LayoutCell, key: CellId) -> None:
    marks = book.marks.get(key, ())
    wide = cell.column_span > 1
    value, number_format = shown(book.said(key), marks, wide=wide)
    look = _TEXT if isinstance(value, str) else _NUMBER
    if wide:
        look = look._replace(horizontal="center")
    if marks:
        first = marks[0]
        look = look._replace(color=first.color, fill=first.fill, bold=first is Mark.BROKEN)
    target = _place(sheet, cell, value, look, number_format)
    lines = remarks_on(book, key)
    if lines:
        text = clean("\n".join(lines))
        comment = Comment(text, book.author or "reviewer", width=_COMMENT_WIDTH)
        comment.height = 24 + 19 * lines_needed(text, 44)
        target.comment = comment


def _place(
    sheet: Worksheet, cell: LayoutCell, value: Value, look: Look, number_format: str = "General"
) -> Cell:
    area = Area(cell.row + 1 + ROWS_ABOVE, cell.column + 1, cell.row_span, cell.column_span)
    return span(sheet, area, value, look, number_format)


def _sizes(table: FormTable, layout: Layout) -> list[float]:
    labels = _LABELS[table.layout]
    others = layout.columns - len(labels)
    each = max(_NARROWEST, (_TEXT_WIDTH - sum(labels)) / others)
    return [*labels, *[each] * others]


def _heights(book: Book, layout: Layout, sizes: list[float]) -> list[float]:
    """Heights that show every wrapped text; a tall merged text is spread over its rows."""
    lines = [1.0] * layout.rows
    for cell in sorted(layout.cells, key=lambda cell: cell.row_span):
        look = _TEXT if cell.cell is not None else _printed(cell)
        room = look.room(sum(sizes[cell.column : cell.column + cell.column_span]))
        rows = range(cell.row, cell.row + cell.row_span)
        lacking = lines_needed(_text(book, cell), room) - sum(lines[row] for row in rows)
        if lacking > 0:
            for row in rows:
                lines[row] += lacking / cell.row_span
    return [height(count) for count in lines]


def _text(book: Book, cell: LayoutCell) -> str:
    """What the cell shows, as far as it may be long."""
    if cell.cell is None:
        return cell.text
    return (book.said(cell.cell).printed or "").strip()
