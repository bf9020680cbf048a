"""Dates and periods: read in every right way of writing, told where characters were lost."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.checks.declaration import Example
from reviewer.checks.engine import check
from reviewer.checks.examples import example_report
from reviewer.checks.families.dates import date_at, is_malformed
from reviewer.checks.model import Finding

DAYS = st.dates(date(2008, 1, 1), date(2039, 12, 31))
NUMERALS = "〇一二三四五六七八九"


def chinese(number: int) -> str:
    """A number below 40 in words."""
    tens, ones = divmod(number, 10)
    words = (("", "十", "二十", "三十")[tens]) + (NUMERALS[ones] if ones else "")
    return words or NUMERALS[0]


def written(day: date) -> list[str]:
    """The ways in which a day is written."""
    year = "".join(NUMERALS[int(digit)] for digit in str(day.year))
    return [
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}年{day.month:02}月{day.day:02}日",
        f"{day.year}-{day.month:02}-{day.day:02}",
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}/{day.month}/{day.day}",
        f"{year}年{chinese(day.month)}月{chinese(day.day)}日",
    ]


def of(text: str, *rules: str, form: str = "2021", year: int = 2023) -> list[Finding]:
    """What rules find in a text."""
    report = example_report(Example(text=text, year=year), form)
    return [finding for finding in check(report).findings if finding.rule in rules]


@given(DAYS)
def test_a_day_is_read_however_it_is_written(day: date) -> None:
    for text in written(day):
        dated = date_at(f"自{text}起", 1, None)
        assert dated is not None, text
        assert (dated.value, dated.end) == (day, 1 + len(text))
        assert not is_malformed(f"自{text}起至12月31日止")


@pytest.mark.parametrize("day", ["二十十日", "十十日", "十二三日"])
def test_a_day_that_is_no_number_stops_nothing(day: str) -> None:
    of(f"会议于二〇二三年三月{day}召开，印发了通知。", "dates.malformed")
    date_at(f"二〇二三年三月{day}", 0, None)


@given(DAYS)
def test_a_day_without_its_year_sign_is_told_and_mended(day: date) -> None:
    right = f"{day.year}年{day.month}月{day.day}日"
    (finding,) = of(f"会议于{right.replace('年', '')}召开。", "dates.malformed")
    assert finding.expected == right


@given(DAYS)
def test_a_day_of_digits_is_mended_only_if_it_can_be_read_in_one_way(day: date) -> None:
    right = f"{day.year}年{day.month}月{day.day}日"
    (finding,) = of(f"统计至{day.year}{day.month}{day.day}日止。", "dates.malformed")
    assert finding.expected in {right, ""}
    alike = date_at(finding.expected, 0, None)
    assert (alike is None) == (finding.expected == "")


@given(st.integers(1, 99), st.integers(1, 99))
def test_a_day_that_does_not_exist_is_told(month: int, day: int) -> None:
    try:
        date(2023, month, day)
    except ValueError:
        exists = False
    else:
        exists = True
    found = of(f"会议于2023年{month}月{day}日召开。", "dates.malformed")
    assert (found == []) == exists


@pytest.mark.parametrize("link", ["至", "起至", "到", "-", "—", "——", "----", "～", "起，至"])
@pytest.mark.parametrize("style", range(6))
@pytest.mark.parametrize(("month", "right"), [(12, True), (10, False)])
def test_the_period_must_be_the_whole_year(
    link: str, style: int, month: int, *, right: bool
) -> None:
    first, last = written(date(2023, 1, 1))[style], written(date(2023, month, 31))[style]
    found = of(f"本报告所列数据的统计期限自{first}{link}{last}止。", "period.days")
    assert (found == []) is right
    assert of(f"本报告的统计时限为{first}{link}{last}。", "period.missing") == []


def test_a_period_with_how_its_characters_are_spoken_is_one() -> None:
    text = "報(bào)告所列數(shù)據(jù)的統(tǒng)計(jì)期限自2023年1月1日起至2023年12月31日止。"
    assert of(text, "period.missing") == []


@pytest.mark.parametrize(
    "text",
    [
        "截至2023年11月30日，公开信息30条。",
        "据统计，2023年3月1日至2023年6月30日公开信息30条。",
        "2023年度数据统计由办公室负责，2023年5月1日至8月31日检查了公开栏。",
    ],
)
def test_other_periods_are_not_the_reports(text: str) -> None:
    assert of(text, "period.days") == []


@pytest.mark.parametrize(
    "text",
    [
        "公开信息20231条，点击20239次。",
        "国办发〔2022〕17号、第2021130日志。",
        "近二十年来，二〇二三年代表建议12件。",
        "截至2024年2月29日，每年12月4日开展宣传。",
        "2023年1-12月，电话0899-5550118，邮编579903。",
    ],
)
def test_what_is_no_faulty_date_is_left_alone(text: str) -> None:
    assert of(text, "dates.malformed", "dates.unsigned", "dates.latin") == []


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("现公布二O二年政府信息公开工作年度报告。", "二〇二三年"),
        ("统计期限自二O二年一月一日起。", "二〇二三年"),
        ("云岭县石桥镇人民政府\n二O二年一月十五日", "二〇二四年"),
        ("云岭县石桥镇人民政府\n202年1月15日", "2024年"),
        # Nor the report's year, nor the year after has these digits.
        ("云岭县石桥镇人民政府\n二O一年一月十五日", ""),
    ],
)
def test_a_year_that_lacks_a_digit_is_mended_by_what_is_dated(printed: str, expected: str) -> None:
    (finding,) = of(printed, "dates.malformed")
    assert finding.expected == expected
