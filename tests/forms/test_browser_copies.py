"""Tables that a browser copied: tabs between cells, and line ends where a head has one."""

from __future__ import annotations

import re

import pytest

from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from tests.layouts import make_figures, render


@pytest.mark.parametrize("mark", [" | ", "\t"])
def test_heads_of_two_lines_leave_the_rows_below_them_sure(mark: str) -> None:
    figures = make_figures("2019", 5)
    text = re.sub(r" \|+\n", "\n", render(figures, "2019", "pipe").text).replace(" | ", mark)
    for head in ("制作数量", "公开数量"):
        text = text.replace(f"本年新{head}", f"本年新\n{head}")
    report = read_report(open_text(text))
    assert {one.cell: one.printed for one in report.readings} == figures
    assert [one.cell for one in report.readings if not one.sure] == []
