"""Spreadsheets: cells as they are shown, with sheet and name as their places."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from reviewer.document.composing import Grid
from reviewer.document.model import Document, SheetCell, Table
from reviewer.document.readers import docx
from reviewer.document.readers import xlsx as reader
from reviewer.document.spreadsheets.formats import shown
from reviewer.document.spreadsheets.names import merge_of, place_of, reference
from reviewer.errors import EmptyError, FormatError, OpenError, TooLargeError
from reviewer.forms.reading import read_report
from tests.document.reading import read_as
from tests.layouts import make_figures
from tests.writers.report import report_items
from tests.writers.xlsx import bytes_of, raw_workbook, sheets_of

read = partial(read_as, "xlsx")


def places(document: Document) -> dict[tuple[str, str], str]:
    """Sheet and name of every cell with the text at its place."""
    return {
        (cell.place.sheet, cell.place.ref): document.at(cell.place.span)
        for block in document.blocks
        if isinstance(block, Table)
        for cell in block.cells
        if isinstance(cell.place, SheetCell)
    }


def rewritten(data: bytes, part: str, old: str, new: str) -> bytes:
    """The file with a part's text changed."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w", ZIP_DEFLATED) as copy:
        for name in source.namelist():
            text = source.read(name).decode()
            copy.writestr(name, re.sub(old, lambda _: new, text) if name == part else text)
    return target.getvalue()


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("numbers", [False, True])
def test_the_same_figures_give_the_same_report_as_from_docx(
    form_id: str, apart: bool, numbers: bool
) -> None:
    figures = make_figures(form_id, 4)
    items = report_items(figures, form_id)
    report = read_report(read(bytes_of(sheets_of(items, apart=apart, numbers=numbers, left=2))))
    assert (report.form.id, report.year, len(report.sections)) == (form_id, 2022, 6)
    assert {key: one.printed for key, one in report.by_cell.items()} == figures
    assert all(one.sure for one in report.readings)


@pytest.mark.parametrize("apart", [False, True])
def test_every_cells_place_leads_to_what_the_file_says_there(apart: bool) -> None:
    data = bytes_of(sheets_of(report_items(make_figures("2021", 2), "2021"), apart=apart, left=3))
    book = load_workbook(BytesIO(data))
    found = places(read(data))
    figures = [place for place, text in found.items() if text.isdigit()]
    assert len(figures) > 190
    for (sheet, ref), text in found.items():
        stored = book[sheet][ref].value
        assert text == ("" if stored is None else str(stored))


def test_merged_cells_keep_their_spans() -> None:
    items = report_items(make_figures("2021", 2), "2021")
    document = read(bytes_of(sheets_of(items)))
    (grid,) = (item for item in items if isinstance(item, Grid) and "申请人情况" in str(item))
    table = max(
        (block for block in document.blocks if isinstance(block, Table)), key=lambda one: one.rows
    )
    assert {(one.row, one.column, one.row_span, one.column_span) for one in table.cells} == {
        (one.row, one.column, one.row_span, one.column_span) for one in grid.cells
    }


def test_the_blank_form_reads_as_blank() -> None:
    blank = dict.fromkeys(make_figures("2021", 1), "")
    report = read_report(read(bytes_of(sheets_of(report_items(blank, "2021"), apart=True))))
    assert {one.printed for one in report.readings} == {""}


def test_what_is_hidden_is_taken_and_said() -> None:
    for hide in ("row", "column", "sheet"):
        book = Workbook()
        book.worksheets[0].append(["甲", 1])
        other = book.create_sheet("附表")
        other.append(["乙", "2件"])
        if hide == "row":
            other.row_dimensions[1].hidden = True
        elif hide == "column":
            other.column_dimensions["B"].hidden = True
        else:
            other.sheet_state = "hidden"
        document = read(bytes_of(book))
        assert document.text == "甲\t1\n附表\n乙\t2件\n"
        assert ["“附表”" in warning for warning in document.warnings] == [True]
        doubted = [document.at(one.span) for one in document.doubts]
        assert doubted == {"column": ["2件"]}.get(hide, ["乙", "2件"])


def test_hidden_figures_without_a_word_are_left_out_and_said() -> None:
    def opened(word: str) -> Document:
        book = Workbook()
        sheet = book.worksheets[0]
        for row in (["甲", 1, 7, 2], ["乙", 3, word or 7, 4], ["丙", 5, None, 6]):
            sheet.append(row)
        sheet.append([None, 9, 9, 9])
        sheet.append(["丁", 7, None, 8])
        sheet.column_dimensions["C"].hidden = True
        sheet.row_dimensions[4].hidden = True
        return read(bytes_of(book))

    document = opened("")
    assert document.text == "甲\t1\t2\n乙\t3\t4\n丙\t5\t6\n丁\t7\t8\n"
    assert ["只有数字" in one for one in document.warnings] == [True]
    assert "甲\t1\t7\t2\n乙\t3\t去年\t4\n" in opened("去年").text


def test_a_hidden_sheet_with_other_figures_does_not_come_first() -> None:
    figures = make_figures("2021", 4)
    book = sheets_of(report_items(figures, "2021"))
    other = sheets_of(report_items(make_figures("2021", 9), "2021")).worksheets[0]
    hidden = book.create_sheet("去年", 0)
    hidden.sheet_state = "hidden"
    for row in other.iter_rows(values_only=True):
        hidden.append(list(row))
    for merged in other.merged_cells.ranges:
        hidden.merge_cells(merged.coord)
    report = read_report(read(bytes_of(book)))
    assert {cell: one.printed for cell, one in report.by_cell.items()} == figures
    assert all(one.sure for one in report.readings)


