"""Columns of tables whose rows are not parted at quite the same places."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from reviewer.document.composing import Cell, Grid, compose
from reviewer.document.model import Origin
from reviewer.document.slivers import Extent, columns_of
from reviewer.forms.catalog import form as form_of
from reviewer.forms.layout import layout_of
from reviewer.forms.reading import read_report
from tests.layouts import make_figures
from tests.writers.report import report_items

ORIGIN = Origin(path="", format="docx", encoding=None, sha256="0" * 64, size=0)


def _cells(form_id: str, key: str) -> list[Cell]:
    layout = layout_of(form_of(form_id), key)
    return [
        Cell(one.row, one.column, one.cell or one.text, one.row_span, one.column_span)
        for one in layout.cells
    ]


def _dragged(cells: list[Cell], dice: random.Random) -> list[Cell]:
    """The cells on a grid of twice as many columns, the edges of single cells a column off."""
    last = max(cell.column + cell.column_span for cell in cells)
    labels = {edge for cell in cells if cell.row_span > 1 for edge in (cell.column, _end(cell))}
    off = {
        (row, edge): dice.choice((0, 1)) if edge not in labels | {0, last} else 0
        for row in range(100)
        for edge in range(last + 1)
    }

    def moved(cell: Cell) -> Cell:
        start = 2 * cell.column + off[cell.row, cell.column]
        end = 2 * _end(cell) + off[cell.row, _end(cell)]
        return replace(cell, column=start, column_span=end - start)

    return [moved(cell) for cell in cells]


def _places(cells: list[Cell]) -> list[Extent]:
    return [(one.row, one.column, one.row_span, one.column_span) for one in cells]


def _end(cell: Cell) -> int:
    return cell.column + cell.column_span


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("key", ["requests", "disputes"])
@pytest.mark.parametrize("seed", range(5))
def test_slivers_between_edges_are_no_columns(form_id: str, key: str, seed: int) -> None:
    cells = _cells(form_id, key)
    dragged = _dragged(cells, random.Random(seed))
    columns = columns_of(_places(dragged))
    assert columns is not None
    assert [(columns[one.column], columns[_end(one)]) for one in dragged] == [
        (one.column, _end(one)) for one in cells
    ]


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("key", ["active", "requests", "disputes"])
def test_the_forms_own_tables_keep_their_columns(form_id: str, key: str) -> None:
    assert columns_of(_places(_cells(form_id, key))) is None


def test_rows_parted_differently_on_purpose_keep_their_columns() -> None:
    halves = [Cell(0, 0, "a", column_span=3), Cell(0, 3, "b", column_span=3)]
    thirds = [Cell(1, 2 * place, "c", column_span=2) for place in range(3)]
    late = [Cell(2, 0, "d", column_span=1), Cell(2, 1, "e", column_span=5)]
    assert columns_of(_places([*halves, *thirds, *late, Cell(3, 1, "f"), Cell(3, 2, "g")])) is None
    assert columns_of([]) is None


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("seed", range(3))
def test_figures_of_dragged_columns_are_read_for_sure(form_id: str, seed: int) -> None:
    dice = random.Random(seed)
    figures = make_figures(form_id, seed)
    blanks = {cell: "" for cell, text in figures.items() if text == "0" and dice.random() < 0.3}
    figures |= blanks
    items = [
        Grid(tuple(_dragged(list(item.cells), dice))) if isinstance(item, Grid) else item
        for item in report_items(figures, form_id)
    ]
    readings = read_report(compose(items, ORIGIN)).by_cell
    read = {cell: (readings[cell].printed, readings[cell].sure) for cell in figures}
    assert read == {cell: (text, True) for cell, text in figures.items()}
