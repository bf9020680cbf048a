"""Pages whose tables have no rules and few figures: heads and labels say where these stand."""

from __future__ import annotations

from functools import partial

import pytest

from reviewer.document.model import Document, Table
from reviewer.forms.reading import read_report
from tests.document.pdf_pages import Look, print_report
from tests.document.pdf_writer import A4, Page, write_pdf
from tests.document.reading import read_as
from tests.layouts import make_figures

_UNRULED = Look(rules="none", centred=True, page=A4[::-1])
_HEADS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


_read = partial(read_as, "pdf")


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("seed", range(3))
def test_noughts_left_blank_without_rules_stay_in_their_columns(form_id: str, seed: int) -> None:
    whole = make_figures(form_id, seed)
    figures = {cell: "" if text == "0" else text for cell, text in whole.items()}
    report = read_report(_read(print_report(form_id, figures, _UNRULED)))
    told = {cell: text for cell, text in figures.items() if text and ".active" not in f".{cell}"}
    wrong = [cell for cell, text in told.items() if report.by_cell[cell].printed != text]
    assert form_id == "2019" or not wrong  # there the heads stand alone at the end of a page
    sure = [one for one in report.readings if one.sure]
    assert [one.cell for one in sure if (one.printed or "") != figures[one.cell]] == []


def _disputes(figures: dict[int, str], below: dict[int, str]) -> Page:
    """Table four without rules: heads of two lines, a row of figures, what goes on below it."""
    page = Page(size=(900.0, 600.0))
    page.text(60, 40, "四、政府信息公开行政复议、行政诉讼情况", 9)
    for left, text in ((60, "行政复议"), (300, "未经复议直接起诉"), (540, "复议后起诉")):
        page.text(left, 60, text, 9)
    for place in range(15):
        head = _HEADS[place % 5]
        page.text(60 + 50 * place, 74, head[:2], 9)
        page.text(60 + 50 * place, 86, head[2:], 9)
    for place, text in figures.items():
        page.text(60 + 50 * place, 100, text, 9)
    for place, text in below.items():
        page.text(60 + 50 * place, 112, text, 9)
    page.text(60, 140, "五、存在的主要问题及改进情况", 9)
    return page


def _last_row(document: Document) -> list[str]:
    table = next(one for one in document.blocks if isinstance(one, Table))
    last = [cell for cell in table.cells if cell.row == table.rows - 1]
    return [document.at(cell.place.span) for cell in sorted(last, key=lambda one: one.column)]


def test_a_row_of_few_figures_stands_below_its_heads() -> None:
    row = _last_row(_read(write_pdf([_disputes({0: "3", 4: "3", 11: "12", 14: "12"}, {})])))
    assert {place: text for place, text in enumerate(row) if text} == {
        0: "3",
        4: "3",
        11: "12",
        14: "12",
    }


def test_digits_that_went_on_a_line_below_belong_to_their_numbers() -> None:
    figures = dict.fromkeys(range(15), "12345670")
    document = _read(write_pdf([_disputes(figures, {3: "0", 4: "6"})]))
    row = _last_row(document)
    assert row[2:6] == ["12345670", "123456700", "123456706", "12345670"]
    (doubted, other) = [document.at(one.span) for one in document.doubts]
    assert {doubted, other} == {"123456700", "123456706"}


def test_a_page_number_below_a_row_of_few_figures_is_no_row() -> None:
    page = _disputes({0: "3", 4: "3"}, {})
    page.text(260, 560, "12", 9)
    row = _last_row(_read(write_pdf([page])))
    assert [text for text in row if text] == ["3", "3"]


def _part(top: float, rows: list[tuple[str, ...]]) -> Page:
    page = Page()
    edges = (60.0, 260.0, 300.0, 340.0)
    for number in range(len(rows) + 1):
        page.line(edges[0], top + 20 * number, edges[-1], top + 20 * number)
    for edge in edges:
        page.line(edge, top, edge, top + 20 * len(rows))
    for number, row in enumerate(rows):
        for edge, text in zip(edges, row, strict=False):
            if text:
                page.text(edge + 6, top + 20 * number + 4, text, 10)
    return page


