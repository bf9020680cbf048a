"""What SQLite reports, in words that say what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reviewer.errors import LibraryError

_Told = tuple[str, str]

_BUSY: _Told = ("正被另一个程序占用。", "请关闭其他正在使用它的窗口，稍后重试。")
_FULL: _Told = ("无法保存：磁盘空间不足。", "请清理磁盘后重试。")
_UNWRITABLE: _Told = ("无法读写。", "请确认所在的文件夹存在、可以写入，磁盘工作正常。")
DAMAGED: _Told = (
    "已损坏，未作任何改动。",
    "请将该文件改名保存，再重新启动程序，程序会另建新的记录库。",
)
_GONE: _Told = (
    "中已没有这份报告。",
    "它的审核记录可能已在另一个窗口中删除；请关闭并重新打开这份报告。",
)
_OTHER: _Told = ("出现错误。", "请重新启动程序后再试。")

_BY_CODE: dict[int, _Told] = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _UNWRITABLE,
    sqlite3.SQLITE_PERM: _UNWRITABLE,
    sqlite3.SQLITE_CANTOPEN: _UNWRITABLE,
    sqlite3.SQLITE_IOERR: _UNWRITABLE,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
    sqlite3.SQLITE_CONSTRAINT: _GONE,
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what goes wrong with the library's file into LibraryError."""
    try:
        yield
    except OSError as error:
        raise _failure(path, _UNWRITABLE, error) from error
    except sqlite3.Error as error:
        primary = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        raise _failure(path, _BY_CODE.get(primary, _OTHER), error) from error


def _failure(path: Path, said: _Told, error: Exception) -> LibraryError:
    what, hint = said
    return LibraryError(f"记录库“{path}”{what}", hint, str(error))
