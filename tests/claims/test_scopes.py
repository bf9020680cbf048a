"""Whose figure a sentence states."""

from __future__ import annotations

import pytest

from reviewer.claims.scopes import is_of_many_years, scope_of, year_of


@pytest.mark.parametrize(
    ("before", "body", "scope"),
    [
        ("全县各街道共收到政府信息公开申请", "清溪街道办事处", "全县"),
        ("全县共收到政府信息公开申请", "云岭县石桥镇人民政府", "全县"),
        ("全县共收到政府信息公开申请", "云岭县人民政府", ""),
        ("近三年收到申请分别为", "石桥镇人民政府", "近三年"),
        ("全镇共收到申请", "石桥镇人民政府", ""),
        ("上半年收到申请", "石桥镇人民政府", "上半年"),
        ("上半年收到申请5件，全年收到申请", "石桥镇人民政府", ""),
        ("每月上报依申请公开数量，今年以来收到申请", "石桥镇人民政府", ""),
        ("我县共收到申请", "石桥镇人民政府", "我县"),
        ("党政办收到申请", "云岭县石桥镇人民政府", "党政办"),
        ("司法所受理申请", "云岭县石桥镇人民政府", "司法所"),
        ("直属企业收到申请", "云岭县交通运输局", "直属企业"),
        ("我镇党政办共收到申请", "云岭县石桥镇人民政府", ""),
        ("网站收到申请", "云岭县石桥镇人民政府", ""),
        ("政务公开办公室收到申请", "云岭县石桥镇人民政府", ""),
        ("机关事务服务中心收到申请", "云岭县机关事务服务中心", ""),
    ],
)
def test_what_is_said_of_more_or_less_than_the_body(before: str, body: str, scope: str) -> None:
    assert scope_of(before, body) == scope


@pytest.mark.parametrize(
    ("before", "year"),
    [
        ("2022年收到申请", 2022),
        ("上年度收到政府信息公开申请", 2022),
        ("上年度收到政府信息公开申请20件，今年", 2023),
        ("2023年，上一年度收到申请", 2022),
        ("较2022年增加2件，共收到申请", 2023),
        ("收到申请", 2023),
    ],
)
def test_the_year_that_is_named_last(before: str, year: int) -> None:
    assert year_of(before, 2023) == year


@pytest.mark.parametrize(
    ("before", "many"),
    [
        ("自2008年施行以来，累计收到申请", True),
        ("网站开通以来收到申请", True),
        ("累计制发行政规范性文件", True),
        ("截至2023年底，累计制发规范性文件", True),
        ("今年以来，累计收到申请", False),
        ("2023年以来收到申请", False),
        ("2023年，累计制发规范性文件", False),
        ("全年累计制发规范性文件", False),
        ("截至12月31日，累计收到申请", False),
    ],
)
def test_figures_of_many_years(before: str, *, many: bool) -> None:
    assert is_of_many_years(before, 2023) is many
