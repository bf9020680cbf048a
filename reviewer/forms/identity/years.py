"""The year that a report is on: its title's, else its name's in the text, its period's, ..."""

from __future__ import annotations

import re
from collections import Counter

_CLEARLY = 2
"""A year outweighs the title's if it is named this many times as often as any other."""

_START = 4000
"""Characters whose years tell: the introduction and section one."""

_MENTIONED = re.compile(
    r"(?<!\d)(20[0-3]\d)"
    r"(?![\d〕\])）]|[-./]\d{1,2}[-./]\d|-(?!20\d\d)\d{3}|年(?!12月31日|1月1日)\d{1,2}月\d{1,2}日)年?度?"
)
"""No year of a date within it: pages have dates of their own, beside those of the report."""

_TOLD_OF = re.compile(
    r"(?:(?<=截至)|(?<=截止))(?P<until>20\d\d)年(?=底|末|12月)"
    r"|(?P<year>20\d\d)年度?[，,]?"
    r"(?=(?:[我本全](?!国)|共|累计|未|没有|收到|新收|受理|通过|主动|公开信息)(?![^，,。；;\n]{0,4}将))"
)
"""The year of which a sentence tells what was done, or by whose end; no plan."""

_OFTEN = 2
"""A year told of once may be last year's."""

_SCHOOL_YEAR = re.compile(
    r"(?P<years>20\d\d年?[-—–~～至到]{1,2}20\d\d)学年"
    r"(?=[^。，,；;\n]{0,16}信息公开[^。，,；;\n]{0,12}(?:报告|年报|情况))"
)
"""In a report's name; what is planned for a school year is none."""

_SCHOOL_PERIOD = re.compile(
    r"(?P<first>20\d\d)年[89]月\d{1,2}日?起?[，,]?[-—–~～至到]{1,2}(?P<last>20\d\d)年(?:[789]|10)月"
)
_TOLD_OF_SCHOOL = re.compile(
    r"(?P<years>20\d\d年?[-—–~～至到]{1,2}20\d\d)学年度?[，,]"
    r"(?:学校|我[校院]|[\u4e00-\u9fff]{2,14}(?:大学|学院))(?![^，。\n]{0,3}将)"
)
"""The school year of which a sentence tells what a school did; no plan."""

_SCHOOL = re.compile("高等学校信息公开|高校信息公开|我校")


def school_year(plain: str) -> str:
    """The school year that a school reports on, by name or period; empty for a report on a year.

    Schools follow 《高等学校信息公开办法》 (教育部令第29号), 第二十三条.
    """
    start = plain[:_START]
    if named := _SCHOOL_YEAR.search(start):
        return named["years"]
    period = _SCHOOL_PERIOD.search(start)
    if not period or int(period["last"]) != int(period["first"]) + 1 or not _SCHOOL.search(start):
        return ""
    return f"{period['first']}-{period['last']}"


def told_school_year(plain: str) -> str:
    """The school year that sentences tell of, where neither name nor period says which year."""
    told = _TOLD_OF_SCHOOL.search(plain[:_START])
    return told["years"] if told else ""


def report_year(
    plain: str,
    *,
    title: tuple[str, int] | None,
    called: int | None,
    period: int | None,
    signed: int | None,
) -> tuple[int | None, str]:
    """The year of a report from the best of the places that name one, and which this is.

    Args:
        plain: The text in simplified characters.
        title: The title with its year, if it names one.
        called: The year by which the introduction calls a report.
        period: The year of the statistical period.
        signed: The year of the signature.

    Returns:
        The year, or None, and where it was found in Chinese; empty if nowhere.
    """
    mentioned = Counter(int(year) for year in _MENTIONED.findall(plain[:_START]))
    if title is not None:
        return _beside_title(title, mentioned, period, signed)
    if period is not None:
        return _beside_period(plain, period, called, signed)
    if signed is not None:
        return signed - 1, f"年度按落款日期推定（{signed} 年发布）"
    if mentioned:
        told = _told_of_years(plain)
        year, _ = (told or mentioned).most_common(1)[0]
        return year, f"年度按正文推定（{year} 年）"
    return None, ""


def _told_of_years(plain: str) -> Counter[int]:
    """How often sentences tell what was done in each year."""
    return Counter(
        int(match["year"] or match["until"]) for match in _TOLD_OF.finditer(plain[:_START])
    )


def _told_of(plain: str, period: int, called: int | None) -> int | None:
    """The year that sentences tell of instead of the one that the period names, if they do.

    One sentence does for the year by which the introduction calls the report.
    """
    told = _told_of_years(plain)
    year, times = max(told.items(), key=lambda one: one[1], default=(period, 0))
    is_told = times >= _OFTEN or (times and year == called)
    return year if is_told and year != period and not told[period] else None


def _beside_period(
    plain: str, period: int, called: int | None, signed: int | None
) -> tuple[int, str]:
    """The period's year, or the one that sentences and the report's name or signature agree on."""
    told = _told_of(plain, period, called)
    if told is None:
        return period, f"年度取自统计期限（{period} 年）"
    if told == called:
        return told, f"统计期限写 {period} 年；年度取自正文和其中的报告名称（{told} 年）"
    if signed == told + 1:
        return told, f"统计期限写 {period} 年；年度取自正文和落款（{told} 年）"
    return period, f"年度取自统计期限（{period} 年），正文多写 {told} 年"


def _beside_title(
    title: tuple[str, int],
    mentioned: Counter[int],
    period: int | None,
    signed: int | None,
) -> tuple[int, str]:
    """The title's year, or the one that period, signature and most sentences agree on."""
    text, year = title
    if period is not None and signed == period + 1 and period != year:
        others = max((count for other, count in mentioned.items() if other != period), default=0)
        if mentioned[period] >= _CLEARLY * others:
            return period, f"标题写 {year} 年；年度取自统计期限、落款和正文（{period} 年）"
    return year, f"年度取自标题“{text}”"
