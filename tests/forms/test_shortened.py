"""Labels that leave words out, and marks between rows that are no figures."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from reviewer.forms.text.separators import with_bars, without_quotes
from tests.layouts import Faults, make_figures, render

SHORT = {
    "一、本年新收政府信息公开申请数量": "一、本年新收申请数",
    "二、上年结转政府信息公开申请数量": "二、上年度结转申请数量",
}


@pytest.mark.parametrize("layout", ["pipe", "tsv", "word_tab", "paragraphs"])
def test_a_label_that_leaves_words_out_keeps_its_row(layout: str) -> None:
    rendered = render(make_figures("2021", 5), "2021", layout, Faults(labels=SHORT))
    readings = read_report(open_text(rendered.text)).by_cell
    for cell, printed in rendered.truth.items():
        assert readings[cell].printed == printed, cell


def test_marks_for_nil_around_a_nought_are_no_page_number() -> None:
    figures = make_figures("2019", 5) | {
        CellId(f"active.coercion.{key}"): text
        for key, text in (("previous_items", "—"), ("change", "0"), ("decisions", "—"))
    }
    rendered = render(figures, "2019", "spaced")
    text = rendered.text.replace("行政强制 ", "行政强制\n")
    readings = read_report(open_text(text)).by_cell
    row = [
        readings[CellId(f"active.coercion.{key}")].printed for key in ("previous_items", "change")
    ]
    assert row == ["—", "0"]


def test_quoted_cells_part_the_lines_above_their_captions_too() -> None:
    text = '甲,48,9\n第二项\n8\n乙,"29,092",1\n结束。\n丙,1,2\n'
    assert without_quotes(text) == "甲|48|9\n第二项\n8\n乙| 29,092 |1\n结束。\n丙,1,2\n"


def test_marks_for_nil_between_blanks_part_no_rows_of_six() -> None:
    line = "（一）予以公开  /  /  /  /  /  7\n"
    assert with_bars(line * 20) == line * 20
    parted = "（一）予以公开：3，1，0，0，0，7\n"
    assert with_bars(parted * 20) == parted.replace("，", "|") * 20