def test_a_label_on_the_next_page_belongs_to_the_figures_before_it() -> None:
    first = _part(700, [("1.信访举报投诉类申请", "3", "4"), ("", "5", "6")])
    second = _part(60, [("2.重复申请", "", ""), ("3.要求提供公开出版物", "7", "8")])
    document = _read(write_pdf([first, second]))
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    said = {(cell.row, cell.column): document.at(cell.place.span) for cell in table.cells}
    assert [said[1, column] for column in range(3)] == ["2.重复申请", "5", "6"]
    assert [said[2, column] for column in range(3)] == ["3.要求提供公开出版物", "7", "8"]


def test_a_row_of_blanks_on_the_next_page_stays_a_row() -> None:
    first = _part(700, [("1.信访举报投诉类申请", "3", "4"), ("2.重复申请", "5", "6")])
    second = _part(60, [("3.要求提供公开出版物", "", ""), ("4.无正当理由", "7", "8")])
    document = _read(write_pdf([first, second]))
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert table.rows == 4


_COLUMNS = ("甲企业", "乙机构", "丙组织", "丁部门", "戊个人")


def _sparse(rows: dict[str, dict[int, str]], top: float, *, number: str = "") -> Page:
    """Rows of few figures; those without any have their labels only."""
    page = Page(size=(600.0, 400.0))
    for line, (label, figures) in enumerate(rows.items()):
        page.text(40, top + 20 * line, label, 9)
        for column, text in figures.items():
            page.text(210 + 70 * column, top + 20 * line, text, 9)
    if number:
        page.text(330, top + 20 * len(rows) + 20, number, 9)
    return page


def _heads_on(page: Page, top: float) -> None:
    """Heads in the middle of their cells: some have two lines, no line has all."""
    for column, text in enumerate(_COLUMNS):
        if column % 2:
            page.text(200 + 70 * column, top - 6, text[0], 9)
            page.text(200 + 70 * column, top + 6, text[1:], 9)
        else:
            page.text(200 + 70 * column, top, text, 9)


def _grid(document: Document) -> list[list[str]]:
    rows: dict[int, dict[int, str]] = {}
    for table in document.blocks:
        for cell in table.cells if isinstance(table, Table) else ():
            rows.setdefault(cell.row, {})[cell.column] = document.at(cell.place.span)
    return [[text for _, text in sorted(row.items())] for _, row in sorted(rows.items())]


_FEW = {"一、甲类": {0: "3", 3: "7"}, "二、乙类": {1: "5"}, "三、丙类": {}, "四、丁类": {}}


@pytest.mark.parametrize("number", ["", "2", "- 2 -"])
def test_blank_rows_below_figures_are_rows_and_a_page_number_is_none(number: str) -> None:
    page = _sparse(_FEW, 100, number=number)
    _heads_on(page, 70)
    rows = [row for row in _grid(_read(write_pdf([page]))) if row[0] in _FEW]
    assert rows == [
        [label, *(figures.get(column, "") for column in range(5))]
        for label, figures in _FEW.items()
    ]


def test_a_heading_below_figures_is_no_row() -> None:
    page = _sparse({**_FEW, "四、又一节": {}}, 100)
    _heads_on(page, 70)
    document = _read(write_pdf([page]))
    assert "\n四、又一节" in document.text
    assert "四、又一节" not in {row[0] for row in _grid(document)}


def test_heads_alone_at_the_end_of_a_page_say_where_the_next_one_has_its_figures() -> None:
    page = Page(size=(600.0, 400.0))
    page.text(40, 60, "三、收到和处理情况", 9)
    _heads_on(page, 300)
    page.text(300, 380, "1", 9)
    rows = [row for row in _grid(_read(write_pdf([page, _sparse(_FEW, 60)]))) if row[0] in _FEW]
    assert [row[0] for row in rows] == list(_FEW)
    assert rows[0][1:] == ["3", "", "", "7", ""]
    assert rows[1][1:] == ["", "5", "", "", ""]


def test_words_of_a_sites_menu_above_a_paragraph_are_no_heads() -> None:
    page = Page(size=(600.0, 400.0))
    for number, word in enumerate(("首页", "政务公开", "政务服务", "政民互动", "数据开放")):
        page.text(50 + 100.0 * number, 70, word, 9.0)
    page.text(40, 100, "一、总体情况" + "全年有序公开各类信息" * 5, 9.0)
    document = read_as("pdf", write_pdf([page]))
    assert not any(isinstance(block, Table) for block in document.blocks)
