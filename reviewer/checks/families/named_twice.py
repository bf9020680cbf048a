"""The same thing twice in a list: 机构职能、政策法规、工作动态、政策法规、财政预决算."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.arrangement import arrangement_of
from reviewer.checks.families.prose import around, place_label, prose_of
from reviewer.claims.flow import Sentence
from reviewer.document.model import Span

_LIST = re.compile("(?:[^、,。:()“”《》\\d]{2,16}、){2,}[^、,。:()“”《》\\d]{2,24}")
_HAN = re.compile("[\u4e00-\u9fff]{2,}")
_HEADED = re.compile(
    r"^[ \t\u3000]*\([一二三四五六七八九十]{1,2}\)[ \t\u3000]*"
    r"(?P<title>[\u4e00-\u9fff]{4,16})(?=[。:\n])",
    re.MULTILINE,
)
_OUTER = 4
"""From so many letters on a thing is known again with other words around it."""


def _listed(inspection: Inspection) -> Iterator[Hit]:
    report = inspection.report
    for sentence in prose_of(report).sentences:
        if sentence.text.count("、") > 1:
            for start, name in _again(sentence):
                span = sentence.span(start, start + len(name))
                yield Hit(
                    place=place_label(report.document, span.start),
                    fields={"around": around(report.document, span), "name": name},
                    spans=(span,),
                    found=name,
                    marks=(name, str(span.start)),
                )


def _again(sentence: Sentence) -> Iterator[tuple[int, str]]:
    """What a list names twice, and where; words stand before its first and behind its last."""
    for match in _LIST.finditer(sentence.text):
        first, *names, last = match[0].split("、")
        whole, start = [first], match.start() + len(first) + 1
        for name in (*names, last.partition("等")[0]):
            lead = len(name) >= _OUTER and first.endswith(name)
            if _HAN.fullmatch(name) and (lead or name in whole):
                yield start, name
            whole.append(name)
            start += len(name) + 1


def _headed(inspection: Inspection) -> Iterator[Hit]:
    """Two points of a section with one heading: （三）政府信息管理情况, （四）政府信息管理情况."""
    report = inspection.report
    arranged = arrangement_of(report)
    for heading in arranged.headings:
        body = arranged.body(heading)
        found: set[str] = set()
        for match in _HEADED.finditer(prose_of(report).plain, body.start, body.end):
            title = match["title"]
            if title in found:
                span = Span(start=match.start("title"), end=match.end("title"))
                yield Hit(
                    place=place_label(report.document, span.start),
                    fields={"title": title},
                    spans=(span,),
                    found=title,
                    marks=(title,),
                )
            found.add(title)


HEADED = Check(_headed, frozenset({"title"}), reads_figures=False)
LISTED = Check(_listed, frozenset({"around", "name"}), reads_figures=False)
