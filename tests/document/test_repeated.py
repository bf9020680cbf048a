"""Tables whose right columns come after the left ones, their labels repeated."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from reviewer.document.composing import Cell, Grid, Item, compose
from reviewer.document.model import Origin
from reviewer.document.repeated import columns_joined
from reviewer.forms.reading import read_report
from tests.layouts import make_figures
from tests.writers.report import report_items

ORIGIN = Origin(path="", format="xlsx", encoding=None, sha256="0" * 64, size=0)
LABELS, FIGURES = 3, 7


def _part(grid: Grid, first: int, last: int, rows: range) -> list[Cell]:
    """The columns of labels and some columns of figures of some rows, counted from there."""
    found = []
    for cell in grid.cells:
        start, end = cell.column, cell.column + cell.column_span
        top, bottom = max(cell.row, rows.start), min(cell.row + cell.row_span, rows.stop)
        if end > LABELS:
            kept = [place for place in range(start, end) if first <= place - LABELS < last]
            label = [place for place in range(start, end) if place < LABELS]
            start = label[0] if label else (kept[0] - first if kept else 0)
            end = start + len(label) + len(kept)
        if start < end and top < bottom:
            text = cell.text if top == cell.row else ""
            place = Cell(top - rows.start, start, text, bottom - top, end - start)
            found.append(place)
    return found


def _below(parts: list[list[Cell]]) -> Grid:
    """The parts below each other in one table."""
    cells: list[Cell] = []
    for part in parts:
        start = max((cell.row + cell.row_span for cell in cells), default=0)
        cells += [replace(cell, row=cell.row + start) for cell in part]
    return Grid(tuple(cells))


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("cuts", [(4,), (2, 5)])
@pytest.mark.parametrize("apart", [True, False])
def test_parts_with_repeated_labels_are_one_table(
    form_id: str, cuts: tuple[int, ...], apart: bool
) -> None:
    figures = make_figures(form_id, 7)
    items = report_items(figures, form_id)
    at = next(at for at, item in enumerate(items) if isinstance(item, Grid) and _is_wide(item))
    grid = items[at]
    assert isinstance(grid, Grid)
    rows = range(max(cell.row + cell.row_span for cell in grid.cells))
    bounds = [0, *cuts, FIGURES]
    parts = [_part(grid, first, last, rows) for first, last in pairwise(bounds)]
    items[at : at + 1] = [Grid(tuple(part)) for part in parts] if apart else [_below(parts)]
    report = read_report(compose(columns_joined(items), ORIGIN))
    read = {cell: (one.printed, one.sure) for cell, one in report.by_cell.items()}
    assert read == {cell: (text, True) for cell, text in figures.items()}


def _is_wide(grid: Grid) -> bool:
    return any(cell.column_span == LABELS and cell.row_span == LABELS for cell in grid.cells)


def _table(heads: list[str], *, labels: str = "甲乙丙丁戊己庚") -> Grid:
    """A table of as many columns of figures as heads."""
    rows = [["项目", *heads], *([label, *["1"] * len(heads)] for label in labels)]
    return Grid(
        tuple(
            Cell(row, column, text)
            for row, line in enumerate(rows)
            for column, text in enumerate(line)
        )
    )


@pytest.mark.parametrize(
    "following",
    [
        _table(["自然人", "总计"]),
        _table(["科研机构"], labels="甲乙丙丁戊己辛"),
        _table(["科研机构"], labels="甲乙丙丁戊己"),
        replace(_table(["科研机构"]), sheet="表"),
    ],
    ids=["the same again", "other labels", "fewer rows", "another sheet"],
)
def test_other_tables_stay_apart(following: Grid) -> None:
    first = _table(["自然人", "总计"])
    assert list(columns_joined([first, following])) == [first, following]


def test_a_paragraph_between_keeps_tables_apart() -> None:
    left, right = _table(["自然人"]), _table(["科研机构"])
    items: list[Item] = [left, "去年的数据如下：", right]
    assert list(columns_joined(items)) == items
    assert len(list(columns_joined([left, right]))) == 1


def test_parts_of_several_pages_each_are_put_side_by_side() -> None:
    upper, lower = "甲乙丙丁戊己庚", "子丑寅卯辰巳午"
    parts = [
        list(_table(heads, labels=labels).cells)
        for heads in (["自然人", "企业"], ["科研", "其他"])
        for labels in (upper, lower)
    ]
    (whole,) = columns_joined([_below(parts)])
    assert isinstance(whole, Grid)
    lines: dict[int, list[str]] = {}
    for cell in sorted(whole.cells, key=lambda cell: (cell.row, cell.column)):
        lines.setdefault(cell.row, []).append(cell.text)
    assert lines[0] == ["项目", "自然人", "企业", "科研", "其他"]
    assert [line[0] for line in lines.values()] == ["项目", *upper, *lower]
    assert {len(line) for line in lines.values()} == {5}
