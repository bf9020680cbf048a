"""Tables in text that has kept its markup, or that quotes its cells."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from reviewer.base import CellId
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from tests.layouts import make_figures, render

BARRED = re.compile(r"(?m)^\| (.*) \|$")


def _bold(text: str) -> str:
    cells = re.compile(r"(?<=\| )[^|\n]*[^|\s](?= \|)")
    return BARRED.sub(lambda line: cells.sub(r"**\g<0>**", line[0]), text)


def _escaped(text: str) -> str:
    return BARRED.sub(lambda line: line[0].replace("|", "\\|"), text)


def _tagged(text: str) -> str:
    return BARRED.sub(
        lambda line: "<tr><td>" + line[1].replace(" | ", "</td><td>") + "</td></tr>", text
    )


def _listed(text: str) -> str:
    return BARRED.sub(lambda line: repr(line[1].split(" | ")), text)


def _json(text: str) -> str:
    return BARRED.sub(lambda line: '["' + line[1].replace(" | ", '", "') + '"],', text)


@pytest.mark.parametrize("written", [_bold, _escaped, _tagged, _listed, _json])
@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_markup_is_no_part_of_a_cell(form_id: str, written: Callable[[str], str]) -> None:
    figures = make_figures(form_id, 3)
    text = written(render(figures, form_id, "markdown_right").text)
    report = read_report(open_text(text))
    read = {cell: one.printed for cell, one in report.by_cell.items()}
    assert read == figures
    assert all(one.sure for one in report.readings)


def test_thousands_are_parted_within_quotes_only() -> None:
    figures = make_figures("2021", 3, size=40_000)
    rendered = render(figures, "2021", "quoted")
    text = re.sub(r'(?<=")(\d{1,3})(\d{3})(?=")', r"\1,\2", rendered.text)
    report = read_report(open_text(text))
    assert "," in text
    assert {cell: (one.printed or "").replace(",", "") for cell, one in report.by_cell.items()} == (
        figures
    )
    assert all(one.sure for one in report.readings)


@pytest.mark.parametrize("printed", ["O", "l", "口", "(", "1O", "3'", ".5", "3 2", "3 2 1 2 . 6 5"])
@pytest.mark.parametrize("layout", ["word_tab", "pipe", "csv"])
def test_what_may_be_left_of_a_figure_is_not_sure(layout: str, printed: str) -> None:
    cell = CellId("active.licence.decisions")
    figures = make_figures("2021", 3) | {cell: printed}
    report = read_report(open_text(render(figures, "2021", layout).text))
    assert not report.by_cell[cell].sure


@pytest.mark.parametrize("printed", ["暂无", "约5件", "不涉及", "三件", "本单位没有此项"])
def test_words_instead_of_a_figure_are_what_is_printed(printed: str) -> None:
    cell = CellId("active.licence.decisions")
    figures = make_figures("2021", 3) | {cell: printed}
    report = read_report(open_text(render(figures, "2021", "word_tab").text))
    assert report.by_cell[cell].printed == printed
    assert report.by_cell[cell].sure
