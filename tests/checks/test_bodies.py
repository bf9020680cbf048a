"""Kinds of bodies told from their names, and the day by which each had to report."""

from __future__ import annotations

from datetime import date

import pytest

from reviewer.checks.families.bodies import BodyKind, body_named
from reviewer.checks.families.deadlines import deadline


@pytest.mark.parametrize(
    ("name", "kind", "stem"),
    [
        ("云岭县石桥镇人民政府", BodyKind.TOWN, "石桥"),
        ("临川市云岭县石桥镇", BodyKind.TOWN, "石桥"),
        ("石桥镇政府", BodyKind.TOWN, "石桥"),
        ("临川市石桥镇人民政府办公室", BodyKind.TOWN, "石桥"),
        ("麻岭苗族自治县松涧乡人民政府", BodyKind.TOWNSHIP, "松涧"),
        ("青山区人民政府清溪街道办事处", BodyKind.STREET, "清溪"),
        ("云岭县清溪街道党政办公室", BodyKind.STREET, "清溪"),
        ("云岭县人民政府（本机关）", BodyKind.COUNTY, "云岭"),
        ("景德镇市人民政府", BodyKind.CITY, "景德镇"),
        ("新乡市", BodyKind.CITY, "新乡"),
        ("临川市青山区人民政府", BodyKind.DISTRICT, "青山"),
        ("广西壮族自治区人民政府", BodyKind.PROVINCE, "广西壮族自治区"),
        ("重庆市人民政府", BodyKind.PROVINCE, "重庆市"),
        ("云岭县市场监督管理局", BodyKind.BUREAU, "市场监督管理"),
        ("县农业农村局", BodyKind.BUREAU, "农业农村"),
        ("云岭县卫生健康委员会", BodyKind.COMMISSION, "卫生健康"),
        ("云岭县政务服务中心", BodyKind.CENTRE, "政务服务"),
        ("平海综合实验区", BodyKind.OTHER, "平海综合实验区"),
        ("平海新区管理委员会", BodyKind.BOARD, "平海新区"),
        ("云岭县第一中学", BodyKind.SCHOOL, "第一"),
    ],
)
def test_kinds(name: str, kind: BodyKind, stem: str) -> None:
    body = body_named(name)
    assert (body.kind, body.stem) == (kind, stem)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("云岭县石桥镇人民政府", "石桥镇", True),
        ("云岭县石桥镇人民政府", "石塘镇", False),
        ("云岭县城市管理局", "县城管执法局", True),
        ("云岭县财政局", "云岭县教育局", False),
        ("云岭县经济开发区管委会", "云岭经开区管委会", True),
    ],
)
def test_bodies_are_the_same_by_what_names_them(one: str, other: str, *, same: bool) -> None:
    assert body_named(one).is_same(body_named(other)) is same
    assert body_named(other).is_same(body_named(one)) is same


@pytest.mark.parametrize(
    ("body", "year", "day"),
    [
        ("云岭县石桥镇人民政府", 2023, date(2024, 1, 31)),
        ("云岭县财政局", 2019, date(2020, 1, 31)),
        ("省财政厅", 2023, date(2024, 1, 31)),
        ("云岭县人民政府", 2023, date(2024, 2, 20)),
        ("云岭县人民政府办公室", 2023, date(2024, 2, 20)),
        ("临川市人民政府", 2023, date(2024, 3, 10)),
        ("上海市青山区人民政府", 2023, date(2024, 3, 10)),
        ("重庆市人民政府", 2023, date(2024, 3, 31)),
        ("平海综合实验区", 2023, date(2024, 3, 31)),
        ("云岭县石桥镇人民政府", 2018, date(2019, 3, 31)),
    ],
)
def test_deadlines(body: str, year: int, day: date) -> None:
    assert deadline(body, year)[0] == day
