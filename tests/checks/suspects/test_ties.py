"""Where several repairs explain as much, all are listed and none is named."""

from __future__ import annotations

import pytest

from reviewer.base import CellId, cell_id
from reviewer.checks.engine import check
from reviewer.checks.model import Checked
from reviewer.checks.pointing import favourites
from tests.benchmarks.planting import Printed, group_of, moved, row_of, rows_of, swapped
from tests.checks.suspects.suspected import proposed, saying
from tests.layouts import make_figures
from tests.reports import Values, make_report

FIGURES = make_figures("2021", 8, size=300, outcomes=12)
GRID = {cell: int(text) for cell, text in FIGURES.items() if not cell.startswith("active.")}


def checked(printed: Printed) -> Checked:
    return check(make_report("2021", {**FIGURES, **printed}))


def truth(printed: Printed) -> dict[CellId, object]:
    return {cell: GRID[cell] for cell in printed}


def requests(**rows: tuple[int, ...]) -> dict[str, int]:
    """Rows of table three by the figures of 自然人, 商业企业 and 总计."""
    columns = ("natural_person", "business", "total")
    return {
        cell_id("requests", row, column): figure
        for row, figures in rows.items()
        for column, figure in zip(columns, figures, strict=True)
    }


@pytest.mark.parametrize("by", [1, -1])
def test_one_application_more_or_less_may_be_in_any_row_of_the_flow(by: int) -> None:
    """The row of noughts is not accused, though it is the only one that may be left out."""
    right = requests(new=(23, 4, 27), granted=(23, 4, 27), total=(23, 4, 27))
    off = requests(new=(23 + by, 4, 27 + by))
    result = check(make_report("2021", {**right, **off}))
    repairs = [proposed(suspect) for suspect in result.suspects]
    back = {
        cell_id("requests", "new", each): right[cell_id("requests", "new", each)]
        for each in ("natural_person", "total")
    }
    left_out = "carried_out" if by > 0 else "carried_in"
    filled = {cell_id("requests", left_out, each): 1 for each in ("natural_person", "total")}
    assert back in repairs
    assert filled in repairs
    assert not favourites(result.suspects)


def test_a_row_left_at_nought_is_named_where_several_applicants_have_figures() -> None:
    values = requests(new=(23, 4, 27), carried_in=(0, 0, 0), granted=(30, 9, 39), total=(30, 9, 39))
    result = check(make_report("2021", values))
    first, *_ = result.suspects
    assert proposed(first) == requests(carried_in=(7, 5, 12))
    assert first.why == "整行漏填为0"
    assert set(favourites(result.suspects)) == set(first.explains)


def test_a_row_that_is_the_copy_of_another_is_as_likely_as_one_left_at_nought() -> None:
    values = requests(
        new=(23, 9, 32), carried_in=(23, 9, 32), granted=(25, 9, 34), total=(25, 9, 34)
    )
    result = check(make_report("2021", values))
    repairs = {suspect.why: proposed(suspect) for suspect in result.suspects}
    assert repairs["误抄成相邻一行的数字"] in (
        requests(carried_in=(2, 0, 2)),
        requests(new=(2, 0, 2)),
    )
    assert "整行漏填为0" in repairs
    assert not favourites(result.suspects)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("new", "carried_in", ""),
        ("carried_in", "granted", "相邻两行互换"),
        ("new", "granted", "两行互换"),
    ],
)
def test_rows_exchanged_are_called_neighbours_only_if_they_are(
    one: str, other: str, why: str
) -> None:
    result = checked(swapped(row_of(one), row_of(other), GRID))
    assert [suspect.why for suspect in result.suspects[:1]] == ([why] if why else [])


@pytest.mark.parametrize("back", [False, True])
def test_all_results_moved_by_a_row_are_first(back: bool) -> None:
    """A table slips where its results begin sooner than in their middle."""
    rows = rows_of("2021")
    lines = [row_of(row) for row in rows[rows.index("granted") :]]
    sources = [*lines[1:], None] if back else [None, *lines[:-1]]
    printed = moved(
        GRID,
        [
            (cell, source[at] if source else None)
            for line, source in zip(lines, sources, strict=True)
            for at, cell in enumerate(line)
        ],
    )
    result = checked(printed)
    assert proposed(result.suspects[0]) == truth(printed)
    assert result.suspects[0].why == "各行错位一行"


def test_totals_of_two_groups_exchanged_come_before_a_shift() -> None:
    first, second = group_of("reconsideration"), group_of("direct_lawsuit")
    values: Values = dict(zip((*first, *second), (3, 2, 0, 1, 4, 1, 0, 0, 3, 6), strict=True))
    result = check(make_report("2021", values))
    assert proposed(result.suspects[0]) == {first[-1]: 6, second[-1]: 4}
    assert result.suspects[0].why == "两组的总计互换"
    parts = dict(zip((*first[:-1], *second[:-1]), (1, 0, 0, 3, 3, 2, 0, 1), strict=True))
    others = [proposed(suspect) for suspect in result.suspects]
    assert {cell: n for cell, n in parts.items() if n != values[cell]} in others
    assert not favourites(result.suspects)


