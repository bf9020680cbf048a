"""Texts that are nearly a figure: what they are read as, and that they are told."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.figures.chinese import chinese_number
from reviewer.forms.figures.nearly import nearly_figure
from reviewer.forms.figures.numbers import parse_figure
from reviewer.forms.reading import read_report
from reviewer.forms.report import Kind
from tests.layouts import make_figures, render

_CELL = CellId("requests.new.business")


@pytest.mark.parametrize(
    ("printed", "number", "slip"),
    [
        ("1 2", 12, "空白"),
        ("1 0 8 3 . 4 0 万 元", Decimal("1083.40"), "空白"),
        ("6（同比下降20%）", 6, "括号说明"),
        ("0(其中撤回2件)", 0, "括号说明"),
        ("1O", 10, "字母"),
        ("l", 1, "字母"),
        ("64l件", 641, "字母"),
        ("5户", 5, "其他文字"),
        ("0件.", 0, "其他符号"),
        ("`9", 9, "其他符号"),
        ("二十三", 23, ""),
        ("三件", 3, ""),
    ],
)
def test_one_slip_is_forgiven(printed: str, number: int | Decimal, slip: str) -> None:
    nearly = nearly_figure(printed)
    assert nearly is not None
    assert nearly.parsed.number == number
    assert slip in nearly.slip
    assert bool(nearly.slip) is bool(slip)


@pytest.mark.parametrize(
    "printed",
    ["一", "1,40", ".5", "约30", "30余件", "1-2", "3/5", "12%", "0 0", "3②5", "⒈", "2023年", ""],
)
def test_what_more_than_a_slip_parts_from_a_figure_is_none(printed: str) -> None:
    assert nearly_figure(printed) is None


@given(st.text(alphabet="0123456789OlI〇 .,件元（）()%一二十约", max_size=12))
def test_figures_keep_what_they_say(printed: str) -> None:
    nearly = nearly_figure(printed)
    assert nearly is None or nearly.parsed.kind is Kind.NUMBER
    parsed = parse_figure(printed)
    if nearly is not None and parsed.kind is Kind.NUMBER:
        assert nearly.parsed.number == parsed.number


@given(st.integers(1, 9999))
def test_chinese_numbers_come_back(number: int) -> None:
    digits = "零一二三四五六七八九"
    printed = "".join(
        digits[figure] + scale
        for figure, scale in zip(map(int, f"{number:04}"), "千百十 ", strict=True)
        if figure
    )
    assert chinese_number(printed.strip()) == number


@pytest.mark.parametrize("layout", ["word_tab", "pipe", "paragraphs_blank"])
@pytest.mark.parametrize("printed", ["6（含上年1件）", "6户", "６.", "l6"])
def test_a_slip_is_read_and_never_sure(layout: str, printed: str) -> None:
    figures = make_figures("2021", 3) | {_CELL: printed}
    reading = read_report(open_text(render(figures, "2021", layout).text)).by_cell[_CELL]
    assert (reading.printed, reading.sure) == (printed, False)
    assert reading.number == (16 if "l" in printed else 6)


def test_letters_among_figures_take_their_places() -> None:
    figures = {
        cell: text.replace("0", "O").replace("1", "l") if "requests" in cell else text
        for cell, text in make_figures("2021", 3).items()
    }
    rendered = render(figures, "2021", "spaced")
    report = read_report(open_text(rendered.text))
    for cell, printed in rendered.truth.items():
        if cell.startswith("requests") and printed:
            reading = report.by_cell[cell]
            assert str(reading.number) == printed.replace("O", "0").replace("l", "1")
            assert reading.sure is printed.isdecimal()
