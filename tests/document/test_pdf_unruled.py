"""Pages whose tables have no rules, and cells as close to each other as printers set them."""

from __future__ import annotations

from functools import partial

import pytest

from reviewer.document.model import Document, PageBox, Span, Table
from tests.document.pdf_writer import Page, write_pdf
from tests.document.reading import read_as

_read = partial(read_as, "pdf")
_COLUMNS = ("甲企业", "乙机构", "丙组织", "丁部门", "戊个人")
_LEFT, _WIDTH, _SIZE = 200.0, 70.0, 9.0


def _headed(top: float = 70) -> Page:
    """A page with heads in the middle of their cells."""
    page = Page(size=(600.0, 400.0))
    for column, text in enumerate(_COLUMNS):
        page.text(_LEFT + _WIDTH * column + 20, top, text, _SIZE)
    return page


def _figures(page: Page, top: float, figures: dict[int, str], aside: float = 30) -> None:
    for column, text in figures.items():
        page.text(_LEFT + _WIDTH * column + aside, top, text, _SIZE)


def _rows(document: Document) -> dict[str, list[str]]:
    """What stands behind the last label of each row."""
    found: dict[tuple[int, int], list[str]] = {}
    for number, table in enumerate(document.blocks):
        for cell in table.cells if isinstance(table, Table) else ():
            found.setdefault((number, cell.row), []).append(document.at(cell.place.span))
    return {row[-6]: row[-5:] for row in found.values() if len(row) > 5 and row[-6]}


def test_figures_beside_the_middle_of_a_label_of_two_lines_join_its_lines_to_none() -> None:
    page = _headed()
    labels = [("一、甲类事项的", "全部办理情况"), ("二、乙类事项的", "全部公开情况")]
    for number, (first, second) in enumerate(labels):
        top = 100.0 + 30 * number
        page.text(40, top, first, _SIZE)
        page.text(40, top + 9, second, _SIZE)
        _figures(page, top + 4.5, {number: "3", 4: "7"})
    rows = _rows(_read(write_pdf([page])))
    assert rows == {
        "一、甲类事项的 全部办理情况": ["3", "", "", "", "7"],
        "二、乙类事项的 全部公开情况": ["", "3", "", "", "7"],
    }


def test_labels_of_neighbouring_columns_stay_two_however_close() -> None:
    page = _headed()
    labels = ("1.甲类", "2.乙类", "3.丙类")
    for number, label in enumerate(labels):
        page.text(80, 100.0 + 15 * number, label, _SIZE)
        _figures(page, 100.0 + 15 * number, {number: "3", 4: "3"})
    page.text(40, 115, "（三）不", _SIZE)
    rows = _rows(_read(write_pdf([page])))
    assert [rows[label][:3] for label in labels] == [["3", "", ""], ["", "3", ""], ["", "", "3"]]


def test_a_group_that_begins_beside_a_row_of_the_group_above_is_no_row() -> None:
    page = _headed()
    labels = [(60.0, "（一）甲类"), (60.0, "（二）乙类"), (100.0, "1.丙类"), (100.0, "2.丁类")]
    for number, (left, label) in enumerate(labels):
        page.text(left, 100.0 + 20 * number, label, _SIZE)
        _figures(page, 100.0 + 20 * number, {number: "3", 4: "3"})
    page.text(40, 128, "三、", _SIZE)
    rows = list(_rows(_read(write_pdf([page]))).values())
    assert [row.index("3") for row in rows] == [0, 1, 2, 3]


def test_lines_that_are_no_table_show_below_which_heads_their_figures_stand() -> None:
    page = Page(size=(600.0, 400.0))
    lines = [("信息内容", "本年制发件数", "现行有效件数"), ("规章", "", "7"), ("", "12", "8")]
    for number, line in enumerate(lines):
        for left, text in zip((40.0, 200.0, 400.0), line, strict=True):
            if text:
                page.text(left, 100 + 20.0 * number, text, _SIZE)
    document = _read(write_pdf([page]))
    heads, *rows = document.text.splitlines()
    starts = [len(heads[: heads.index(text)].encode("gb18030")) for text in lines[0]]
    assert [row[:2] for row in rows] == ["规章", "  "]
    assert rows[0].encode("gb18030").index(b"7") == starts[2]
    assert [rows[1].index(text) for text in ("12", "8")] == starts[1:]
    seven = document.text.index("7")
    place = document.place_of(Span(start=seven, end=seven + 1))
    assert isinstance(place, PageBox)
    assert place.x0 == pytest.approx(400.0, abs=1)


