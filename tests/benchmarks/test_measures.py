"""What is measured of the rules: right reports are right, faults are faults, the table is true."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from reviewer import cli
from reviewer.base import CellId, RuleId
from reviewer.checks.engine import check
from reviewer.checks.families.claims import compared
from reviewer.checks.measures import Measure, Measures, measures
from reviewer.checks.model import Severity
from reviewer.checks.rules import rules
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report
from tests.benchmarks import repairs
from tests.benchmarks.detection import Detection, _count, findings_in, right_on
from tests.benchmarks.faults import PLANTINGS, Planting
from tests.benchmarks.measure_table import FAMILIES, README_NAMES, table, with_table
from tests.benchmarks.real import LABELS, said_of
from tests.benchmarks.right_reports import right_report
from tests.benchmarks.telling import sentences_on
from tests.command import Captured
from tests.layouts import make_figures
from tests.reports import make_report

SEEDS = (4, 7)
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("layout", ["word_tab", "pdf", "csv"])
def test_right_reports_state_what_their_tables_say(form_id: str, layout: str) -> None:
    right = right_report(form_id, 5, layout)
    report = read_report(open_text(right.text))
    assert {cell: r.printed for cell, r in report.by_cell.items()} == right.figures
    assert [f for f in check(report).findings if f.severity is not Severity.HINT] == []


@pytest.mark.parametrize("planting", PLANTINGS[::9], ids=lambda each: f"{each.rule}-{each.name}")
def test_a_fault_spoils_the_report_that_it_is_planted_in(planting: Planting) -> None:
    spoilt = [
        (right, planting.spoil(random.Random(1), right))
        for right in (
            right_on(form_id, seed, "pipe") for seed in SEEDS for form_id in planting.forms
        )
    ]
    texts = [(right.text, other.text) for right, other in spoilt if other is not None]
    assert texts
    assert all(before != after for before, after in texts)
    assert any(planting.rule in {f.rule for f in findings_in(after)} for _, after in texts)


def test_every_fault_is_for_a_rule_that_there_is() -> None:
    assert {planting.rule for planting in PLANTINGS} <= {rule.id for rule in rules()}
    prefixes = {prefix for family in FAMILIES for prefix in family.prefixes}
    assert {rule.id.split(".")[0] for rule in rules()} <= prefixes


def test_what_a_rule_misses_is_told() -> None:
    result = Detection()
    idle = Planting("nothing", "requests.flow", lambda _dice, right: right)
    _count(result, idle, 0)
    assert result.planted["requests.flow"] == len(result.missed) > 0
    assert result.found == Counter()


def test_findings_in_real_reports_are_known_by_their_labels() -> None:
    report = make_report("2021", {"requests.new.total": 3})
    said = list(said_of([report]))
    assert said
    assert all(one.right is None for one in said)
    assert said[0].finding.id in said[0].line
    assert LABELS.read_text("utf-8").startswith("#")


def test_the_readmes_show_what_was_measured() -> None:
    for name in README_NAMES:
        text = (ROOT / name).read_text("utf-8")
        assert with_table(text, name, measures()) == text


def test_a_row_adds_up_the_rules_of_a_family() -> None:
    measured = Measures(
        version="1",
        measured="2026-01-01",
        right_reports=4,
        real_reports=3,
        rules={
            RuleId("requests.flow"): Measure(planted=3, found=2, real=1, false=1),
            RuleId("requests.details"): Measure(planted=5, found=5, alarms=1),
        },
    )
    lines = table("README.md", measured).splitlines()
    assert lines[2] == "| sums of table three | 8 | 7 (88%) | 1 | 1 | 1 |"
    assert lines[3] == lines[2].replace("sums of table three", "all")


def test_rules_are_listed_with_what_was_measured(capsys: Captured) -> None:
    assert cli.main(["rules"]) == 0
    flow = measures().rules[RuleId("requests.flow")]
    assert f"植入错误{flow.planted}处，查出{flow.found}处" in capsys.readouterr().out


def test_repairs_are_held_against_what_was_planted() -> None:
    cell, other = CellId("requests.granted.total"), CellId("requests.new.total")
    case = next(repairs.cases("digit", (60, 6)))
    (suspect,) = check(case.report).suspects
    assert repairs.agrees(suspect, case.truth)
    assert not repairs.agrees(suspect, {cell: -1, other: -1})
    scored = repairs.Score(4, 4, 3, 2, 1, 1, ties=[1, 5], decidable=2, right=1)
    assert scored.line("digit").split() == [
        "digit",
        "4",
        "100.0",
        "75.0",
        "50.0",
        "25.0",
        "25.0",
        "3",
        "2",
        "1",
    ]


def test_a_slip_is_decidable_where_no_other_repair_mends_as_much() -> None:
    decided, tied = (
        repairs.score(kind, repairs.BODIES["town"]) for kind in ("digit", "four: digit")
    )
    assert decided.decidable == decided.right == decided.planted
    assert tied.decidable == 0 < tied.first


@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_sentences_of_the_benchmark_state_what_the_right_tables_say(form_id: str) -> None:
    figures = make_figures(form_id, 3, size=60, outcomes=6)
    grid = {cell: int(text) for cell, text in figures.items() if not cell.startswith("active.")}
    report = make_report(form_id, figures, overview=sentences_on(grid))
    told = list(compared(report))
    assert len({claim.subject for claim, _ in told}) == len(told) > 15
    assert all(claim.value == total for claim, total in told)
