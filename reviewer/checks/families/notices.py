"""The notices that a report cites: the one that prescribes its year's form, in the right form."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.prose import (
    introduction,
    place_label,
    prose_of,
    without_blanks,
)
from reviewer.document.model import Span
from reviewer.forms.catalog import form_due
from reviewer.forms.report import Report

_OPENING, _CLOSING = r"[〔\[(【{<〈]", r"[〕\])】}>〉]"
_FORM_NOTICE = re.compile(
    rf"(?P<office>国办?(?:信息)?(?:公开)?办?[函发]?){_OPENING}?(?P<year>20\d\d)年?{_CLOSING}?[年第]?(?P<number>\d{{1,3}})号"
)
_OFFICE = "国办公开办函"
_ABOUT_REPORTS = re.compile("年度报告|年报|格式")
_ABOUT_OTHERS = re.compile("平台|网站|公开栏|专栏|指引|处理费|指南|目录|要点")
_AROUND = 40
"""How many characters on either side of a notice show what it is about."""

_NUMBERS = {30: 2021, 60: 2019}
"""Numbers of the notices that prescribe forms, with their years."""

_ANY_NOTICE = re.compile(r"(?P<open>(?<=[发函办字通规])[\[(【]20\d\d[\])】]第?\d{1,4}号)")
_SPELT = re.compile(
    r"(?<=[发函办字通规])〔20\d\d〕[年第]\d{1,4}号|国办公开办函〔20\d\d〕\d{1,3}(?![\d号])"
    r"|国务院令第?711号令|国务院第711号(?!令)"
)
"""〔2021〕第30号, 〔2021〕年30号, 〔2021〕30, 国务院令第711号令: a character too many or few."""

_TITLES = {
    2019: "政府信息公开工作年度报告有关事项的通知",
    2021: "印发中华人民共和国政府信息公开工作年度报告格式的通知",
}
"""What the notices that prescribe forms are about, without inner brackets."""

_INNER = {2021: "中华人民共和国政府信息公开工作年度报告格式"}
_ISSUER = "国务院办公厅政府信息与政务公开办公室"
_TITLED = re.compile(
    r"《(?P<title>[^》《]{0,40}(?:《[^》]{4,40}》|[〈<][^》>〉]{4,40}[〉>])?[^》《]{4,60})》[(]?"
    r"国办公开办函〔(?P<year>20\d\d)〕(?P<number>\d{2})号"
)
_LAW = re.compile(r"《(?P<title>中华人民共和国[^》《]{0,6}公开[^》《]{0,2}条[例列])》")
_LAW_TITLE = "中华人民共和国政府信息公开条例"
_PUNCTUATION = re.compile('[《》〈〉<>“”"、,()]')
_OLD_ORDER = re.compile(r"国务院令?第?492号(?:令)?|第492号(?:国务院)?令")
_NEW_ORDER = "711号"
_ORDER = re.compile(
    r"政府信息公开条例》?\((?:[^()\d]{0,6})(?P<order>国务院令?第?(?P<number>\d{2,4})号(?:令)?)"
)
_OLD_ARTICLE = re.compile(
    r"条例》?(?:\([^)]*\))?(?P<article>第三十[一二三四五六七八九]条|第四十[一二三四五六七八]?条)"
)
_OLD = {"第三十一条", "第三十二条"}
_NEW_ARTICLE = re.compile("第(?:四十九|五十)条")

_FIRST_YEAR = 2019
"""Reports from this year on are made under the 条例 of 2019."""

_TOO_MANY = str.maketrans("", "", "年第")
"""Characters that a notice's number does not have."""

_YEAR_OF_NOTICE = re.compile(r"^.(\d{4}).")


def _wrong(inspection: Inspection) -> Iterator[Hit]:
    """A notice that does not exist, or prescribes the form of other years."""
    report = inspection.report
    right = _right(report)
    cited = list(_cited(report))
    pairs = {(int(found["year"]), int(found["number"])) for found, _ in cited}
    end = introduction(report).end
    for found, span in cited:
        number = int(found["number"])
        told = _told(report, found, pairs, introduces=span.start < end)
        if told and (right or number in _NUMBERS):
            printed = without_blanks(report.document.at(span))
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
        sentence.span(match.start("open"), match.end())
        for sentence in prose_of(report).sentences
        for match in _ANY_NOTICE.finditer(sentence.text)
    ]
    spans += [
        sentence.span(*match.span())
        for sentence in prose_of(report).sentences
        for match in _SPELT.finditer(sentence.text)
    ]
    if spans:
        found = [without_blanks(report.document.at(span)) for span in spans]
        right = [_spelt(printed) for printed in found]
        fields = {"printed": "、".join(found), "right": "、".join(right)}
        yield _hit(report, spans[0], fields, "、".join(right), spans)


def _spelt(printed: str) -> str:
    """A notice's or an order's number as it is to be written."""
    if printed.startswith("国务院"):
        return "国务院令第711号"
    right = _YEAR_OF_NOTICE.sub(r"〔\1〕", printed).translate(_TOO_MANY)
    return right if right.endswith("号") else f"{right}号"


def _title(inspection: Inspection) -> Iterator[Hit]:
    """The 条例, or the notice that prescribes the form, under another title than its own."""
    report = inspection.report
    for sentence in prose_of(report).sentences:
        for match in _LAW.finditer(sentence.text):
            if match["title"] != _LAW_TITLE:
                span = sentence.span(*match.span("title"))
                fields = {"printed": match["title"], "right": _LAW_TITLE}
                yield _hit(report, span, fields, f"《{_LAW_TITLE}》")
        for match in _TITLED.finditer(sentence.text):
            year = int(match["year"])
            if _NUMBERS.get(int(match["number"])) != year:
                continue
            issuer, about, title = _PUNCTUATION.sub("", match["title"]).rpartition("关于")
            named = not about or issuer in {"", _ISSUER, "国务院办公厅"}
            known = title in _TITLES.values() or title == _INNER.get(year)
            if known and named:  # The number may be the wrong one.
                continue
            right = f"{_ISSUER}关于{_TITLES[year]}"
            if year in _INNER:
                right = right.replace(_INNER[year], f"〈{_INNER[year]}〉")
            span = sentence.span(*match.span("title"))
            fields = {"printed": without_blanks(report.document.at(span)), "right": right}
            yield _hit(report, span, fields, f"《{right}》")


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
    for sentence in prose_of(report).within(introduction(report)):
        for match in _OLD_ARTICLE.finditer(sentence.text):
            if _NEW_ARTICLE.search(sentence.text):
                continue
            told = "是旧条例的条款" if match["article"] in _OLD else "与年度报告无关"
            span = sentence.span(match.start(), match.end())
            fields = {"printed": match[0], "told": told}
            yield _hit(report, span, fields, "第四十九条、第五十条")


def _cited(report: Report) -> Iterator[tuple[re.Match[str], Span]]:
    for sentence in prose_of(report).sentences:
        for match in _FORM_NOTICE.finditer(sentence.text):
            yield match, sentence.span(match.start(), match.end())


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


WRONG = Check(_wrong, frozenset({"printed", "told", "right"}), reads_figures=False)
BRACKETS = Check(_brackets, frozenset({"printed", "right"}), reads_figures=False)
ORDER = Check(_order, frozenset({"printed", "told"}), reads_figures=False)
ARTICLE = Check(_article, frozenset({"printed", "told"}), reads_figures=False)
TITLE = Check(_title, frozenset({"printed", "right"}), reads_figures=False)
