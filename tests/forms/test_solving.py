"""Open rows are settled by the sums of all columns, or said to be open."""

from __future__ import annotations

import pytest

from reviewer.document.opening import open_text
from reviewer.forms.aligning.alignment import Method, Options
from reviewer.forms.aligning.choosing import choose
from reviewer.forms.aligning.solving import solutions
from reviewer.forms.cells.pieces import Piece
from reviewer.forms.reading import read_report
from tests.layouts import Faults, make_figures, render

SUM = ((("total", 1), ("one", -1), ("other", -1)),)


def test_the_ways_that_make_every_column_come_right_are_found() -> None:
    rows = {
        "total": [(3.0, 4.0)],
        "one": [(1.0, 0.0), (0.0, 1.0)],
        "other": [(3.0, 3.0), (2.0, 4.0)],
    }
    found, complete = solutions(rows, SUM, 9)
    assert complete
    assert found == [
        {"total": (3.0, 4.0), "one": (1.0, 0.0), "other": (2.0, 4.0)},
        {"total": (3.0, 4.0), "one": (0.0, 1.0), "other": (3.0, 3.0)},
    ]


def test_more_solutions_than_are_looked_for_are_not_all() -> None:
    rows = {"total": [(1.0,)], "one": [(0.0,), (1.0,)], "other": [(1.0,), (0.0,)]}
    assert solutions(rows, SUM, 1) == ([{"total": (1.0,), "one": (0.0,), "other": (1.0,)}], False)
    assert solutions(rows, SUM, 2)[1]


def test_a_search_without_an_end_gives_up() -> None:
    ways = [(float(2**at),) for at in range(12)]
    rows = {"total": [(0.5,)], **{f"row {at}": ways for at in range(9)}}
    equation = (("total", 1), *((f"row {at}", -1 if at % 2 else 1) for at in range(9)))
    assert solutions(rows, (equation,), 5) == ([], False)


def test_of_more_solutions_than_are_kept_those_come_first_that_the_order_of_rows_says() -> None:
    parts = [f"row {at}" for at in range(8)]
    nought, one, four = ((Piece(0, 1, text),) for text in "014")
    rows = {
        "total": Options((four,), Method.EXACT),
        **{key: Options((nought, one), Method.DIGITS) for key in parts},
    }
    equation = (("total", 1), *((key, -1) for key in parts))
    choices = choose(rows, [equation], {key: {} for key in rows})
    assert [choices[key].way for key in parts] == [nought] * 4 + [one] * 4


@pytest.mark.parametrize("row", ["new", "total", "unavailable_not_held"])
@pytest.mark.parametrize("layout", ["spaced", "paragraphs"])
def test_a_lost_figure_is_missed_in_the_column_that_needs_it(layout: str, row: str) -> None:
    figures = make_figures("2019", 11)
    row_cells = [cell for cell in figures if cell.startswith(f"requests.{row}.")]
    lost = next(cell for cell in row_cells if figures[cell] != "0")
    rendered = render(figures, "2019", layout, Faults(lost=frozenset({lost})))
    readings = read_report(open_text(rendered.text)).by_cell
    for cell, printed in rendered.truth.items():
        if cell.startswith(f"requests.{row}."):
            assert readings[cell].printed == printed, cell
            assert not readings[cell].sure
