"""What a body is called by those who know where they are."""

from __future__ import annotations

import pytest

from reviewer.forms.identity.areas import without_area


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("云岭县石桥镇", "石桥镇"),
        ("江源市云岭县石桥镇", "云岭县石桥镇"),
        ("江源市市场监督管理局", "市场监督管理局"),
        ("江州市石桥镇", "石桥镇"),
        ("东岭自治州石桥县", "石桥县"),
        ("石桥镇", None),
        ("石桥新区管委会", None),
        ("云岭县人民政府办公室", None),
        ("江源市云岭县人民政府", "云岭县人民政府"),
        ("江源市", None),
        ("093_江源市_不详", None),
        ("", None),
    ],
)
def test_the_widest_area_is_left_out(body: str, left: str | None) -> None:
    assert without_area(body) == left
