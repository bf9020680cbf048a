"""Workbooks of Excel 97-2003: the same cells as in xlsx, refusals, other files under that name."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from struct import pack
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from reviewer.document.looks import RAISED, STRUCK
from reviewer.document.model import SheetCell, Table
from reviewer.document.opening import open_document
from reviewer.document.readers import doc, xls
from reviewer.errors import FormatError, TooLargeError
from tests.document.office_source import SHEETS, odd_book
from tests.document.reading import read_as
from tests.document.same import CASES, Case
from tests.writers.xlsx import bytes_of, sheets_of

if TYPE_CHECKING:
    from xlrd import Book

ODD = SHEETS / "odd.xls"


_read = partial(read_as, "xls")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_workbook_reads_as_the_same_one_saved_as_xlsx(case: Case) -> None:
    new = bytes_of(sheets_of(case.items, apart=case.noted))
    expected = read_as("xlsx", new)
    found = _read(case.fixture(".xls").read_bytes())
    assert (found.text, found.blocks) == (expected.text, expected.blocks)


def test_cells_show_what_a_spreadsheet_shows() -> None:
    document = _read(ODD.read_bytes())
    assert document.text == (
        "名称\t甲\t\t乙\n数\t12\t1,234,567.50\t12.5%\n文本数\t0012\t+2\t１２\n"
        "日期\t2023年1月20日\tTRUE\t13\n隐藏\t7\t\t\n件\t3件\t\t\n"
    )
    assert ["“数据”有隐藏" in warning for warning in document.warnings] == [True]


def test_every_cells_place_names_it_on_its_sheet() -> None:
    document = _read(ODD.read_bytes())
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    stored = odd_book().worksheets[0]
    places = [cell.place for cell in table.cells]
    assert {place.sheet for place in places if isinstance(place, SheetCell)} == {"数据"}
    named = {place.ref: document.at(place.span) for place in places if isinstance(place, SheetCell)}
    texts = {name: str(stored[name].value) for name in ("A1", "B2", "B3", "D3", "A6")}
    assert {name: named[name] for name in texts} == texts
    merged = next(cell for cell in table.cells if document.at(cell.place.span) == "甲")
    assert (merged.column, merged.column_span) == (1, 2)


@pytest.mark.parametrize("suffix", [".xls", ".et", ".doc", ".txt"])
def test_the_content_decides_not_the_name(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"报告{suffix}"
    path.write_bytes(ODD.read_bytes())
    assert open_document(path).origin.format == "xls"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("<html><body><table><tr><td>甲</td><td>1</td></tr></table>", "html"),
        (
            "MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<table><tr><td>甲<td>1</table>",
            "mht",
        ),
        ("甲\t1\n", "txt"),
    ],
)
def test_other_contents_under_its_name_are_read_as_what_they_are(
    tmp_path: Path, content: str, name: str
) -> None:
    path = tmp_path / "报告.xls"
    path.write_text(content, encoding="utf-8", newline="")
    document = open_document(path)
    assert (document.origin.format, document.text) == (name, "甲\t1\n")


def test_word_files_and_workbooks_are_told_apart() -> None:
    word = CASES[0].fixture(".doc").read_bytes()
    assert (xls.accepts(word), xls.accepts(ODD.read_bytes())) == (False, True)
    assert doc.accepts(word)


def test_without_the_library_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlrd", None)
    with pytest.raises(FormatError) as caught:
        _read(ODD.read_bytes())
    assert "reviewer[xls]" in caught.value.hint
    assert "\n" not in str(caught.value)


def test_a_password_is_told() -> None:
    data = ODD.read_bytes()
    head = data.index(b"\x09\x08\x10\x00\x00\x06")
    behind = head + 20
    # A record that says the file is encrypted, in the place of the first ones.
    locked = data[:behind] + b"\x2f\x00\x06\x00\x00\x00\x01\x02\x03\x04" + data[behind + 10 :]
    with pytest.raises(FormatError, match="密码"):
        _read(locked)


def _record(kind: int, content: bytes) -> bytes:
    return pack("<HH", kind, len(content)) + content


@pytest.mark.parametrize(
    "records",
    [
        _record(0xBE, pack("<HH", 7, 0) + bytes(512) + pack("<H", 255)) * 2500,
        _record(0x7D, pack("<6H", 0, 255, 2048, 0, 0, 0)) * 2500,
        _record(0x203, pack("<HHHd", 0, 0, 0, 1.0)) * 500_001,
        _record(0x85, pack("<IBBBBB", 64, 0, 0, 1, 0, 65)) * 2,
    ],
    ids=["cells", "columns", "records", "sheets"],
)
def test_what_would_take_minutes_is_refused(records: bytes) -> None:
    head = _record(0x809, pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    with pytest.raises(TooLargeError):
        _read(head + records + _record(10, b""))


def test_runs_of_a_text_carry_what_their_fonts_say() -> None:
    book = SimpleNamespace(
        font_list=[
            SimpleNamespace(struck_out=0, escapement=0),
            SimpleNamespace(struck_out=1, escapement=0),
            SimpleNamespace(struck_out=0, escapement=1),
        ]
    )
    pieces = xls.pieces_of(cast("Book", book), "7126①", [(0, 1), (1, 0), (4, 2)])
    assert pieces == [("", ""), ("7", STRUCK), ("126", ""), ("①", RAISED)]
