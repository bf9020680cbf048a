"""Structure, time and identity: every planted fault is found, and nothing else is said."""

from __future__ import annotations

import pytest

from tests.checks.planting import CLEAN, FAULTS, Fault, sample
from tests.checks.word_rules import RULES, found
from tests.layouts import LAYOUTS, make_figures, render


@pytest.mark.parametrize("name", CLEAN)
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: str(fault.name))
def test_a_planted_fault_is_found_and_nothing_else(name: str, fault: Fault) -> None:
    findings = found(fault.plant(sample(name)))
    assert {finding.rule for finding in findings} == {fault.rule}
    (finding, *_) = findings
    assert fault.told in finding.message + finding.expected


def test_every_rule_has_a_planted_fault() -> None:
    seldom = {
        *("sections.layout", "sections.tolerated", "titles.missing", "titles.unseen"),
        *("titles.body", "notices.order", "notices.article", "yearslip.heading"),
        *("deadlines.moved", "contents.bare"),
    }
    assert {fault.rule for fault in FAULTS} | seldom == RULES


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_no_layout_is_found_fault_with(form_id: str, layout: str) -> None:
    rendered = render(make_figures(form_id, 3), form_id, layout)
    assert found(rendered.text) == []


@pytest.mark.parametrize("points", ["1.{}\n2.{}", "（一）{}\n（二）{}"])
def test_points_of_a_section_are_no_sections(points: str) -> None:
    """Points that are called what sections are called stay points."""
    listed = points.format("主动公开信息情况\n全年30条。", "依申请公开信息情况\n没有收到。")
    text = f"云岭县石桥镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n{listed}\n"
    told = [one for one in found(text) if one.rule not in {"sections.cut", "period.missing"}]
    assert told == []


@pytest.mark.parametrize(
    "head",
    [
        "云岭高新区2023年政府信息公开工作年度报告\n来源：云岭高新区管委会\n",
        "雲嶺縣石橋鎮(zhèn)2023年政府信息公開工作年度報(bào)告\n",
        "政府信息公开年报 2023\n云岭县石桥镇人民政府\n",
        "首页 > 政府信息公开年报 > 镇街\n现公布云岭县石桥镇2023年政府信息公开工作年度报告。\n",
    ],
)
def test_titles_that_name_body_and_year_in_other_ways_are_whole(head: str) -> None:
    rules = {one.rule for one in found(f"{head}一、总体情况\n工作有序。\n")}
    assert not rules & {"titles.body", "titles.year"}
