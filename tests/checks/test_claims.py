"""What sentences state against the tables and against each other."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.checks.declaration import Example
from reviewer.checks.engine import check
from reviewer.checks.examples import example_report
from reviewer.checks.families.percentages import is_percent, percentage, rounded
from reviewer.checks.model import Severity


def _told(
    text: str, cells: Mapping[str, str | int] | None = None, form: str = "2021", year: int = 2023
) -> list[tuple[str, str]]:
    example = Example(text=text, cells=dict(cells or {}), year=year)
    findings = check(example_report(example, form)).findings
    return [(each.rule, each.message) for each in findings if each.rule.startswith("claims.")]


@pytest.mark.parametrize(
    ("text", "cells", "form", "reason"),
    [
        ("收到政府信息公开申请15件。", {"requests.new.total": 14, "requests.carried_in.total": 1},
         "2021", "新收与上年结转之和（14＋1）"),
        ("因信息公开引起行政复议7件。",
         {"disputes.reconsideration.upheld": 4, "disputes.reconsideration.corrected": 3,
          "disputes.reconsideration.pending": 2, "disputes.reconsideration.total": 9},
         "2021", "已审结的件数（未计尚未审结）（4＋3）"),
        ("因信息公开引起行政诉讼3件。",
         {"disputes.direct_lawsuit.total": 3, "disputes.lawsuit_after_reconsideration.total": 1},
         "2021", "“未经复议直接起诉”一项的数"),
        ("政府信息公开申请予以公开9件。",
         {"requests.granted.total": 6, "requests.granted_in_part.total": 3},
         "2021", "予以公开与部分公开之和（6＋3）"),
        ("收取行政事业性收费35000元。", {"active.fee.amount": "35000"}, "2021", "单位不同"),
        ("新制作规范性文件5件。",
         {"active.normative_document.made": 2, "active.normative_document.disclosed": 5},
         "2019", "本年新公开数量"),
    ],
)  # fmt: skip
def test_usual_ways_to_count_otherwise(
    text: str, cells: dict[str, str | int], form: str, reason: str
) -> None:
    ((rule, message),) = _told(text, cells, form)
    assert rule == "claims.explained"
    assert reason in message


@pytest.mark.parametrize(
    ("text", "cells", "form"),
    [
        ("收取行政事业性收费12.5万元。", {"active.fee.amount": "12.54"}, "2021"),
        ("收取行政事业性收费35000元。", {"active.fee.amount": "3.5"}, "2021"),
        ("政府集中采购金额20.15万元。", {"active.procurement.amount": "201500"}, "2019"),
        ("政府集中采购金额20.15万元。", {"active.procurement.amount": "20.15"}, "2019"),
        ("2022年收到政府信息公开申请15件。", {"requests.new.total": 3}, "2021"),
        ("上半年收到政府信息公开申请15件。", {"requests.new.total": 30}, "2021"),
        ("县政府办公室收到政府信息公开申请15件。", {"requests.new.total": 30}, "2021"),
        ("收到涉及征地的政府信息公开申请15件。", {"requests.new.total": 30}, "2021"),
        ("收到政府信息公开申请15件，同比增长50%。", {"requests.new.total": 15}, "2021"),
        ("收到政府信息公开申请15件。", {"requests.new.total": "／"}, "2021"),
        ("收到政府信息公开申请15件。", {"requests.new.total": ""}, "2021"),
        ("收到政府信息公开申请15件，其中予以公开10件、部分公开4件、其他处理2件。",
         {"requests.new.total": 15, "requests.carried_in.total": 1, "requests.total.total": 16,
          "requests.granted.total": 10, "requests.granted_in_part.total": 4,
          "requests.other_not_corrected.total": 2}, "2021"),
        ("2022年收到政府信息公开申请9件，2023年收到15件，自然人申请占80%。",
         {"requests.new.total": 15, "requests.new.natural_person": 12}, "2021"),
        ("政府信息公开行政诉讼11件，其中直接起诉7件，复议后起诉4件；已审结9件，其中维持6件，纠正3件。",
         {"disputes.direct_lawsuit.upheld": 4, "disputes.direct_lawsuit.corrected": 2,
          "disputes.direct_lawsuit.total": 7, "disputes.lawsuit_after_reconsideration.upheld": 2,
          "disputes.lawsuit_after_reconsideration.corrected": 1,
          "disputes.lawsuit_after_reconsideration.total": 4}, "2021"),
        ("信息不存在3件、本机关不掌握2件。", {"requests.unavailable_not_held.total": 5}, "2021"),
        ("收到政府信息公开申请15件，均已办结。",
         {"requests.new.total": 15, "requests.carried_in.total": 2, "requests.total.total": 17},
         "2021"),
    ],
)  # fmt: skip
def test_what_agrees_or_is_not_the_tables_is_left_alone(
    text: str, cells: dict[str, str | int], form: str
) -> None:
    assert _told(text, cells, form) == []


def test_parts_that_the_tables_contradict_are_told_once() -> None:
    text = "收到政府信息公开申请15件（其中自然人10件、其他组织6件）。"
    cells: dict[str, str | int] = {
        "requests.new.total": 15,
        "requests.new.natural_person": 9,
        "requests.new.other_org": 6,
    }
    assert [rule for rule, _ in _told(text, cells)] == ["claims.cells"]


def test_what_is_said_twice_is_compared_where_no_table_is() -> None:
    text = "2017年收到政府信息公开申请3件。\n全年未收到政府信息公开申请。"
    ((rule, _),) = _told(text, form="2008", year=2017)
    assert rule == "claims.contradictions"
    assert [rule for rule, _ in _told(text, {"requests.new.total": 3}, year=2017)] == [
        "claims.cells"
    ]


@pytest.mark.parametrize(("stated", "told"), [("50%", []), ("30%", ["claims.shares"])])
def test_a_share_of_what_only_the_table_counts(stated: str, told: list[str]) -> None:
    cells: dict[str, str | int] = {"requests.new.total": 8, "requests.granted.total": 4}
    found = _told(f"收到政府信息公开申请8件，其中予以公开占{stated}。", cells)
    assert [rule for rule, _ in found] == told


def test_what_is_explained_demands_nothing() -> None:
    example = Example(
        text="收到政府信息公开申请15件。",
        cells={"requests.new.total": 14, "requests.carried_in.total": 1},
        year=2023,
    )
    findings = check(example_report(example, "2021")).findings
    (finding,) = [one for one in findings if one.rule == "claims.explained"]
    assert finding.severity is Severity.HINT
    assert not finding.expected
    assert "应" not in finding.message


@given(st.integers(1, 5000), st.integers(0, 5000), st.integers(0, 3))
def test_a_share_as_it_is_worked_out_holds(whole: int, part: int, decimals: int) -> None:
    stated = rounded(percentage(Decimal(part), Decimal(whole)), decimals)
    assert is_percent(Decimal(part), Decimal(whole), stated, decimals)
    assert not is_percent(Decimal(part), Decimal(whole), stated + 2, decimals)


_ROW = ("natural_person", "business", "research", "welfare", "legal_service", "other_org", "total")


def _row(key: str, *figures: str | int) -> dict[str, str | int]:
    return {f"requests.{key}.{column}": one for column, one in zip(_ROW, figures, strict=True)}


@pytest.mark.parametrize(("stated", "differs"), [(7, False), (6, True), (9, True)])
def test_a_total_left_blank_is_the_sum_of_the_applicants(stated: int, differs: bool) -> None:
    cells = _row("granted", 5, 2, "", "", "", "", "")
    told = _told(f"政府信息公开申请予以公开{stated}件。", cells)
    assert bool([one for one in told if "表格为7" in one[1]]) == differs


def test_a_row_left_blank_altogether_tells_no_sum() -> None:
    assert _told("政府信息公开申请予以公开6件。", _row("granted", *[""] * 7)) == []


@pytest.mark.parametrize(("upheld", "differs"), [(9, False), (8, True)])
def test_proceedings_without_any_figure_beside_others_were_none(upheld: int, differs: bool) -> None:
    outcomes = ("upheld", "corrected", "other", "pending", "total")
    figures = (upheld, "", "", 9 - upheld or "", 9)
    cells: dict[str, str | int] = {
        f"disputes.direct_lawsuit.{key}": one for key, one in zip(outcomes, figures, strict=True)
    }
    cells |= {f"disputes.lawsuit_after_reconsideration.{key}": "" for key in outcomes}
    told = _told("因信息公开引起行政诉讼9件，均获维持。", cells)
    assert bool([one for one in told if "为9件，表格为8" in one[1]]) == differs
