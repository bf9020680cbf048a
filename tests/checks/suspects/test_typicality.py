"""Repairs that every sum fits alike: what reports usually hold says which is listed first."""

from __future__ import annotations

from reviewer.base import CellId, cell_id
from reviewer.checks.engine import check
from reviewer.checks.model import Checked
from reviewer.checks.pointing import favourites
from tests.reports import make_report


def _checked(rows: dict[str, dict[str, int]]) -> Checked:
    """A report of 2021 with some figures in table three, and 0 in all other cells."""
    figures = {
        cell_id("requests", row, column): str(number)
        for row, columns in rows.items()
        for column, number in columns.items()
    }
    return check(make_report("2021", figures))


def _first(checked: Checked) -> dict[CellId, object]:
    return {change.cell: change.proposed for change in checked.suspects[0].changes}


def test_a_total_that_stands_in_another_column_is_put_back() -> None:
    figures = {"natural_person": 7, "research": 7}
    rows = {"new": figures, "granted": figures, "total": figures}
    checked = _checked(rows)
    assert _first(checked) == {
        cell_id("requests", row, column): number
        for row in rows
        for column, number in (("research", 0), ("total", 7))
    }
    assert favourites(checked.suspects) == {}


def test_of_two_rows_alike_what_was_left_over_is_the_copy() -> None:
    figures = {"natural_person": 9, "business": 3, "total": 12}
    done = {"new": figures, "granted": figures, "total": figures}
    checked = _checked({**done, "carried_in": figures})
    assert set(_first(checked)) == {cell_id("requests", "carried_in", column) for column in figures}
    assert favourites(checked.suspects) == {}


def test_a_row_left_out_is_a_usual_one() -> None:
    all_done = {"natural_person": 9, "business": 4, "total": 13}
    unclear = {"natural_person": 5, "business": 2, "total": 7}
    checked = _checked({"new": all_done, "unavailable_unclear": unclear, "total": all_done})
    assert _first(checked) == {
        cell_id("requests", "granted", column): all_done[column] - number
        for column, number in unclear.items()
    }
    assert len(checked.suspects) > 10
    assert favourites(checked.suspects) == {}
