"""Figures of one row in two lines of a text that is set in columns, as they stand on a page."""

from __future__ import annotations

import pytest

from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from tests.layouts import make_figures, render

_TEXT = str(render(make_figures("2021", 4), "2021", "spaced").text)
_LABEL = "一、本年新收政府信息公开申请数量"
_ROW = f"{_LABEL} 5 32 8 5 5 0 55"
_SIDE_BY_SIDE = (f"{_LABEL}      8   5   5", f"{' ' * len(_LABEL)} 5 32             0  55")


def _sure(*lines: str) -> set[bool]:
    """How sure the row of new applications is, set in these lines."""
    report = read_report(open_text(_TEXT.replace(_ROW, "\n".join(lines))))
    return {one.sure for one in report.readings if one.cell.startswith("requests.new.")}


@pytest.mark.parametrize("lines", [_SIDE_BY_SIDE, tuple(line.ljust(60) for line in _SIDE_BY_SIDE)])
def test_figures_in_two_lines_side_by_side_are_not_sure(lines: tuple[str, ...]) -> None:
    assert _ROW in _TEXT
    assert _sure(*lines) == {False}


def test_a_row_that_goes_on_in_the_next_line_is_sure() -> None:
    assert _sure(f"{_LABEL} 5 32 8", "5 5 0 55") == {True}
