"""The measuring itself: verdicts are right, and what is measured can still be run."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.document.opening import open_document, open_text
from reviewer.forms.reading import read_report
from tests.benchmarks import accuracy, core
from tests.benchmarks.model import Benchmark
from tests.benchmarks.reports import PLANTED, seven_pages, town_report
from tests.layouts import Faults, make_figures, render


@pytest.mark.parametrize(("values", "verdict"), [([1, 2, 90], "ok"), ([1, 6, 90], "OVER")])
def test_the_median_is_held_against_the_budget(values: list[float], verdict: str) -> None:
    line = Benchmark("name", 5, "ms", lambda: values).line()
    assert line.endswith(verdict)
    assert "90.0 ms" in line


def test_the_planted_figure_is_what_the_report_says() -> None:
    rendered = town_report()
    report = read_report(open_text(rendered.text))
    assert report.by_cell[PLANTED].printed == rendered.truth[PLANTED]
    assert set(core.report().form.figures) == set(rendered.truth)


def test_the_printed_report_has_seven_pages_and_is_read(tmp_path: Path) -> None:
    path = tmp_path / "报告.pdf"
    path.write_bytes(seven_pages())
    report = read_report(open_document(path))
    assert len(report.document.pages) == 7
    assert all(reading.sure for reading in report.readings)


def test_a_reading_that_is_off_is_counted() -> None:
    rendered = render(make_figures("2021", 1), "2021", "word_tab", Faults())
    right = accuracy.score(rendered)
    assert right.right + right.wrong_and_sure <= right.cells == len(rendered.truth)
    other = {**rendered.truth, PLANTED: "987654"}
    off = accuracy.score(type(rendered)(rendered.text, other, rendered.places, frozenset()))
    assert off.right == right.right - 1
    assert off.wrong_and_sure == right.wrong_and_sure + 1


def test_no_report_at_all_has_nothing_right() -> None:
    rendered = town_report()
    nothing = type(rendered)("并非报告。", rendered.truth, {}, frozenset())
    assert accuracy.score(nothing) == accuracy.Score(cells=len(rendered.truth))
