"""Rows printed twice with different figures, and rows in another order than the form's."""

from __future__ import annotations

import re

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from tests.layouts import LAYOUTS, make_figures, render

_CELL = CellId("requests.refused_case_file.total")
_ROW = re.compile(r"(?m)^.*7\.属于行政执法案卷.*\d.*\n")
_LAYOUTS = ["tsv", "csv", "csv_flat", "pipe", "pipe_both", "spaced", "slashes", "drawn", "pdf"]


def _otherwise(row: str) -> str:
    """A row with another figure in its last cell."""
    return re.sub(r"\d(?=\D*$)", lambda found: str((int(found[0]) + 3) % 10), row)


def _last(row: str) -> str:
    return str(re.findall(r"\d+", row)[-1])


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("layout", _LAYOUTS)
@pytest.mark.parametrize("first", [False, True])
def test_a_row_printed_twice_with_other_figures_has_both_for_candidates(
    form_id: str, layout: str, *, first: bool
) -> None:
    rendered = render(make_figures(form_id, 3), form_id, layout)
    found = _ROW.search(rendered.text)
    assert found is not None
    row, other = found[0], _otherwise(found[0])
    both = other + row if first else row + other
    report = read_report(open_text(rendered.text.replace(row, both)))
    reading = report.by_cell[_CELL]
    assert not reading.sure
    assert {reading.printed, *reading.candidates} == {_last(row), _last(other)}
    assert "两次" in (reading.doubt or "")
    sure = [
        cell
        for cell, printed in rendered.truth.items()
        if cell != _CELL and (report.by_cell[cell].printed or "") != (printed or "")
    ]
    assert sure == []


def test_a_row_printed_twice_with_the_same_figures_is_sure() -> None:
    rendered = render(make_figures("2021", 3), "2021", "tsv")
    text = _ROW.sub(lambda found: found[0] * 2, rendered.text)
    report = read_report(open_text(text))
    assert report.by_cell[_CELL].sure
    (problem,) = report.problems
    assert problem.code == "table.row_twice"
    assert "7.属于行政执法案卷" in problem.message
    assert problem.span is not None
    assert problem.span.start > text.index("7.属于行政执法案卷")
    assert "属于行政执法案卷" in text[problem.span.start : problem.span.end]


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_row_is_printed_twice_where_only_its_label_is(form_id: str, layout: str) -> None:
    report = read_report(open_text(render(make_figures(form_id, 1), form_id, layout).text))
    assert [one.message for one in report.problems if one.code == "table.row_twice"] == []


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("layout", _LAYOUTS[:-1])
@pytest.mark.parametrize("label", ["2.重复申请", "3.危及", "6.属于四类"])
def test_exchanged_rows_are_read_by_their_labels(form_id: str, layout: str, label: str) -> None:
    rendered = render(make_figures(form_id, 3), form_id, layout)
    pair = re.search(rf"(?m)^(.*{label}.*\d.*\n)(?:[├+][^\d\n]*\n)?(.*\n)", rendered.text)
    assert pair is not None
    text = rendered.text.replace(pair[0], pair[2] + pair[1])
    report = read_report(open_text(text))
    wrong = [
        cell
        for cell, printed in rendered.truth.items()
        if (report.by_cell[cell].printed or "") != (printed or "")
    ]
    assert wrong == []
    assert sum("次序" in (one.doubt or "") for one in report.readings) == 14


@pytest.mark.parametrize("layout", ["tsv", "pipe", "spaced", "csv_flat"])
def test_the_form_s_second_row_before_its_first_is_read_by_its_label(layout: str) -> None:
    rendered = render(make_figures("2021", 3), "2021", layout)
    one, two = re.findall(r"(?m)^.*(?:一、本年新收|二、上年结转).*\d.*\n", rendered.text)
    report = read_report(open_text(rendered.text.replace(one + two, two + one)))
    rows = [cell for cell in rendered.truth if cell.split(".")[1] in {"new", "carried_in"}]
    assert [c for c in rows if report.by_cell[c].printed != rendered.truth[c]] == []
    assert not any(report.by_cell[cell].sure for cell in rows)


def test_the_form_s_second_row_before_its_first_with_figures_below_is_not_sure() -> None:
    """Whichever of both stands first, the sums of the columns hold."""
    rendered = render(make_figures("2021", 3), "2021", "spaced")
    one, two = re.findall(r"(?m)^.*(?:一、本年新收|二、上年结转).*\d.*\n", rendered.text)
    text = rendered.text.replace(one + two, two + one)
    start = text.index("二、上年结转")
    below = re.sub(r"(?m)(?<=[\u4e00-\u9fff）”]) (?=\d[\d ]*$)", "\n", text[start:])
    report = read_report(open_text(text[:start] + below))
    rows = [cell for cell in rendered.truth if cell.split(".")[1] in {"new", "carried_in"}]
    wrong = [cell for cell in rows if report.by_cell[cell].printed != rendered.truth[cell]]
    assert not any(report.by_cell[cell].sure for cell in wrong)
