"""Every rule does what its own examples say."""

from __future__ import annotations

import pytest

from reviewer.checks.declaration import Rule
from reviewer.checks.examples import trials
from reviewer.checks.rules import rules


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: str(rule.id))
def test_examples(rule: Rule) -> None:
    assert [(one.form, one.name, one.fault) for one in trials(rule) if one.fault] == []


def test_examples_that_a_rule_does_not_bear_out_are_told() -> None:
    rule = next(rule for rule in rules() if rule.id == "disputes.total")
    wrong = rule.model_copy(
        update={
            "passing": rule.failing,
            "failing": (
                *rule.passing,
                rule.failing[0].model_copy(update={"finds": "别的话"}),
            ),
        }
    )
    told = [one.fault for one in trials(wrong) if one.fault]
    assert len(told) == 3 * len(rule.forms)
    assert "不应有问题" in told[0]
    assert "没有发现" in told[2]
    assert "没有“别的话”" in told[4]
