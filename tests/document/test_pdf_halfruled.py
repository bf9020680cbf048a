"""Tables with rules between their rows only: columns show by joints of rules, or by the text."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from reviewer.base import CellId
from reviewer.forms.reading import read_report
from reviewer.forms.report import Kind, Report
from tests.document.pdf_pages import Look, print_report
from tests.document.pdf_writer import A4, Page, write_pdf
from tests.document.reading import read_as
from tests.layouts import make_figures

_read = partial(read_as, "pdf")
_RULES = ("level", "long")
_JOINTED = Look(rules="level", centred=True)
_LONG = Look(rules="long", centred=True)


def _report(form_id: str, figures: dict[CellId, str], look: Look) -> Report:
    return read_report(_read(print_report(form_id, figures, look)))


def _blanked(figures: dict[CellId, str]) -> dict[CellId, str]:
    return {cell: "" if text == "0" else text for cell, text in figures.items()}


@pytest.mark.parametrize("rules", _RULES)
@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("seed", range(3))
def test_blank_cells_between_level_rules_are_blank(form_id: str, seed: int, rules: str) -> None:
    figures = _blanked(make_figures(form_id, seed))
    report = _report(form_id, figures, replace(_JOINTED, rules=rules, heads=rules == "long"))
    wrong = {one.cell for one in report.readings if (one.printed or "") != figures[one.cell]}
    assert wrong == set()
    blank = {cell for cell, text in figures.items() if not text}
    kinds = {report.by_cell[cell].kind for cell in blank}
    assert kinds == {Kind.BLANK}


@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_figures_at_the_right_of_their_cells_stand_below_heads_in_the_middle(form_id: str) -> None:
    figures = make_figures(form_id, 4)
    report = _report(form_id, figures, replace(_LONG, right=True, heads=True))
    assert {one.cell: one.printed for one in report.readings} == figures


def test_a_row_that_a_page_cuts_goes_on_where_no_rule_begins_it() -> None:
    figures = make_figures("2021", 5)
    report = _report("2021", figures, replace(_JOINTED, rules="below", cut=True))
    assert [one for one in report.readings if one.sure and one.printed != figures[one.cell]] == []
    assert sum(one.printed != figures[one.cell] for one in report.readings) <= 7


def test_a_heading_below_a_table_at_the_end_of_a_page_is_no_row() -> None:
    page = _rows(["一、甲", "二、乙", "三、丙"])
    page.text(60, 192, "四、政府信息公开行政复议、行政诉讼情况", 9)
    document = _read(write_pdf([page]))
    assert "\n四、政府信息公开行政复议、行政诉讼情况" in document.text


def test_lines_that_frame_several_rows_of_figures_make_no_cells_of_them() -> None:
    page = Page(size=A4)
    for top in (100, 118, 190):
        for left in (60, 160, 260, 360):
            page.line(left, top, left + 100, top)
    for row in range(4):
        for column, text in enumerate(("标签", "11", "22", "33")):
            page.text(70 + 100 * column, 122 + 16 * row, text, 9)
    document = _read(write_pdf([page]))
    assert [line.split() for line in document.text.splitlines()] == [["标签", "11", "22", "33"]] * 4


def _rows(labels: list[str]) -> Page:
    """A table whose rules are pieced together, cell by cell."""
    page = Page(size=A4)
    for row, label in enumerate(["名称", *labels, ""]):
        for left in (60, 160, 260, 360):
            page.line(left, 100 + 22 * row, left + 100, 100 + 22 * row)
        for column, text in enumerate((label, "1", "2", "3") if label else ()):
            page.text(70 + 100 * column, 106 + 22 * row, text, 9)
    return page


def _framed_labels(rows: list[tuple[str, ...]]) -> Page:
    """A table that has rules around its heads and labels only."""
    page = Page(size=A4)
    for column, text in enumerate(("名称", "甲数", "乙数", "丙数")):
        page.frame(60 + 100 * column, 100, 160 + 100 * column, 120)
        page.text(90 + 100 * column, 106, text, 9)
    for row, texts in enumerate(rows, start=1):
        page.frame(60, 100 + 20 * row, 160, 120 + 20 * row)
        for column, text in enumerate(texts):
            page.text(90 + 100 * column, 106 + 20 * row, text, 9)
    page.line(360, 120, 460, 120)
    return page


@pytest.mark.parametrize(
    "rows",
    [
        [("规章", "1", "2", "3"), ("文件", "4", "5", "6")],
        [("规章", "", "", ""), ("文件", "4", "5", "6")],
        [("规章", "1", "", ""), ("文件", "", "", "6"), ("合计", "7", "", "9")],
    ],
)
def test_the_grid_goes_on_from_heads_and_labels_through_figures(
    rows: list[tuple[str, ...]],
) -> None:
    page = _framed_labels(rows)
    page.frame(160, 120, 460, 120 + 20 * len(rows))
    text = _read(write_pdf([page])).text
    assert "".join("\t".join(row) + "\n" for row in rows) in text


def test_a_label_and_figures_in_one_frame_stand_below_their_heads() -> None:
    page = Page(size=A4)
    for column, text in enumerate(("名称", "甲数", "乙数", "丙数")):
        page.frame(60 + 100 * column, 100, 160 + 100 * column, 120)
        page.text(90 + 100 * column, 106, text, 9)
    page.frame(60, 120, 460, 140)
    for column, text in enumerate(("收费", "/", "", "/")):
        page.text(90 + 100 * column, 126, text, 9)
    assert "收费\t/\t\t/\n" in _read(write_pdf([page])).text


def test_rules_below_figures_only_make_no_table_without_its_labels() -> None:
    page = Page(size=A4)
    for row in range(5):
        page.text(60, 106 + 22 * row, f"{row + 1}.这一行的名称", 9)
        for column in range(3):
            page.line(200 + 90 * column, 120 + 22 * row, 290 + 90 * column, 120 + 22 * row)
            page.text(240 + 90 * column, 106 + 22 * row, str(row), 9)
    first = _read(write_pdf([page])).text.splitlines()[0]
    assert first.split() == ["1.这一行的名称", "0", "0", "0"]
