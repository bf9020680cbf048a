from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.errors import LibraryError
from reviewer.forms.report import Report
from reviewer.library.library import Library, open_library
from reviewer.review.model import Annotate, Entry, Transcribe
from reviewer.review.review import Review
from tests.library.conftest import START
from tests.reports import make_report

CELL = CellId("requests.new.total")


def at(report: Report, path: str) -> Report:
    """The same content, opened from another path (none: pasted)."""
    origin = report.document.origin.model_copy(update={"path": path})
    document = report.document.model_copy(update={"origin": origin})
    return report.model_copy(update={"document": document})


def sha256_of(report: Report) -> str:
    return report.document.origin.sha256


def reviewed(library: Library, report: Report) -> Review:
    """The review of a report that is kept in a library, opened."""
    key = sha256_of(report)
    library.remember(report)
    store = partial(library.append, key)
    return Review(report, author="李", entries=library.entries(key), store=store)


def test_the_same_content_finds_its_review_whatever_its_path(
    connect: Callable[[], Library],
) -> None:
    first = connect()
    review = reviewed(first, at(make_report(), "a.txt"))
    review.do(Transcribe(cell=CELL, text="5"), reason="扫描不清")
    review.do(Annotate(note="n", text="请核实", cell=CELL))
    review.undo()
    first.close()
    again = reviewed(connect(), at(make_report(), "b.txt"))
    assert again.entries == review.entries
    assert again.report.by_cell[CELL] == review.report.by_cell[CELL]
    assert again.undo_status == review.undo_status
    assert reviewed(connect(), make_report(year=2022)).entries == ()


def test_recent_reports_come_last_opened_first(library: Library, tmp_path: Path) -> None:
    for year in (2021, 2022, 2023, 2022):
        library.remember(at(make_report(year=year), str(tmp_path / f"{year}.txt")))
    recent = library.recent()
    assert [seen.year for seen in recent] == [2022, 2023, 2021]
    latest = recent[0]
    report = make_report(year=2022)
    assert latest.sha256 == sha256_of(report)
    assert latest.path == str(tmp_path / "2022.txt")
    assert (latest.title, latest.body, latest.form) == (report.title, report.body, "2021")
    assert latest.opened_at == START + timedelta(minutes=3)
    assert [seen.year for seen in library.recent(limit=2)] == [2022, 2023]


def test_of_one_path_only_the_last_content_is_recent(library: Library) -> None:
    for values in ({}, {CELL: "1"}, {CELL: "2"}):
        library.remember(at(make_report(values=values), "a.txt"))
    library.remember(at(make_report(values={CELL: "1"}), "a.txt"))
    (seen,) = library.recent()
    assert seen.sha256 == sha256_of(make_report(values={CELL: "1"}))


