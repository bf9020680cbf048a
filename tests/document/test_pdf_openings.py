"""Tables whose rules end below their heads: their columns go on where rows stand without rules."""

from __future__ import annotations

from functools import partial

from reviewer.document.model import Document, Table
from tests.document.pdf_writer import Page, write_pdf
from tests.document.reading import read_as

_read = partial(read_as, "pdf")
_HEADS = ("甲企业", "乙机构", "丙组织", "丁部门", "戊个人")
_LEFT, _FIRST, _WIDTH, _SIZE = 40.0, 200.0, 60.0, 9.0
_RIGHT = _FIRST + _WIDTH * len(_HEADS)


def _page() -> Page:
    return Page(size=(540.0, 400.0))


def _heads(page: Page, top: float) -> None:
    """Heads with rules around each, and a place for labels before them."""
    edges = [_LEFT, *(_FIRST + _WIDTH * number for number in range(len(_HEADS) + 1))]
    for y in (top, top + 20):
        page.line(_LEFT, y, _RIGHT, y)
    for x in edges:
        page.line(x, top, x, top + 20)
    for number, text in enumerate(_HEADS):
        page.text(_FIRST + _WIDTH * number + 15, top + 5, text, _SIZE)


def _row(page: Page, top: float, label: str, figures: dict[int, str]) -> None:
    page.text(_LEFT + 5, top, label, _SIZE)
    for column, text in figures.items():
        page.text(_FIRST + _WIDTH * column + 25, top, text, _SIZE)


def _rows(document: Document) -> dict[str, list[str]]:
    found: dict[tuple[int, int], list[str]] = {}
    for number, table in enumerate(document.blocks):
        for cell in table.cells if isinstance(table, Table) else ():
            found.setdefault((number, cell.row), []).append(document.at(cell.place.span))
    return {row[0]: row[-5:] for row in found.values() if row[0]}


_FIGURES = {"一、甲类": {0: "3", 4: "3"}, "二、乙类": {2: "5"}, "三、丙类": {3: "7", 4: "7"}}
_WANTED = {
    "一、甲类": ["3", "", "", "", "3"],
    "二、乙类": ["", "", "5", "", ""],
    "三、丙类": ["", "", "", "7", "7"],
}


def _body(page: Page, top: float) -> None:
    for number, (label, figures) in enumerate(_FIGURES.items()):
        _row(page, top + 18 * number, label, figures)


def test_rows_below_ruled_heads_stand_in_their_columns() -> None:
    page = _page()
    _heads(page, 60)
    _body(page, 86)
    assert _rows(_read(write_pdf([page]))) == _WANTED


def test_rows_within_a_frame_below_ruled_heads_stand_in_their_columns() -> None:
    page = _page()
    _heads(page, 60)
    _body(page, 86)
    page.line(_LEFT, 140, _RIGHT, 140)
    for x in (_LEFT, _RIGHT):
        page.line(x, 80, x, 140)
    rows = _rows(_read(write_pdf([page])))
    assert {label: rows[label] for label in _WANTED} == _WANTED


def test_rows_on_the_page_behind_ruled_heads_stand_in_their_columns() -> None:
    first, second = _page(), _page()
    first.text(_LEFT, 40, "三、收到和处理情况", _SIZE)
    _heads(first, 340)
    _body(second, 40)
    assert _rows(_read(write_pdf([first, second]))) == _WANTED


def test_a_row_without_a_label_on_the_page_behind_its_ruled_heads_stands_in_their_columns() -> None:
    first, second = Page(size=(900.0, 400.0)), Page(size=(900.0, 400.0))
    for y in (340.0, 360.0):
        first.line(40, y, 790, y)
    for column in range(16):
        first.line(40 + 50.0 * column, 340, 40 + 50.0 * column, 360)
    for column in range(15):
        first.text(45 + 50.0 * column, 345, _HEADS[column % 5], _SIZE)
    for column, text in {3: "3", 4: "3", 14: "12"}.items():
        second.text(60 + 50.0 * column, 40, text, _SIZE)
    second.text(40, 70, "五、又一节", _SIZE)
    tables = [one for one in _read(write_pdf([first, second])).blocks if isinstance(one, Table)]
    document = _read(write_pdf([first, second]))
    places = {
        cell.column: document.at(cell.place.span)
        for cell in tables[-1].cells
        if document.at(cell.place.span).isdigit()
    }
    assert places == {3: "3", 4: "3", 14: "12"}


def test_figures_in_the_middle_of_two_rows_of_one_cell_are_theirs() -> None:
    page = _page()
    for y in (60.0, 73.0, 86.0):
        page.line(_LEFT, y, _FIRST, y)
    for y in (60.0, 86.0):
        page.line(_FIRST, y, _FIRST + _WIDTH, y)
    for x in (_LEFT, _FIRST, _FIRST + _WIDTH):
        page.line(x, 60, x, 86)
    _row(page, 62, "行政处罚", {0: "1"})
    _row(page, 75, "行政强制", {0: "37"})
    assert _read(write_pdf([page])).text == "行政处罚\t1\n行政强制\t37\n"


def test_a_figure_in_the_middle_of_the_second_of_two_close_rows_is_that_row_s() -> None:
    page = _page()
    for y in (100, 114, 128):
        page.line(40, y, 200, y)
    page.line(200, 100, 300, 100)
    page.line(200, 128, 300, 128)
    for x in (40, 200, 300):
        page.line(x, 100, x, 128)
    page.text(50, 103.5, "行政处罚", 7)
    page.text(50, 117.5, "行政强制", 7)
    page.text(250, 117.5, "8", 7)
    assert _read(write_pdf([page])).text.splitlines() == ["行政处罚\t", "行政强制\t8"]
