"""Slips of several figures are named as one repair; what else speaks for a repair ranks it."""

from __future__ import annotations

import random

import pytest

from reviewer.base import CellId, cell_id
from reviewer.checks.engine import check
from reviewer.checks.model import Suspect
from reviewer.checks.pointing import favourites
from tests.benchmarks.planting import (
    Printed,
    column_of,
    group_of,
    row_of,
    rows_of,
    subtotal_as_part,
)
from tests.checks.suspects.suspected import proposed, saying
from tests.layouts import make_figures
from tests.reports import Values, make_report

FIGURES = make_figures("2021", 8, size=300, outcomes=12)
ENDS = ("natural_person", "total")
GRID = {cell: int(text) for cell, text in FIGURES.items() if not cell.startswith("active.")}


def best(printed: Printed) -> Suspect:
    return check(make_report("2021", {**FIGURES, **printed})).suspects[0]


def truth(printed: Printed) -> dict[CellId, object]:
    return {cell: GRID[cell] for cell, text in printed.items() if text != FIGURES[cell]}


def moved(targets: list[CellId], sources: list[CellId | None]) -> Printed:
    pairs = zip(targets, sources, strict=True)
    return {cell: FIGURES[source] if source else "0" for cell, source in pairs}


@pytest.mark.parametrize("row", ["new", "granted", "declined_repeat", "total"])
@pytest.mark.parametrize("start", [0, 2])
def test_a_row_moved_by_one_column(row: str, start: int) -> None:
    cells = row_of(row)[start:]
    for printed in (moved(cells, [None, *cells[:-1]]), moved(cells, [*cells[1:], None])):
        if truth(printed):
            assert proposed(best(printed)) == truth(printed)


@pytest.mark.parametrize("column", ["natural_person", "business", "total"])
def test_a_column_moved_by_one_row(column: str) -> None:
    cells = column_of("2021", column)
    for printed in (moved(cells, [None, *cells[:-1]]), moved(cells, [*cells[1:], None])):
        assert proposed(best(printed)) == truth(printed)
        assert best(printed).why == "整列错位一格"


def test_the_cell_that_a_moved_row_left_may_be_blank() -> None:
    cells = row_of("new")
    printed = {**moved(cells, [None, *cells[:-1]]), cells[0]: ""}
    assert proposed(best(printed)) == truth(printed)


@pytest.mark.parametrize(("one", "other"), [("granted", "total"), ("new", "total")])
def test_rows_that_do_not_stand_side_by_side_exchanged(one: str, other: str) -> None:
    first, second = row_of(one), row_of(other)
    printed = moved([*first, *second], [*second, *first])
    assert proposed(best(printed)) == truth(printed)


def test_a_subtotal_read_as_a_part() -> None:
    for seed in range(6):
        printed = subtotal_as_part(random.Random(seed), "2021", GRID)
        assert proposed(best(printed)) == truth(printed)
        assert best(printed).why == "把小计列读作其中一列"


def test_all_of_table_four_moved_by_one_place() -> None:
    cells = [
        cell
        for group in ("reconsideration", "direct_lawsuit", "lawsuit_after_reconsideration")
        for cell in group_of(group)
    ]
    figures = dict(zip(cells, (4, 1, 0, 2, 7, 3, 0, 1, 0, 4, 0, 2, 0, 0, 2), strict=True))
    slipped = dict(zip(cells, [*list(figures.values())[1:], 0], strict=True))
    first, *_ = check(make_report("2021", slipped)).suspects
    assert proposed(first) == {c: n for c, n in figures.items() if n != slipped[c]}


