"""Pages printed on a sheet, and text in two columns: read one after the other, places told."""

from __future__ import annotations

from functools import partial

import pytest

from reviewer.document.model import Document, PageBox, Span
from reviewer.forms.reading import read_report
from tests.document.pdf_pages import Look, Press
from tests.document.pdf_writer import A4, Page, write_pdf
from tests.document.reading import read_as
from tests.layouts import make_figures

_read = partial(read_as, "pdf")
_COLUMN = (A4[0] / 2, A4[1])
_BODY = "全镇依法依规公开各类信息并及时回应群众关切"


def _joined(left: Page, right: Page | None) -> Page:
    """Two narrow pages on one of usual width."""
    page = Page(size=A4, operators=list(left.operators))
    if right is not None:
        page.operators += [f"q 1 0 0 1 {A4[0] / 2:.2f} 0 cm", *right.operators, "Q"]
    return page


def _box(document: Document, text: str) -> PageBox:
    start = document.text.index(text)
    place = document.place_of(Span(start=start, end=start + len(text)))
    assert isinstance(place, PageBox)
    return place


@pytest.mark.parametrize("rules", ["lines", "level"])
def test_a_report_in_two_columns_is_read_with_its_tables(rules: str) -> None:
    figures = make_figures("2021", 3)
    look = Look(rules=rules, page=_COLUMN, size=5.0, centred=True)
    press = Press("2021", figures, look)
    pages = press.report()
    sheets = [
        _joined(one, None if n + 1 == len(pages) else pages[n + 1])
        for n, one in enumerate(pages)
        if n % 2 == 0
    ]
    report = read_report(_read(write_pdf(sheets)))
    assert {one.cell: one.printed for one in report.readings} == figures
    for cell, (number, x, y) in press.places.items():
        place = report.by_cell[cell].place
        assert isinstance(place, PageBox)
        assert place.page == (number + 1) // 2
        left = x + (0 if number % 2 else _COLUMN[0])
        assert place.x0 - 1 <= left <= place.x1 + 1
        assert place.y0 - 1 <= y <= place.y1 + 1


def test_a_title_over_two_columns_comes_first_and_the_number_below_is_none_of_the_text() -> None:
    pages = []
    for number in range(3):
        page = Page(size=A4)
        page.text(180, 60, "云岭县石桥镇人民政府年度报告" if not number else "", 18)
        for row in range(20):
            page.text(60, 120 + 20 * row, f"左{number}{row:02}" + _BODY, 9)
            page.text(310, 120 + 20 * row, f"右{number}{row:02}" + _BODY, 9)
        page.text(294, 800, str(number + 1), 9)
        pages.append(page)
    document = _read(write_pdf(pages))
    lines = document.text.split("\n")
    assert lines[0] == "云岭县石桥镇人民政府年度报告"
    order = [line[:4] for line in lines[1:] if line[:1] in {"左", "右"}]
    assert order == sorted(order, key=lambda one: (one[1], one[0] == "右", one[2:]))
    assert not {"1", "2", "3"} & set(lines)
    assert _box(document, "右103").x0 == pytest.approx(310, abs=1)


def test_a_table_over_the_whole_page_makes_no_columns_of_it() -> None:
    page = Page(size=A4)
    for row in range(4):
        page.line(60, 80 + 20 * row, 535, 80 + 20 * row)
    for x in (60, 200, 290, 420, 535):
        page.line(x, 80, x, 140)
    for row in range(3):
        for column, x in enumerate((66, 206, 310, 426)):
            page.text(x, 85 + 20 * row, f"格{row}{column}", 9)
    for row in range(12):
        page.text(60, 200 + 20 * row, _BODY[:20], 9)
        page.text(330, 200 + 20 * row, _BODY[:20], 9)
    assert "格00\t格01\t格02\t格03\n" in _read(write_pdf([page])).text


def test_what_a_form_names_by_another_text_stands_where_the_form_does() -> None:
    form = Page()
    form.text(100, 100, "甲县")
    form.operators.append("/Span <</ActualText <FEFF6587>>> BDC")
    form.text(121, 100, "⽂")
    form.operators.append("EMC")
    form.text(131.5, 100, "件12份")
    page = Page(operators=["q 0.5 0 0 0.5 20 30 cm /X1 Do Q"])
    document = _read(write_pdf([page], form=form))
    assert document.text == "甲县文件12份\n"
    box = _box(document, "文")
    assert box.x0 == pytest.approx(80.5, abs=0.5)
    assert box.x1 == pytest.approx(85.75, abs=0.5)
