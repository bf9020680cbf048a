"""批注: the reviewer's notes on cells, passages and the report."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from reviewer.export.book import NOTES, Book
from reviewer.export.printing import set_up_page
from reviewer.export.writing import (
    HEAD_ROW,
    LOW,
    Column,
    link_number,
    record,
    remark,
    start_list,
)
from reviewer.review.model import Note

_COLUMNS = (
    Column("序号", 6, "center", repeats=True),
    Column("对象", 30, repeats=True),
    Column("原文", 26),
    Column("批注", 56),
    Column("审核人", 12, repeats=True),
    Column("时间", 20, "center", repeats=True),
)
_QUOTED = 200
"""How many characters of a passage are quoted."""


def write_notes(book: Book) -> None:
    """Add the list of notes."""
    sheet = book.sheet(NOTES)
    start_list(sheet, f"{book.name}　{NOTES}", _COLUMNS)
    row = HEAD_ROW + 1
    for number, note in enumerate(book.review.notes, start=1):
        row = _write(book, sheet, row, number, note)
    if not book.review.notes:
        remark(sheet, HEAD_ROW + 1, len(_COLUMNS), "没有批注。")
    sheet.freeze_panes = f"A{HEAD_ROW + 1}"
    set_up_page(sheet, f"{book.name}　{NOTES}", landscape=True, head_rows=(HEAD_ROW, HEAD_ROW))


def _write(book: Book, sheet: Worksheet, row: int, number: int, note: Note) -> int:
    about, quoted = _about(book, note)
    values = (number, about, quoted, note.text, note.author, book.local(note.time))
    behind = record(sheet, row, _COLUMNS, values, LOW)
    if note.cell is not None and note.cell in book.places:
        link_number(sheet, row, *book.places[note.cell], goes_on=behind > row + 1)
    return behind


def _about(book: Book, note: Note) -> tuple[str, str]:
    """What the note is on, and what stands there."""
    if note.cell is not None:
        reading = book.review.original.by_cell.get(note.cell)
        return book.describe(note.cell), (reading.printed or "") if reading else ""
    if note.span is not None:
        document = book.report.document
        passage = document.at(note.span)
        more = "……" if len(passage) > _QUOTED else ""
        return f"正文 {document.where(note.span)}", passage[:_QUOTED] + more
    return "整份报告", ""
