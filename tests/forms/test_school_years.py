"""Schools report on school years, which are none of the calendar."""

from __future__ import annotations

import pytest

from reviewer.document.opening import open_text
from reviewer.forms.identity.identity import identify
from reviewer.forms.reading import read_report

PERIOD = "统计期限为2021年9月1日至2022年8月31日。"


@pytest.mark.parametrize("years", ["2021-2022", "2021—2022"])
def test_a_school_year_is_none_of_the_calendar(years: str) -> None:
    identity = identify(f"云岭大学{years}学年信息公开年度报告\n一、概述\n有序。{PERIOD}")
    assert (identity.body, identity.year, identity.school_year) == ("云岭大学", None, years)


def test_it_is_told_by_the_period_where_no_title_names_it() -> None:
    untitled = identify(f"根据《高等学校信息公开办法》编制。{PERIOD}\n一、概述\n我校有序。")
    assert (untitled.year, untitled.school_year) == (None, "2021-2022")


def test_a_plan_for_the_next_one_does_not_hide_the_period() -> None:
    plan = "2022—2023学年，学校将做好信息公开工作，编制报告。"
    identity = identify(f"云岭县第一中学信息公开年度报告\n{PERIOD}\n我校有序。{plan}")
    assert (identity.year, identity.school_year) == (None, "2021-2022")


@pytest.mark.parametrize(
    "sentence", ["公布2021-2022学年校历。", "2021—2022学年，我校将做好信息公开工作，编制报告。"]
)
def test_a_report_on_a_year_may_speak_of_school_years(sentence: str) -> None:
    identity = identify(f"云岭县第一中学2022年信息公开年度报告\n一、概述\n{sentence}")
    assert (identity.year, identity.school_year) == (2022, "")


def test_sentences_tell_it_where_neither_name_nor_period_does() -> None:
    told = "二、主动公开情况\n2021—2022学年，{}，公开信息30条。\n"
    assert identify(told.format("学校坚持公开")).school_year == "2021—2022"
    assert identify(told.format("学校将坚持公开")).school_year == ""
    titled = "云岭大学2022年信息公开年度报告\n" + told.format("学校坚持公开")
    assert (identify(titled).school_year, identify(titled).year) == ("", 2022)


def test_no_form_is_for_a_report_on_a_school_year() -> None:
    told = "一、概述\n学校公开信息有序。\n二、主动公开情况\n公开30条。\n"
    report = read_report(open_text(f"云岭大学2021—2022学年信息公开年度报告\n{PERIOD}\n{told}"))
    assert (report.year, report.year_name, report.is_formless) == (None, "2021—2022学年", True)
    calendar = read_report(open_text("云岭大学2022年信息公开年度报告\n一、概述\n信息公开有序。\n"))
    assert (calendar.year_name, calendar.is_formless) == ("2022", False)