def test_figures_at_the_right_of_their_cells_stand_beside_their_heads() -> None:
    page = _headed()
    page.text(40, 100, "一、甲类", _SIZE)
    _figures(page, 100, {1: "3", 4: "7"}, aside=60)
    page.text(40, 120, "二、乙类", _SIZE)
    _figures(page, 120, {0: "12", 4: "12"}, aside=56)
    rows = _rows(_read(write_pdf([page])))
    assert rows == {"一、甲类": ["", "3", "", "", "7"], "二、乙类": ["12", "", "", "", "12"]}


def test_heads_as_wide_as_their_cells_hold_figures_at_the_right_of_these() -> None:
    page = _headed()
    page.text(_LEFT + _WIDTH * 2 + 8, 82, "社会公益组织", _SIZE)
    page.text(40, 100, "一、甲类", _SIZE)
    _figures(page, 100, {1: "3", 2: "12", 4: "15"}, aside=49)
    rows = _rows(_read(write_pdf([page])))
    assert rows == {"一、甲类": ["", "3", "12", "", "15"]}


def test_figures_as_close_as_those_of_one_number_are_parted_where_other_rows_show_columns() -> None:
    page = _headed()
    for number, figures in enumerate((("3", "1"), ("0", "103"), ("2", "7"), ("0", "14"))):
        top = 100.0 + 15 * number
        page.text(40, top, f"{number + 1}.甲乙类", _SIZE)
        _figures(page, top, {0: "0", 1: "0", 2: "0"}, aside=49)
        page.text(_LEFT + _WIDTH * 4 + 25, top, figures[0], _SIZE)
        page.text(_LEFT + _WIDTH * 4 + 49 - 4.5 * len(figures[1]), top, figures[1], _SIZE)
    rows = list(_rows(_read(write_pdf([page]))).values())
    assert [row[-2:] for row in rows] == [["3", "1"], ["0", "103"], ["2", "7"], ["0", "14"]]


def test_figures_that_may_be_at_either_side_of_their_cells_are_put_below_no_head() -> None:
    page = _headed()
    page.text(40, 100, "一、甲类", _SIZE)
    _figures(page, 100, {1: "3"}, aside=60)
    page.text(40, 120, "二、乙类", _SIZE)
    _figures(page, 120, {2: "12"}, aside=60)
    assert not _rows(_read(write_pdf([page])))


@pytest.mark.parametrize("filled", range(3))
def test_one_row_of_figures_among_blank_ones_is_a_table_by_its_labels(filled: int) -> None:
    page = _headed()
    labels = ("一、甲类", "二、乙类", "三、丙类")
    for number, label in enumerate(labels):
        page.text(40, 100.0 + 20 * number, label, _SIZE)
    _figures(page, 100.0 + 20 * filled, {2: "5", 4: "5"})
    rows = _rows(_read(write_pdf([page])))
    blank = dict.fromkeys(labels, [""] * 5)
    assert rows == {**blank, labels[filled]: ["", "", "5", "", "5"]}


def test_words_of_the_first_heads_below_which_labels_stand_are_no_column() -> None:
    page = _headed()
    page.text(150, 70, "之和", _SIZE)
    for number, label in enumerate(("一、甲类政府信息公开申请数量", "二、乙类")):
        page.text(40, 100.0 + 20 * number, label, _SIZE)
        _figures(page, 100.0 + 20 * number, {number: "5", 4: "5"})
    rows = _rows(_read(write_pdf([page])))
    assert rows["二、乙类"] == ["", "5", "", "", "5"]


def test_words_above_numbered_paragraphs_are_no_heads() -> None:
    page = _headed()
    page.text(
        40, 100, "一、甲类政府信息公开申请数量比上年增加，主要原因是乙类政府信息公开申请增加。", 14
    )
    document = _read(write_pdf([page]))
    assert not any(isinstance(block, Table) for block in document.blocks)


def test_a_figure_above_words_in_a_cell_is_doubted_and_so_are_the_places_that_it_covers() -> None:
    page = Page(size=(400.0, 200.0))
    for y in (40.0, 60.0, 100.0):
        page.line(40, y, 340, y)
    for x in (40.0, 140.0, 340.0):
        page.line(x, 40, x, 100)
    page.line(240, 40, 240, 60)
    for x, y, text in ((50, 45, "甲"), (150, 45, "乙"), (250, 45, "丙"), (50, 75, "丁类")):
        page.text(x, y, text, _SIZE)
    page.text(150, 65, "1", _SIZE)
    page.text(150, 82, "第二十条", _SIZE)
    document = _read(write_pdf([page]))
    assert [document.at(one.span) for one in document.doubts] == ["1 第二十条\t"]
