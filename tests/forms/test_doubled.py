"""A file with two copies of a table: figures that differ between them are not sure."""

from __future__ import annotations

import pytest

from reviewer.document.composing import Grid, compose
from reviewer.document.model import Origin
from reviewer.forms.reading import read_report
from reviewer.forms.report import Report
from tests.layouts import make_figures
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
