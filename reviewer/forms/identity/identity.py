"""Whose report it is, and of which year: title, statistical period, signature, text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.forms.folding import PINYIN, simplified_in_place
from reviewer.forms.identity.body import find_body
from reviewer.forms.identity.legible import legible
from reviewer.forms.identity.signature import signature
from reviewer.forms.identity.titles import Title, own_titles, titles, told_titles
from reviewer.forms.identity.years import report_year, school_year, told_school_year

_PERIOD = re.compile(
    r"统计[^，。\n]{0,6}?(?:期限|时限|时间|时段|日期|期间|周期|区间|范围)"
    r"[^0-9０-９，。\n]{0,16}(?P<year>20[0-9]{2})(?!年度)"
)
_PERIOD_DATES = re.compile(r"(?P<year>20\d\d)\s*年?\s*0?1\s*月?\s*0?1\s*日?\s*(?:起|至|到|-|—|–|~)")
_WAY = re.compile("\\S[ \t]*(?:[>»›→]|->)|首页[ \t]*/")
_FIELD = re.compile(r"分\s*类[ \u3000]*[:：|][^\n]*(?:信息|政务)公开")
"""How a page's fields say to what kind of things it belongs."""

_WIDE = str.maketrans("()", "（）")
"""Brackets as Chinese prints them."""

_INTRODUCTION = 1500
"""Characters in which the introduction calls the report by its year."""


@dataclass(frozen=True)
class Identity:
    """Whose report, of which year.

    Attributes:
        title: As printed, or empty.
        body: The reporting body, or empty.
        year: The year, or None.
        title_year: The year that the title names, or None.
        period: The year that the statistical period names, or None.
        school_year: The school year that a school reports on instead of a year, or empty.
        evidence: Where body and year were found (in Chinese).
        body_sure: Whether the body may be relied on without a look.
        other_bodies: Bodies that it might be as well.
    """

    title: str = ""
    body: str = ""
    year: int | None = None
    title_year: int | None = None
    period: int | None = None
    school_year: str = ""
    evidence: tuple[str, ...] = ()
    body_sure: bool = True
    other_bodies: tuple[str, ...] = ()


def identify(text: str) -> Identity:
    """Body and year of a report, each from the best place that names it."""
    text = legible(PINYIN.sub("", text))
    plain = simplified_in_place(text)
    found = titles(plain)
    title = _best_title(plain, found)
    period = _period(plain)
    said = period or (title and title.year)
    school = school_year(plain) or ("" if said else told_school_year(plain))
    signed = signature(plain)
    told = told_titles(plain, found)
    named = (each.year for each in told if each.year and each.start < _INTRODUCTION)
    year, of_year = report_year(
        _without([title for title in found if title not in told], plain),
        title=(title.text, title.year) if title and title.year else None,
        called=next(named, None),
        period=period,
        signed=signed.year if signed else None,
    )
    body = find_body(plain, found)
    wide = body.name.translate(_WIDE)
    return Identity(
        title=text[title.start : title.start + len(title.text)] if title else "",
        body=wide if wide in text else body.name,
        year=None if school else year,
        school_year=school,
        title_year=title.year if title else None,
        period=period,
        evidence=tuple(filter(None, (of_year, body.evidence))),
        body_sure=body.sure,
        other_bodies=body.others,
    )


def _without(others: Sequence[Title], plain: str) -> str:
    """The text without the titles of other reports."""
    for title in reversed(others):
        plain = plain[: title.start] + plain[title.start + len(title.text) :]
    return plain


def _best_title(plain: str, found: Sequence[Title]) -> Title | None:
    alone = own_titles(plain, found)
    best = max(alone, key=lambda title: (bool(title.body), bool(title.year)), default=None)
    is_bare = best is not None and not (best.body or best.year)
    return None if best is not None and is_bare and _is_listed(plain, best) else best


def _is_listed(plain: str, title: Title) -> bool:
    """Whether a title is the name of a list of reports, in the way to a page or in its fields."""
    start = plain.rfind("\n", 0, title.start) + 1
    line = plain[start : plain.find("\n", title.start) + 1 or len(plain)]
    return bool(_WAY.search(line) or _FIELD.search(line))


def _period(plain: str) -> int | None:
    match = _PERIOD.search(plain) or _PERIOD_DATES.search(plain)
    return int(match["year"]) if match else None
