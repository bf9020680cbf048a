"""Signs in words and letters among digits, where no separator that is known parts the cells."""

from __future__ import annotations

import re

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from tests.layouts import make_figures, render

_ROW = re.compile(r"(?m)^行政处罚.*$")
_CELLS = [
    CellId(f"active.penalty.{column}") for column in ("previous_items", "change", "decisions")
]


def _text(row: str) -> str:
    return _ROW.sub(row, render(make_figures("2019", 3), "2019", "tsv").text)


@pytest.mark.parametrize(
    ("printed", "value"), [("减2", -2), ("增3", 3), ("增加12", 12), ("减少1", -1), ("－4", -4)]
)
@pytest.mark.parametrize("between", ["、", "\u200b", " ", "；"])
def test_a_sign_in_words_belongs_to_its_figure(printed: str, value: int, between: str) -> None:
    report = read_report(open_text(_text(between.join(["行政处罚：21", printed, "744"]))))
    readings = [report.by_cell[cell] for cell in _CELLS]
    assert [one.number for one in readings] == [21, value, 744]
    assert all(one.sure for one in readings)


@pytest.mark.parametrize(("change", "value"), [("减7", -7), ("增3", 3)])
def test_a_sign_in_words_right_behind_a_nil_mark_is_its_figures(change: str, value: int) -> None:
    """A slash before it is a cell's, unless it parts the two signs of the head: 增/减."""
    report = read_report(open_text(_text(f"行政处罚/{change}744")))
    reading = report.by_cell[_CELLS[1]]
    assert not reading.sure or reading.number == value
    fee = re.sub(r"(?m)^行政事业性收费.*$", f"行政事业性收费/{change}", _text("行政处罚 21 0 744"))
    assert read_report(open_text(fee)).by_cell[CellId("active.fee.change")].number == value


@pytest.mark.parametrize("change", ["新增2", "—2", "增 2"])
def test_a_figure_behind_a_word_that_may_be_its_sign_is_doubted(change: str) -> None:
    report = read_report(open_text(_text(f"行政处罚：21、{change}、744")))
    reading = report.by_cell[_CELLS[1]]
    assert not (reading.sure and reading.number == 2)


@pytest.mark.parametrize("figure", ["4OO", "O4", "4О", "l4", "4〇"])
@pytest.mark.parametrize("between", [" ", "\t", "、"])
def test_a_letter_among_digits_leaves_no_figure_sure(figure: str, between: str) -> None:
    report = read_report(open_text(_text(between.join(["行政处罚", "241", "增3", figure]))))
    reading = report.by_cell[_CELLS[2]]
    assert not (reading.sure and reading.number == 4)
