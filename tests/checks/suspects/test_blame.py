"""Suspects: planted faults are found, and what is proposed mends everything it claims to."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.base import CellId
from reviewer.checks.engine import check
from reviewer.checks.model import Checked, Outcome, Severity
from reviewer.forms.catalog import form
from reviewer.forms.report import Report
from tests.checks.suspects.suspected import proposed
from tests.layouts.figures import make_figures
from tests.reports import Values, edited, make_report

PLANTED = 150
"""Faults planted in each form."""

Texts = Mapping[CellId, str]


def figures_before(report: Report, cells: Mapping[CellId, object]) -> dict[CellId, object]:
    return {cell: report.by_cell[cell].number for cell in cells}


def broken(checked: Checked) -> set[str]:
    return {
        each.key
        for each in checked.evaluations
        if each.outcome is Outcome.BROKEN and each.severity is Severity.ERROR
    }


def slipped(dice: random.Random, number: int) -> int:
    """Another figure, by a slip of the kinds that people make."""
    digits = str(number)
    place = dice.randrange(len(digits))
    after = digits[place + 1 :]
    slips = [
        digits[:place] + dice.choice("0123456789") + after,
        digits[:place] + after or "0",
        digits[:place] + digits[place] * 2 + after,
        digits[:place] + after[:1] + digits[place] + after[1:],
        str(max(0, number + dice.choice((-10, -2, -1, 1, 2, 3)))),
        "0",
    ]
    other = [int(text) for text in slips if int(text) != number]
    return dice.choice(other) if other else number + 1


def planted(form_id: str) -> Iterator[tuple[CellId, int, Checked]]:
    """Reports with one wrong figure in table three: its cell, what it was, what was found."""
    for seed in range(PLANTED):
        dice = random.Random(f"{form_id}/{seed}")
        figures = make_figures(form_id, seed, size=dice.choice((2, 10, 40, 300)))
        report = make_report(form_id, figures)
        cell = dice.choice([each for each in figures if each.startswith("requests.")])
        number = int(figures[cell])
        yield cell, number, check(edited(report, {cell: str(slipped(dice, number))}))


@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_one_wrong_figure_in_table_three_is_found_and_named_first(form_id: str) -> None:
    found = first = 0
    for cell, number, checked in planted(form_id):
        named = [proposed(suspect) for suspect in checked.suspects]
        found += {cell: number} in named
        first += named[:1] == [{cell: number}]
    assert found == PLANTED
    assert first >= 0.95 * PLANTED


@st.composite
def faulty_reports(draw: st.DrawFn) -> Report:
    """A report with up to four wrong, blank or missing figures in its tables three and four."""
    form_id = draw(st.sampled_from(["2019", "2021"]))
    report = make_report(form_id, make_figures(form_id, draw(st.integers(0, 40)), size=15))
    cells = [cell for cell in report.by_cell if not cell.startswith("active.")]
    texts = st.integers(0, 30).map(str) | st.sampled_from(["", "/", "-2", "1.5"])
    return edited(report, draw(st.dictionaries(st.sampled_from(cells), texts, max_size=4)))


@given(faulty_reports())
@settings(max_examples=60, deadline=None)
def test_every_suspect_mends_what_it_explains_and_breaks_nothing(report: Report) -> None:
    before = check(report)
    holding = {each.key for each in before.evaluations if each.outcome is Outcome.HOLDS}
    for suspect in before.suspects:
        figures = {change.cell: str(change.proposed) for change in suspect.changes}
        after = {each.key: each.outcome for each in check(edited(report, figures)).evaluations}
        assert suspect.explains
        assert holding.isdisjoint(suspect.explains)
        assert {after[key] for key in suspect.explains} == {Outcome.HOLDS}
        assert {after[key] for key in holding} == {Outcome.HOLDS}
        assert all(change.proposed >= 0 for change in suspect.changes)
        assert all(isinstance(change.proposed, int) for change in suspect.changes)
    scores = [suspect.score for suspect in before.suspects]
    assert scores == sorted(scores, reverse=True)


def test_table_four_lists_all_cells_that_tie() -> None:
    parts = {"upheld": 5, "corrected": 4, "other": 4, "pending": 8}
    values: Values = {f"disputes.reconsideration.{key}": n for key, n in parts.items()}
    more = check(make_report("2021", {**values, "disputes.reconsideration.total": 30}))
    named = {cell: n for suspect in more.suspects for cell, n in proposed(suspect).items()}
    assert len(more.suspects) == 5
    assert named == {f"disputes.reconsideration.{key}": n + 9 for key, n in parts.items()} | {
        "disputes.reconsideration.total": 21
    }
    fewer = check(make_report("2021", {**values, "disputes.reconsideration.total": 12}))
    assert [proposed(suspect) for suspect in fewer.suspects] == [
        {"disputes.reconsideration.total": 21}
    ], "no part is as large as the difference"


def test_one_wrong_part_of_table_four_is_among_the_ties() -> None:
    for seed in range(60):
        dice = random.Random(seed)
        report = make_report("2021", make_figures("2021", seed, size=200))
        cell = dice.choice([cell for cell in report.by_cell if cell.startswith("disputes.")])
        number = int(report.by_cell[cell].number or 0)
        checked = check(edited(report, {cell: str(slipped(dice, number))}))
        assert {cell: number} in [proposed(suspect) for suspect in checked.suspects]
        several = [suspect for suspect in checked.suspects if len(suspect.changes) > 1]
        assert all(suspect.why == "整行错位一格" for suspect in several)


def test_two_faults_apart_are_two_suspects() -> None:
    report = make_report("2021", make_figures("2021", 3, size=300))
    faults = {
        CellId("requests.granted.business"): "777",
        CellId("requests.carried_out.research"): "55",
        CellId("disputes.direct_lawsuit.total"): "901",
    }
    checked = check(edited(report, faults))
    truth = figures_before(report, faults)
    alone = [proposed(suspect) for suspect in checked.suspects if len(suspect.changes) == 1]
    for cell, number in truth.items():
        assert {cell: number} in alone


def line(form_id: str, *, row: str = "", column: str = "") -> list[CellId]:
    cells = [cell.split(".") for cell in form(form_id).figures if cell.startswith("requests.")]
    return [CellId(".".join(c)) for c in cells if row in {"", c[1]} and column in {"", c[2]}]


LINES = [{"row": "new"}, {"row": "total"}, {"column": "natural_person"}, {"column": "total"}]


@pytest.mark.parametrize("where", LINES)
@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_a_line_left_at_nought_is_filled(form_id: str, where: dict[str, str]) -> None:
    report = make_report(form_id, make_figures(form_id, 8, size=300))
    cells = line(form_id, **where)
    truth = {cell: n for cell, n in figures_before(report, dict.fromkeys(cells)).items() if n}
    best, *_ = check(edited(report, dict.fromkeys(cells, "0"))).suspects
    assert proposed(best) == truth
    assert len(truth) > 2
    assert "漏填为0" in best.why


@pytest.mark.parametrize("where", LINES)
@pytest.mark.parametrize("text", ["", "/"])
def test_a_line_left_blank_is_supplied(where: dict[str, str], text: str) -> None:
    report = make_report("2021", make_figures("2021", 8, size=300))
    cells = line("2021", **where)
    checked = check(edited(report, dict.fromkeys(cells, text)))
    (suspect,) = checked.suspects
    assert proposed(suspect) == figures_before(report, dict.fromkeys(cells))
    assert suspect.why == "缺数，可由勾稽关系推出"


def test_neighbouring_rows_and_columns_exchanged_and_a_row_shifted() -> None:
    report = make_report("2021", make_figures("2021", 8, size=300))
    pairs = (
        ({"row": "total"}, {"row": "carried_out"}),
        ({"column": "other_org"}, {"column": "total"}),
    )
    for first, second in pairs:
        one, other = line("2021", **first), line("2021", **second)
        printed = {cell: str(report.by_cell[cell].number) for cell in (*one, *other)}
        swapped = {a: printed[b] for a, b in zip((*one, *other), (*other, *one), strict=True)}
        checked = check(edited(report, swapped))
        assert "互换" in checked.suspects[0].why
        truth = figures_before(report, swapped)
        moved = {cell: n for cell, n in truth.items() if str(n) != swapped[cell]}
        assert proposed(checked.suspects[0]) == moved
    row = line("2021", row="new")
    shifted = dict(zip(row[1:], [str(report.by_cell[cell].number) for cell in row], strict=False))
    checked = check(edited(report, shifted | {row[0]: "0"}))
    assert checked.suspects[0].why == "整行错位一格"
    after = {cell: report.by_cell[cell].number for cell in row} | proposed(checked.suspects[0])
    assert after == figures_before(report, dict.fromkeys(row))


def test_a_reading_in_doubt_is_the_likelier_suspect() -> None:
    values: Values = {"disputes.reconsideration.total": 3}
    parts = [
        f"disputes.reconsideration.{key}" for key in ("upheld", "corrected", "other", "pending")
    ]
    for part in parts:
        checked = check(make_report("2021", values, doubts={part: "数字模糊"}))
        assert proposed(checked.suspects[0]) == {part: 3}
        assert checked.suspects[0].why.endswith("读数本来存疑")
        assert len(checked.suspects) == 5


def test_a_figure_that_contradicts_itself_through_a_missing_one() -> None:
    """Row and column want different figures in a blank cell: another one must be wrong."""
    report = make_report("2021", make_figures("2021", 8, size=300))
    blank, wrong = CellId("requests.granted.total"), CellId("requests.granted.natural_person")
    number = int(report.by_cell[wrong].number or 0)
    checked = check(edited(report, {blank: "", wrong: str(number + 7)}))
    assert wrong in proposed(checked.suspects[0])
    assert proposed(checked.suspects[0])[wrong] == number


def test_a_table_of_nonsense_is_given_up() -> None:
    dice = random.Random(1)
    report = make_report("2019")
    cells = [cell for cell in report.by_cell if cell.startswith("requests.")]
    checked = check(edited(report, {cell: str(dice.randrange(90)) for cell in cells}))
    assert checked.suspects == ()
    assert len(broken(checked)) > 30


def test_missing_figures_cannot_make_up_for_less_than_nothing() -> None:
    """Four columns are not there; what is left of each row must still fit into its total."""
    columns = ("research", "welfare", "legal_service", "other_org")
    report = make_report("2021")
    gone = [cell for cell in report.by_cell if cell.endswith(columns)]
    values: Values = {
        "requests.new.natural_person": 60,
        "requests.new.total": 62,
        "requests.new.business": 2,
        "requests.granted.natural_person": 61,
        "requests.granted.business": 2,
        "requests.granted.total": 63,
        "requests.total.natural_person": 61,
        "requests.total.business": 2,
        "requests.total.total": 63,
    }
    checked = check(make_report("2021", {**values, **dict.fromkeys(gone, None)}))
    first, second = [proposed(suspect) for suspect in checked.suspects]
    assert first == {"requests.new.natural_person": 61, "requests.new.total": 63}
    assert second == {"requests.carried_in.natural_person": 1, "requests.carried_in.total": 1}
