"""Whose figure a sentence states."""

from __future__ import annotations

import pytest

from reviewer.claims.scopes import scope_of


@pytest.mark.parametrize(
    ("before", "body", "scope"),
    [
        ("全县各街道共收到政府信息公开申请", "清溪街道办事处", "全县"),
        ("全县共收到政府信息公开申请", "云岭县石桥镇人民政府", "全县"),
        ("全县共收到政府信息公开申请", "云岭县人民政府", ""),
        ("近三年收到申请分别为", "石桥镇人民政府", "近三年"),
        ("全镇共收到申请", "石桥镇人民政府", ""),
    ],
)
def test_what_is_said_of_more_or_less_than_the_body(before: str, body: str, scope: str) -> None:
    assert scope_of(before, body) == scope
