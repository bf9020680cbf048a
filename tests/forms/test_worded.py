"""Words in a figure's place, in lines that nothing but blanks parts."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from reviewer.forms.report import Kind
from tests.layouts import make_figures, render

SINGLE = CellId("active.licence.decisions")
IN_ROW = CellId("requests.granted_in_part.research")


@pytest.mark.parametrize("layout", ["spaced", "pdf"])
@pytest.mark.parametrize("cell", [SINGLE, IN_ROW])
@pytest.mark.parametrize("words", ["未开展", "不涉及", "若干", "约12", "见附表", "十二"])
def test_words_take_their_own_place_only(layout: str, cell: CellId, words: str) -> None:
    figures = {**make_figures("2021", 5), cell: words}
    report = read_report(open_text(render(figures, "2021", layout).text))
    row = cell.rpartition(".")[0]
    beside = [one for one in report.readings if one.cell.startswith(f"{row}.") and one.cell != cell]
    assert report.by_cell[cell].printed == words
    assert report.by_cell[cell].kind in {Kind.TEXT, Kind.NUMBER}
    assert [one.printed for one in beside] == [figures[one.cell] for one in beside]


@pytest.mark.parametrize("row", ["行政许可 本年处理决定数量 12", "行政许可 按规定公开"])
def test_other_words_are_no_cells(row: str) -> None:
    text = render(make_figures("2021", 5), "2021", "spaced").text
    line = next(one for one in text.split("\n") if one.startswith("行政许可"))
    reading = read_report(open_text(text.replace(line, row))).by_cell[SINGLE]
    assert reading.kind is not Kind.TEXT
