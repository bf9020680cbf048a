"""What is marked for a finding: the likeliest wrong cells of a sum, all cells of other findings."""

from __future__ import annotations

from reviewer.base import CellId
from reviewer.checks.engine import check
from reviewer.checks.model import Checked, Finding
from reviewer.checks.packs import assembled
from reviewer.checks.pointing import Pointing, likely
from tests.checks.own_rules import own_rule
from tests.layouts import make_figures
from tests.reports import Values, make_report


def of_rule(checked: Checked, rule: str) -> Finding:
    return next(finding for finding in checked.findings if finding.rule == rule)


def test_all_cells_of_a_repair_are_pointed_at() -> None:
    figures = make_figures("2021", 8, size=300)
    cells = [cell for cell in figures if cell.startswith("requests.new.")]
    moved = dict(zip(cells, ["0", *(figures[cell] for cell in cells)], strict=False))
    checked = check(make_report("2021", {**figures, **moved}))
    pointed = Pointing(checked).cells(of_rule(checked, "requests.applicants"))
    assert set(pointed) == {cell for cell in cells if figures[cell] != moved[cell]}


def test_ties_are_pointed_at_while_they_are_few() -> None:
    values: Values = {
        "disputes.reconsideration.upheld": 5,
        "disputes.reconsideration.pending": 3,
        "disputes.reconsideration.total": 6,
    }
    checked = check(make_report("2021", values))
    tied = likely(checked.suspects, "disputes.total[reconsideration]")
    pointed = Pointing(checked).cells(of_rule(checked, "disputes.total"))
    assert 1 < len(tied) == len(pointed)


def test_a_sum_that_nothing_mends_is_pointed_at_by_its_first_cell() -> None:
    checked = check(make_report("2021", {"requests.new.total": 3})).model_copy(
        update={"suspects": ()}
    )
    finding = of_rule(checked, "requests.applicants")
    assert Pointing(checked).cells(finding) == (CellId("requests.new.total"),)


def test_every_cell_of_a_list_is_pointed_at() -> None:
    blank = [f"requests.{row}.research" for row in ("new", "granted", "total", "carried_out")]
    cells = [*blank, "requests.new.welfare", "requests.granted.welfare", "requests.total.welfare"]
    checked = check(make_report("2021", dict.fromkeys(cells, "/")))
    assert set(Pointing(checked).cells(of_rule(checked, "figures.nil"))) == set(cells)


def test_an_office_s_own_rule_keeps_no_figure_from_being_named() -> None:
    """What an office demands is no arithmetic of the form: it clears nobody and accuses nobody."""
    figures = make_figures("2021", 8, size=300)
    cell = CellId("requests.granted.natural_person")
    values = {**figures, cell: str(int(figures[cell]) + 10)}
    left = CellId("requests.carried_out.total")
    strict = own_rule(f"{left} = 0", {left: 0}, {left: 4}, severity="error")
    using = assembled({"own.toml": strict})
    report = make_report("2021", values)
    told = check(report, using)
    assert "office.rule" in {finding.rule for finding in told.findings}
    assert told.suspects == check(report).suspects
    assert Pointing(told).cells(of_rule(told, "office.rule")) == (left,)
