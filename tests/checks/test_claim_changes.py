"""Changes that sentences state, against both years' figures."""

from __future__ import annotations

import pytest

from reviewer.checks.declaration import Example
from reviewer.checks.engine import check
from reviewer.checks.examples import example_report


def _told(text: str) -> list[str]:
    example = Example(text=f"依申请公开。{text}", cells={"requests.new.total": 26}, year=2023)
    findings = check(example_report(example, "2021")).findings
    return [each.message for each in findings if each.rule == "claims.changes"]


@pytest.mark.parametrize(
    "text",
    [
        "收到申请26件，较2022年的10件增加16件，增长160%。",
        "收到申请26件，较2022年的10件增长1.6倍。",
        "收到申请26件，比上年增加1.6倍（上年10件）。",
        "收到申请26件，同比增长1.4倍。",
        "收到申请26件，比2022年（31件）下降16.1%。",
    ],
)
def test_changes_that_both_figures_give_are_right(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("收到申请26件，较2022年的10件增加15件，增长160%。", "增加16件"),
        ("收到申请26件，较2022年的10件增长1.4倍。", "增加1.6倍"),
        ("收到申请26件，比2022年（31件）下降19.2%。", "减少16.1%"),
    ],
)
def test_the_one_that_they_do_not_give_is_told_alone(text: str, right: str) -> None:
    (message,) = _told(text)
    assert right in message