def test_a_relative_path_is_kept_so_that_it_lasts(
    library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    library.remember(at(make_report(), "报告.txt"))
    monkeypatch.chdir("/")
    assert Path(library.recent()[0].path) == tmp_path / "报告.txt"


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux only")
def test_a_file_name_that_is_no_text_is_kept(library: Library) -> None:
    path = os.fsdecode("/报告".encode("gb18030") + b".txt")
    library.remember(at(make_report(), path))
    assert library.recent()[0].path == path


def test_a_report_without_year_and_body_is_kept(library: Library) -> None:
    library.remember(make_report(year=None, body=""))
    assert library.recent()[0].year is None


def test_a_pasted_text_can_be_opened_again_as_the_same_report(library: Library) -> None:
    pasted = open_text("云岭县石桥镇\r\n2023年政府信息公开工作年度报告\r\n\u2028结束")
    report = make_report().model_copy(update={"document": pasted})
    library.remember(report)
    text = library.pasted_text(sha256_of(report))
    assert text == pasted.text
    assert open_text(text).origin.sha256 == pasted.origin.sha256
    assert library.recent()[0].path == ""


def test_pasted_reports_are_told_apart_and_files_keep_their_path(library: Library) -> None:
    library.remember(at(make_report(year=2022), ""))
    library.remember(at(make_report(year=2023), "a.txt"))
    library.remember(at(make_report(year=2023), ""))
    library.remember(at(make_report(year=2024), ""))
    paths = {seen.year: Path(seen.path).name for seen in library.recent()}
    assert paths == {2022: "", 2023: "a.txt", 2024: ""}
    assert library.pasted_text("unknown") is None


def test_what_is_read_anew_replaces_what_was_read_before(library: Library) -> None:
    report = make_report()
    reviewed(library, report).do(Transcribe(cell=CELL, text="5"))
    reading = report.by_cell[CELL].model_copy(update={"number": 8, "printed": "8"})
    library.remember(report.replaced({CELL: reading}))
    earlier = library.earlier(make_report(values={CELL: "7"}))
    assert earlier is not None
    assert {each.cell: each.number for each in earlier.readings}[CELL] == 8


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET entry = replace(entry, '5', '6')",
        "UPDATE entries SET number = 7",
        "DELETE FROM entries",
        "DELETE FROM entries WHERE number = 1",
    ],
)
def test_stored_entries_cannot_be_changed_or_deleted(
    library: Library, path: Path, statement: str
) -> None:
    review = reviewed(library, make_report())
    review.do(Transcribe(cell=CELL, text="5"))
    with closing(sqlite3.connect(path)) as other, pytest.raises(sqlite3.IntegrityError):
        other.execute(statement)
    assert library.entries(sha256_of(review.report)) == review.entries


def test_an_entry_altered_behind_the_librarys_back_is_found(library: Library, path: Path) -> None:
    report = make_report()
    reviewed(library, report).do(Transcribe(cell=CELL, text="5"))
    _meddle(path, "UPDATE entries SET entry = replace(entry, '\"5\"', '\"6\"')")
    with pytest.raises(LibraryError, match="第 1 条"):
        reviewed(library, report)


@pytest.mark.parametrize(
    ("statement", "read"),
    [
        ("UPDATE entries SET entry = '{}'", lambda library, key: library.entries(key)),
        (
            "UPDATE readings SET readings = 'x'",
            lambda library, _: library.earlier(make_report(values={CELL: "7"})),
        ),
    ],
    ids=["entry", "readings"],
)
def test_content_that_cannot_be_read_is_told(
    library: Library, path: Path, statement: str, read: Callable[[Library, str], object]
) -> None:
    report = make_report()
    reviewed(library, report).do(Transcribe(cell=CELL, text="5"))
    _meddle(path, statement)
    with pytest.raises(LibraryError, match="已损坏"):
        read(library, sha256_of(report))


