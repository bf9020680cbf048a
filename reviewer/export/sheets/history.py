"""修改记录: the journal, one entry a row."""

from __future__ import annotations

from reviewer.export.book import HISTORY, NOTES, Book
from reviewer.export.printing import set_up_page
from reviewer.export.writing import (
    HEAD_ROW,
    LOW,
    Column,
    Value,
    beginning,
    record,
    remark,
    start_list,
)
from reviewer.review.model import (
    Act,
    Annotate,
    Confirm,
    Decide,
    Edit,
    Entry,
    Group,
    Propose,
    Transcribe,
)

_COLUMNS = (
    Column("序号", 6, "center", repeats=True),
    Column("时间", 20, "center", repeats=True),
    Column("审核人", 12, repeats=True),
    Column("操作", 18, repeats=True),
    Column("对象", 28),
    Column("修改前", 26),
    Column("修改后", 26),
    Column("理由", 26),
    Column("校验码", 16, "center"),
)
_HASH = 12
"""Digits of the hash that are shown; enough to compare two copies of a record by eye."""

_NAMES = {
    "transcribe": "更正读数",
    "propose": "修改建议",
    "annotate": "批注",
    "decide": "核定",
    "confirm": "核对确认",
    "group": "成批修改",
}


def write_history(book: Book) -> None:
    """Add the record of all that was done."""
    sheet = book.sheet(HISTORY)
    start_list(sheet, f"{book.name}　{HISTORY}", _COLUMNS)
    row = HEAD_ROW + 1
    whole = {note.text: f"“{NOTES}”" for note in book.review.notes}
    for entry in book.review.entries:
        row = record(sheet, row, _COLUMNS, _values(book, entry, whole), LOW)
    if not book.review.entries:
        remark(sheet, HEAD_ROW + 1, len(_COLUMNS), "没有修改。")
    sheet.freeze_panes = f"A{HEAD_ROW + 1}"
    set_up_page(sheet, f"{book.name}　{HISTORY}", landscape=True, head_rows=(HEAD_ROW, HEAD_ROW))


def _values(book: Book, entry: Entry, whole: dict[str, str]) -> tuple[Value, ...]:
    """A row; what stands ``whole`` elsewhere, as a note in its sheet, is not repeated.

    Args:
        book: The workbook.
        entry: What was done.
        whole: Notes and texts of earlier rows, each with where it stands; this row's are added.
    """
    before, after = (
        beginning(text, whole[text]) if text in whole else text
        for text in (entry.before, entry.after)
    )
    whole.setdefault(entry.before, f"第 {entry.number} 步修改前")
    whole.setdefault(entry.after, f"第 {entry.number} 步修改后")
    return (
        entry.number,
        book.local(entry.time),
        entry.author,
        _action(entry),
        _about(book, entry.edit),
        before,
        _without_reason(after, entry.reason),
        entry.reason,
        entry.hash[:_HASH],
    )


def _without_reason(after: str, reason: str) -> str:
    """A verdict is told with its reason, which has a column of its own here."""
    return after.removesuffix(f"：{reason}") if reason else after


def _action(entry: Entry) -> str:
    if entry.act is Act.DID:
        return _NAMES[entry.edit.kind]
    verb = "撤销" if entry.act is Act.UNDID else "重做"
    return f"{verb}第 {entry.target} 步" if entry.target is not None else verb


def _about(book: Book, edit: Edit) -> str:
    match edit:
        case Group(title=text):
            return text
        case Transcribe(cell=cell) | Propose(cell=cell) | Confirm(cell=cell):
            return book.describe(cell)
        case Annotate(cell=cell) if cell is not None:
            return book.describe(cell)
        case Annotate(span=span) if span is not None:
            return f"正文 {book.report.document.where(span)}"
        case Decide():
            return _finding(book, edit)
    return "整份报告"


def _finding(book: Book, edit: Decide) -> str:
    found = next((finding for finding in book.findings if finding.id == edit.finding), None)
    if found is not None:
        return f"{found.place_label}　{found.title}"
    return book.describe(edit.cells[0]) if edit.cells else edit.rule
