"""Cells of several lines, quoted as a spreadsheet copies them, among cells that tabs part."""

from __future__ import annotations

import re

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from tests.layouts import make_figures, render

_LABEL = re.compile(r"(?m)(?<![^\t\n])([^\t\n。]*[\u4e00-\u9fff][^\t\n。]*)(?=\t)")


def _broken(match: re.Match[str]) -> str:
    """A label as its narrow cell breaks it, quoted; short ones behind their number."""
    words = match[0].replace("（", "(").replace("）", ")").replace('"', '""')
    at = words.find(")") + 1 or len(words) // 2
    return f'"{words[:at]}\n{words[at:]}"'


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("seed", [3, 4, 5])
def test_quoted_labels_of_several_lines_are_labels(form_id: str, seed: int) -> None:
    rendered = render(make_figures(form_id, seed), form_id, "tsv")
    text = _LABEL.sub(_broken, rendered.text)
    assert '"(七)\n总计"' in text
    report = read_report(open_text(text))
    wrong = [
        cell
        for cell, printed in rendered.truth.items()
        if (report.by_cell[cell].printed or "") != (printed or "")
    ]
    assert wrong == []


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("seed", [3, 4, 5])
def test_rows_around_quoted_thousands_are_parted_by_the_same_commas(
    form_id: str, seed: int
) -> None:
    """A spreadsheet quotes only the cells that hold a comma, which not every row has."""
    rendered = render(make_figures(form_id, seed), form_id, "csv")
    first, last = CellId("active.penalty.decisions"), CellId("requests.granted.business")
    first = first if form_id == "2021" else CellId("active.penalty.previous_items")
    text = rendered.text
    for cell in (last, first):
        start, end = rendered.places[cell]
        text = f'{text[:start]}"12,345"{text[end:]}'
    report = read_report(open_text(text))
    wrong = [
        cell
        for cell, printed in rendered.truth.items()
        if cell not in {first, last} and (report.by_cell[cell].printed or "") != (printed or "")
    ]
    assert wrong == []
    assert {report.by_cell[cell].printed for cell in (first, last)} == {"12,345"}
