"""Dates as they are printed: read where they are right, told where digits were lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.prose import place_label, prose_of, without_blanks
from reviewer.checks.families.showing import times
from reviewer.document.model import Span
from reviewer.forms.figures.chinese import chinese_number
from reviewer.forms.report import Report

_NUMERALS = "〇○零Oo0一二三四五六七八九"
_TO_DIGITS = str.maketrans(_NUMERALS, "000000123456789")
_DATE = re.compile(
    r"(?:(?P<year>20\d\d)(?:年|[./-]))?(?P<month>\d{1,2})(?:月|[./-])(?P<day>\d{1,2})(?!\d)(?:日|号)?"
)
_CHINESE_DATE = re.compile(
    rf"(?P<year>二[{_NUMERALS}]{{3}})年(?P<month>[一二三四五六七八九十]{{1,2}})月(?P<day>[一二三四五六七八九十]{{1,3}})日"
)
_LOST_YEAR_SIGN = re.compile(
    r"(?<!\d)(?P<year>20\d\d)(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>\d{1,2})日)?"
)
"""20171月1日: the 年 is gone."""

_LOST_SIGNS = re.compile(r"(?<![\d第])(?P<year>20\d\d)(?P<rest>\d{2,4})日(?![志报])")
"""20211231日, 202111日: 年 and 月 are gone."""

_LOST_MONTH_SIGN = re.compile(r"(?<!\d)(?P<year>20\d\d)年(?P<rest>\d{3,4})日")
"""2021年1231日: the 月 is gone."""

_SHORT_YEAR = re.compile(
    rf"(?P<year>二[〇○零Oo0][{_NUMERALS}])(?=年(?:度|[一二三四五六七八九十]|政府|信息|政务|\d|工作)|年$|年,)"
    r"|(?<![\d.])(?P<digits>20\d|2[12]\d(?=年\d{1,2}月)|2\d{4}|20\d{4,})(?=年(?:度|\d{1,2}月|政府|信息|政务|工作))"
    r"|(?<![\d.])(?P<long>20[0-3]\d{2})(?=年)"
)
_NO_SIGN_IN_WORDS = re.compile(
    rf"(?P<year>二[〇○零Oo0][{_NUMERALS}]{{2}})(?P<rest>[一二三四五六七八九十]{{1,2}}月(?:[一二三四五六七八九十]{{1,3}}日)?)"
)
"""二〇二四一月十八日: the 年 is gone."""

_DAY_BEHIND = re.compile(
    r"(?P<turn>(?:0?1|一)月(?:0?1|一)日|(?:12|十二)月(?:31|三十一)日)|[\d一二三四五六七八九十]{1,3}月"
)
_LOST_DIGITS = re.compile(
    r"(?P<year>20\d\d)年(?:(?P<month>\d{1,2})月日(?![均常报程志期益后])|月(?P<day>\d{0,2})日(?![均常报程志期]))"
)
"""2024年1月日, 2024年月15日: digits are lost, or were never filled in."""

_OTHER_SIGN = re.compile(
    r"(?P<first>20\d\d年(?=\d{1,2}[年日]\d{1,2}日))(?P<month>\d{1,2})[年日](?P<day>\d{1,2})日"
    r"|(?P<said>(?:20\d\d年)?\d{1,2}月\d{1,2})曰"
    r"|(?P<both>(?:20\d\d年)?\d{1,2}月\d{1,2})号日"
    r"|(?P<new>20\d\d年)元(?=\d{1,2}日)(?P<date>\d{1,2})日"
)
"""2023年1日31日, 12月31曰, 2024年元29日: another character where 月 or 日 belongs."""

_NO_MONTH_AT_ALL = re.compile(r"(?<!\d)20\d\d年\d{1,2}日(?![均常报程志期益后内])")
"""2024年16日: the month is gone."""

_LONG_DAY = re.compile(r"(?<!\d)\d{1,2}月(?P<day>\d{3,})日")
_ENDS_WITHOUT = re.compile(
    rf"^(?P<date>二[{_NUMERALS}]{{3}}年[一二三四五六七八九十]{{1,2}}月[一二三四五六七八九十]{{1,3}})$"
)
_DOUBLED_SIGN = re.compile(r"(?P<year>20\d\d)年年(?=\d{1,2}月)")
_LATIN = re.compile(rf"二[Oo0][{_NUMERALS}]{{2}}年")
_ZERO = re.compile(r"二零[零一二三四五六七八九]{2}年")
_NUMBER_DATE = re.compile(r"(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]")
_NO_MONTH = re.compile(r"20\d\d年(?P<month>1[3-9]|[2-9]\d|00?)月(?!\d{1,2}[日号])")
_YEAR_BEFORE = re.compile(r"(\d{4})年$")
_DATED = re.compile(rf"\d[年月日号]|二[{_NUMERALS}]")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NO_SIGN = re.compile(
    r"(?:^|(?<=[,将]))(?P<year>20\d\d)(?:(?<=^....)(?:,|(?=累计|共[^同享建计]|主动公开|收到|新收|发布|公开[^栏]|制发|开展|召开|举办|印发))"
    r"|度(?=[,我本全])|(?=[本我全](?:[镇乡局县区市街委]|部门|单位|年度)))"
)
"""2021,我镇, 2021累计公开, 现将2021本部门: the 年 is gone."""

_LETTERS = re.compile(
    r"(?<![A-Za-z0-9])(?=[\dOoIl年月]*[OoIl])(?P<year>2[\dOo][\dOoIl]{2})年(?:[\dOoIl]{1,2}月(?:[\dOoIl]{1,2}日)?)?"
)
"""2O24年l月18日: letters stand for digits."""

_IN_TITLE = re.compile(
    r"(?<=[\u4e00-\u9fff])(?P<year>20\d\d)(?=政府信息公开(?:工作)?(?:年度)?报告)"
)
_FROM_LETTERS = str.maketrans("OoIl", "0011")

_NO_DAY_SIGN = re.compile(
    r"(?P<date>20\d\d年\d{1,2}月\d{1,2})(?=(?:召开|举办|举行|印发|发布|组织|开展|下发|出台|公布|起|止|至(?:20\d\d年|\d{1,2}月)|[,;。)]))"
    r"|^(?P<alone>20\d\d年\d{1,2}月\d{1,2})$"
    r"|(?:(?<=日至)|(?<=起至)|(?<=日到)|(?<=起到))(?P<last>\d{1,2}月\d{1,2})(?=止|[,;。)])"
    r"|(?<=[至到])(?P<end>20\d\d年\d{1,2}月\d{1,2})$"
)
"""2023年3月15召开, 1月1日至12月31止: the 日 is gone."""

_FAR = re.compile(
    r"(?<![\d.])(?P<year>1[0-8]\d\d|2[1-9]\d\d|20[4-9]\d)年(?=度|\d{1,2}月|政府|信息|工作)"
)


@dataclass(frozen=True)
class Dated:
    """A date read from a text, and where it ends there."""

    value: date
    end: int


@dataclass(frozen=True)
class WrongDate:
    """A date that cannot be one.

    Attributes:
        start: Where it begins in its sentence.
        end: Where it ends.
        why: What is wrong with it, in Chinese.
        right: What was probably meant; empty if that cannot be told.
    """

    start: int
    end: int
    why: str
    right: str


def date_at(text: str, start: int, year: int | None) -> Dated | None:
    """The date that a text without blanks has at a place.

    Args:
        text: Simplified characters.
        start: Where it must begin.
        year: The year of a date that names none.
    """
    match = _DATE.match(text, start)
    if match is None:
        return _chinese_date_at(text, start)
    named = int(match["year"]) if match["year"] else year
    return _dated(named, int(match["month"]), int(match["day"]), match.end())


def is_malformed(text: str) -> bool:
    """Whether a stretch of text holds a date that cannot be one."""
    return any(True for _ in _slips(text))


def _chinese_date_at(text: str, start: int) -> Dated | None:
    match = _CHINESE_DATE.match(text, start)
    if match is None:
        return None
    year = int(match["year"].translate(_TO_DIGITS))
    return _dated(year, *_month_and_day(match), match.end())


def _month_and_day(match: re.Match[str]) -> tuple[int, int]:
    """Those of a date in Chinese numerals."""
    return chinese_number(match["month"]) or 0, chinese_number(match["day"]) or 0


def _dated(year: int | None, month: int, day: int, end: int) -> Dated | None:
    if year is None:
        return None
    try:
        return Dated(date(year, month, day), end)
    except ValueError:
        return None


def _slips(text: str) -> Iterator[WrongDate]:
    if _DATED.search(text):
        yield from _lost(text)
        yield from _false(text)


def _lost(text: str) -> Iterator[WrongDate]:
    """Dates with a sign or a digit too few, or too many."""
    for match in _LOST_YEAR_SIGN.finditer(text):
        day = f"{match['day']}日" if match["day"] else ""
        right = f"{match['year']}年{int(match['month'])}月{day}"
        yield WrongDate(match.start(), match.end(), "缺“年”字", right)
    for match in _NO_SIGN_IN_WORDS.finditer(text):
        right = f"{match['year']}年{match['rest']}"
        yield WrongDate(*match.span(), "缺“年”字", right)
    for match in (*_LOST_SIGNS.finditer(text), *_LOST_MONTH_SIGN.finditer(text)):
        right = _split(match["year"], match["rest"])
        yield WrongDate(match.start(), match.end(), "缺“年”“月”等字", right)
    for match in _SHORT_YEAR.finditer(text):
        printed = match["year"] or match["digits"] or match["long"]
        why = "年份不足四位" if len(printed) < 4 else "年份多于四位"
        yield WrongDate(match.start(), match.end() + 1, why, "")
    for match in _LOST_DIGITS.finditer(text):
        lost = "日" if match["month"] else "月" if match["day"] else "月和日"
        yield WrongDate(*match.span(), f"没有写{lost}的数字", "")
    for match in _LETTERS.finditer(text):
        yield WrongDate(*match.span(), "用了字母代替数字", match[0].translate(_FROM_LETTERS))
    for match in _NO_DAY_SIGN.finditer(text):
        yield WrongDate(*match.span(), "缺“日”字", f"{match[0]}日")
    yield from _signed_otherwise(text)
    for match in _DOUBLED_SIGN.finditer(text):
        yield WrongDate(*match.span(), "多一个“年”字", f"{match['year']}年")


def _signed_otherwise(text: str) -> Iterator[WrongDate]:
    """Dates with another character, or none, where 月 or 日 belongs."""
    for match in _OTHER_SIGN.finditer(text):
        if match["said"]:
            yield WrongDate(*match.span(), "“日”写成了“曰”", f"{match['said']}日")
        elif match["both"]:
            yield WrongDate(*match.span(), "“号”“日”重复", f"{match['both']}日")
        elif match["new"]:
            yield WrongDate(*match.span(), "缺“月”字", f"{match['new']}1月{match['date']}日")
        else:
            right = f"{match['first']}{match['month']}月{match['day']}日"
            yield WrongDate(*match.span(), "“月”写成了别的字", right)
    for match in _NO_MONTH_AT_ALL.finditer(text):
        if not _OTHER_SIGN.match(text, match.start()):
            yield WrongDate(*match.span(), "没有写月份", "")
    for match in _LONG_DAY.finditer(text):
        yield WrongDate(*match.span(), f"没有{match['day']}日", "")
    for match in _ENDS_WITHOUT.finditer(text):
        yield WrongDate(*match.span(), "缺“日”字", f"{match['date']}日")


def _false(text: str) -> Iterator[WrongDate]:
    """Days and months that no calendar has."""
    for match in _CHINESE_DATE.finditer(text):
        year = match["year"].translate(_TO_DIGITS)
        why = _impossible(year, *_month_and_day(match))
        if why:
            yield WrongDate(*match.span(), why, "")
    for match in _FAR.finditer(text):
        yield WrongDate(match.start(), match.end(), "年份有误", "")
    for match in _NO_MONTH.finditer(text):
        yield WrongDate(*match.span(), f"没有{int(match['month'])}月", "")
    for match in _NUMBER_DATE.finditer(text):
        year = _YEAR_BEFORE.search(text, max(0, match.start() - 5), match.start())
        why = _impossible(year and year[1], int(match["month"]), int(match["day"]))
        if why:
            start = year.start() if year else match.start()
            yield WrongDate(start, match.end(), why, "")


def _split(year: str, rest: str) -> str:
    """A date whose signs are lost, if it can be read in one way only."""
    ways = [
        f"{year}年{int(month)}月{int(day)}日"
        for month, day in ((rest[:cut], rest[cut:]) for cut in (1, 2))
        if day and not _impossible(year, int(month), int(day)) and not day.startswith("0")
    ]
    return ways[0] if len(ways) == 1 else ""


def _impossible(year: str | None, month: int, day: int) -> str:
    """Why there is no such day; empty if there is."""
    if not 1 <= month <= 12:
        return f"没有{month}月"
    most = _DAYS[month - 1]
    if month == 2 and year and int(year) % 4:
        most = 28
    return "" if 1 <= day <= most else f"{month}月没有{day}日"


def _malformed(inspection: Inspection) -> Iterator[Hit]:
    """Dates that cannot be one: 20171月1日, 二O一年, 2月30日."""
    report = inspection.report
    yield from _hits(
        report,
        (
            (sentence.span(slip.start, slip.end), _completed(slip, sentence.text, report))
            for sentence in prose_of(report).sentences
            for slip in _slips(sentence.text)
        ),
    )


def _completed(slip: WrongDate, text: str, report: Report) -> WrongDate:
    """A slip in which a year lacks digits, with the year that was meant if that is plain.

    Where a month follows, the report was issued then, in the year after; only the first and the
    last day of the year are those of the statistical period.
    """
    digits = text[slip.start : slip.end].rstrip("年").translate(_TO_DIGITS)
    if slip.right or report.year is None or not digits.isdigit():
        return slip
    day = _DAY_BEHIND.match(text, slip.end)
    of_period = day is None or day["turn"] is not None
    year = report.year if of_period else report.year + 1
    left = iter(str(year))
    if len(digits) >= len(str(year)) or not all(digit in left for digit in digits):
        return slip
    chinese = text[slip.start] == "二"
    return replace(slip, right=(_in_words(year) if chinese else str(year)) + "年")


def _in_words(year: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))


def _unsigned(inspection: Inspection) -> Iterator[Hit]:
    """A year without 年 at the beginning of a sentence, or in a title."""
    report = inspection.report
    matches = (
        (each, _NO_SIGN.search(each.text) or _IN_TITLE.search(each.text))
        for each in prose_of(report).sentences
    )
    yield from _hits(
        report,
        (
            (
                sentence.span(*match.span("year")),
                WrongDate(*match.span("year"), "后面缺“年”字", f"{match['year']}年"),
            )
            for sentence, match in matches
            if match
        ),
    )


def _latin(inspection: Inspection) -> Iterator[Hit]:
    """Another character for 〇 in a year in Chinese numerals: 二O一七年, 二零一七年."""
    report = inspection.report
    yield from _hits(
        report,
        (
            (sentence.span(match.start(), match.end()), _with_nought(match))
            for sentence in prose_of(report).sentences
            for match in (*_LATIN.finditer(sentence.text), *_ZERO.finditer(sentence.text))
        ),
    )


def _with_nought(match: re.Match[str]) -> WrongDate:
    right = f"{match[0][0]}〇{match[0][2:].replace('零', '〇')}"
    why = "用“零”代替了“〇”" if match[0][1] == "零" else "用了字母或数字代替“〇”"
    return WrongDate(match.start(), match.end(), why, right)


def _hits(report: Report, found: Iterable[tuple[Span, WrongDate]]) -> Iterator[Hit]:
    """One finding for all places where the same is wrong in the same way."""
    alike: dict[tuple[str, bool], list[tuple[Span, WrongDate]]] = {}
    for span, slip in found:
        alike.setdefault((slip.why, bool(slip.right)), []).append((span, slip))
    for (why, _), same in alike.items():
        printed = [without_blanks(report.document.at(span)) for span, _ in same]
        right = list(dict.fromkeys(slip.right for _, slip in same if slip.right))
        different = list(dict.fromkeys(printed))
        told = f"应为“{'”“'.join(right)}”" if right else "请核对原件"
        yield Hit(
            place=place_label(report.document, same[0][0].start),
            fields={"printed": "”“".join(different), "why": why, "right": told + times(same)},
            spans=tuple(span for span, _ in same),
            expected="；".join(right),
            found="；".join(different),
            marks=tuple(different),
        )


_FIELDS = frozenset({"printed", "why", "right"})
MALFORMED = Check(_malformed, _FIELDS, reads_figures=False)
UNSIGNED = Check(_unsigned, _FIELDS, reads_figures=False)
LATIN = Check(_latin, _FIELDS, reads_figures=False)