def test_formulas_show_their_saved_result() -> None:
    book = Workbook()
    book.worksheets[0].append(["合计", "=1+2"])
    data = bytes_of(book)
    part = "xl/worksheets/sheet1.xml"
    assert ["没有保存" in warning for warning in read(data).warnings] == [True]
    saved = read(rewritten(data, part, r"<v ?/>|<v></v>", "<v>3</v>"))
    assert (saved.text, saved.warnings) == ("合计\t3\n", ())


def test_shared_texts_in_runs_are_joined_without_reading_aids() -> None:
    shared = (
        "<si><r><t>公</t></r><r><t>开</t></r><rPh><t>gong</t></rPh></si><si><t>一_x000D_二</t></si>"
    )
    cells = (
        '<row r="3"><c r="B3" t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>9</v></c>'
        '<c t="str"><v>三</v></c><c t="b"><v>1</v></c><c s="1"><v>3</v></c></row>'
    )
    styles = (
        '<numFmts><numFmt numFmtId="176" formatCode="0.0"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="176"/></cellXfs>'
    )
    document = read(raw_workbook(cells, shared, styles))
    assert document.text == "公开\t一 二\t\t三\tTRUE\t3.0\n"
    assert places(document)["表", "G3"] == "3.0"


def test_dates_and_formats_are_printed_as_shown() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["日期", date(2024, 1, 20), 12.0, 0.5])
    sheet["B1"].number_format = 'yyyy"年"m"月"d"日"'
    sheet["D1"].number_format = "0.00%"
    assert read(bytes_of(book)).text == "日期\t2024年1月20日\t12\t50.00%\n"


@pytest.mark.parametrize(
    ("number", "pattern", "text"),
    [
        ("12.0", "", "12"),
        ("0.30000000000000004", "General", "0.3"),
        ("208.6", "0.00", "208.60"),
        ("1234567.5", "#,##0.00", "1,234,567.50"),
        ("0", "#", ""),
        ("0", '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', "-"),
        ("-7", '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', "-7"),
        ("-7", "0", "-7"),
        ("3", '0"件"', "3件"),
        ("2", "+0;-0;0", "+2"),
        ("5", "[Red]0", "5"),
        ("7", "000", "007"),
        ("1.5", "0.0##", "1.5"),
        ("9", "@", "9"),
        ("0.5", "# ?/?", "0.5"),
        ("12345", "0.00E+00", "12345"),
        ("45000", "yyyy-mm-dd", "2023-03-15"),
        ("-5", "yyyy-mm-dd", "-5"),
        ("1e999999", "0", "1e999999"),
        ("nan", "0", "nan"),
        ("十", "0", "十"),
    ],
)
def test_numbers_are_shown_in_their_format(number: str, pattern: str, text: str) -> None:
    assert shown(number, pattern) == text


def test_names_of_cells() -> None:
    assert [reference(0, 0), reference(9, 25), reference(6, 26), reference(0, 702)] == [
        "A1",
        "Z10",
        "AA7",
        "AAA1",
    ]
    assert place_of("AA7") == (6, 26)
    assert (place_of("A0"), place_of("7"), merge_of("A1"), merge_of("A1:B")) == (None,) * 4


def test_a_document_is_no_workbook() -> None:
    book = bytes_of(Workbook())
    assert reader.accepts(book)
    assert not docx.accepts(book)
    with pytest.raises(EmptyError):
        read(book)


@pytest.mark.parametrize(
    ("refs", "error"),
    [(("A1", "XFD1"), TooLargeError), (("A1", "B1048576"), None)],
    ids=["wide", "tall"],
)
def test_cells_far_away_cost_nothing(refs: tuple[str, str], error: type[OpenError] | None) -> None:
    book = Workbook()
    for ref in refs:
        book.worksheets[0][ref] = "甲"
    book.worksheets[0].merged_cells.add("C3:XFD1048576")
    data = bytes_of(book)
    if error is None:
        assert read(data).text == "甲\n甲\n"
    else:
        with pytest.raises(error):
            read(data)


def test_entities_are_refused() -> None:
    entity = '<!DOCTYPE x [<!ENTITY out SYSTEM "file:///etc/passwd">]><workbook '
    data = rewritten(bytes_of(Workbook()), "xl/workbook.xml", "<workbook ", entity)
    with pytest.raises(FormatError) as caught:
        read(data)
    assert "实体" in caught.value.message


def test_tables_that_stand_side_by_side_are_read_one_by_one() -> None:
    figures = make_figures("2021", 15)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    left = 1
    items = report_items(figures, "2021")
    for row, text in enumerate((item for item in items if isinstance(item, str)), start=40):
        sheet.cell(row, 1, text)
    for grid in (item for item in items if isinstance(item, Grid)):
        for one in grid.cells:
            sheet.cell(1 + one.row, left + one.column, one.text or None)
            if one.row_span * one.column_span > 1:
                sheet.merge_cells(
                    start_row=1 + one.row,
                    start_column=left + one.column,
                    end_row=one.row + one.row_span,
                    end_column=left + one.column + one.column_span - 1,
                )
        left += 1 + max(one.column + one.column_span for one in grid.cells)
    report = read_report(read(bytes_of(book)))
    assert {key: one.printed for key, one in report.by_cell.items()} == figures
    assert all(one.sure for one in report.readings)


def test_an_empty_column_within_a_table_parts_nothing() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    lines: list[list[str | int | None]] = [
        ["行", "列甲", None, "列乙"],
        ["甲行", 1, None, 2],
        ["乙行", 3, None, 4],
    ]
    for line in lines:
        sheet.append(line)
    assert read(bytes_of(book)).text == "行\t列甲\t\t列乙\n甲行\t1\t\t2\n乙行\t3\t\t4\n"
