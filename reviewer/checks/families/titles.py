"""The report's title: whose, of which year, and that it is this report's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.bodies import body_named
from reviewer.checks.families.prose import introduction, place_label, prose_of, without_blanks
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

_OTHER_NAME = re.compile(
    r"^[ \t\u3000]*(?P<title>[^,。;:!?\n]{2,40}(?:政务公开|信息公开)[^,。;:!?\n]{0,12}"
    r"(?:汇报|总结|小结|说明|材料))[ \t\u3000]*$",
    re.MULTILINE,
)
"""A line that calls the report something else: 政务公开工作情况汇报."""

_AROUND = 80
"""Characters around a title in which the body may stand on a line of its own."""

_LINE = 20
"""Characters at the end of the line above a title in which its year may stand."""

_RIGHT_NAME = re.compile("政府信息公开.*年度报告")

_FIRST_YEAR = 2019
"""The name has been prescribed since the form for this year."""

_LEAST_TEXT = 300
"""A text of fewer characters is a table, or a piece of a report."""


def _missing(inspection: Inspection) -> Iterator[Hit]:
    """A file that holds all of a report, and no title."""
    if inspection.report.document.origin.format in _WHOLE_FILES:
        yield from _without_title(inspection.report)


def _unseen(inspection: Inspection) -> Iterator[Hit]:
    """A text or page without a title, which may have been left out when it was saved."""
    if inspection.report.document.origin.format not in _WHOLE_FILES:
        yield from _without_title(inspection.report)


def _without_title(report: Report) -> Iterator[Hit]:
    if _is_by_school_year(report):
        return
    named = report.title and (_has_year(report) or _has_body(report))
    if not named and _otherwise(report) is None and len(report.document.text) >= _LEAST_TEXT:
        yield Hit(place="标题", fields={"right": _right(report)}, expected=_right(report))


def _year(inspection: Inspection) -> Iterator[Hit]:
    """A title without a year."""
    report = inspection.report
    if _is_by_school_year(report):
        return
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
    if (report.year or 0) < _FIRST_YEAR or _RIGHT_NAME.search(fold(_with_line_above(report))):
        return
    if report.title:
        yield _hit(report)
    elif (other := _otherwise(report)) is not None:
        yield _called(report, other, report.document.at(other))


def _is_by_school_year(report: Report) -> bool:
    """Whether a school reports on a school year: the prescribed title is not for it."""
    return any(problem.code == "year.school" for problem in report.problems)


def _otherwise(report: Report) -> Span | None:
    """Where a report without a title begins with a line that names it otherwise."""
    end = introduction(report).end
    for match in _OTHER_NAME.finditer(prose_of(report).plain, 0, end):
        stem = fold(body_named(report.body).stem)
        if _YEAR.search(match["title"]) or (stem and stem in fold(match["title"])):
            return Span(start=match.start("title"), end=match.end("title"))
    return None


def _has_year(report: Report) -> bool:
    """Whether the title names a year, or the line above it, or a bracket behind it, is one."""
    text = PINYIN.sub("", report.document.text)
    start = max(0, text.find(report.title))
    if _BEHIND.match(text, start + len(report.title)):
        return True
    return bool(_YEAR.search(simplified_in_place(_with_line_above(report))))


def _with_line_above(report: Report) -> str:
    """The title behind the end of the line above, which may be its beginning: 2023年政/府信息."""
    text = PINYIN.sub("", report.document.text)
    above = text[: max(0, text.find(report.title))].rstrip()
    line = above.rpartition("\n")[2][-_LINE:]
    return f"{line}\n{report.title}"


def _has_body(report: Report) -> bool:
    """Whether the title, or what stands close to it, names the body."""
    text = PINYIN.sub("", report.document.text)
    place = max(0, text.find(report.title))
    near = text[max(0, place - _AROUND) : place + len(report.title) + _AROUND]
    stem = _RULING.sub("", body_named(report.body).stem)
    return bool(report.body) and fold(stem) in fold(near)


def _right(report: Report) -> str:
    """The title that the report should have, as far as it is known."""
    body = report.body if report.body and report.body_sure else "（单位名称）"
    return f"{body}{report.year or '（年份）'}年政府信息公开工作年度报告"


def _hit(report: Report) -> Hit:
    start = report.document.text.find(report.title)
    span = Span(start=start, end=start + len(report.title)) if start >= 0 else None
    return _called(report, span, report.title)


def _called(report: Report, span: Span | None, printed: str) -> Hit:
    """A title as it stands somewhere, and what it should be."""
    title = without_blanks(printed)
    return Hit(
        place=place_label(report.document, span.start) if span else "标题",
        fields={"title": title, "right": _right(report)},
        spans=(span,) if span else (),
        expected=_right(report),
        found=title,
        marks=(title,),
    )


_FIELDS = frozenset({"title", "right"})
MISSING = Check(_missing, frozenset({"right"}), reads_figures=False)
UNSEEN = Check(_unseen, frozenset({"right"}), reads_figures=False)
YEAR = Check(_year, _FIELDS, reads_figures=False)
BODY = Check(_body, _FIELDS, reads_figures=False)
NAME = Check(_name, _FIELDS, reads_figures=False)
