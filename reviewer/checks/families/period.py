"""The statistical period that a report states: the whole of its year, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.dates import Dated, date_at, is_malformed
from reviewer.checks.families.prose import introduction, place_label, prose_of
from reviewer.claims.flow import Sentence
from reviewer.document.model import Span
from reviewer.forms.report import Report

_STATED = re.compile(
    r"(?:统计|数据|汇总)[^,。]{0,16}?(?:期限|时限|时间|日期|期间|周期|区间|范围|起止)[^\d,。二]{0,8}"
    r"|(?:统计|数据)[^,。\d]{0,8}(?:从|自|为|是)"
)
_RANGE = re.compile(r"[^,。、(]{0,12}?(?:20\d\d|二[〇零○oO\d一二三四五六七八九]{3})")
_LEAD = re.compile(r"[:为是从自即“]*")
_LINK = re.compile(r"(?:起|开始|0时)?,?(?:至|到|-|—|–|~|−|截至|截止)+")
_MONTHS = re.compile(
    r"(?P<year>20\d\d)年(?P<first>\d{1,2})月?(?:起?至|到|-+|—+|~)(?:(?P<end>20\d\d)年)?(?P<last>\d{1,2})月(?!\d)"
)
_NO_END = re.compile(r"(?:20\d\d年)?\d{1,2}月(?!\d)")
"""2023年1月1日至2023年12月: the last day is not named."""

_ONLY_YEAR = re.compile(r"20\d\d年度?(?=起|至|到)")
"""自2023年起至2023年12月31日: the first day is not named."""

_BEHIND = re.compile(r"(?:期间)?止?(?:的?20\d\d年|[至起到从](?!今)|\d(?!\d?[时点:、.)]))")
"""12月31日至, 12月31日1, 12月31日止2023年: remains of something else."""

_DECEMBER = 12
_SCHOOL_YEAR = re.compile(r"(?P<first>20\d\d)年?[-—–~～至到]{1,2}(?P<last>20\d\d)学年")
_OF_REPORT = re.compile(r"本报告|本年报|本年度报告|所列|年报|报告中|期限|时限")
_FIRST_REPORTS = 2008
"""The 条例 came into force in May of this year."""


@dataclass(frozen=True)
class _Period:
    """A stated period; an end without a year is of the year that it begins in.

    The last day is the earliest of all where it is not named, or more stands behind it.
    """

    first: date
    last: date
    span: Span
    printed: str


def _days(inspection: Inspection) -> Iterator[Hit]:
    """A period that does not begin on 1 January and end on 31 December."""
    report = inspection.report
    year = report.year
    if year is None:
        yield from _other_school_years(report)
    if year is None or year <= _FIRST_REPORTS:
        return
    for period in _periods(report):
        if (period.first, period.last) == (date(year, 1, 1), date(year, 12, 31)):
            continue
        if period.first.year == period.last.year != year and _is_year(period):
            continue
        yield _hit(report, period, f"{year}年1月1日至{year}年12月31日")


def _other_school_years(report: Report) -> Iterator[Hit]:
    """A period of another school year than that in the title of a school's report."""
    named = _SCHOOL_YEAR.search(report.title)
    if named is None:
        return
    for period in _periods(report):
        if (period.first.year, period.last.year) != (int(named["first"]), int(named["last"])):
            right = f"{named['first']}年9月1日至{named['last']}年8月31日"
            yield _hit(report, period, right)


def _hit(report: Report, period: _Period, right: str) -> Hit:
    return Hit(
        place=place_label(report.document, period.span.start),
        fields={"printed": period.printed, "right": right},
        spans=(period.span,),
        expected=right,
        found=period.printed,
        marks=(period.printed,),
    )


def _missing(inspection: Inspection) -> Iterator[Hit]:
    """No statistical period anywhere before the tables."""
    report = inspection.report
    if not report.form.tables or report.form.id == "2008" or report.year is None:
        return
    end = introduction(report).end
    words = prose_of(report)
    if not any(each.origin[0] < end for each in words.sentences):
        return
    if any(_names_period(sentence) for sentence in words.sentences):
        return
    right = f"本报告所列数据的统计期限为{report.year}年1月1日至{report.year}年12月31日。"
    yield Hit(place="导语", fields={"right": right}, expected=right)


def _is_year(period: _Period) -> bool:
    """Whether it is a whole year: the wrong one then, which is told by another rule."""
    return (period.first.month, period.first.day) == (1, 1) and (
        period.last.month,
        period.last.day,
    ) == (12, 31)


def _names_period(sentence: Sentence) -> bool:
    stated = _STATED.search(sentence.text)
    return bool(stated and _RANGE.match(sentence.text, stated.end()))


def _periods(report: Report) -> Iterator[_Period]:
    """The periods that sentences state and that can be read without a doubt."""
    end = introduction(report).end
    for sentence in prose_of(report).sentences:
        if sentence.origin[0] >= end and not _OF_REPORT.search(sentence.text):
            continue
        for stated in _STATED.finditer(sentence.text):
            period = _period_at(sentence, stated.end())
            if period is not None:
                yield period


def _period_at(sentence: Sentence, start: int) -> _Period | None:
    text = sentence.text
    lead = _LEAD.match(text, start)
    begin = lead.end() if lead else start
    months = _months_at(sentence, begin)
    if months is not None:
        return months
    first = date_at(text, begin, None)
    if first is None:
        only = _ONLY_YEAR.match(text, begin)
        first = Dated(date.min, only.end()) if only else None
    if first is None:
        return None
    link = _LINK.match(text, first.end)
    last = date_at(text, link.end(), first.value.year) if link else None
    if link and last is None:
        cut = _NO_END.match(text, link.end())
        last = Dated(date.min, cut.end()) if cut else None
    if last is None or is_malformed(text[begin : last.end]):
        return None
    behind = _BEHIND.match(text, last.end)
    if behind and _stands_behind(sentence, last.end):
        last = Dated(date.min, behind.end())
    printed = text[begin : last.end]
    return _Period(first.value, last.value, sentence.span(begin, last.end), printed)


def _stands_behind(sentence: Sentence, place: int) -> bool:
    """Whether nothing parts a character from the one before it: no line's end, no blank."""
    return sentence.origin[place - 1] + 1 == sentence.origin[place]


def _months_at(sentence: Sentence, start: int) -> _Period | None:
    """A period stated in months only, taken to its last day."""
    match = _MONTHS.match(sentence.text, start)
    if match is None:
        return None
    year = int(match["year"])
    last = int(match["end"] or year), int(match["last"])
    if not (1 <= int(match["first"]) <= _DECEMBER and 1 <= last[1] <= _DECEMBER):
        return None
    day = 31 if last[1] == _DECEMBER else 1
    span = sentence.span(*match.span())
    return _Period(date(year, int(match["first"]), 1), date(*last, day), span, match[0])


DAYS = Check(_days, frozenset({"printed", "right"}), reads_figures=False)
MISSING = Check(_missing, frozenset({"right"}), reads_figures=False)