def test_small_figures_of_table_four_prove_no_shift() -> None:
    """Two groups off by one each fit a shift of all that follows, by chance."""
    first, second = group_of("reconsideration"), group_of("direct_lawsuit")
    values: Values = dict(zip((*first, *second), (0, 0, 0, 1, 0, 1, 0, 0, 0, 0), strict=True))
    result = check(make_report("2021", values))
    assert any(suspect.why == "整行错位一格" for suspect in result.suspects)
    assert not favourites(result.suspects)


def test_a_total_of_table_four_may_be_its_last_part() -> None:
    cells = group_of("lawsuit_after_reconsideration")
    values: Values = dict(zip(cells, (0, 98, 47, 0, 14), strict=True))
    result = check(make_report("2021", values))
    repairs = [proposed(suspect) for suspect in result.suspects]
    assert repairs[0] == {cells[-1]: 145}
    shifted = dict(zip(cells, (98, 47, 0, 14, 159), strict=True))
    assert shifted in repairs
    assert not favourites(result.suspects)


def test_a_figure_with_the_total_worked_out_from_it_is_one_slip() -> None:
    """Two figures that are off alike are one mistake; nothing else mends this one."""
    right = requests(new=(23, 4, 27), granted=(23, 4, 27), total=(23, 4, 27))
    off = requests(total=(32, 4, 36))
    result = check(make_report("2021", {**right, **off}))
    first, *_ = result.suspects
    assert first.why == "数字前后颠倒，总计随之有误"
    assert proposed(first) == {
        cell_id("requests", "total", "natural_person"): 23,
        cell_id("requests", "total", "total"): 27,
    }
    assert set(favourites(result.suspects)) == set(first.explains)


def test_several_slips_that_must_come_together_are_no_more_than_a_guess() -> None:
    right = requests(new=(65, 12, 77), total=(65, 12, 77))
    result = check(make_report("2021", {**right, **requests(granted=(61, 16, 77))}))
    first, *_ = result.suspects
    should = requests(granted=(65, 12, 77))
    assert proposed(first) == {cell: n for cell, n in should.items() if n != 77}
    assert first.slips > 1
    assert not favourites(result.suspects)


def test_a_group_moved_by_a_cell_with_its_total_lost_is_listed() -> None:
    cells = group_of("direct_lawsuit")
    result = check(make_report("2021", dict(zip(cells, (0, 5, 0, 0, 0), strict=True))))
    shifted = {cells[0]: 5, cells[1]: 0, cells[4]: 5}
    assert shifted in [proposed(suspect) for suspect in result.suspects]
    assert not favourites(result.suspects)


@pytest.mark.parametrize("figures", [(5, 11, 1, 4, 1), (0, 21, 9, 12, 0)])
def test_a_total_exchanged_with_one_of_its_results_is_listed_and_nothing_is_named(
    figures: tuple[int, ...],
) -> None:
    """Another total mends as much: 21 of which a digit was lost, where 11 and 1 were exchanged."""
    cells = group_of("reconsideration")
    result = check(make_report("2021", dict(zip(cells, figures, strict=True))))
    at = figures.index(max(figures))
    exchanged = {cells[at]: figures[-1], cells[-1]: figures[at]}
    repairs = [proposed(suspect) for suspect in result.suspects]
    assert exchanged in repairs
    assert {cells[-1]: sum(figures[:-1])} in repairs
    assert not favourites(result.suspects)


def test_a_sentence_that_gives_the_total_tells_that_it_was_exchanged() -> None:
    cells = group_of("reconsideration")
    values: Values = dict(zip(cells, (5, 11, 1, 4, 1), strict=True))
    result = check(saying("2023年，行政复议11件。", values))
    assert proposed(result.suspects[0]) == {cells[1]: 1, cells[-1]: 11}
    assert set(favourites(result.suspects)) == {"disputes.total[reconsideration]"}


def test_one_wrong_result_is_listed_in_all_its_cells() -> None:
    """Nothing is exchanged where a figure printed below 0 would stay."""
    cells = group_of("reconsideration")
    values: Values = dict(zip(cells, (5, 6, 7, 8, 23), strict=True))
    result = check(make_report("2021", values))
    assert {cell for each in result.suspects for cell in proposed(each)} == set(cells)
    assert all(len(each.changes) == 1 for each in result.suspects)
    signed: Values = dict(zip(cells, (-5, 0, 0, 0, 5), strict=True))
    repairs = check(make_report("2021", signed)).suspects
    assert proposed(repairs[0]) == {cells[0]: 5}
    assert not any(each.why == "总计与其中一项互换" for each in repairs)


@pytest.mark.parametrize(("business", "named"), [(4, False), (64, True)])
def test_figures_apart_that_differ_by_little_are_not_said_to_be_exchanged(
    business: int, named: bool
) -> None:
    """Two small mistakes elsewhere in these columns would look the same."""
    right = {
        cell_id("requests", row, column): figure
        for row in ("new", "granted", "total")
        for column, figure in (
            ("natural_person", 6),
            ("research", business),
            ("total", 6 + business),
        )
    }
    new = [cell_id("requests", "new", each) for each in ("natural_person", "research")]
    result = check(make_report("2021", {**right, new[0]: business, new[1]: 6}))
    first, *_ = result.suspects
    assert proposed(first) == {new[0]: 6, new[1]: business}
    assert bool(favourites(result.suspects)) is named
