"""The library: reports seen and their journals, in one SQLite file in the user's folder."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reviewer.errors import LibraryError
from reviewer.forms.report import Report
from reviewer.library.failures import told
from reviewer.library.schema import BUSY_SECONDS, prepare
from reviewer.library.stored import (
    Earlier,
    Seen,
    drafts_of,
    entries_of,
    readings_of,
    row_of,
    seen_of,
    text_of_drafts,
    text_of_readings,
)
from reviewer.paths import user_data
from reviewer.review.model import Annotate, Entry

_SEEN = """
    INSERT INTO reports
    VALUES (:sha256, :path, :title, :body, :year, :form, :format, :moment, :moment, TRUE)
    ON CONFLICT (sha256) DO UPDATE SET
        path = CASE excluded.path WHEN x'' THEN path ELSE excluded.path END,
        title = excluded.title, body = excluded.body, year = excluded.year,
        form = excluded.form, format = excluded.format, last_opened = excluded.last_opened,
        listed = TRUE
"""


class Library:
    """Reports by their content's hash: the same content is the same review, whatever its path.

    Each method that writes is one transaction, on the disk when it returns. To be opened and
    used on the main thread only; several processes may have the same file open.

    Args:
        path: The file; made if it is not there.
        clock: The present moment, with time zone.

    Raises:
        LibraryError: The file cannot be used; it is left as it is.
    """

    def __init__(
        self, path: Path, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self.path = path
        self._clock = clock
        self._seen_version = -1
        with told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            try:
                prepare(self._connection, path)
            except BaseException:
                self._connection.close()
                raise

    def close(self) -> None:
        """Close the file; nothing is waiting to be written."""
        self._connection.close()

    def remember(self, report: Report) -> None:
        """Keep that a report was opened, what was read in it, and its text if it was pasted.

        Raises:
            LibraryError: It cannot be written.
        """
        origin = report.document.origin
        unhurried = self._unhurried() if origin.path else nullcontext()
        with unhurried, self._transaction() as connection:
            connection.execute(_SEEN, row_of(report, self._clock()))
            connection.execute(
                "INSERT OR REPLACE INTO readings VALUES (?, ?)",
                (origin.sha256, text_of_readings(report.readings)),
            )
            if not origin.path:
                connection.execute(
                    "INSERT OR IGNORE INTO pasted VALUES (?, ?)",
                    (origin.sha256, report.document.text),
                )

    def recent(self, limit: int = 20) -> tuple[Seen, ...]:
        """Reports opened before, the last one first; of one path the last content only.

        Those that were taken off the list are left out until they are opened again.

        Raises:
            LibraryError: It cannot be read.
        """
        rows = self._rows(
            """SELECT sha256, path, title, body, year, form, format, max(last_opened)
            FROM reports WHERE listed GROUP BY CASE path WHEN x'' THEN sha256 ELSE path END
            ORDER BY last_opened DESC LIMIT ?""",
            limit,
        )
        return tuple(seen_of(*row) for row in rows)

    def versions(self, sha256: str) -> tuple[Seen, ...]:
        """A report and whatever else was opened from the same file, the last one first.

        Raises:
            LibraryError: It cannot be read.
        """
        rows = self._rows(
            """SELECT sha256, path, title, body, year, form, format, last_opened FROM reports
            WHERE sha256 = ?1
            OR (path <> x'' AND path = (SELECT path FROM reports WHERE sha256 = ?1))
            ORDER BY last_opened DESC""",
            sha256,
        )
        return tuple(seen_of(*row) for row in rows)

    def unlist(self, keys: Iterable[str]) -> None:
        """Take reports off the list of recent ones; all that is kept of them stays.

        Raises:
            LibraryError: It cannot be written.
        """
        with self._transaction() as connection:
            connection.executemany(
                "UPDATE reports SET listed = FALSE WHERE sha256 = ?", ((key,) for key in keys)
            )

    def erase(self, keys: Iterable[str]) -> None:
        """Delete all that is kept of reports for good: readings, pasted texts, journals.

        The file's pages are overwritten (``secure_delete``), and what the log still holds of them
        goes as soon as no other process has the library open.

        Args:
            keys: The reports' sha256.

        Raises:
            LibraryError: It cannot be written; nothing was deleted.
        """
        with self._transaction() as connection:
            connection.executemany("DELETE FROM reports WHERE sha256 = ?", ((key,) for key in keys))
        self._rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def choose_encoding(self, sha256: str, encoding: str | None) -> None:
        """Keep in which encoding a report's file is to be read, or that it is to be found.

        The places that notes speak of are places in the text as it was decoded, so that what is
        read again has to be decoded alike.

        Raises:
            LibraryError: It cannot be written, or the report was never opened.
        """
        with self._transaction() as connection:
            if encoding is None:
                connection.execute("DELETE FROM encodings WHERE sha256 = ?", (sha256,))
            else:
                connection.execute(
                    "INSERT OR REPLACE INTO encodings VALUES (?, ?)", (sha256, encoding)
                )

    def encodings(self) -> dict[str, str]:
        """The encodings that were chosen, by the reports' sha256.

        Raises:
            LibraryError: They cannot be read.
        """
        return dict(self._rows("SELECT sha256, encoding FROM encodings"))

    def pasted_text(self, sha256: str) -> str | None:
        """The text of a report that was pasted, so that it can be opened again.

        Raises:
            LibraryError: It cannot be read.
        """
        rows = self._rows("SELECT text FROM pasted WHERE sha256 = ?", sha256)
        return str(rows[0][0]) if rows else None

    def earlier(self, report: Report) -> Earlier | None:
        """The version of a report that was reviewed last: of the same body and year, other bytes.

        Raises:
            LibraryError: It cannot be read.
        """
        if not report.body or report.year is None:
            return None
        rows = self._rows(
            """SELECT sha256, path, title, body, year, form, format, last_opened, readings
            FROM reports JOIN readings USING (sha256)
            WHERE body = ? AND year = ? AND sha256 <> ?
            AND EXISTS (SELECT 1 FROM entries WHERE entries.sha256 = reports.sha256)
            ORDER BY last_opened DESC LIMIT 1""",
            report.body,
            report.year,
            report.document.origin.sha256,
        )
        if not rows:
            return None
        *row, stored = rows[0]
        seen = seen_of(*row)
        return Earlier(seen=seen, readings=readings_of(stored), entries=self.entries(seen.sha256))

    def entries(self, sha256: str) -> tuple[Entry, ...]:
        """A report's journal, oldest entry first; empty if there is none.

        Raises:
            LibraryError: It cannot be read, or an entry is no entry.
        """
        rows = self._rows("SELECT entry FROM entries WHERE sha256 = ? ORDER BY number", sha256)
        return entries_of(entry for (entry,) in rows)

    def keep_drafts(
        self, sha256: str, drafts: Sequence[Annotate], before: Sequence[Annotate] = ()
    ) -> None:
        """Keep notes that are being written; no disk is waited for.

        Args:
            sha256: The report's.
            drafts: What is being written now.
            before: What the same window had written down before; other windows' drafts stay.

        Raises:
            LibraryError: They cannot be written, or the report was never opened.
        """
        with self._unhurried(), self._transaction() as connection:
            there = self.drafts(sha256)
            others = [one for one in there if one not in before]
            own = [one for one in drafts if one in there or one not in before]
            kept = (*others, *(one for one in own if one not in others))
            connection.execute("DELETE FROM drafts WHERE sha256 = ?", (sha256,))
            if kept:
                stored = text_of_drafts(kept)
                connection.execute("INSERT INTO drafts VALUES (?, ?)", (sha256, stored))

    def drafts(self, sha256: str) -> tuple[Annotate, ...]:
        """The notes on a report that were being written.

        Raises:
            LibraryError: They cannot be read.
        """
        rows = self._rows("SELECT notes FROM drafts WHERE sha256 = ?", sha256)
        return drafts_of(rows[0][0]) if rows else ()

    def lengths(self) -> dict[str, int] | None:
        """How many entries each journal has, by the reports' sha256.

        None if no other process has written since this was asked last: then what is known is true.

        Raises:
            LibraryError: It cannot be read.
        """
        ((version,),) = self._rows("PRAGMA data_version")
        if version == self._seen_version:
            return None
        self._seen_version = version
        return dict(self._rows("SELECT sha256, max(number) FROM entries GROUP BY sha256"))

    def append(self, sha256: str, entry: Entry) -> None:
        """Keep a journal's next entry.

        Raises:
            LibraryError: It cannot be written, or the journal went on elsewhere since.
        """
        with self._transaction() as connection:
            last = connection.execute(
                "SELECT number, hash FROM entries WHERE sha256 = ? ORDER BY number DESC LIMIT 1",
                (sha256,),
            ).fetchone()
            if (last or (0, "")) != (entry.number - 1, entry.previous):
                raise LibraryError(
                    "这份报告的审核记录已在另一个窗口中更新，本次修改未保存。",
                    "请核对那边的修改，需要时再改一次。",
                )
            connection.execute(
                "INSERT INTO entries VALUES (?, ?, ?, ?)",
                (sha256, entry.number, entry.hash, entry.model_dump_json()),
            )

    @contextmanager
    def _unhurried(self) -> Iterator[None]:
        """Wait for no disk: what a file says can be read again, and hundreds may be opened.

        A killed process loses nothing by it; the next edit brings it all to the disk.
        """
        self._rows("PRAGMA synchronous = NORMAL")
        try:
            yield
        finally:
            self._rows("PRAGMA synchronous = FULL")

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with told(self.path), self._connection as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield connection

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with told(self.path):
            return self._connection.execute(query, values).fetchall()


def open_library(path: Path | None = None) -> Library:
    """The library at a path, else in the user's data folder.

    Raises:
        LibraryError: The file cannot be used; it is left as it is.
    """
    if path is not None:
        return Library(path)
    with told(Path("library.sqlite")):
        return Library(user_data() / "library.sqlite")
