"""The library's tables, and how an older file becomes a present one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from sqlite3 import Connection

from reviewer.errors import LibraryError
from reviewer.library.failures import DAMAGED

APPLICATION = 0x52565752
"""Stands in the file's head (``RVWR``): tells the library from any other SQLite file."""

BUSY_SECONDS = 2.0
"""How long another process may hold the file; the window waits meanwhile."""


def _first(connection: Connection) -> None:
    """Reports seen, what was read in them, pasted texts, and journals that only grow."""
    for statement in (
        """CREATE TABLE reports (
            sha256 TEXT PRIMARY KEY,
            path BLOB NOT NULL,
            title TEXT NOT NULL,
            body TEXT NOT NULL,
            year INTEGER,
            form TEXT NOT NULL,
            format TEXT NOT NULL,
            first_opened TEXT NOT NULL,
            last_opened TEXT NOT NULL)""",
        "CREATE INDEX reports_of_body ON reports (body, year)",
        "CREATE INDEX reports_by_time ON reports (last_opened)",
        """CREATE TABLE readings (
            sha256 TEXT PRIMARY KEY REFERENCES reports ON DELETE CASCADE,
            readings TEXT NOT NULL)""",
        """CREATE TABLE pasted (
            sha256 TEXT PRIMARY KEY REFERENCES reports ON DELETE CASCADE,
            text TEXT NOT NULL)""",
        """CREATE TABLE entries (
            sha256 TEXT NOT NULL REFERENCES reports ON DELETE CASCADE,
            number INTEGER NOT NULL,
            hash TEXT NOT NULL,
            entry TEXT NOT NULL,
            PRIMARY KEY (sha256, number))""",
        """CREATE TRIGGER entries_stay BEFORE UPDATE ON entries
            BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END""",
        """CREATE TRIGGER entries_last BEFORE DELETE ON entries
            WHEN EXISTS (SELECT 1 FROM reports WHERE sha256 = OLD.sha256)
            BEGIN SELECT RAISE(ABORT, 'entries go with their report only'); END""",
    ):
        connection.execute(statement)


def _encodings(connection: Connection) -> None:
    """The encodings that were chosen by hand."""
    connection.execute(
        """CREATE TABLE encodings (
            sha256 TEXT PRIMARY KEY REFERENCES reports ON DELETE CASCADE,
            encoding TEXT NOT NULL)"""
    )


def _listed(connection: Connection) -> None:
    """Whether a report stands in the list of recent ones."""
    connection.execute("ALTER TABLE reports ADD COLUMN listed INTEGER NOT NULL DEFAULT TRUE")


def _drafts(connection: Connection) -> None:
    """Notes that were begun and not saved yet."""
    connection.execute(
        """CREATE TABLE drafts (
            sha256 TEXT PRIMARY KEY REFERENCES reports ON DELETE CASCADE,
            notes TEXT NOT NULL)"""
    )


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (_first, _encodings, _listed, _drafts)
"""From each version to the next, an empty file being version 0.

A new version is a function at the end, and a file of the version before in ``tests/data``.
"""


def prepare(connection: Connection, path: Path) -> None:
    """Make an opened file ready for use; one that is not ours or too new stays as it is.

    Raises:
        LibraryError: The file belongs to another program or to a later version of this one.
        sqlite3.Error: It cannot be read or written.
    """
    _refuse_strangers(connection, path)
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise LibraryError(f"记录库“{path}”{DAMAGED[0]}", DAMAGED[1])
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")  # what an office erases is not to be found
    if _pragma(connection, "user_version") < len(MIGRATIONS):
        _migrate(connection)


def _migrate(connection: Connection) -> None:
    """All steps as one transaction; another process may have been quicker."""
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        for migrate in MIGRATIONS[_pragma(connection, "user_version") :]:
            migrate(connection)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")


def _refuse_strangers(connection: Connection, path: Path) -> None:
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and _pragma(connection, "application_id") != APPLICATION:
        raise LibraryError(f"“{path}”不是本程序的记录库。", "请将它移到别处后重新启动程序。")
    if _pragma(connection, "user_version") > len(MIGRATIONS):
        raise LibraryError(f"记录库“{path}”由更新版本的程序建立。", "请升级本程序后再打开。")


def _pragma(connection: Connection, name: str) -> int:
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(value)
