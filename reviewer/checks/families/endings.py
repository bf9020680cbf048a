"""Paragraphs that end without a full stop, and rates above a hundred per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.arrangement import bodies_without_tables
from reviewer.checks.families.headings import NUMERALS
from reviewer.checks.families.prose import around, place_label, prose_of
from reviewer.checks.families.showing import times
from reviewer.document.model import Span
from reviewer.forms.lines import lines_of
from reviewer.forms.report import Report

_LEAST = 24
"""A line of fewer characters may be a heading, which ends without a stop."""

_NEXT = re.compile(rf"\s*(?:[(（][{NUMERALS}]{{1,2}}[)）]|[{NUMERALS}]{{1,2}}[、.．])")
"""The number of a paragraph or a section: what stands above it is a whole paragraph."""

_BLANKS = " \t\u3000\u00a0|"
_ENDS = re.compile(r"[\u4e00-\u9fff\d%]$")
_STOPPED = re.compile("[,，;；。]")
_TABLED = 2
"""A line with this many bars or wide blanks is a row of a table."""

_RATE = re.compile(
    r"(?P<name>(?:公开|办结|答复|回复|办复|覆盖|满意|及时|按时|按期|知晓|合格|上线|准确|通过)率)"
    r"(?:均|已|都)?(?:为|达到?|达至|保持在|是|在|:)?(?P<rate>(?:[1-9]\d{3,}|(?!100)[1-9]\d{2}|100(?=\.\d*[1-9]))(?:\.\d+)?)%"
)


def _unended(inspection: Inspection) -> Iterator[Hit]:
    """One finding for all paragraphs whose last sentence lacks its stop."""
    document = inspection.report.document
    spans = [Span(start=end - 1, end=end) for end in _open_ends(inspection.report)]
    if spans:
        shown = around(document, spans[0])
        yield Hit(
            place=place_label(document, spans[0].start),
            fields={"around": shown, "times": times(spans)},
            spans=tuple(spans),
            expected=f"{document.at(spans[0])}。",
            marks=(shown,),
        )


def _open_ends(report: Report) -> Iterator[int]:
    """Behind the last letters of paragraphs that no stop ends, and another one follows."""
    plain = prose_of(report).plain
    for body in bodies_without_tables(report):
        for start, end in lines_of(plain, body.start, body.end):
            line = plain[start:end].rstrip(_BLANKS)
            whole = len(line) >= _LEAST and _ENDS.search(line) and _STOPPED.search(line)
            if whole and line.count("|") < _TABLED and _NEXT.match(plain, end):
                yield start + len(line)


def _rates(inspection: Inspection) -> Iterator[Hit]:
    """公开率110%: no part is more than the whole."""
    report = inspection.report
    for sentence in prose_of(report).sentences:
        for match in _RATE.finditer(sentence.text):
            span = sentence.span(*match.span())
            yield Hit(
                place=place_label(report.document, span.start),
                fields={"name": match["name"], "rate": f"{match['rate']}%"},
                spans=(span,),
                expected="≤100%",
                found=f"{match['rate']}%",
                marks=(match[0],),
            )


UNENDED = Check(_unended, frozenset({"around", "times"}), reads_figures=False)
RATES = Check(_rates, frozenset({"name", "rate"}), reads_figures=False)
