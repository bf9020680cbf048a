"""Cells on indented lines of their own, with indented lines of nothing else between them."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from tests.layouts import make_figures, render

_ROW = "7.属于行政执法案卷"


def _on_lines(text: str, cell: str, between: str, *, second_blank: bool = False) -> str:
    """The text with every cell of its tables on a line, and a line of nothing between any two."""
    lines: list[str] = []
    for line in text.split("\n"):
        cells = [one for one in line.split("\t") if one]
        if "\t" not in line:
            lines.append(line)
            continue
        if second_blank and _ROW in line:
            cells[-6] = ""
        lines += [part for one in cells for part in (f"{cell}{one}", between)]
    return "\n".join(lines)


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("seed", [3, 4])
@pytest.mark.parametrize(("cell", "between"), [("\t\t\t", "\t\t"), ("\t", "\t"), ("\t\t", " \t")])
def test_lines_between_cells_are_no_blank_cells(
    form_id: str, seed: int, cell: str, between: str
) -> None:
    rendered = render(make_figures(form_id, seed), form_id, "tsv")
    report = read_report(open_text(_on_lines(rendered.text, cell, between)))
    wrong = [
        key
        for key, printed in rendered.truth.items()
        if (report.by_cell[key].printed or "") != (printed or "")
    ]
    assert wrong == []


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize(("cell", "between"), [("\t\t\t", "\t\t"), ("\t", "\t")])
def test_a_blank_cell_between_such_lines_shifts_no_figure(
    form_id: str, cell: str, between: str
) -> None:
    rendered = render(make_figures(form_id, 3), form_id, "tsv")
    report = read_report(open_text(_on_lines(rendered.text, cell, between, second_blank=True)))
    blank = CellId("requests.refused_case_file.business")
    truth = rendered.truth | {blank: ""}
    wrong = [key for key, said in truth.items() if (report.by_cell[key].printed or "") != said]
    assert [key for key in wrong if report.by_cell[key].sure] == []
    assert not report.by_cell[blank].printed
