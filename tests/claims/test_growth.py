"""Changes from the year before, with the figures that they are worked out of."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.claims.growth import Growth, read_growths
from reviewer.document.opening import open_text
from reviewer.forms.reading import read_report

_TITLE = "云岭县石桥镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n"


def _read(sentence: str) -> tuple[Growth, ...]:
    report = read_report(open_text(f"{_TITLE}{sentence}\n二、主动公开\n"))
    found = read_growths(report)
    for each in found:
        assert report.document.at(each.count_place) == f"{each.count}{each.unit}"
        printed = report.document.at(each.place)
        assert each.measure in {"%", each.unit}
        assert Decimal(printed.removesuffix(each.measure)) == abs(each.stated)
    return found


@pytest.mark.parametrize(
    ("sentence", "count", "base", "stated"),
    [
        ("公开信息120条，较上年增加20条，增长30%。", 120, 100, 30),
        ("发布解读30篇，比去年减少10篇，下降25%。", 30, 40, -25),
        ("公开信息120条，较2022年的100条增长20%。", 120, 100, 20),
        ("公开信息120条，同比增长20%（上年为100条）。", 120, 100, 20),
        ("公开信息120条（上年100条，增长20%）。", 120, 100, 20),
        ("公开信息120条，较上年（100条）增长20%。", 120, 100, 20),
        ("公开信息120条，上年为100条，增长20%。", 120, 100, 20),
        ("公开信息120条，较2022年的100条增加30条。", 120, 100, 30),
        ("公开信息由100条增至120条，增长30%。", 120, 100, 30),
        ("发布解读从2022年的40篇减少到30篇，下降15%。", 30, 40, -15),
        ("公开信息120条，比上年增长30%，增加20条。", 120, 100, 30),
        ("2022年公开信息100条，2023年公开信息120条，增长30%。", 120, 100, 30),
        ("2023年编发信息120条，2022年为100条，增长30%。", 120, 100, 30),
        ("公开信息120条，较上年增加30条（2022年100条）。", 120, 100, 30),
    ],
)
def test_a_change_with_both_years_figures(
    sentence: str, count: int, base: int, stated: int
) -> None:
    (each,) = _read(sentence)
    assert (each.count, each.base, each.stated) == tuple(map(Decimal, (count, base, stated)))


@pytest.mark.parametrize(
    "sentence",
    [
        "公开信息120余条，较上年增加20条，增长30%。",
        "公开信息1.2万条，较上年增加2000条，增长30%。",
        "公开信息120条，同比增长30%，公开率达98%。",
        "公开信息120条，其中视频60条，较上年增加20条，增长20%。",
        "2021年公开信息120条，2023年150条，增长25%。",
        "公开信息120条（其中上年结存100条，增长较快的20%已整理）。",
        "公开信息120条，召开会议增加20次，满意率增长3%。",
        "公开信息从上年的100条增加20条，增长40%。",
    ],
)
def test_what_may_relate_otherwise_is_left_alone(sentence: str) -> None:
    assert _read(sentence) == ()


@given(st.integers(1, 900), st.integers(1, 900))
def test_the_base_is_what_there_was_before(before: int, more: int) -> None:
    stated = (Decimal(more) * 100 / before).quantize(Decimal("0.1"))
    (each,) = _read(f"公开信息{before + more}条，较上年增加{more}条，增长{stated}%。")
    assert (each.base, each.stated) == (Decimal(before), stated)
