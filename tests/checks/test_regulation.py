"""Which bodies may not issue 规章, told from their names."""

from __future__ import annotations

import pytest

from reviewer.checks.families.regulation import may_not_issue


@pytest.mark.parametrize(
    "body",
    [
        "剑河县柳川镇人民政府",
        "石桥镇",
        "清溪街道办事处",
        "清溪街道",
        "松涧乡人民政府",
        "云岭县人民政府",
        "云岭县水务局",
        "云岭县城市管理局",
        "麻岭苗族自治县财政局",
        "东山旗人民政府",
        "临川市青山区投资合作局",
        "青山区人民政府",
        "云岭县人民政府（本机关）",
        "临川经济开发区管理委员会",
        "云山风景名胜区管理委员会",
        "中华人民共和国临川海关",
        "临川市人民医院",
    ],
)
def test_may_not(body: str) -> None:
    assert may_not_issue(body)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "临川市人民政府",
        "新乡市人民政府",
        "景德镇市人民政府",
        "临川市财政局",
        "广西壮族自治区林业局",
        "内蒙古自治区人民政府",
        "浦江新区管理委员会",
        "平海综合实验区",
        "国家统计局",
        "县域经济发展办公室",
    ],
)
def test_may_or_is_not_known(body: str) -> None:
    assert not may_not_issue(body)
