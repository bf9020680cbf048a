"""Spreadsheets of Excel 97-2003 (xls) and WPS (et), by the optional library xlrd."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reviewer.document.composing import compose
from reviewer.document.compound import DAMAGE, held, is_compound, streams
from reviewer.document.looks import PALE, RAISED, STRUCK, counted
from reviewer.document.model import Document, Origin
from reviewer.document.spreadsheets.biff import survey
from reviewer.document.spreadsheets.formats import BUILT_IN, hides, shown
from reviewer.document.spreadsheets.names import Merge
from reviewer.document.spreadsheets.sheets import (
    UNSHOWN,
    Sheet,
    doubt_of,
    items_of,
    warnings_of,
)
from reviewer.errors import ForeignError
from reviewer.progress import Progress

if TYPE_CHECKING:
    from xlrd import Book
    from xlrd.formatting import Font
    from xlrd.sheet import Cell
    from xlrd.sheet import Sheet as BookSheet

_BOOKS = ("Workbook", "Book")
_BARE = (b"\x09\x08\x10\x00\x00\x06", b"\x09\x08\x08\x00\x00\x05")
"""How a workbook begins that stands in no compound file (BIFF8, BIFF5)."""

_SAVE_HINT = "请在 Excel 或 WPS 中打开，另存为 xlsx 文件后再打开。"
_MISSING_HINT = f"{_SAVE_HINT}安装附加组件（reviewer[xls]）后也可以直接打开。"
_TEXT, _NUMBER, _DATE, _TRUTH, _ERROR = 1, 2, 3, 4, 5
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?"}
_TRUTHS = {0: "FALSE", 1: "TRUE"}


def accepts(data: bytes) -> bool:
    """A compound file with a workbook and no Word text in it, or a workbook alone."""
    if not is_compound(data):
        return data.startswith(_BARE)
    there = held(data, (*_BOOKS, "WordDocument"))
    return bool(there) and "WordDocument" not in there


def read(data: bytes, origin: Origin, progress: Progress) -> Document:
    """A document of a workbook's bytes.

    Raises:
        FormatError: Damaged, locked with a password, or xlrd is not installed.
        TooLargeError: More than a report can have.
        EmptyError: No text in it.
    """
    try:
        stream = _stream(data)
        survey(stream, lambda: progress("正在解析工作表", 0.2))
        book = _opened(stream)
        progress("正在解析工作表", 0.5)
        sheets = [_sheet(book, one) for one in book.sheets()]
    except DAMAGE as error:
        raise _damaged(error) from error
    return compose(items_of(sheets), origin, tuple(warnings_of(sheets)))


def _stream(data: bytes) -> bytes:
    """The workbook's records."""
    if not is_compound(data):
        return data
    found = streams(data, _BOOKS)
    return found.get("Workbook") or found["Book"]


def _opened(stream: bytes) -> Book:
    try:
        import xlrd
        from xlrd.biffh import XLRDError
    except ImportError as error:
        raise ForeignError(
            "这是旧版表格文件（xls、et），没有附加组件不能读取。", _MISSING_HINT, str(error)
        ) from error
    try:
        return xlrd.open_workbook(
            file_contents=stream, logfile=io.StringIO(), formatting_info=True, ragged_rows=True
        )
    except XLRDError as error:
        raise _damaged(error) from error


def _damaged(error: Exception) -> ForeignError:
    return ForeignError("表格文件已损坏，不能读取。", _SAVE_HINT, repr(error))


def _sheet(book: Book, source: BookSheet) -> Sheet:
    sheet = Sheet(source.name, veiled=bool(source.visibility))
    columns = {column for column, info in source.colinfo_map.items() if info.hidden}
    rows = {row for row, info in source.rowinfo_map.items() if info.hidden}
    for row, column, cell in _cells(source):
        runs = source.rich_text_runlist_map.get((row, column), ())
        text, within = counted(pieces_of(book, _shown(book, cell), runs))
        sheet.texts[row, column] = text
        if (row in rows or column in columns) and text.strip():
            sheet.unseen.add((row, column))
        known = cell.ctype in {_NUMBER, _DATE} and bool(cell.value)
        doubt = doubt_of(text, within or _font_doubt(book, cell), known=known)
        if cell.value != "" and hides(_format(book, cell), text=cell.ctype == _TEXT):
            doubt = UNSHOWN
        if doubt:
            sheet.doubts[row, column] = doubt
    sheet.merges = [
        Merge(top, left, bottom - 1, right - 1)
        for top, bottom, left, right in source.merged_cells
        if top < bottom and left < right
    ]
    return sheet


def _cells(source: BookSheet) -> Iterator[tuple[int, int, Cell]]:
    """Every cell that the file states, blank ones included."""
    for row in range(source.nrows):
        for column, cell in enumerate(source.row(row)):
            if cell.ctype:
                yield row, column, cell


def _shown(book: Book, cell: Cell) -> str:
    """What a cell shows; empty if it is blank."""
    if cell.ctype == _TEXT:
        return str(cell.value)
    if cell.ctype in {_NUMBER, _DATE}:
        return shown(repr(cell.value), _format(book, cell), base_1904=book.datemode == 1)
    if cell.ctype == _TRUTH:
        return _TRUTHS.get(int(cell.value), "")
    if cell.ctype == _ERROR:
        return _ERRORS.get(int(cell.value), "#N/A")
    return ""


def pieces_of(book: Book, text: str, runs: Sequence[tuple[int, int]]) -> list[tuple[str, str]]:
    """A text by its runs (each where it begins, and its font), with what their look says."""
    borders = [(0, ""), *((at, _look(book.font_list[font])) for at, font in runs)]
    ends = [*(at for at, _ in borders[1:]), len(text)]
    return [(text[at:end], look) for (at, look), end in zip(borders, ends, strict=True)]


def _look(font: Font) -> str:
    if font.struck_out:
        return STRUCK
    return RAISED if font.escapement else ""


def _font_doubt(book: Book, cell: Cell) -> str:
    """Why a cell's font makes its text doubtful."""
    if cell.xf_index is None:
        return ""
    style = book.xf_list[cell.xf_index]
    font = book.font_list[style.font_index]
    if look := _look(font):
        return look
    is_white = book.colour_map.get(font.colour_index) == (255, 255, 255)
    ground = style.background.fill_pattern if style.background is not None else 0
    return PALE if is_white and not ground else ""


def _format(book: Book, cell: Cell) -> str:
    """The number format of a cell's style; those named by number only as in a Chinese Excel."""
    key = book.xf_list[cell.xf_index].format_key if cell.xf_index is not None else 0
    known = BUILT_IN.get(key)
    return known if known is not None else book.format_map[key].format_str
