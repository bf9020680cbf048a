"""Rows whose line is broken in the middle, as narrow pages and mail programs break them."""

from __future__ import annotations

import re

import pytest

from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from tests.layouts import Faults, Rendered, make_figures, render

_ROW = "7.属于行政执法案卷"


def _read(rendered: Rendered, text: str) -> tuple[list[str], list[str]]:
    """The cells whose figure is not read, and those of them that look sure."""
    report = read_report(open_text(text))
    wrong = [
        cell
        for cell, printed in rendered.truth.items()
        if re.sub(r"\s", "", report.by_cell[cell].printed or "") != (printed or "")
    ]
    return list(wrong), [cell for cell in wrong if report.by_cell[cell].sure]


def _broken(text: str, separator: str, at: int) -> str:
    """The text with a line's end behind one of a row's separators."""
    row = re.search(rf"{_ROW}[^\n]*", text)
    assert row is not None
    parts = row[0].split(separator)
    line = separator.join(parts[: at + 1]) + separator + "\n" + separator.join(parts[at + 1 :])
    return text[: row.start()] + line + text[row.end() :]


@pytest.mark.parametrize("at", range(7))
@pytest.mark.parametrize(("layout", "separator"), [("csv", ","), ("csv_flat", ","), ("tsv", "\t")])
@pytest.mark.parametrize("blanks", [False, True])
def test_a_line_that_ends_in_a_separator_goes_on(
    layout: str, separator: str, at: int, *, blanks: bool
) -> None:
    figures = make_figures("2021", 5, outcomes=20)
    rendered = render(figures, "2021", layout, Faults(blanks_for_zeros=blanks))
    wrong, sure = _read(rendered, _broken(rendered.text, separator, at))
    assert sure == []
    assert blanks or wrong == []


@pytest.mark.parametrize(("layout", "separator"), [("csv", ","), ("tsv", "\t")])
def test_a_figure_broken_in_the_middle_is_not_its_first_digits(layout: str, separator: str) -> None:
    rendered = render(make_figures("2021", 5, size=900, outcomes=20), "2021", layout)
    broken = re.sub(rf"({_ROW}{separator}\d)(?=\d)", r"\1\n", rendered.text)
    assert broken != rendered.text
    _, sure = _read(rendered, broken)
    assert sure == []
