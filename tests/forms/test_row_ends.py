"""Rows that nothing ends for certain: what stands behind their figures is told from these."""

from __future__ import annotations

import re

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from reviewer.forms.report import Reading
from tests.layouts import Faults, make_figures, render

FORMS = ("2019", "2021")


def _read(text: str, row: str = "") -> list[Reading]:
    report = read_report(open_text(text))
    return [one for one in report.readings if one.cell.startswith(row)]


@pytest.mark.parametrize("form_id", FORMS)
@pytest.mark.parametrize("layout", ["covered_cells", "page_source"])
def test_blank_lines_of_covered_places_and_of_markup_are_no_cells(
    form_id: str, layout: str
) -> None:
    rendered = render(make_figures(form_id, 4), form_id, layout)
    readings = _read(rendered.text)
    assert all(one.sure for one in readings)
    assert {one.cell: one.printed for one in readings} == rendered.truth


@pytest.mark.parametrize("form_id", FORMS)
def test_a_doubled_figure_on_a_line_of_its_own_shifts_nothing(form_id: str) -> None:
    doubled = Faults(doubled=frozenset({CellId("requests.new.business")}))
    rendered = render(make_figures(form_id, 5), form_id, "paragraphs", doubled)
    row = _read(rendered.text, "requests.new.")
    assert [one.printed for one in row] == [rendered.truth[one.cell] for one in row]
    assert not any(one.sure for one in row)


@pytest.mark.parametrize(
    "title",
    ["云岭县石桥镇人民政府2023年政府信息公开工作年度报告", "填报人：李某  填报日期：1月12日"],
)
def test_words_behind_a_rows_figures_take_no_cell_of_it(title: str) -> None:
    rendered = render(make_figures("2021", 5), "2021", "pipe_cells")
    text = re.sub(r"(?m)^(2\.重复申请.*)$", rf"{title}\n\1", rendered.text)
    assert text != rendered.text
    row = _read(text, "requests.declined_petition.")
    assert [one.printed for one in row] == [rendered.truth[one.cell] for one in row]


def test_a_misspelt_heading_between_rows_is_no_cell() -> None:
    slips = {"（五）不予处理": "（五）不于处理", "（三）不予公开": "（三）不予公升"}
    rendered = render(make_figures("2019", 5), "2019", "pipe_cells", Faults(labels=slips))
    readings = _read(rendered.text, "requests.")
    assert all(one.printed == rendered.truth[one.cell] for one in readings)
    assert all(one.sure for one in readings)


def test_a_rows_first_figure_may_stand_in_its_labels_own_cell() -> None:
    rendered = render(make_figures("2021", 5), "2021", "tsv", Faults(blank_total_column=True))
    text, moved = re.subn(r"(?m)(?<=[^\W\d])\t+(?=\d)", " ", rendered.text)
    assert moved > 20
    readings = _read(text, "requests.")
    assert {one.cell: one.printed or "" for one in readings} == {
        cell: printed for cell, printed in rendered.truth.items() if cell.startswith("requests.")
    }
