"""Why a cell is marked, and why it is not."""

from __future__ import annotations

import pytest

from reviewer.base import CellId
from reviewer.checks.engine import check
from reviewer.checks.model import Outcome
from reviewer.checks.packs import assembled
from reviewer.checks.registry import CHECKS
from reviewer.checks.rules import built_in, rules
from reviewer.checks.watching import watchers_of
from reviewer.forms.catalog import forms
from reviewer.forms.report import Report
from tests.reports import make_report

LICENCE = CellId("active.licence.decisions")
FEE = CellId("active.fee.amount")
CHANGE = CellId("active.licence.change")


def looks(report: Report, cell: CellId) -> dict[str, Outcome]:
    return {one.rule: one.outcome for one in watchers_of(report, check(report), cell, built_in())}


def test_checks_that_found_nothing_are_named() -> None:
    seen = looks(make_report("2021"), LICENCE)
    assert seen["figures.blank"] is Outcome.HOLDS
    assert seen["figures.unsure"] is Outcome.HOLDS
    assert "active.regulation" not in seen
    assert "figures.other_unit" not in seen


def test_checks_that_do_not_look_at_a_cell_are_not_named() -> None:
    assert "figures.negative" not in looks(make_report("2019"), CHANGE)
    assert "figures.fractional" not in looks(make_report("2021"), FEE)
    assert "figures.other_unit" in looks(make_report("2021"), FEE)
    assert "active.regulation" in looks(make_report("2021"), CellId("active.regulation.issued"))


def test_a_check_that_found_something_says_what() -> None:
    report = make_report("2021", {LICENCE: ""}, doubts={FEE: "看不清"})
    found = {str(one.rule): one for one in watchers_of(report, check(report), LICENCE, built_in())}
    assert found["figures.blank"].outcome is Outcome.BROKEN
    assert "没有数据的应填“0”" in found["figures.blank"].message
    assert looks(report, FEE)["figures.unsure"] is Outcome.UNKNOWN


def test_rules_that_are_switched_off_do_not_look() -> None:
    rules = assembled({"a.toml": '[[rules]]\nid = "figures.blank"\nenabled = false\n'})
    report = make_report("2021")
    assert "figures.blank" not in {
        one.rule for one in watchers_of(report, check(report, rules), LICENCE, rules)
    }


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_every_finding_on_a_cell_is_among_its_looks(form: str) -> None:
    """What a check watches covers what it finds: a cell is never said to be passed over."""
    values: dict[str, str] = dict.fromkeys(forms()[form].figures, "0")
    for number, cell in enumerate(values):
        values[cell] = ("", "/", "无此类", "-3", "1.5", "7件", "9")[number % 7]
    report = make_report(form, values)
    checked = check(report)
    watched = {rule.id for rule in rules() if rule.check and CHECKS[rule.check].watches}
    silent = check(make_report(form))
    for finding in checked.findings:
        for cell in finding.cells if finding.rule in watched else ():
            seen = {one.rule for one in watchers_of(report, silent, cell, built_in())}
            assert finding.rule in seen, (finding.rule, cell)
