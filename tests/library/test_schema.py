from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reviewer.errors import LibraryError
from reviewer.library import library as library_module
from reviewer.library import schema
from reviewer.library.library import Library
from reviewer.review.chain import verify
from reviewer.review.journal import fold
from reviewer.review.model import Verdict
from tests.library.old_file import CONFIRMED, CORRECTED, DRAFT, ENCODING, PATH, PROPOSED
from tests.reports import make_report

OLD_FILES = sorted((Path(__file__).parent.parent / "data").glob("library_v*.sqlite"))


def pragma(path: Path, name: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def files(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


def test_a_new_file_is_of_the_present_version(library: Library, path: Path) -> None:
    library.remember(make_report())
    assert pragma(path, "user_version") == len(schema.MIGRATIONS)
    assert pragma(path, "application_id") == schema.APPLICATION
    assert pragma(path, "journal_mode") == "wal"


def test_every_commit_is_on_the_disk() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        schema.prepare(connection, Path(":memory:"))
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)


def test_there_is_an_old_file_of_every_version() -> None:
    versions = [int.from_bytes(path.read_bytes()[60:64]) for path in OLD_FILES]  # in its head
    assert versions == list(range(1, len(schema.MIGRATIONS) + 1))


@pytest.mark.parametrize("old", OLD_FILES, ids=lambda path: path.stem)
def test_an_old_file_keeps_everything(old: Path, path: Path) -> None:
    path.parent.mkdir()
    shutil.copyfile(old, path)
    with closing(Library(path)) as library:
        pasted, opened = library.recent()
        assert (opened.path, opened.year) == (PATH, 2022)
        assert "石桥镇" in (library.pasted_text(pasted.sha256) or "")
        entries = library.entries(opened.sha256)
        verify(entries)
        content = fold(entries).content
        assert dict(content.transcriptions) == {CORRECTED: "5"}
        assert dict(content.proposals) == {PROPOSED: "6"}
        assert [note.text for note in content.notes.values()] == ["请核实"]
        assert [each.verdict for each in content.decisions.values()] == [Verdict.EXPLAINED]
        assert content.confirmed == {CONFIRMED}
        earlier = library.earlier(make_report(body=opened.body, year=2022))
        assert earlier is not None
        readings = {each.cell: each for each in earlier.readings}
        assert readings[CORRECTED].printed == "15"
        chosen = {} if old.stem.endswith("_v1") else {opened.sha256: ENCODING}
        assert library.encodings() == chosen
        begun = () if old.stem < "library_v4" else (DRAFT,)
        assert library.drafts(opened.sha256) == begun
    assert pragma(path, "user_version") == len(schema.MIGRATIONS)


def test_migrations_run_from_the_files_version_on(
    library: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.remember(make_report())
    library.close()
    ran: list[int] = []

    def next_one(connection: sqlite3.Connection) -> None:
        ran.append(1)
        connection.execute("ALTER TABLE pasted ADD COLUMN source TEXT")

    def last(connection: sqlite3.Connection) -> None:
        ran.append(2)

    now = len(schema.MIGRATIONS)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, next_one, last))
    for _ in range(2):
        with closing(Library(path)) as later:
            assert len(later.recent()) == 1
    assert ran == [1, 2]
    assert pragma(path, "user_version") == now + 2


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    library: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.remember(make_report())
    library.close()

    def failing(connection: sqlite3.Connection) -> None:
        connection.execute("DROP TABLE pasted")
        connection.execute("no such statement")

    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, failing))
        with pytest.raises(LibraryError, match="记录库"):
            Library(path)
    assert pragma(path, "user_version") == len(schema.MIGRATIONS)
    with closing(Library(path)) as later:
        later.remember(make_report())


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {schema.APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
        connection.execute("CREATE TABLE reports (sha256)")


def _of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (address)")


def _of_another_program_with_a_version(path: Path) -> None:
    _of_another_program(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 77")
        connection.execute("PRAGMA user_version = 1")


def _noise(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(20_000))


def _few_words(path: Path) -> None:
    path.write_bytes("这不是数据库".encode())


def _damaged_pages(path: Path) -> None:
    with closing(Library(path)) as library:
        for year in range(2021, 2026):
            library.remember(make_report(year=year))
    data = bytearray(path.read_bytes())
    data[4096 : len(data) : 512] = b"\xff" * len(data[4096 : len(data) : 512])
    path.write_bytes(data)


def _cut_off(path: Path) -> None:
    with closing(Library(path)) as library:
        library.remember(make_report())
    path.write_bytes(path.read_bytes()[:9000])


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (_newer, "更新版本"),
        (_of_another_program, "不是本程序"),
        (_of_another_program_with_a_version, "不是本程序"),
        (_noise, "已损坏"),
        (_few_words, "已损坏"),
        (_damaged_pages, "已损坏"),
        (_cut_off, "已损坏"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_never_touched(
    path: Path, make: Callable[[Path], None], message: str
) -> None:
    path.parent.mkdir()
    make(path)
    before = files(path.parent)
    with pytest.raises(LibraryError, match=message) as caught:
        Library(path)
    assert str(path) in caught.value.message
    assert caught.value.hint
    assert files(path.parent) == before


def test_an_empty_file_becomes_a_library(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with closing(Library(path)) as library:
        assert library.recent() == ()


def test_a_library_held_by_another_program_is_told(
    library: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_module, "BUSY_SECONDS", 0.0)
    library.remember(make_report())
    with closing(Library(path)) as mine, closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="占用"):
            mine.remember(make_report(year=2022))
        assert mine.recent()[0].year == 2023
        other.rollback()
        mine.remember(make_report(year=2022))
        assert mine.recent()[0].year == 2022


@pytest.mark.parametrize("obstacle", ["folder", "file"])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, obstacle: str) -> None:
    path = tmp_path / "place" / "library.sqlite"
    if obstacle == "folder":
        path.mkdir(parents=True)
    else:
        path.parent.touch()
    with pytest.raises(LibraryError, match="无法读写"):
        Library(path)


def test_a_full_disk_is_told_and_nothing_is_half_written(library: Library) -> None:
    library.remember(make_report())
    library._connection.execute("PRAGMA max_page_count = 1")
    pages = library._connection.execute("PRAGMA page_count").fetchone()[0]
    library._connection.execute(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(LibraryError, match="空间不足"):
        library.remember(make_report(year=2022))
    assert [seen.year for seen in library.recent()] == [2023]
    library._connection.execute("PRAGMA max_page_count = 1000000")
    library.remember(make_report(year=2022))
    assert [seen.year for seen in library.recent()] == [2022]
