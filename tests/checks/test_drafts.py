"""A file of rules while it is being written."""

from __future__ import annotations

from reviewer.base import RuleId
from reviewer.checks.drafts import examined, fault_of
from reviewer.checks.engine import check
from reviewer.checks.linting import Fault
from reviewer.checks.packs import ADJUSTMENTS, assembled
from tests.checks.own_rules import FEW_CARRIED, GENTLE, own_rule
from tests.reports import make_report

NEW = "requests.new.total"
MANY = make_report("2021", {"requests.carried_out.total": 9})


def now(*reports: object) -> tuple[tuple[object, object], ...]:
    return tuple((report, check(report).findings) for report in reports)  # type: ignore[arg-type]


def test_the_effect_is_what_saving_it_would_change() -> None:
    found = examined("a.toml", FEW_CARRIED + GENTLE, {}, now(MANY, make_report("2021")))  # type: ignore[arg-type]
    assert found.sound
    assert found.effect is not None
    rules = assembled({"a.toml": FEW_CARRIED + GENTLE})
    before, after = (
        {one.id: one for one in checked.findings} for checked in (check(MANY), check(MANY, rules))
    )
    assert {one.id for _, one in found.effect.added} == after.keys() - before.keys()
    assert {one.id for _, one in found.effect.removed} == before.keys() - after.keys()
    assert {body for body, _ in found.effect.added} == {MANY.body}
    assert found.effect.regraded == 1
    assert found.effect.reports == 2


def test_a_draft_takes_the_place_of_the_file_that_it_changes() -> None:
    others = {"a.toml": FEW_CARRIED, ADJUSTMENTS: ""}
    milder = FEW_CARRIED.replace("<= 5", "<= 8").replace('total" = 6', 'total" = 10')
    assert fault_of("a.toml", milder, others) is None
    found = examined("a.toml", milder, others)
    assert found.sound
    assert [trial.fault for _, trial in found.trials] == ["", ""]


def test_an_id_of_another_file_is_refused() -> None:
    told = fault_of("b.toml", FEW_CARRIED, {"a.toml": FEW_CARRIED})
    assert told is not None
    assert told.line == 3


def test_every_example_is_tried_not_only_the_first_that_fails() -> None:
    text = FEW_CARRIED.replace('total" = 5', 'total" = 7').replace('total" = 6', 'total" = 1')
    found = examined("a.toml", text, {})
    assert not found.sound
    assert found.effect is None
    assert [bool(trial.fault) for _, trial in found.trials] == [True, True]


def test_what_cannot_be_read_is_told() -> None:
    found = examined("a.toml", "[[rules]", {})
    assert found.fault is not None
    assert not found.sound


def test_the_linter_speaks_of_the_drafts_rules_only() -> None:
    draft = own_rule(f"{NEW} >= 0", {}, {NEW: -1}, identity="office.mine")
    other = own_rule("requests.total.total >= 0", {}, {"requests.total.total": -1})
    found = examined("a.toml", draft, {"b.toml": other})
    assert [(one.fault, one.rules) for one in found.complaints] == [
        (Fault.REDUNDANT, (RuleId("office.mine"),))
    ]