def test_digits_that_ran_over_into_the_next_cell() -> None:
    """15 and 13 for 151 and 3."""
    one, other = cell_id("requests", "granted", "business"), cell_id("requests", "granted", "total")
    values: Values = {
        cell_id("requests", "new", "natural_person"): 151,
        cell_id("requests", "new", "business"): 3,
        cell_id("requests", "new", "total"): 154,
        cell_id("requests", "granted", "natural_person"): 15,
        one: 13,
        other: 154,
        cell_id("requests", "total", "natural_person"): 151,
        cell_id("requests", "total", "business"): 3,
        cell_id("requests", "total", "total"): 154,
    }
    checked = check(make_report("2021", values))
    assert proposed(checked.suspects[0]) == {
        cell_id("requests", "granted", "natural_person"): 151,
        one: 3,
    }
    assert checked.suspects[0].why == "相邻两格的数字分错了位置"


def test_a_sentence_that_gives_the_figure_decides_between_ties() -> None:
    values: Values = {
        "disputes.reconsideration.upheld": 5,
        "disputes.reconsideration.pending": 3,
        "disputes.reconsideration.total": 6,
    }
    silent = check(saying("本年情况如上。", values))
    key = "disputes.total[reconsideration]"
    assert key not in favourites(silent.suspects)
    for stated, cell in ((8, "total"), (6, "")):
        said = check(saying(f"2023年，行政复议{stated}件。", values))
        first = said.suspects[0]
        agrees = proposed(first) == {CellId(f"disputes.reconsideration.{cell}"): stated}
        assert agrees == (stated == 8)
        assert ("正文所述与此一致" in first.why) == agrees


def test_a_sentence_copied_from_the_table_does_not_have_the_rest_of_it_changed() -> None:
    """Two neighbours exchanged, or their columns in all other rows: no sum tells which."""
    new = [cell_id("requests", "new", each) for each in ("natural_person", "business", "total")]
    person, business, total = (FIGURES[cell] for cell in new)
    exchanged = {**FIGURES, new[0]: business, new[1]: person}
    said = f"2023年共收到政府信息公开申请{total}件，其中自然人{business}件。"
    checked = check(saying(said, exchanged))
    first, other = checked.suspects
    assert proposed(first) == {new[0]: int(person), new[1]: int(business)}
    assert other.why == "相邻两列部分互换"
    assert not favourites(checked.suspects)


def test_ties_have_no_favourite() -> None:
    """Which of the rows of noughts was left out cannot be known."""
    row = row_of("granted")
    numbers = dict.fromkeys((row[0], row[-1]), 12)
    flows = {cell_id("requests", each, c): 12 for each in ("new", "total") for c in ENDS}
    whole = check(make_report("2021", {**numbers, **flows}))
    assert whole.suspects == ()
    checked = check(make_report("2021", flows))
    assert numbers in [proposed(suspect) for suspect in checked.suspects]
    assert len(checked.suspects) > len(rows_of("2021")) - 4
    assert not favourites(checked.suspects)


def test_nothing_is_named_where_the_figures_themselves_are_unsure() -> None:
    wrong = {cell_id("requests", "new", "business"): "777"}
    figures = {**FIGURES, **wrong}
    doubts = {str(cell): "数字粘连" for cell in figures if cell.startswith("requests.")}
    sure = check(make_report("2021", figures))
    unsure = check(make_report("2021", figures, doubts=doubts))
    assert set(favourites(sure.suspects)) == set(sure.suspects[0].explains)
    assert proposed(unsure.suspects[0]) == proposed(sure.suspects[0])
    assert not favourites(unsure.suspects)


def test_a_doubt_that_all_figures_share_attests_nothing() -> None:
    """Glued digits put a whole group in doubt: that says nothing of any one of them."""
    group = group_of("reconsideration")
    values: Values = dict(zip(group, (3, 0, 0, 2, 4), strict=True))
    part, *_ = group
    one = check(make_report("2021", values, doubts={str(part): "数字粘连"}))
    every = check(make_report("2021", values, doubts=dict.fromkeys(map(str, group), "数字粘连")))
    (attested,) = [each for each in one.suspects if each.attested]
    assert list(proposed(attested)) == [part]
    assert set(favourites(one.suspects)) == {"disputes.total[reconsideration]"}
    assert not any(each.attested for each in every.suspects)
    assert not favourites(every.suspects)
