"""Grids that lie otherwise than the form's: turned, with labels behind, cut into halves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest

import pytest

from reviewer.base import CellId
from reviewer.forms.catalog import form as form_of
from reviewer.forms.layout import Role, layout_of
from reviewer.forms.report import Report
from tests.forms.around import not_sure, report_around
from tests.layouts import TITLES, make_figures

_Grid = list[list[str]]


def _grid(form_id: str, key: str, figures: Mapping[CellId, str], *, repeated: bool) -> _Grid:
    """The form's table with all places of the grid; merged cells in their first, or in each."""
    layout = layout_of(form_of(form_id), key)
    return [
        [
            (figures[cell.cell] if cell.cell else cell.text)
            if (cell.row, cell.column) == (row, column)
            or (repeated and cell.role is not Role.FIGURE)
            else ""
            for column in range(layout.columns)
            for cell in (layout.at()[row, column],)
        ]
        for row in range(layout.rows)
    ]


def _turned(grid: _Grid) -> _Grid:
    return [list(column) for column in zip_longest(*grid, fillvalue="")]


def _behind(grid: _Grid) -> _Grid:
    return [[*line[3:], *line[:3]] for line in grid]


def _halved(grid: _Grid) -> _Grid:
    labels = [line[:3] for line in grid]
    group = grid[1][4]
    first = [[*label, *line[3:6]] for label, line in zip(labels, grid, strict=True)]
    second = [[*label, *line[6:]] for label, line in zip(labels, grid, strict=True)]
    second[0][3], second[1][3] = grid[0][3], group
    return [*first, [], *second]


_WAYS: dict[str, Callable[[_Grid], _Grid]] = {
    "turned": _turned,
    "behind": _behind,
    "halved": _halved,
}


def _written(grid: Sequence[Sequence[str]], mark: str) -> str:
    return "\n".join(mark.join(line) for line in grid)


def _report(form_id: str, grids: Mapping[str, _Grid], mark: str) -> Report:
    return report_around(form_id, {key: _written(grid, mark) for key, grid in grids.items()})


def _grids(form_id: str, figures: Mapping[CellId, str], *, repeated: bool) -> dict[str, _Grid]:
    return {key: _grid(form_id, key, figures, repeated=repeated) for key in TITLES}


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("way", sorted(_WAYS))
@pytest.mark.parametrize("mark", ["\t", " | ", ","])
@pytest.mark.parametrize("repeated", [False, True])
def test_figures_are_told_by_the_names_at_both_ends(
    form_id: str, way: str, mark: str, *, repeated: bool
) -> None:
    figures = make_figures(form_id, 3)
    grids = _grids(form_id, figures, repeated=repeated)
    grids["requests"] = _WAYS[way](grids["requests"])
    assert not_sure(_report(form_id, grids, mark), figures) == []


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("way", sorted(_WAYS))
def test_blank_cells_keep_their_places(form_id: str, way: str) -> None:
    figures = {cell: "" if text == "0" else text for cell, text in make_figures(form_id, 3).items()}
    grids = _grids(form_id, figures, repeated=False)
    grids["requests"] = _WAYS[way](grids["requests"])
    report = _report(form_id, grids, "\t")
    assert [one for one in not_sure(report, figures) if one.startswith("requests")] == []


@pytest.mark.parametrize("at", range(3, 10))
def test_a_turned_table_that_lost_a_cell_is_not_read_as_whole(at: int) -> None:
    figures = make_figures("2021", 3)
    grids = _grids("2021", figures, repeated=False)
    turned = _turned(grids["requests"])
    del turned[at][12]
    report = _report("2021", grids | {"requests": turned}, "\t")
    wrong = [
        cell
        for cell, printed in figures.items()
        if (one := report.by_cell[cell]).sure and one.printed != printed
    ]
    assert wrong == []


def test_heads_that_have_moved_against_the_form_name_nothing() -> None:
    figures = make_figures("2021", 3)
    grids = _grids("2021", figures, repeated=False)
    table = grids["requests"]
    for line in table[1:3]:
        line[4], line[5] = line[5], line[4]
    report = _report("2021", grids | {"requests": _turned(table)}, "\t")
    assert not any(one.sure for one in report.readings if one.cell.startswith("requests"))


def test_a_slip_in_a_label_of_a_turned_table() -> None:
    figures = make_figures("2021", 3)
    grids = _grids("2021", figures, repeated=False)
    table = [
        [cell.replace("行政查询", "行政查旬").replace("商业企业", "商业企叶") for cell in line]
        for line in grids["requests"]
    ]
    report = _report("2021", grids | {"requests": _turned(table)}, "\t")
    assert not_sure(report, figures) == []
