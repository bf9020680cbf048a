"""References to an enclosure, a table or a picture that is not there: 详见附件, 如下表所示."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.prose import prose_of
from reviewer.checks.families.showing import hit_around
from reviewer.claims.reading import table_spans
from reviewer.document.model import Span, Table
from reviewer.forms.report import Report

_ENCLOSED = re.compile(
    r"(?:详?见|参见|参阅|如)(?:本报告|文后|后)?(?P<what>附件|附表|附录)[\d一二三四五]*(?!栏)"
    r"|(?:统计表|明细表|汇总表|情况表|数据|清单)(?P<behind>附后)"
)
_BELOW = re.compile(
    r"(?:详?见|如)(?P<what>下列?表)|(?P<behind>下表)(?:所示|所列)|如(?P<table>表[\d一二三])所示"
)
_PICTURE = re.compile(
    r"(?:详?见|如)(?P<what>下图|附图|图[\d一二三四五])|(?P<behind>下图)(?:所示|为|是)"
)
_WITHOUT_PICTURES = "txt"
"""A format that holds no pictures; of others the text does not tell."""

_THERE = re.compile(
    r"(?m)^[ \t\u3000【\[(]*附[件表录]?[ \t]*[\d一二三四五]*(?:$|[:：.．、)）\]】 \t])"
)
"""A line that begins an enclosure, or lists what is enclosed."""

_CELLS = re.compile(r"[\t|]|\S {3,}\S|^\s*\d[\d.%]*\s*$", re.MULTILINE)
"""What a line of a table looks like in text."""

_REACH = 400
"""Characters behind a reference in which the table that it names begins."""


def _lost(inspection: Inspection) -> Iterator[Hit]:
    report = inspection.report
    listed = _THERE.search(report.document.text) is not None
    for sentence in prose_of(report).sentences:
        if report.document.origin.format == _WITHOUT_PICTURES:
            for match in _PICTURE.finditer(sentence.text):
                what = match["what"] or match["behind"]
                yield _hit(report, sentence.span(*match.span()), what)
        if "附" not in sentence.text and "下" not in sentence.text:
            continue
        for pattern in (_ENCLOSED, _BELOW):
            for match in pattern.finditer(sentence.text):
                what = next(found for found in match.groups() if found)
                span = sentence.span(*match.span())
                there = listed and pattern is _ENCLOSED
                if not there and (what == "附件" or not _table_behind(report, span.end)):
                    yield _hit(report, span, what)


def _table_behind(report: Report, end: int) -> bool:
    """Whether a table, or lines like one, stand behind a place in its section."""
    within = [one.span.end for one in report.sections if one.span.start <= end < one.span.end]
    until = min(within, default=len(report.document.text))
    following = report.document.text[end : min(end + _REACH, until)]
    if _CELLS.search(following.partition("\n")[2]):
        return True
    starts = [span.start for span in table_spans(report)]
    blocks = report.document.blocks
    starts += [one.place.span.start for one in blocks if isinstance(one, Table)]
    return any(end <= start < until for start in starts)


def _hit(report: Report, span: Span, what: str) -> Hit:
    named = "附表" if what == "附后" else what.replace("列", "")
    return hit_around(report.document, span, what=named)


LOST = Check(_lost, frozenset({"around", "what"}), reads_figures=False)
