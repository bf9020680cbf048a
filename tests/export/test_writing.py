from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.export.style import Look
from reviewer.export.writing import LOW, Area, at, clean, lines_needed, link, parted, span, write


@pytest.fixture
def sheet() -> Worksheet:
    made: Worksheet = Workbook().create_sheet("表")
    return made


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_dangerous_text_is_quoted(sheet: Worksheet, text: str) -> None:
    cell = at(sheet, 1, 1)
    write(cell, text, Look())
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", text, True)


def test_plain_text_and_numbers_are_not_quoted(sheet: Worksheet) -> None:
    for row, value in enumerate(["1＋1", -3, "", None], start=1):
        write(at(sheet, row, 1), value, Look())
        assert not at(sheet, row, 1).quotePrefix
    assert at(sheet, 2, 1).data_type == "n"


def test_a_quoted_look_does_not_pass_on(sheet: Worksheet) -> None:
    write(at(sheet, 1, 1), "=1", Look(bold=True))
    write(at(sheet, 2, 1), "=1", Look(bold=True))
    write(at(sheet, 3, 1), "一", Look(bold=True))
    assert not at(sheet, 3, 1).quotePrefix
    assert at(sheet, 3, 1).font.bold


def test_what_a_workbook_cannot_hold_is_left_out(sheet: Worksheet) -> None:
    write(at(sheet, 1, 1), "甲\x00乙\x1b丙\ud800丁\ufffe戊\n己", Look())
    assert at(sheet, 1, 1).value == "甲乙丙丁戊\n己"
    assert len(clean("长" * 50_000)) < 32_767


def test_looks_are_made_once(sheet: Worksheet) -> None:
    for row in range(1, 50):
        write(at(sheet, row, 1), row, Look(fill="head"))
    assert len({at(sheet, row, 1).style_id for row in range(1, 50)}) == 1


def test_times_are_shown_as_times(sheet: Worksheet) -> None:
    write(at(sheet, 1, 1), datetime(2024, 1, 2, 3, 4, 5), Look())  # noqa: DTZ001
    assert at(sheet, 1, 1).is_date


def test_a_span_is_merged_and_lined_all_round(sheet: Worksheet) -> None:
    span(sheet, Area(2, 2, rows=2, columns=3), "题", Look())
    assert [str(area) for area in sheet.merged_cells.ranges] == ["B2:D3"]
    assert sheet["D3"].border.right.style == "thin"
    span(sheet, Area(9, 9), "单", Look())
    assert len(sheet.merged_cells.ranges) == 1


def test_links_quote_the_sheets_name(sheet: Worksheet) -> None:
    write(at(sheet, 1, 1), "见", Look())
    link(at(sheet, 1, 1), "a'b", "C3")
    found = at(sheet, 1, 1).hyperlink
    assert found is not None
    assert found.location == "'a''b'!C3"
    assert at(sheet, 1, 1).value == "见"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("一二三", 10, 1),
        ("一二三四五六", 10, 2),
        ("a\nb", 10, 2),
        ("一二三四五", 5, 5),
    ],
)
def test_chinese_takes_twice_the_room(text: str, width: float, lines: int) -> None:
    assert lines_needed(text, width) == lines


@given(st.text("甲a1\n，", max_size=900), st.floats(5, 60), st.sampled_from([LOW, 25]))
def test_a_text_is_parted_into_rows_that_show_it_whole(text: str, width: float, most: int) -> None:
    pieces = [str(piece) for piece in parted(text, width, most)]
    assert "".join(pieces).replace("\n", "") == text.replace("\n", "")
    assert all(lines_needed(piece, width) <= most for piece in pieces)
    assert len(pieces) == 1 or lines_needed(text, width) > most


def test_a_text_is_parted_between_its_lines_where_that_fills_most_of_the_row() -> None:
    text = "\n".join(["一二三四五六七八九十"] * 8)
    assert [str(piece).count("\n") for piece in parted(text, 12, 9)] == [3, 3]


@pytest.mark.parametrize(
    ("look", "indent"),
    [
        (Look(), 1),
        (Look(horizontal="right"), 1),
        (Look(horizontal="center"), 0),
        (Look(lined=False), 0),
    ],
)
def test_text_keeps_off_the_line_beside_it(sheet: Worksheet, look: Look, indent: int) -> None:
    cell = at(sheet, 1, 1)
    write(cell, "文字", look)
    assert cell.alignment.indent == indent
    assert (look.room(20) < 20) == bool(indent)
