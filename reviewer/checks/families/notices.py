"""The notices that a report cites: the one that prescribes its year's form, in the right form."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from reviewer.checks.families.prose import introduction, place_label, prose_of, span_in
from reviewer.checks.family import Family, Hit, Inspection
from reviewer.document.model import Span
from reviewer.forms.catalog import form_due
from reviewer.forms.report import Report

_OPENING, _CLOSING = r"[〔\[(【{<〈]", r"[〕\])】}>〉]"
_FORM_NOTICE = re.compile(
    rf"(?P<office>国办?(?:信息)?(?:公开)?办?[函发]?){_OPENING}?(?P<year>20\d\d)年?{_CLOSING}?第?(?P<number>\d{{1,3}})号"
)
_OFFICE = "国办公开办函"
_ABOUT_REPORTS = re.compile("年度报告|年报|格式")
_ABOUT_OTHERS = re.compile("平台|网站|公开栏|专栏|指引|处理费|指南|目录|要点")
_AROUND = 40
"""So many characters around a notice show what it is about."""

_NUMBERS = {30: 2021, 60: 2019}
"""Numbers of the notices that prescribe forms, with their years."""

_ANY_NOTICE = re.compile(r"(?P<open>(?<=[发函办字通规])[\[(【]20\d\d[\])】]第?\d{1,4}号)")
_OLD_ORDER = re.compile(r"国务院令?第?492号(?:令)?|第492号(?:国务院)?令")
_NEW_ORDER = "711号"
_ORDER = re.compile(
    r"政府信息公开条例》?\((?:[^()\d]{0,6})(?P<order>国务院令?第?(?P<number>\d{2,4})号(?:令)?)"
)
_OLD_ARTICLE = re.compile(r"条例》?(?:\([^)]*\))?第三十[一二]条")
_FIRST_YEAR = 2019
_YEAR_OF_NOTICE = re.compile(r"^.(\d{4}).")


def _wrong(inspection: Inspection) -> Iterator[Hit]:
    """A notice that does not exist, or prescribes the form of other years."""
    report = inspection.report
    right = _right(report)
    cited = list(_cited(report))
    pairs = {(int(found["year"]), int(found["number"])) for found, _ in cited}
    _, end = introduction(report)
    for found, span in cited:
        number = int(found["number"])
        told = _told(report, found, pairs, introduces=span.start < end)
        if told and (right or number in _NUMBERS):
            printed = "".join(report.document.at(span).split())
            meant = right or f"国办公开办函〔{_NUMBERS[number]}〕{number}号"
            yield _hit(report, span, {"printed": printed, "told": told, "right": meant}, meant)


def _told(
    report: Report, found: re.Match[str], pairs: Container[tuple[int, int]], *, introduces: bool
) -> str:
    """What is wrong with a notice; empty if nothing is, or if it is about something else.

    Args:
        report: The report that cites it.
        found: The notice.
        pairs: Year and number of all that are cited.
        introduces: Whether it is cited in the introduction, as what the report follows.
    """
    year, number, other = int(found["year"]), int(found["number"]), found["office"] != _OFFICE
    meant = introduces and _is_meant(report, found, pairs)
    if (other or number not in _NUMBERS) and not (meant or _prescribes(found)):
        return ""
    if number not in _NUMBERS:
        return "不是规定年度报告格式的通知"
    if _NUMBERS[number] != year:
        return "不存在"
    if other:
        return "发文机关代字有误"
    right = _right(report)
    if right and f"〔{year}〕{number}号" not in right and _due_pair(report) not in pairs:
        return f"不是{report.year}年度应当依据的通知"
    return ""


def _is_meant(report: Report, found: re.Match[str], pairs: Container[tuple[int, int]]) -> bool:
    """Whether a notice in the introduction is the due one but for its sender, year or number."""
    due = _due_pair(report)
    year, number = int(found["year"]), int(found["number"])
    around = found.string[max(0, found.start() - _AROUND) : found.end() + _AROUND]
    if _ABOUT_OTHERS.search(around) or not _right(report):
        return False
    if (year, number) == due:
        return True
    slipped = year == due[0] or number == due[1]
    return found["office"] == _OFFICE and slipped and due not in pairs


def _prescribes(found: re.Match[str]) -> bool:
    """Whether a notice is cited as the one on reports, by its title or what it prescribes."""
    text = found.string
    before = text[max(0, found.start() - _AROUND) : found.start()]
    behind = text[found.end() : found.end() + _AROUND].partition(",")[0]
    around = before[before.rfind("《") + 1 :] + behind
    told = _ABOUT_REPORTS.search(around) or "编制" in behind
    return bool(told) and not _ABOUT_OTHERS.search(around)


def _brackets(inspection: Inspection) -> Iterator[Hit]:
    """Years of notices in other brackets than 〔〕: one finding for all."""
    report = inspection.report
    spans = [
        span_in(sentence, match.start("open"), match.end())
        for sentence in prose_of(report).sentences
        for match in _ANY_NOTICE.finditer(sentence.text)
    ]
    if spans:
        found = ["".join(report.document.at(span).split()) for span in spans]
        right = [_YEAR_OF_NOTICE.sub(r"〔\1〕", printed) for printed in found]
        fields = {"printed": "、".join(found), "right": "、".join(right)}
        yield _hit(report, spans[0], fields, "、".join(right), spans)


def _order(inspection: Inspection) -> Iterator[Hit]:
    """Not the order that issued the 条例 in force, in a report on 2019 or later."""
    report = inspection.report
    if (report.year or 0) < _FIRST_YEAR:
        return
    text = prose_of(report).flow
    for match in _OLD_ORDER.finditer(text):
        if _NEW_ORDER not in text:
            span = prose_of(report).span(match.start(), match.end())
            fields = {"printed": match[0], "told": "是旧条例"}
            yield _hit(report, span, fields, "国务院令第711号")
    for match in _ORDER.finditer(text):
        if match["number"] not in {"711", "492"}:
            span = prose_of(report).span(*match.span("order"))
            fields = {"printed": match["order"], "told": "不是《政府信息公开条例》的令号"}
            yield _hit(report, span, fields, "国务院令第711号")


def _article(inspection: Inspection) -> Iterator[Hit]:
    """The articles of the old 条例 on annual reports, cited in a report on 2019 or later."""
    report = inspection.report
    if (report.year or 0) < _FIRST_YEAR:
        return
    start, end = introduction(report)
    for sentence in prose_of(report).between(start, end):
        for match in _OLD_ARTICLE.finditer(sentence.text):
            span = span_in(sentence, match.start(), match.end())
            yield _hit(report, span, {"printed": match[0]}, "第四十九条、第五十条")


def _cited(report: Report) -> Iterator[tuple[re.Match[str], Span]]:
    for sentence in prose_of(report).sentences:
        for match in _FORM_NOTICE.finditer(sentence.text):
            yield match, span_in(sentence, match.start(), match.end())


def _due_pair(report: Report) -> tuple[int, int]:
    """Year and number of the notice that the report's year is due to follow."""
    return (2021, 30) if _right(report).endswith("30号") else (2019, 60)


def _right(report: Report) -> str:
    """The notice that prescribes the report's form; empty if the year is not known, or earlier."""
    due = form_due(report.year) if report.year else None
    return due.basis if due is not None and due.tables else ""


def _hit(
    report: Report,
    span: Span,
    fields: dict[str, str],
    expected: str,
    spans: list[Span] | None = None,
) -> Hit:
    return Hit(
        place=place_label(report.document, span.start),
        fields=fields,
        spans=tuple(spans or [span]),
        expected=expected,
        found=fields["printed"],
        marks=(fields["printed"],),
    )


WRONG = Family(_wrong, frozenset({"printed", "told", "right"}), reads_figures=False)
BRACKETS = Family(_brackets, frozenset({"printed", "right"}), reads_figures=False)
ORDER = Family(_order, frozenset({"printed", "told"}), reads_figures=False)
ARTICLE = Family(_article, frozenset({"printed"}), reads_figures=False)
