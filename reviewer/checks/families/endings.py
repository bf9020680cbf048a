"""Paragraphs that end without a full stop, and rates above a hundred per cent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.arrangement import arrangement_of
from reviewer.checks.families.headings import NUMERALS
from reviewer.checks.families.prose import around, place_label, prose_of, span_in
from reviewer.checks.families.showing import times
from reviewer.document.model import Span

_LEAST = 24
"""A line of fewer characters may be a heading, which ends without a stop."""

_NEXT = re.compile(rf"\s*(?:[(（][{NUMERALS}]{{1,2}}[)）]|[{NUMERALS}]{{1,2}}[、.．])")
"""The number of a paragraph or a section: what stands above it is a whole paragraph."""

_ENDS = re.compile(r"[\u4e00-\u9fff\d%]$")
_STOPPED = re.compile("[,，;；。]")
_TABLED = 2
"""So many bars or wide blanks make a line a row of a table."""

_RATE = re.compile(
    r"(?P<name>(?:公开|办结|答复|回复|办复|覆盖|满意|及时|按时|按期|知晓|合格|上线|准确|通过)率)"
    r"(?:均|已|都)?(?:为|达到?|达至|保持在|是|在|:)?(?P<rate>(?:[1-9]\d{3,}|(?!100)[1-9]\d{2}|100(?=\.\d*[1-9]))(?:\.\d+)?)%"
)


def _unended(inspection: Inspection) -> Iterator[Hit]:
    """One finding for all paragraphs whose last sentence lacks its stop."""
    report = inspection.report
    plain = prose_of(report).plain
    found: list[Span] = []
    tabled = {table.section for table in report.form.tables}
    for heading in arrangement_of(report).headings:
        if heading.order in tabled:
            continue
        body = arrangement_of(report).body(heading)
        start = body.start
        for line in plain[body.start : body.end].split("\n"):
            end = start + len(line)
            bare = line.rstrip(" \t\u3000\u00a0|")
            whole = len(bare) >= _LEAST and _ENDS.search(bare) and _STOPPED.search(bare)
            if whole and bare.count("|") < _TABLED and _NEXT.match(plain, end):
                last = start + len(bare)
                found.append(Span(start=last - 1, end=last))
            start = end + 1
    if found:
        told = around(report.document, found[0])
        yield Hit(
            place=place_label(report.document, found[0].start),
            fields={
                "around": told,
                "times": times(found),
            },
            spans=tuple(found),
            expected=f"{report.document.at(found[0])}。",
            marks=(told,),
        )


def _rates(inspection: Inspection) -> Iterator[Hit]:
    """公开率110%: no part is more than the whole."""
    report = inspection.report
    for sentence in prose_of(report).sentences:
        for match in _RATE.finditer(sentence.text):
            span = span_in(sentence, *match.span())
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
