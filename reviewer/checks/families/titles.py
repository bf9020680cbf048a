"""The report's title: whose, of which year, and that it is this report's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.families.bodies import body_named
from reviewer.checks.families.prose import place_label
from reviewer.checks.family import Family, Hit, Inspection
from reviewer.document.model import Span
from reviewer.forms.folding import PINYIN, fold, simplified_in_place
from reviewer.forms.report import Report

_WHOLE_FILES = {"docx", "doc", "wps", "rtf", "pdf", "ofd"}
"""Formats of files that hold all of a report; from a page the title may have been left out."""

_YEAR = re.compile(r"(?:20\d\d|二[〇○零Oo0][〇○零Oo0一二三四五六七八九]{2})")
_BEHIND = re.compile(rf"\s*[(（]\s*{_YEAR.pattern}年?度?\s*[)）]")
"""（2023年度） behind a title."""

_RULING = re.compile("(?:管理委员会|管委会|办事处)$")
"""What a title may leave out behind a place's name."""

_AROUND = 80
_LINE = 20
_RIGHT_NAME = re.compile("政府信息公开.*年度报告")
_FIRST_YEAR = 2019
_LEAST_TEXT = 300


def _missing(inspection: Inspection) -> Iterator[Hit]:
    """A file that holds all of a report, and no title."""
    if inspection.report.document.origin.format in _WHOLE_FILES:
        yield from _without_title(inspection.report)


def _unseen(inspection: Inspection) -> Iterator[Hit]:
    """A text or page without a title, which may have been left out when it was saved."""
    if inspection.report.document.origin.format not in _WHOLE_FILES:
        yield from _without_title(inspection.report)


def _without_title(report: Report) -> Iterator[Hit]:
    named = report.title and (_has_year(report) or _has_body(report))
    if not named and len(report.document.text) >= _LEAST_TEXT:
        yield Hit(place="标题", fields={"right": _right(report)}, expected=_right(report))


def _year(inspection: Inspection) -> Iterator[Hit]:
    """A title without a year."""
    report = inspection.report
    if report.title and not _has_year(report) and _has_body(report):
        yield _hit(report)


def _body(inspection: Inspection) -> Iterator[Hit]:
    """A title that names no body, which does not stand above or below it either."""
    report = inspection.report
    if report.title and report.body and not _has_body(report) and _has_year(report):
        yield _hit(report)


def _name(inspection: Inspection) -> Iterator[Hit]:
    """A title that is not 政府信息公开工作年度报告."""
    report = inspection.report
    title = fold(report.title)
    if title and (report.year or 0) >= _FIRST_YEAR and not _RIGHT_NAME.search(title):
        yield _hit(report)


def _has_year(report: Report) -> bool:
    """Whether the title names a year, or the line above it, or a bracket behind it, is one."""
    text = PINYIN.sub("", report.document.text)
    start = max(0, text.find(report.title))
    if _BEHIND.match(text, start + len(report.title)):
        return True
    above = text[:start].rstrip()
    line = above.rpartition("\n")[2][-_LINE:]
    return bool(_YEAR.search(simplified_in_place(f"{line}\n{report.title}")))


def _has_body(report: Report) -> bool:
    """Whether the title, or what stands close to it, names the body."""
    text = PINYIN.sub("", report.document.text)
    place = max(0, text.find(report.title))
    near = text[max(0, place - _AROUND) : place + len(report.title) + _AROUND]
    stem = _RULING.sub("", body_named(report.body).stem)
    return bool(report.body) and fold(stem) in fold(near)


def _right(report: Report) -> str:
    """The title that the report should have, as far as it is known."""
    body = report.body or "（单位名称）"
    return f"{body}{report.year or '（年份）'}年政府信息公开工作年度报告"


def _hit(report: Report) -> Hit:
    start = report.document.text.find(report.title)
    title = "".join(report.title.split())
    return Hit(
        place=place_label(report.document, start) if start >= 0 else "标题",
        fields={"title": title, "right": _right(report)},
        spans=(Span(start=start, end=start + len(report.title)),) if start >= 0 else (),
        expected=_right(report),
        found=title,
        marks=(title,),
    )


_FIELDS = frozenset({"title", "right"})
MISSING = Family(_missing, frozenset({"right"}), reads_figures=False)
UNSEEN = Family(_unseen, frozenset({"right"}), reads_figures=False)
YEAR = Family(_year, _FIELDS, reads_figures=False)
BODY = Family(_body, _FIELDS, reads_figures=False)
NAME = Family(_name, _FIELDS, reads_figures=False)
