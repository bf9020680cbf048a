"""A file with two copies of a table: figures that differ between them are not sure."""

from __future__ import annotations

import pytest

from reviewer.document.composing import Grid, compose
from reviewer.document.model import Origin
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.layouts import make_figures, render
from tests.writers.report import report_items

ORIGIN = Origin(path="", format="docx", encoding=None, sha256="0" * 64, size=0)


def _read(form_id: str, seed: int, *, behind: bool) -> Report:
    """A report of known figures, and the tables of another one behind or before its own."""
    items = report_items(make_figures(form_id, 4), form_id)
    other = [
        one for one in report_items(make_figures(form_id, seed), form_id) if isinstance(one, Grid)
    ]
    return read_report(compose([*items, *other] if behind else [*other, *items], ORIGIN))


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("behind", [False, True])
def test_figures_that_differ_between_copies_are_not_sure(form_id: str, behind: bool) -> None:
    figures, others = make_figures(form_id, 4), make_figures(form_id, 9)
    report = _read(form_id, 9, behind=behind)
    unsure = {one.cell for one in report.readings if not one.sure}
    assert unsure == {cell for cell in figures if figures[cell] != others[cell]}
    assert len(unsure) > 20


@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_copies_that_say_the_same_are_sure(form_id: str) -> None:
    report = _read(form_id, 4, behind=True)
    assert all(one.sure for one in report.readings)


def test_copies_of_another_shape_are_not_compared_cell_by_cell() -> None:
    items = report_items(make_figures("2021", 4), "2021")
    grids = [one for one in items if isinstance(one, Grid)]
    shifted = Grid(
        tuple(
            type(cell)(cell.row + 1, cell.column, cell.text, cell.row_span, cell.column_span)
            for cell in grids[1].cells
        )
    )
    report = read_report(compose([*items, shifted], ORIGIN))
    unsure = {one.cell.split(".")[0] for one in report.readings if not one.sure}
    assert unsure == {"requests"}


def test_sentences_that_name_all_outcomes_are_no_copy() -> None:
    told = (
        "石桥镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n"
        "两家单位合计收到申请126件。\n全县被申请行政复议18件，其中结果维持12件，结果纠正3件，"
        "其他结果2件，尚未审结1件。被提起行政诉讼15件，其中未经复议直接起诉10件，复议后起诉5件；"
        "已审结12件，其中结果维持8件，结果纠正1件，其他结果3件。\n"
    )
    report = read_report(open_text(told + render(make_figures("2021", 4), "2021", "word_tab").text))
    assert [one.cell for one in report.readings if not one.sure] == []
