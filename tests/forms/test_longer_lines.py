"""Lines with a place more than their heads: numbers that count them, a tab behind the last cell."""

from __future__ import annotations

import re

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.catalog import form as form_of
from reviewer.forms.reading import read_report
from tests.layouts import make_figures, render

COLUMNS = ("issued", "repealed", "in_force")
RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
FIGURES = (" ", "0", " ", "0", "0", "0", " ", " ", "0", "0", " ", "0", " ", "0", " ")


def test_a_number_that_counts_a_line_is_no_figure_of_it_for_sure() -> None:
    figures = make_figures("2021", 3)
    figures |= {CellId(f"active.regulation.{column}"): "0" for column in COLUMNS}
    text = render(figures, "2021", "tsv").text
    head, count = re.subn(
        r"信息内容\t[^\n]*", "信息内容\t本年制发件数\t本年废止件数\t现行有效件数", text, count=1
    )
    numbered, lines = re.subn(r"\n[^\n]*规章\t[^\n]*", "\n规章\t1\t0\t0\t0", head, count=1)
    assert (count, lines) == (1, 1)
    read = read_report(open_text(numbered)).by_cell
    assert not any(
        read[cell].sure and read[cell].printed != "0"
        for column in COLUMNS
        if (cell := CellId(f"active.regulation.{column}"))
    )


@pytest.mark.parametrize("closed", [True, False], ids=["closed", "open"])
def test_a_blank_first_cell_stays_where_a_tab_stands_behind_the_last(closed: bool) -> None:
    text = render(make_figures("2021", 3), "2021", "tsv").text
    ends = " \t\n" if closed else "\n"
    table = (
        (" 行政复议 ", " 行政诉讼 "),
        (*(f" {word} " for word in RESULTS), " 未经复议直接起诉 ", " 复议后起诉 "),
        tuple(f" {word} " for word in RESULTS * 2),
        tuple(f" {word} " for word in FIGURES),
    )
    lines = "".join("\t".join(line).rstrip() + ends for line in table[:3])
    lines += "\t".join(table[3]) + ends
    changed, count = re.subn(
        r"(\n四、政府信息公开[^\n]*\n).*?(?=\n五、)", rf"\1{lines}", text, flags=re.DOTALL
    )
    assert count == 1
    read = read_report(open_text(changed)).by_cell
    table_four = form_of("2021").table("disputes")
    assert table_four is not None
    cells = [cell for cell, _, _ in table_four.cells()]
    assert [(read[cell].printed or "").strip() for cell in cells] == [
        one.strip() for one in FIGURES
    ]
