"""Every rule does what its own examples say."""

from __future__ import annotations

import pytest

from reviewer.checks.declaration import Rule
from reviewer.checks.examples import failures
from reviewer.checks.rules import rules


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: str(rule.id))
def test_examples(rule: Rule) -> None:
    assert failures(rule) == []
