"""The year of a report: which of the places that name one is believed, and what contradicts it."""

from __future__ import annotations

import pytest

from reviewer.checks.engine import check
from reviewer.document.opening import open_text
from reviewer.forms.identity.identity import identify
from reviewer.forms.reading import read_report

PERIOD = "统计期限自2022年1月1日起至2022年12月31日止。"
TOLD = "\n一、总体情况\n2023年，我局做好政府信息公开工作。2023年，收到政府信息公开申请2件。\n"
SIGNED = "云岭县水务局\n{}年1月20日\n"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("发布日期：2024-01-24 浏览：2024-01-25\n2023年，石桥镇公开有序。", 2023),
        ("2024年01月18日 来源\n2024年01月19日\n2023年，石桥镇公开有序。", 2023),
        ("发布日期：2023-01-01\n截止2022年12月31日，公开30条。2023年，我们将努力。", 2022),
        ("截至2022年底，公开30条。2023年，我镇将努力。2023年，我乡将改进。", 2022),
    ],
)
def test_dates_of_the_page_and_plans_do_not_tell_the_year(text: str, year: int) -> None:
    assert identify(f"{text}\n一、总体情况\n").year == year


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        (f"{PERIOD}{TOLD}{SIGNED.format(2024)}", "年度取自正文和落款（2023 年）"),
        (
            f"现公布云岭县水务局2023年政府信息公开工作年度报告。{PERIOD}{TOLD}",
            "报告名称（2023 年）",
        ),
        (
            f"编制了2023年政府信息公开工作年度报告。{PERIOD}\n2023年新收申请2件。",
            "报告名称（2023 年）",
        ),
    ],
)
def test_a_period_that_text_and_name_or_signature_contradict_is_not_believed(
    text: str, evidence: str
) -> None:
    identity = identify(text)
    assert (identity.year, identity.period) == (2023, 2022)
    assert identity.evidence[0].startswith("统计期限写 2022 年；")
    assert evidence in identity.evidence[0]


def test_a_period_that_sentences_alone_contradict_is_believed() -> None:
    identity = identify(f"{PERIOD}{TOLD}{SIGNED.format(2023)}")
    assert (identity.year, identity.evidence[0]) == (
        2022,
        "年度取自统计期限（2022 年），正文多写 2023 年",
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            f"{PERIOD}{TOLD}{SIGNED.format(2024)}",
            "正文为 2023 年，统计期限为 2022 年，前后不一致。",
        ),
        (
            f"云岭县水务局2023年政府信息公开工作年度报告\n{PERIOD}{TOLD}",
            "标题为 2023 年，统计期限为 2022 年，前后不一致。",
        ),
    ],
)
def test_years_that_contradict_each_other_are_told(text: str, message: str) -> None:
    findings = check(read_report(open_text(text))).findings
    assert message in [one.message for one in findings if one.rule == "year.conflict"]
