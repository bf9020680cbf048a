"""Printed figures: what each says, and that nothing is guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.forms.figures.numbers import UNITS, has_notes, parse_figure
from reviewer.forms.report import Kind


@pytest.mark.parametrize(
    ("printed", "number", "unit"),
    [
        ("0", 0, None),
        ("　　0", 0, None),
        ("１２", 12, None),
        ("1,408", 1408, None),
        ("+2", 2, None),
        ("-7", -7, None),
        ("－7", -7, None),
        ("—7", -7, None),
        ("减2", -2, None),
        ("增9", 9, None),
        ("増9", 9, None),
        ("12件", 12, "件"),
        ("75680元", 75680, "元"),
        ("0.37万元", Decimal("0.37"), "万元"),
        ("6944.93", Decimal("6944.93"), None),
        ("零", 0, None),
    ],
)
def test_figures(printed: str, number: int | Decimal, unit: str | None) -> None:
    parsed = parse_figure(printed)
    assert (parsed.kind, parsed.number, parsed.unit) == (Kind.NUMBER, number, unit)
    assert type(parsed.number) is type(number)


@pytest.mark.parametrize(
    "note",
    [
        "①",
        " ②",
        "⑳",
        "⑴",
        "⒈",
        "²",
        "⁵",
        "₁",
        "❶",
        "㈠",
        "［1］",
        "[12]",
        "〔1〕",
        "*",
        "※",
        "注1",
        "（注）",
    ],
)
@pytest.mark.parametrize("figure", ["11", "0", "5件", "１２"])
def test_marks_of_notes_are_no_digits(figure: str, note: str) -> None:
    assert parse_figure(figure + note) == parse_figure(figure)
    assert has_notes(figure + note)
    assert not has_notes(figure)


@pytest.mark.parametrize("printed", ["①", "⑴", "⒈", "²", "¹²", "㈠", "3②5"])
def test_numbers_that_count_notes_are_no_figures(printed: str) -> None:
    assert parse_figure(printed).kind is Kind.TEXT


@pytest.mark.parametrize("printed", ["", " ", "\u3000", "\u00a0\n", "\u200b"])
def test_blanks(printed: str) -> None:
    assert parse_figure(printed).kind is Kind.BLANK


@pytest.mark.parametrize("printed", ["/", "／", "—", "-", "——", "无", "--"])
def test_nil_marks(printed: str) -> None:
    assert parse_figure(printed).kind is Kind.NIL


@pytest.mark.parametrize(
    "printed",
    [
        "3/5",
        "30余",
        "约30",
        "1 2",
        "1,40",
        "本单位未制作规章",
        "12.",
        "12件5",
        "一",
        "1.2.3",
        "1-2",
    ],
)
def test_what_is_not_wholly_a_figure_is_text(printed: str) -> None:
    assert parse_figure(printed).kind is Kind.TEXT


@given(
    st.integers(-(10**9), 10**9),
    st.sampled_from(["", *UNITS]),
    st.sampled_from(["", " ", "\u3000", "\n"]),
    st.booleans(),
)
def test_whole_numbers_survive_printing(number: int, unit: str, pad: str, wide: bool) -> None:
    digits = f"{number:,}" if abs(number) > 999 else str(number)
    if wide:
        digits = digits.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    parsed = parse_figure(f"{pad}{digits}{unit}{pad}")
    assert (parsed.number, parsed.unit) == (number, unit or None)


@given(st.decimals(0, 10**7, places=3))
def test_fractions_stay_exact(number: Decimal) -> None:
    assert parse_figure(str(number)).number == number


@given(st.text())
def test_any_text_is_one_of_the_kinds(text: str) -> None:
    parsed = parse_figure(text)
    assert (parsed.number is None) is (parsed.kind is not Kind.NUMBER)
