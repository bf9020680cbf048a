"""When a report was published or signed, against the day by which it had to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.bodies import LOCAL, PARTS, BodyKind, body_named
from reviewer.checks.families.dates import date_at
from reviewer.checks.families.prose import introduction, place_label, prose_of, without_blanks
from reviewer.claims.reading import Words
from reviewer.document.model import Span
from reviewer.forms.report import Report

_FIELD = re.compile(
    r"(?P<name>(?:发布|公布|公开|信息提供|生成|发文|成文)(?:日期|时间)|(?<![统计据止始署新问印览前公作录天理])(?:日期"
    r"|时间))\s*[:|]\s*\|?\s*(?P<date>20\d\d)"
)
_ALONE = re.compile(
    r"^[ \t\u3000(]*(?P<date>(?:20\d\d|二[〇○零Oo0])[^\n]{4,16}?日)[ \t\u3000)]*$", re.MULTILINE
)
_OFFICE = re.compile("(?:办公室|办公厅|办)$")
_MUNICIPALITY = re.compile("(?:北京|上海|天津|重庆)市")
"""Its districts rank with cities."""

_CLOCK = re.compile(r"\n|\s+\d{1,2}:\d\d")

_END = 400
"""Characters at a text's end in which it is dated."""

_FIRST_NEW_YEAR = 2019
"""The first year under the 条例 of 2019, which sets the deadlines (第四十九条)."""

_LATE = 12
"""A page dated so many months behind the deadline is a page that was moved, not a late report."""


@dataclass(frozen=True)
class _Issued:
    """A date on which a report came out: published on a page, or signed."""

    value: date
    published: bool
    span: Span


def deadline(body: str, year: int) -> tuple[date, str]:
    """The day by which a body's report had to be public, and what kind of body it was taken for.

    Before 2019 it was 31 March for all. Where a name leaves the level open, it is the latest day
    that it may have been.
    """
    kind = _level(body)
    if year < _FIRST_NEW_YEAR:
        return date(year + 1, 3, 31), "2018年度以前"
    if kind in LOCAL or kind in PARTS:
        return date(year + 1, 1, 31), "部门、乡镇和街道"
    if kind in {BodyKind.COUNTY, BodyKind.DISTRICT}:
        return date(year + 1, 2, 20), "县级政府"
    if kind is BodyKind.CITY:
        return date(year + 1, 3, 10), "市级政府"
    return date(year + 1, 3, 31), "最晚"


def _level(body: str) -> BodyKind:
    """A body's kind, as to its deadline: a government's office may report for the government."""
    bare = _OFFICE.sub("", body)
    kind = body_named(bare if bare.endswith("政府") else body).kind
    municipal = kind is BodyKind.DISTRICT and _MUNICIPALITY.match(body)
    return BodyKind.CITY if municipal else kind


def _late(inspection: Inspection) -> Iterator[Hit]:
    """Published or signed after the deadline."""
    yield from islice(_overdue(inspection.report, moved=False), 1)


def _moved(inspection: Inspection) -> Iterator[Hit]:
    """A page dated more than a year after the deadline: late, or moved since."""
    yield from islice(_overdue(inspection.report, moved=True), 1)


def _overdue(report: Report, *, moved: bool) -> Iterator[Hit]:
    """Dates after the deadline: those of pages that were moved since, or all others."""
    if report.year is None:
        return
    day, which = deadline(report.body, report.year)
    for issued in _issued(report):
        months = (issued.value.year - day.year) * 12 + issued.value.month - day.month
        if issued.value > day and moved == (issued.published and months >= _LATE):
            fields = {"day": _written(day), "which": which}
            yield _hit(report, issued, fields, "" if moved else f"不迟于{_written(day)}")


def _early(inspection: Inspection) -> Iterator[Hit]:
    """Published or signed before the year was over."""
    report = inspection.report
    if report.year is None:
        return
    for issued in _issued(report):
        if issued.value < date(report.year, 12, 31):
            slip = issued.value.month <= 3
            meant = f"{report.year + 1}年{issued.value.month}月{issued.value.day}日"
            told = f"年份可能有误，是否应为“{meant}”" if slip else "当年的数据还没有满一年"
            yield _hit(report, issued, {"told": told}, meant if slip else "")
            return


def _issued(report: Report) -> tuple[_Issued, ...]:
    """Dates of publication, then of signature: above the first section, or at the very end."""
    return _found(Words(report))


@lru_cache(maxsize=8)
def _found(words: Words) -> tuple[_Issued, ...]:
    plain = prose_of(words.report).plain
    head = introduction(words.report).end
    parts = ((0, head), (max(len(plain.rstrip()) - _END, head), len(plain)))
    named = [
        _read(plain, match.start("date"), published=not match["name"].startswith("成文"))
        for start, end in parts
        for match in _FIELD.finditer(plain, start, end)
    ]
    alone = [
        _read(plain, match.start("date"), published=False)
        for start, end in parts
        for match in _ALONE.finditer(plain, start, end)
    ]
    return tuple(issued for issued in (*named, *alone) if issued is not None)


def _read(plain: str, start: int, *, published: bool) -> _Issued | None:
    """The date at a place of the text, blanks left out."""
    printed = _CLOCK.split(plain[start : start + 24])[0]
    dated = date_at(without_blanks(printed), 0, None)
    if dated is None:
        return None
    end, letters = start, 0
    while letters < dated.end:
        letters += not plain[end].isspace()
        end += 1
    return _Issued(dated.value, published, Span(start=start, end=end))


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _hit(report: Report, issued: _Issued, fields: dict[str, str], expected: str) -> Hit:
    printed = _written(issued.value)
    return Hit(
        place=place_label(report.document, issued.span.start),
        fields={
            "how": "发布日期" if issued.published else "落款日期",
            "printed": printed,
            "year": str(report.year),
            **fields,
        },
        spans=(issued.span,),
        expected=expected,
        found=printed,
        marks=(printed,),
    )


_FIELDS = frozenset({"how", "printed", "year"})
LATE = Check(_late, _FIELDS | {"day", "which"}, reads_figures=False)
MOVED = Check(_moved, _FIELDS | {"day", "which"}, reads_figures=False)
EARLY = Check(_early, _FIELDS | {"told"}, reads_figures=False)