def _meddle(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TRIGGER entries_stay")
        other.execute(statement)
        other.commit()


def test_two_windows_on_one_report_do_not_mix_their_journals(
    connect: Callable[[], Library],
) -> None:
    report = make_report()
    mine, theirs = reviewed(connect(), report), reviewed(connect(), report)
    mine.do(Transcribe(cell=CELL, text="5"))
    with pytest.raises(LibraryError, match="另一个窗口"):
        theirs.do(Transcribe(cell=CELL, text="6"))
    assert theirs.transcriptions == {}
    again = reviewed(connect(), report)
    assert again.transcriptions == {CELL: "5"}
    again.do(Transcribe(cell=CELL, text="6"))


def test_two_windows_on_two_reports_do_not_disturb_each_other(
    connect: Callable[[], Library],
) -> None:
    reviews = [reviewed(connect(), make_report(year=year)) for year in (2022, 2023)]
    for figure in range(1, 6):
        for review in reviews:
            review.do(Transcribe(cell=CELL, text=str(figure)))
    later = connect()
    assert all(later.entries(sha256_of(review.report)) == review.entries for review in reviews)


@pytest.mark.parametrize("place", [0, 2])
def test_only_the_next_entry_is_taken(library: Library, place: int) -> None:
    report = make_report()
    review = Review(report, author="李")
    library.remember(report)
    for figure in ("1", "2", "3"):
        review.do(Transcribe(cell=CELL, text=figure))
    entries = review.entries
    library.append(sha256_of(report), entries[0])
    with pytest.raises(LibraryError, match="未保存"):
        library.append(sha256_of(report), entries[place])
    assert library.entries(sha256_of(report)) == entries[:1]


def test_an_entry_of_an_unknown_report_is_refused(library: Library) -> None:
    review = Review(make_report(), author="李")
    review.do(Transcribe(cell=CELL, text="1"))
    with pytest.raises(LibraryError, match="记录库"):
        library.append("unknown", review.entries[0])
    assert library.entries("unknown") == ()


def test_a_closed_library_says_so_in_words(library: Library) -> None:
    library.close()
    with pytest.raises(LibraryError, match="记录库"):
        library.recent()
    with pytest.raises(LibraryError, match="记录库"):
        library.remember(at(make_report(), "a.txt"))


def test_the_library_lies_in_the_users_folder(home: Path) -> None:
    with closing(open_library()) as library:
        library.remember(make_report())
    assert (home / "library.sqlite").is_file()


def test_entries_are_stored_whole(library: Library) -> None:
    stored: list[Entry] = []
    review = reviewed(library, make_report())
    review.do(Annotate(note="n", text="引号\"'、换行\n、表情😀、空\x00字符"))
    stored += library.entries(sha256_of(review.report))
    assert tuple(stored) == review.entries


def test_an_earlier_version_is_one_that_was_reviewed(library: Library) -> None:
    first, second, third = (make_report(values={"requests.new.total": n}) for n in range(3))
    assert library.earlier(first) is None
    review = reviewed(library, first)
    library.remember(second)
    assert library.earlier(third) is None
    review.do(Transcribe(cell=CellId("requests.new.total"), text="7"))
    found = library.earlier(third)
    assert found is not None
    assert (found.seen.sha256, found.entries) == (sha256_of(first), review.entries)
    printed = {one.cell: one.printed for one in found.readings}
    assert printed[CellId("requests.new.total")] == "0"
    assert library.earlier(first) is None


@pytest.mark.parametrize(("body", "year"), [("", 2023), ("云岭县石桥镇人民政府", None)])
def test_without_body_or_year_there_is_no_earlier_version(
    library: Library, body: str, year: int | None
) -> None:
    reviewed(library, make_report(body=body, year=year)).do(
        Transcribe(cell=CellId("requests.new.total"), text="7")
    )
    assert (
        library.earlier(make_report(values={"requests.new.total": 3}, body=body, year=year)) is None
    )


def test_the_encoding_chosen_for_a_content_is_kept(connect: Callable[[], Library]) -> None:
    report, other = make_report(), make_report(year=2022)
    library = connect()
    for each in (report, other):
        library.remember(each)
        library.choose_encoding(sha256_of(each), "gb18030")
    library.choose_encoding(sha256_of(report), "big5hkscs")
    library.remember(report)
    library.close()
    again = connect()
    assert again.encodings() == {sha256_of(report): "big5hkscs", sha256_of(other): "gb18030"}
    again.choose_encoding(sha256_of(report), None)
    assert again.encodings() == {sha256_of(other): "gb18030"}


def test_no_encoding_is_kept_of_a_report_that_was_never_opened(library: Library) -> None:
    with pytest.raises(LibraryError):
        library.choose_encoding("unknown", "gb18030")


def test_a_report_taken_off_the_list_is_kept_and_listed_when_opened_again(
    library: Library,
) -> None:
    review = reviewed(library, at(make_report(), "a.txt"))
    review.do(Annotate(note="n", text="请核实", cell=CELL))
    library.unlist([sha256_of(review.report)])
    assert library.recent() == ()
    assert library.entries(sha256_of(review.report)) == review.entries
    library.remember(at(make_report(), "a.txt"))
    assert [seen.sha256 for seen in library.recent()] == [sha256_of(review.report)]


def test_what_was_opened_from_one_file_is_known_as_its_versions(library: Library) -> None:
    old, new = (at(make_report(year=year), "a.txt") for year in (2021, 2022))
    other, pasted = at(make_report(year=2023), "b.txt"), at(make_report(year=2020), "")
    for report in (old, new, other, pasted):
        library.remember(report)
    both = [sha256_of(new), sha256_of(old)]
    assert [seen.sha256 for seen in library.versions(sha256_of(old))] == both
    assert [seen.sha256 for seen in library.versions(sha256_of(pasted))] == [sha256_of(pasted)]
    assert library.versions("unknown") == ()


def test_nothing_of_an_erased_report_is_left_on_the_disk(library: Library, path: Path) -> None:
    secret = "只有这份报告写过的话" * 400  # more than a page of the file
    pasted = open_text(f"云岭县石桥镇人民政府2022年政府信息公开工作年度报告\n{secret}")
    report = at(make_report(year=2022), "")
    report = report.model_copy(update={"document": pasted})
    kept = reviewed(library, at(make_report(year=2023), "kept.txt"))
    kept.do(Annotate(note="n", text="留着的批注", cell=CELL))
    review = reviewed(library, report)
    review.do(Annotate(note="n", text="要删的批注", cell=CELL))
    review.do(Annotate(note="n", text="", cell=CELL))
    library.choose_encoding(sha256_of(report), "gb18030")

    library.erase([sha256_of(report)])
    assert library.versions(sha256_of(report)) == ()
    assert library.entries(sha256_of(report)) == ()
    assert library.pasted_text(sha256_of(report)) is None
    assert library.encodings() == {}
    bytes_left = b"".join(each.read_bytes() for each in path.parent.iterdir())
    assert "要删的批注".encode() not in bytes_left
    assert secret[:20].encode() not in bytes_left
    assert sha256_of(report).encode() not in bytes_left
    assert "留着的批注".encode() in bytes_left
    assert library.entries(sha256_of(kept.report)) == kept.entries


def test_a_window_whose_report_another_one_erased_is_told(
    connect: Callable[[], Library],
) -> None:
    first, second = connect(), connect()
    review = reviewed(first, make_report())
    second.erase([sha256_of(review.report)])
    with pytest.raises(LibraryError, match="已没有这份报告"):
        review.do(Annotate(note="n", text="请核实", cell=CELL))
    assert review.entries == ()


def test_only_what_a_file_says_is_kept_without_waiting_for_the_disk(library: Library) -> None:
    said: list[str] = []
    library._connection.set_trace_callback(said.append)

    def wrote(deed: Callable[[], object]) -> list[str]:
        said.clear()
        deed()
        return [one for one in said if one.startswith(("BEGIN", "COMMIT", "PRAGMA"))]

    begin, end = "PRAGMA synchronous = NORMAL", "PRAGMA synchronous = FULL"
    opened, pasted = at(make_report(), "a.txt"), at(make_report(year=2022), "")
    assert wrote(partial(library.remember, opened)) == [begin, "BEGIN IMMEDIATE", "COMMIT", end]
    assert wrote(partial(library.remember, pasted)) == ["BEGIN IMMEDIATE", "COMMIT"]
    review = reviewed(library, opened)
    edit = Transcribe(cell=CELL, text="5")
    assert wrote(partial(review.do, edit)) == ["BEGIN IMMEDIATE", "COMMIT"]


def test_each_window_keeps_its_own_drafts(library: Library) -> None:
    report = make_report()
    key = sha256_of(report)
    library.remember(report)
    first, mine, theirs = (Annotate(note="", text=text, cell=CELL) for text in ("一", "二", "三"))
    library.keep_drafts(key, [first])
    library.keep_drafts(key, [theirs], before=[first])  # went on writing the draft that was there
    library.keep_drafts(key, [first, mine], before=[first])  # left it alone
    assert library.drafts(key) == (theirs, mine)
    library.keep_drafts(key, [], before=[first, mine])
    assert library.drafts(key) == (theirs,)
    library.keep_drafts(key, [], before=[theirs])
    assert library.drafts(key) == ()
