"""Figures that are too long for their cell in a grid drawn with characters."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from tests.layouts import make_figures, render

FEE = CellId("active.fee.amount")
RULE = "+--------------+--------+"


def _report(fee: list[str]) -> str:
    """A report whose table two stands in a grid, the fee's cell in these lines."""
    text = render(make_figures("2021", 3), "2021", "pipe").text
    lines = text.split("\n")
    at = next(at for at, line in enumerate(lines) if "行政事业性收费" in line)
    own = [f"|{label}|{part}|" for label, part in zip(("行政事业性收", "费"), fee, strict=True)]
    grid = [RULE, "|行政处罚|17|", RULE, "|行政强制|3|", RULE, "|信息内容|本年收费金额|", RULE]
    first = next(at for at, line in enumerate(lines) if "行政处罚" in line)
    return "\n".join([*lines[:first], *grid, *own, RULE, *lines[at + 1 :]])


@pytest.mark.parametrize("parts", [["6107.1", "9"], ["6107", ".19"], ["610", "7.19"]])
def test_a_figure_that_goes_on_below_is_not_its_first_digits_for_sure(parts: list[str]) -> None:
    report = read_report(open_text(_report(parts)))
    fee = report.by_cell[FEE]
    assert not fee.sure or (fee.printed or "").replace("\n", "") == "".join(parts)


def test_the_row_below_is_not_the_figures_end() -> None:
    """Rows right below each other, and a cell that does not go on, leave no doubt."""
    report = read_report(open_text(_report(["6107.19", ""])))
    assert report.by_cell[FEE].printed == "6107.19"
    assert report.by_cell[FEE].sure
    assert not any("折成了两行" in (one.doubt or "") for one in report.readings)
