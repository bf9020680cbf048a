"""Comparisons with another year than the one before: a base that was left from last year's report.

A report may compare with earlier years besides. What counts is a base two years back where the
paragraph compares with no other, the report's own year, and last year by a wrong number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.arrangement import work_sentences
from reviewer.checks.families.prose import place_label
from reviewer.checks.families.showing import as_printed
from reviewer.claims.flow import Sentence
from reviewer.document.model import Document
from reviewer.forms.report import Report

_BASE = re.compile(
    r"(?:[比较]|与(?=20\d\d年[^,。;\d]{0,4}相比))(?P<year>20\d\d)年度?(?:同期|全年)?(?:相比)?[,]?"
    r"(?:的\d[\d,.]*[件宗起份条篇次项个])?[^,。;\d]{0,6}(?:增|减|上升|下降|提高|降低|多|少)"
)
_CARRIED_FROM = re.compile(
    r"(?<![至到入])(?P<year>20\d\d)年度?(?:结转|遗留)(?![至到入]?[2下次明今])"
)
"""What was carried over is the year before's."""

_CARRIED_TO = re.compile(
    r"(?<!上年)(?<!上年度)(?<!去年)(?<!\d年)(?<!\d年度)(?:结转|顺延)[至到入](?P<year>20\d\d)年度?继续(?:办理|处理)"
)
"""And it is carried over to the year behind."""

_LAST = re.compile(r"上一?年(?!度?(?:的)?(?:结转|遗留|转结))|去年|历年|往年|以前|此前|前一年")
_LAST_NUMBERED = re.compile(r"(?:上一?年|去年)度?\((?P<year>20\d\d)年?度?\)")
_CLAUSE_END = re.compile("[,;。]")
_BEFORE_LAST = 2
_SHOWN = 24
"""Characters of a comparison that a finding shows."""


_WRONG: tuple[tuple[re.Pattern[str], Callable[[int], bool]], ...] = (
    (_LAST_NUMBERED, lambda back: back != 1),
    (_BASE, lambda back: back <= 0 or back == _BEFORE_LAST),
    (_CARRIED_FROM, lambda back: back > 1),
    (_CARRIED_TO, lambda back: back != -1),
)
"""Which years are wrong there, by how many years before the report's they are."""


def _base(inspection: Inspection) -> Iterator[Hit]:
    """This year's figures compared with those of the year before last, or of this year itself."""
    report = inspection.report
    if report.year is None:
        return
    for sentence in work_sentences(report):
        for pattern, is_wrong in _WRONG:
            for match in pattern.finditer(sentence.text):
                back = report.year - int(match["year"])
                older = pattern is _BASE and back == _BEFORE_LAST
                if is_wrong(back) and not (older and _compares_with_last(report, sentence)):
                    yield _hit(report, report.year, sentence, match)


def _compares_with_last(report: Report, sentence: Sentence) -> bool:
    """Whether the paragraph of a sentence names the year before."""
    paragraph = _paragraph(report.document, sentence.span(0, len(sentence.text)).start)
    return f"{(report.year or 0) - 1}年" in paragraph or bool(_LAST.search(paragraph))


def _paragraph(document: Document, place: int) -> str:
    """The line that a place of the text is in."""
    start = document.text.rfind("\n", 0, place) + 1
    return document.text[start:].partition("\n")[0]


def _hit(report: Report, year: int, sentence: Sentence, match: re.Match[str]) -> Hit:
    behind = _CLAUSE_END.search(sentence.text, match.end())
    end = behind.start() if behind else len(sentence.text)
    span = sentence.span(match.start(), min(end, match.start() + _SHOWN))
    shown = as_printed(report.document, span)
    fields = {"year": match["year"], "shown": shown, "right": str(year), "last": str(year - 1)}
    return Hit(
        place=place_label(report.document, span.start),
        fields=fields,
        spans=(span,),
        expected=f"{year - 1}年",
        found=f"{match['year']}年",
        marks=(shown,),
    )


BASE = Check(_base, frozenset({"year", "shown", "right", "last"}), reads_figures=False)
