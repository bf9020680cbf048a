"""Rows told by the edges of their cells, as grids."""

from __future__ import annotations

import random

import pytest

from reviewer.document.word.rows import CellRule, Row, RowRule, grid_of, row_of
from reviewer.errors import TooLargeError
from reviewer.forms.catalog import form as form_of
from reviewer.forms.layout import Layout, layout_of


def _rows(layout: Layout, dice: random.Random) -> list[Row]:
    """The layout as a word processor states it, each edge a little off."""
    at = layout.at()
    rows = []
    for line in range(layout.rows):
        cells = {at[line, column].column: at[line, column] for column in range(layout.columns)}
        rules = tuple(
            CellRule(
                500 * (cell.column + cell.column_span) + dice.randint(-40, 40),
                joins_above=cell.row < line,
            )
            for cell in cells.values()
        )
        rule = RowRule(dice.randint(-40, 40), rules)
        texts = tuple(cell.text or "1" for cell in cells.values())
        rows.append(Row(rule, texts, doubts=("",) * len(texts)))
    return rows


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("seed", range(10))
def test_edges_dragged_by_hand_make_the_same_grid(form_id: str, seed: int) -> None:
    form = form_of(form_id)
    layout = layout_of(form, "requests")
    grid = grid_of(_rows(layout, random.Random(seed)))
    assert {(one.row, one.column, one.row_span, one.column_span) for one in grid.cells} == {
        (one.row, one.column, one.row_span, one.column_span) for one in layout.cells
    }


def test_narrow_cells_keep_their_columns() -> None:
    rows = [row_of(RowRule(0, (CellRule(60), CellRule(120))), ["甲", "乙"]),
            row_of(RowRule(0, (CellRule(120),)), ["丙"])]  # fmt: skip
    cells = [(one.row, one.column, one.column_span) for one in grid_of(rows).cells]
    assert cells == [(0, 0, 1), (0, 1, 1), (1, 0, 2)]


def test_a_cell_of_another_width_is_not_joined_to_the_one_above() -> None:
    rows = [row_of(RowRule(0, (CellRule(900), CellRule(1800))), ["甲", "乙"]),
            row_of(RowRule(0, (CellRule(1800, joins_above=True),)), ["丙"])]  # fmt: skip
    assert [one.text for one in grid_of(rows).cells] == ["甲", "乙", "丙"]


def test_a_row_that_lost_a_cell_is_certain_in_none() -> None:
    rule = RowRule(0, (CellRule(60), CellRule(120), CellRule(180)))
    assert row_of(rule, ["甲", "1", ""]).doubts == ("", "", "")
    lost = row_of(rule, ["甲", "1"])
    assert lost.texts == ("甲", "1", "")
    assert all(lost.doubts)
    assert row_of(rule, ["甲", "1", "2", "3"]).doubts == ("", "", "", "")


def test_tables_beyond_all_measure_are_refused() -> None:
    dice = random.Random(1)
    rules = [
        RowRule(0, tuple(map(CellRule, sorted(dice.sample(range(1, 2_000_000), 60)))))
        for _ in range(600)
    ]
    with pytest.raises(TooLargeError):
        grid_of([row_of(rule, [""] * 60) for rule in rules])
