"""Rows that lack a cell where no sum tells which."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from tests.layouts import LAYOUTS, Faults, make_figures, render

_BARS = [name for name in LAYOUTS if name.startswith(("pipe", "markdown", "bar_lines"))]


@pytest.mark.parametrize("column", ["issued", "repealed", "in_force"])
@pytest.mark.parametrize("row", ["regulation", "normative_document"])
@pytest.mark.parametrize("layout", [*_BARS, "csv", "tsv", "word_tab", "spaced"])
def test_no_cell_of_a_short_row_is_sure_in_table_two(layout: str, row: str, column: str) -> None:
    figures = make_figures("2021", 4) | {
        CellId(f"active.{row}.{key}"): str(30 + place)
        for place, key in enumerate(("issued", "repealed", "in_force"))
    }
    lost = frozenset({CellId(f"active.{row}.{column}")})
    report = read_report(open_text(render(figures, "2021", layout, Faults(lost=lost)).text))
    cells = [report.by_cell[CellId(f"active.{row}.{key}")] for key in ("issued", "repealed")]
    assert not any(cell.sure for cell in cells)
    assert all(len(cell.candidates) > 0 for cell in cells)


@pytest.mark.parametrize("place", range(15))
@pytest.mark.parametrize("layout", [*_BARS, "csv", "tsv", "word_tab"])
def test_no_cell_of_a_short_row_is_wrong_and_sure_in_table_four(layout: str, place: int) -> None:
    figures = make_figures("2021", 4)
    cells = [cell for cell in figures if cell.startswith("disputes")]
    figures |= dict.fromkeys(cells, "0")
    rendered = render(figures, "2021", layout, Faults(lost=frozenset({cells[place]})))
    report = read_report(open_text(rendered.text))
    read = [report.by_cell[cell] for cell in cells]
    assert not any(one.sure and one.printed != rendered.truth[one.cell] for one in read)
