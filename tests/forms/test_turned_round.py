"""Figures that do not stand behind their labels: before them, or all behind the last one."""

from __future__ import annotations

import re

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.layouts import Rendered, make_figures, render

_ROW = re.compile(r"(?m)^(.*[一-龥）”])((?:[ \t][-+]?\d+(?:\.\d+)?)+)$")


def _wrong(report: Report, rendered: Rendered, table: str = "") -> list[str]:
    return [
        cell
        for cell, printed in rendered.truth.items()
        if cell.startswith(table) and report.by_cell[cell].printed != printed
    ]


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("written", [r"\2 \1", r"\2\n\1"])
def test_figures_before_their_labels_are_read_and_never_sure(form: str, written: str) -> None:
    rendered = render(make_figures(form, 3), form, "spaced")
    report = read_report(open_text(_ROW.sub(written, rendered.text)))
    assert _wrong(report, rendered) == []
    rows = [one for one in report.readings if not one.cell.startswith("disputes")]
    assert not any(one.sure for one in rows)


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_bars_between_figures_and_their_labels(form: str) -> None:
    rendered = render(make_figures(form, 3), form, "figures_left")
    report = read_report(open_text(rendered.text))
    assert _wrong(report, rendered, "requests") == []
    assert not any(one.sure for one in report.readings if one.cell.startswith("requests"))


def _apart(rendered: Rendered, *, by_columns: bool) -> str:
    """Table three's labels first, its figures behind the last of them, a figure a line."""
    begin = rendered.text.index("一、本年新收")
    end = rendered.text.index("四、政府信息公开行政")
    rows = _ROW.findall(rendered.text[begin:end])
    figures = [row[1].split() for row in rows]
    ordered = zip(*figures, strict=True) if by_columns else figures
    lines = [row[0] for row in rows] + [figure for line in ordered for figure in line]
    return rendered.text[:begin] + "\n".join(lines) + "\n\n" + rendered.text[end:]


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("by_columns", [False, True])
def test_figures_behind_the_last_label_are_read_by_their_sums(
    form: str, *, by_columns: bool
) -> None:
    rendered = render(make_figures(form, 3), form, "spaced")
    report = read_report(open_text(_apart(rendered, by_columns=by_columns)))
    assert _wrong(report, rendered, "requests") == []
    assert not any(one.sure for one in report.readings if one.cell.startswith("requests"))


def test_as_many_figures_as_cells_are_needed() -> None:
    rendered = render(make_figures("2021", 3), "2021", "spaced")
    text = _apart(rendered, by_columns=True)
    at = text.index("\n112\n")
    report = read_report(open_text(text[:at] + text[at + 4 :]))
    assert report.by_cell[CellId("requests.total.total")].printed is None
    assert not any(one.sure for one in report.readings if one.cell.startswith("requests"))


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("marks", ["（，）", "(,)", "（、）"])
def test_brackets_around_a_rows_figures(form: str, marks: str) -> None:
    opening, mark, closing = tuple(marks)

    def bracketed(found: re.Match[str]) -> str:
        return found[1] + opening + mark.join(found[2].split()) + closing

    rendered = render(make_figures(form, 3), form, "spaced")
    report = read_report(open_text(_ROW.sub(bracketed, rendered.text)))
    assert _wrong(report, rendered) == []
    assert all(one.sure for one in report.readings)


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("numbers", ["甲\t{}", "{}"])
def test_a_line_that_numbers_the_columns_of_table_four(form: str, numbers: str) -> None:
    rendered = render(make_figures(form, 3), form, "tsv")
    first = rendered.places[CellId("disputes.reconsideration.upheld")][0]
    counted = numbers.format("\t".join(map(str, range(1, 16)))) + "\n"
    report = read_report(open_text(rendered.text[:first] + counted + rendered.text[first:]))
    assert _wrong(report, rendered) == []
    assert all(one.sure for one in report.readings)


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_digits_in_one_cell_behind_each_label_are_cut(form: str) -> None:
    def glued(found: re.Match[str]) -> str:
        return found[1] + "\t" + found[2].replace(" ", "")

    rendered = render(make_figures(form, 3), form, "spaced")
    report = read_report(open_text(_ROW.sub(glued, rendered.text)))
    for cell in _wrong(report, rendered):
        assert not report.by_cell[CellId(cell)].sure
    assert _wrong(report, rendered, "requests") == []
