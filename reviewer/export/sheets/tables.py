"""表二 表三 表四: the form's tables with the report's figures and the marks on them."""

from __future__ import annotations

from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.export.book import OVERVIEW, ROWS_ABOVE, Book, sheet_title
from reviewer.export.figures import shown
from reviewer.export.marks import Mark
from reviewer.export.printing import set_up_page
from reviewer.export.remarks import remarks_on
from reviewer.export.style import aligned, border, fill, font
from reviewer.export.writing import (
    at,
    clean,
    dress,
    height,
    lines_needed,
    link,
    merge,
    put,
    title,
    widths,
)
from reviewer.forms.layout import Layout, LayoutCell, Role, lay_out
from reviewer.forms.model import FormTable

_COMMENT_WIDTH = 330
_WIDTHS = {
    "articles": ([30.0], 9.0),
    "matrix": ([5.0, 14.0, 38.0], 9.5),
    "single_row": ([], 9.0),
    "list": ([44.0], 16.0),
}
"""Widths of the label columns and of every other column, by the table's layout."""


def write_tables(book: Book) -> None:
    """Add one sheet for each table of the form."""
    for table in book.report.form.tables:
        _write(book, book.sheet(sheet_title(table)), table)


def _write(book: Book, sheet: Worksheet, table: FormTable) -> None:
    layout = lay_out(table)
    sizes = _sizes(table, layout)
    widths(sheet, sizes)
    title(sheet, f"{table.name}　{table.title}", layout.columns)
    _subtitle(book, sheet, layout)
    for cell in layout.cells:
        _draw(book, sheet, cell)
    for line, points in enumerate(_heights(layout, sizes), start=ROWS_ABOVE + 1):
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


def _subtitle(book: Book, sheet: Worksheet, layout: Layout) -> None:
    """A line under the title: the report, a link back, and what the shapes mean."""
    legend = "　".join(f"{mark.shape} {mark.title}" for mark in Mark if mark.shape)
    text = f"{book.name}　　{legend}"
    put(at(sheet, 2, 1), text)
    link(at(sheet, 2, 1), OVERVIEW, "A1")
    dress(at(sheet, 2, 1), font("muted"), alignment=aligned())
    merge(sheet, 2, 1, 1, layout.columns)
    room = sum(
        sheet.column_dimensions[get_column_letter(index + 1)].width
        for index in range(layout.columns)
    )
    sheet.row_dimensions[2].height = height(lines_needed(text, room))


def _draw(book: Book, sheet: Worksheet, cell: LayoutCell) -> None:
    row, column = cell.row + 1 + ROWS_ABOVE, cell.column + 1
    for line in range(row, row + cell.row_span):
        for place in range(column, column + cell.column_span):
            dress(at(sheet, line, place), border=border())
    merge(sheet, row, column, cell.row_span, cell.column_span)
    if cell.cell is not None:
        _draw_figure(book, sheet, cell)
        return
    put(at(sheet, row, column), cell.text)
    is_label = cell.role is Role.LABEL
    dress(
        at(sheet, row, column),
        font(bold=cell.role is Role.CAPTION),
        fill("panel" if is_label else "head"),
        alignment=aligned("left" if is_label and cell.row_span == 1 else "center"),
    )


def _draw_figure(book: Book, sheet: Worksheet, cell: LayoutCell) -> None:
    assert cell.cell is not None
    target = at(sheet, cell.row + 1 + ROWS_ABOVE, cell.column + 1)
    marks = book.marks.get(cell.cell, ())
    value, number_format = shown(book.report.by_cell[cell.cell], marks)
    put(target, value)
    target.number_format = number_format
    centred = cell.column_span > 1 or isinstance(value, str)
    dress(target, font(), alignment=aligned("center" if centred else "right"))
    if marks:
        color = marks[0].color
        dress(target, font(color, bold=marks[0] is Mark.BROKEN))
        if marks[0] is not Mark.CONFIRMED:
            dress(target, fill=fill(f"{color}_fill"))
    lines = remarks_on(book, cell.cell)
    if lines:
        text = clean("\n".join(lines))
        comment = Comment(text, book.author or "reviewer", width=_COMMENT_WIDTH)
        comment.height = 24 + 19 * lines_needed(text, 44)
        target.comment = comment


def _sizes(table: FormTable, layout: Layout) -> list[float]:
    labels, figure = _WIDTHS[table.layout]
    return [*labels, *[figure] * (layout.columns - len(labels))]


def _heights(layout: Layout, sizes: list[float]) -> list[float]:
    """Heights that show every wrapped text; a tall merged text is spread over its rows."""
    lines = [1.0] * layout.rows
    for cell in sorted(layout.cells, key=lambda cell: cell.row_span):
        room = sum(sizes[cell.column : cell.column + cell.column_span])
        rows = range(cell.row, cell.row + cell.row_span)
        lacking = lines_needed(cell.text, room) - sum(lines[row] for row in rows)
        if lacking > 0:
            for row in rows:
                lines[row] += lacking / cell.row_span
    return [height(1) * max(1.0, 0.8 * count + 0.2) for count in lines]
