"""Pages that are laid out in unusual ways: two on a sheet, turned heads, heads far from figures."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pytest

from reviewer.base import cell_id
from reviewer.document.model import PageBox, Table
from reviewer.forms.reading import read_report
from tests.document.pdf_pages import Look, Press, print_report
from tests.document.pdf_writer import A4, Page, write_pdf
from tests.document.reading import read_as
from tests.layouts import make_figures

A5 = (A4[1] / 2, A4[0])


read = partial(read_as, "pdf")


def sheets(pages: list[Page]) -> bytes:
    """Two pages on each sheet, side by side."""
    found = []
    for left, right in zip(pages[::2], [*pages[1::2], Page()], strict=False):
        sheet = Page(size=(2 * left.size[0], left.size[1]))
        moved = ["q", f"1 0 0 1 {left.size[0]} 0 cm", *right.operators, "Q"]
        sheet.operators += [*left.operators, *moved]
        found.append(sheet)
    return write_pdf(found)


@pytest.mark.parametrize("size", [A4, A5], ids=["A3", "A4"])
@pytest.mark.parametrize("rules", ["lines", "areas"])
def test_two_pages_on_a_sheet_are_read_one_by_one(rules: str, size: tuple[float, float]) -> None:
    figures = make_figures("2021", 21)
    look = Look(rules=rules, cut=True, footer=True, page=size, size=8.0)
    press = Press("2021", figures, look)
    document = read(sheets(press.report()))
    report = read_report(document)
    assert {cell: one.printed for cell, one in report.by_cell.items()} == figures
    assert [one.cell for one in report.readings if not one.sure] == []
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]
    assert "- 2 -" not in document.text
    for cell, (page, x, y) in press.places.items():
        place = report.by_cell[cell].place
        assert isinstance(place, PageBox)
        across = x if page % 2 else x + size[0]
        assert place.page == (page + 1) // 2
        assert place.x0 - 1 < across < place.x1
        assert place.y0 - 1 < y < place.y1


def test_a_wide_table_in_columns_is_no_pair_of_pages() -> None:
    figures = make_figures("2021", 22)
    look = Look(rules="none", page=A4[::-1])
    report = read_report(read(print_report("2021", figures, look)))
    wrong = [cell for cell, one in report.by_cell.items() if one.printed != figures[cell]]
    assert wrong == []


@pytest.mark.parametrize(("angle", "x", "top"), [(90.0, 82.0, 150.0), (-90.0, 91.0, 100.0)])
def test_text_that_stands_turned_in_its_cell_is_read_in_its_order(
    angle: float, x: float, top: float
) -> None:
    page = Page()
    for at in (72.0, 102.0, 192.0):
        page.line(at, 90, at, 170)
    for at in (90.0, 170.0):
        page.line(72, at, 192, at)
    page.text(x, top - 0.88 * 10.5, "结果维持", angle=angle)
    page.text(110, 100, "上年结转的政府")
    page.text(110, 118, "信息公开申请数")
    assert read(write_pdf([page])).text == "结果维持\t上年结转的政府信息公开申请数\n"


def test_nil_marks_below_high_heads_do_not_go_on_over_a_page_break() -> None:
    upper, lower = Page(), Page()
    for page, tops in ((upper, (700.0, 760.0)), (lower, (72.0, 92.0))):
        for x in (72.0, 172.0, 272.0, 372.0):
            page.line(x, tops[0], x, tops[1])
        for y in tops:
            page.line(72, y, 372, y)
    upper.line(272, 730, 372, 730)
    for x, text in ((80, "结果维持"), (180, "其他结果"), (280, "复议后起诉")):
        upper.text(x, 706, text)
    upper.text(280, 736, "尚未审结")
    for x, text in ((80, "3"), (180, "/"), (280, "1")):
        lower.text(x, 76, text)
    lines = read(write_pdf([upper, lower])).text.splitlines()
    assert lines == ["结果维持\t其他结果\t复议后起诉", "\t\t尚未审结", "3\t/\t1"]


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("seed", range(6))
def test_unruled_tables_with_centred_text_are_read(form_id: str, seed: int) -> None:
    dice = random.Random(seed)
    whole = make_figures(form_id, seed)
    figures = {cell: text if dice.random() < 0.9 else "" for cell, text in whole.items()}
    look = replace(Look(rules="none", centred=True, page=A4[::-1]), size=dice.choice((9.0, 10.5)))
    report = read_report(read(print_report(form_id, figures, look)))
    wrong = [one for cell, one in report.by_cell.items() if one.printed != figures[cell]]
    assert [one.cell for one in wrong if one.sure] == []


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("seed", range(3))
def test_boxes_around_columns_of_figures_are_read_row_by_row(form_id: str, seed: int) -> None:
    figures = make_figures(form_id, seed)
    look = Look(rules="boxed", centred=True, page=A4[::-1])
    report = read_report(read(print_report(form_id, figures, look)))
    wrong = [one.cell for one in report.readings if (one.printed or "") != figures[one.cell]]
    assert [cell for cell in wrong if report.by_cell[cell].sure] == []
    assert len(wrong) < len(figures) / 10


def test_table_four_without_rules_is_a_table() -> None:
    figures = make_figures("2021", 23)
    look = Look(rules="none", centred=True)
    document = read(print_report("2021", figures, look))
    report = read_report(document)
    rows = [block for block in document.blocks if isinstance(block, Table)]
    assert any(table.columns == 15 for table in rows)
    disputes = [one for one in report.readings if one.cell.startswith("disputes.")]
    assert {one.cell: one.printed for one in disputes} == {
        cell: text for cell, text in figures.items() if cell.startswith("disputes.")
    }
    assert all(one.sure for one in disputes)


@pytest.mark.parametrize("blank", ["natural_person", "research", "total"])
def test_a_blank_cell_in_an_unruled_table_has_its_place(blank: str) -> None:
    figures = make_figures("2021", 24)
    figures[cell_id("requests", "granted", blank)] = ""
    look = Look(rules="none", centred=True, page=A4[::-1])
    report = read_report(read(print_report("2021", figures, look)))
    row = [one for one in report.readings if one.cell.startswith("requests.granted.")]
    assert {one.cell: one.printed or "" for one in row} == {
        one.cell: figures[one.cell] for one in row
    }
    assert all(one.sure for one in row)


def test_a_blank_column_of_an_unruled_table_leaves_nothing_sure() -> None:
    figures = make_figures("2021", 24)
    blank = {cell for cell in figures if cell.startswith("requests.") and ".research" in cell}
    figures |= dict.fromkeys(blank, "")
    look = Look(rules="none", centred=True, page=A4[::-1])
    report = read_report(read(print_report("2021", figures, look)))
    wrong = [one for one in report.readings if (one.printed or "") != figures[one.cell]]
    assert not any(one.sure for one in wrong)
    rows = [one for one in report.readings if one.cell.startswith("requests.granted")]
    assert not any(one.sure for one in rows)


def test_table_four_without_rules_and_with_a_blank_cell_is_not_sure() -> None:
    figures = make_figures("2021", 25)
    figures[cell_id("disputes", "reconsideration", "corrected")] = ""
    look = Look(rules="none", centred=True)
    report = read_report(read(print_report("2021", figures, look)))
    wrong = [one for one in report.readings if (one.printed or "") != figures[one.cell]]
    assert not any(one.sure for one in wrong)


def test_heads_at_the_left_part_columns_of_figures_in_the_middle() -> None:
    words = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    lefts = [60 + 130 * place if place < 5 else 710 + 44 * (place - 5) for place in range(15)]
    page = Page(size=(1190.0, 600.0))
    page.text(60, 60, "四、政府信息公开行政复议、行政诉讼情况", 9)
    for left, text in ((60, "行政复议"), (710, "未经复议直接起诉"), (930, "复议后起诉")):
        page.text(left, 80, text, 8)
    for place, left in enumerate(lefts):
        page.text(left, 100, words[place % 5], 8)
        page.text(left + (62 if place < 5 else 20), 120, str(place), 8)
    document = read(write_pdf([page]))
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    said = {(cell.row, cell.column): document.at(cell.place.span) for cell in table.cells}
    last = table.rows - 1
    assert [said[last, place] for place in range(15)] == [str(place) for place in range(15)]
    assert [said[last - 1, place] for place in range(15)] == [*words, *words, *words]


def test_a_heading_below_a_table_that_has_rules_between_its_rows_only_is_no_part_of_it() -> None:
    page = Page()
    for row in range(4):
        top = 100 + 24 * row
        page.text(60, top + 8, f"{row + 1}.行政机关的事项", 9)
        for column in range(7):
            page.text(240 + 40 * column, top + 8, str(row + column), 9)
        page.line(55, top, 530, top)
    page.text(60, 210, "四、政府信息公开行政复议、行政诉讼情况", 9)
    page.text(60, 235, "行政复议", 9)
    page.text(300, 235, "行政诉讼", 9)
    page.line(55, 252, 530, 252)
    document = read(write_pdf([page]))
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    last = [cell for cell in table.cells if cell.row == table.rows - 1]
    assert [document.at(cell.place.span) for cell in last if document.at(cell.place.span)] == [
        "4.行政机关的事项", *"3456789",
    ]  # fmt: skip


def _columns(page: Page, left: float, top: float, rows: Sequence[Sequence[str]]) -> None:
    """A ruled table of columns 60 points wide, its rows 20 points high."""
    for number in range(len(rows[0]) + 1):
        page.line(left + 60 * number, top, left + 60 * number, top + 20 * len(rows))
    for number in range(len(rows) + 1):
        page.line(left, top + 20 * number, left + 60 * len(rows[0]), top + 20 * number)
    for line, row in enumerate(rows):
        for number, text in enumerate(row):
            page.text(left + 60 * number + 8, top + 20 * line + 4, text)


@pytest.mark.parametrize(("aside", "tables"), [(0, 1), (28, 1), (-28, 1)])
def test_tables_go_on_over_pages_with_margins_for_binding(aside: float, tables: int) -> None:
    pages = [Page(), Page()]
    _columns(pages[0], 90, 700, [["甲", "1", "2", "3"], ["乙", "4", "5", "6"]])
    _columns(pages[1], 90 + aside, 72, [["丙", "7", "8", "9"]])
    document = read(write_pdf(pages))
    assert document.text == "甲\t1\t2\t3\n乙\t4\t5\t6\n丙\t7\t8\t9\n"
    assert len([one for one in document.blocks if one.kind == "table"]) == tables


def test_another_table_aside_does_not_go_on() -> None:
    pages = [Page(), Page()]
    _columns(pages[0], 90, 700, [["甲", "1", "2", "3"]])
    _columns(pages[1], 140, 72, [["丙", "7", "8"]])
    tables = [one for one in read(write_pdf(pages)).blocks if one.kind == "table"]
    assert len(tables) == 2


def test_rules_that_are_typed_part_cells() -> None:
    page = Page()
    lines = (
        "┌──────┬───┐",
        "│甲　　　　　│１　　│",
        "├──────┼───┤",
        "│乙　　　　　│２　　│",
        "└──────┴───┘",
    )
    for number, line in enumerate(lines):
        for place, one in enumerate(line):
            page.text(72 + 10.5 * place, 72 + 11 * number, one)
    assert read(write_pdf([page])).text == "甲\t１\n乙\t２\n"
