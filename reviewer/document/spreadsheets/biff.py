"""A look over the records of an Excel 97-2003 workbook before they are read.

A few bytes of a record can state hundreds of cells or columns, and many sheets the same ones:
what would take minutes to read is refused here, in a fraction of a second.
"""

from __future__ import annotations

from collections.abc import Callable
from struct import unpack_from

from reviewer.errors import FormatError, TooLargeError

_LOCKED, _SHEET, _COLUMNS, _BLANKS, _NUMBERS = 0x2F, 0x85, 0x7D, 0xBE, 0xBD
_COLUMNS_STATED = 256
"""Most columns that a record of a few bytes may state."""

_MOST_PLACES = 500_000
_MOST_RECORDS = 500_000
_MOST_SHEETS = 255
_STEP = 1 << 14


def survey(stream: bytes, step: Callable[[], None]) -> None:
    """Look over a workbook's records; ``step`` is called now and then and may raise Cancelled.

    Raises:
        FormatError: It is locked with a password.
        TooLargeError: More records, cells or sheets than a report can have.
    """
    at = records = places = 0
    sheets: list[bytes] = []
    while at + 4 <= len(stream):
        kind, size = unpack_from("<HH", stream, at)
        if records % _STEP == 0:
            step()
        records += 1
        if kind in {_BLANKS, _NUMBERS}:
            places += size // 2
        elif kind == _COLUMNS:
            places += _COLUMNS_STATED
        if kind == _LOCKED:
            raise FormatError(
                "这个表格文件设有打开密码，不能读取。",
                "请在 Excel 或 WPS 中输入密码打开，取消密码后另存，再打开。",
            )
        if kind == _SHEET:
            sheets.append(stream[at + 4 : at + 8])
        if places > _MOST_PLACES or records > _MOST_RECORDS or len(sheets) > _MOST_SHEETS:
            raise TooLargeError("工作簿过大，不像年度报告的表格。", "请确认选对了文件。")
        at += 4 + size
    if len(set(sheets)) < len(sheets):
        raise TooLargeError("工作簿的多张工作表是同一张，可能已损坏。", "请另存为 xlsx 后再打开。")
