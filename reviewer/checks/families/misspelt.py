"""Terms of the subject with a character of like sound or shape: 信思公开, 行政诉颂; words doubled.

Only spellings that are no words themselves are taken for slips: 财务公开 and 行政协议 are words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.arrangement import arrangement_of
from reviewer.checks.families.debris import in_debris
from reviewer.checks.families.headings import NUMERALS
from reviewer.checks.families.prose import around, place_label, prose_of, without_blanks
from reviewer.checks.families.showing import hit_of_all
from reviewer.checks.families.spellings import misspellings
from reviewer.document.model import Span
from reviewer.forms.report import Report

_LEAST = 3
"""A shorter word may be written twice on purpose."""

_STOPPED = re.compile("[,，][\u4e00-\u9fff]{2}")
_SENTENCE = 8
"""Characters of a sentence that nobody writes twice on purpose."""

_LONGER = "员|栏|会|性|站|网|表|单|册|室|人员"
"""What makes a longer word of the second of two: 公开信息信息员, 主动公开公开栏."""

_REPEATED = re.compile(
    rf"(?P<word>[\u4e00-\u9fff]{{{_LEAST},12}})(?P=word)"
    rf"|(?<![\u4e00-\u9fff\d])(?P<clause>[\u4e00-\u9fff][\u4e00-\u9fff\d]{{{_LEAST - 1},30}})"
    r"[,;](?P=clause)(?=[,。;:])"
    r"|其中[,:]?其中"
    rf"|(?P<short>(?!一)(?P<letter>[\u4e00-\u9fff])(?!(?P=letter))[\u4e00-\u9fff])(?P=short)(?!{_LONGER})"
    r"|性性(?![质别格能状])|(?<=[\u4e00-\u9fff])(?<![目真])的的(?!确)"
    rf"|(?P<number>[(（][{NUMERALS}]{{1,2}}[)）]|[{NUMERALS}]{{1,2}}、|[{NUMERALS}]是)(?P=number)"
    r"|(?<=\d)(?P<unit>[条份篇次件])(?P=unit)(?![幅款例目文理额章数])"
    r"|(?<=\d)个个(?=[,。;、)])"
    r"|我我|们们|没没(?=有)|未未|将将(?!就)|(?<![合兼吞归])并并(?!入)"
)

_APART = re.compile(r"[^\s,:、][ \t\u3000\u00a0]")
"""A blank between letters: fields of a page, or heads of columns, that are set side by side."""


def _misspelt(inspection: Inspection) -> Iterator[Hit]:
    """One finding a spelling, with all its places."""
    report = inspection.report
    prose = prose_of(report)
    found: dict[tuple[str, str], list[Span]] = {}
    headings = _compared(report)
    for start, (wrong, right, _) in misspellings(prose.flow):
        span = prose.span(start, start + len(wrong))
        if not any(heading.start <= span.start < heading.end for heading in headings):
            found.setdefault((wrong, right), []).append(span)
    for (wrong, right), spans in found.items():
        marked = wrong
        if len(wrong) == len(right):
            pairs = zip(wrong, right, strict=True)
            marked = "".join(one if one == other else f"【{one}】" for one, other in pairs)
        yield hit_of_all(report.document, spans, wrong, right, wrong=marked, right=right)


def _compared(report: Report) -> list[Span]:
    """The headings that are compared with the form's, character by character, already."""
    arranged = arrangement_of(report)
    return [heading.span for heading in arranged.prescribed] if arranged.is_judged else []


def _repeated(inspection: Inspection) -> Iterator[Hit]:
    """Words, clauses and sentences that stand twice, one behind the other."""
    report = inspection.report
    prose = prose_of(report)
    for text, same in groupby(prose.sentences, key=lambda one: one.text):
        _, *again = same
        if again and len(text) >= _SENTENCE and _STOPPED.search(text):
            yield _twice(report, again[0].span(0, len(text)), text)
    for match in _REPEATED.finditer(prose.flow):
        if in_debris(prose.flow, match.start()):
            continue
        span = prose.span(match.start(), match.end())
        if _APART.search(report.document.at(span)):
            continue
        once = match["word"] or match["clause"] or match["short"]
        once = once or _half(report, span, match["number"])
        once = once or match[0][: 2 if match[0].startswith("其中") else 1]
        yield _twice(report, span, once)


def _half(report: Report, span: Span, number: str | None) -> str:
    """A number that stands twice, once, as it is printed."""
    printed = report.document.at(span)
    return printed[: len(printed) // 2] if number else ""


def _twice(report: Report, span: Span, once: str) -> Hit:
    found = without_blanks(report.document.at(span))
    return Hit(
        place=place_label(report.document, span.start),
        fields={"around": around(report.document, span), "right": once},
        spans=(span,),
        expected=once,
        found=found,
        marks=(found, str(span.start)),
    )


MISSPELT = Check(_misspelt, frozenset({"wrong", "right", "times"}), reads_figures=False)
REPEATED = Check(_repeated, frozenset({"around", "right"}), reads_figures=False)
