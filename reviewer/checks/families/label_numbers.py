"""Numbers in front of table three's labels, and 合计 where the forms print 总计."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.headings import NUMERALS
from reviewer.checks.families.showing import times
from reviewer.document.model import Span
from reviewer.forms.catalog import forms
from reviewer.forms.folding import simplified_in_place
from reviewer.forms.labels import split_enumerator
from reviewer.forms.report import Report, Section

_TOTAL = re.compile(r"(?:^|(?<=[\s|)]))合[ \u3000]?计(?=[\s|\d]|$)", re.MULTILINE)
_NUMERAL = re.compile(rf"(?P<number>[{NUMERALS}]{{1,2}})[\s|]*[)、.]?[\s|]*$")
_DIGIT = re.compile(r"(?P<number>\d{1,2})[ \u3000]*[、.)][\s|]*$")

_BEFORE = 12
"""Characters before a label in which its number stands."""

_LEAST = 3
"""其他 stands everywhere."""

_FEW = 3
"""Where more numbers are lost the text has none, or a copy has lost them."""


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A label of the form with its number, without remarks."""

    wording: str
    number: str
    words: str


def _totals(inspection: Inspection) -> Iterator[Hit]:
    """合计 as a label of a table: one finding a table."""
    report = inspection.report
    for table in report.form.tables:
        section = _section(report, table.section)
        if section is None or table.layout == "articles":
            continue
        start, text = _text(report, section)
        found = _TOTAL.finditer(text)
        spans = [Span(start=start + one.start(), end=start + one.end()) for one in found]
        if spans:
            yield Hit(
                place=f"{table.name} 表格用语",
                fields={"times": times(spans)},
                spans=tuple(spans),
                expected="总计",
                found="合计",
                marks=(table.key,),
            )


def _numbers(inspection: Inspection) -> Iterator[Hit]:
    """Labels of table three without their number, or with another: one finding for all."""
    report = inspection.report
    for table in report.form.tables:
        section = _section(report, table.section)
        if section is None or table.layout != "matrix":
            continue
        wrong, right = _compared(report, section, _numbered(report.form.id, table.key))
        if not wrong or len(wrong) > _FEW or len(wrong) >= right:
            continue
        told = [
            f"“{label.wording}”" + (f"序号写作“{number}”" if number else "缺序号")
            for label, number, _ in wrong
        ]
        yield Hit(
            place=f"{table.name} 表格用语",
            fields={"labels": "、".join(told)},
            spans=tuple(span for _, _, span in wrong),
            expected="；".join(label.wording for label, _, _ in wrong),
            marks=(table.key, *told),
        )


def _compared(
    report: Report, section: Section, labels: tuple[_Numbered, ...]
) -> tuple[list[tuple[_Numbered, str, Span]], int]:
    """The labels with a wrong number or none, in order, and how many have the right one."""
    start, text = _text(report, section)
    wrong: list[tuple[_Numbered, str, Span]] = []
    behind = right = 0
    for label in labels:
        place = text.find(label.words, behind)
        if place < 0:
            continue
        pattern = _DIGIT if label.number.isdigit() else _NUMERAL
        before = pattern.search(text, max(behind, place - _BEFORE), place)
        number = before["number"] if before else ""
        behind = place + len(label.words)
        if number == label.number:
            right += 1
        else:
            wrong.append((label, number, Span(start=start + place, end=start + behind)))
    return wrong, right


@cache
def _numbered(form_id: str, key: str) -> tuple[_Numbered, ...]:
    """A table's labels that have numbers, in the order in which they are printed."""
    table = forms()[form_id].table(key)
    rows = table.rows if table else ()
    wordings = dict.fromkeys(wording for row in rows for wording in (*row.headings, row.label))
    parts = [(wording, *split_enumerator(wording)) for wording in wordings]
    return tuple(
        _Numbered(wording, number, re.split("[（“、]", words)[0])
        for wording, number, words in parts
        if number and len(words) >= _LEAST
    )


def _section(report: Report, number: int) -> Section | None:
    return next((section for section in report.sections if section.number == number), None)


def _text(report: Report, section: Section) -> tuple[int, str]:
    """Where what stands below a section's heading begins, and what it is."""
    start = section.heading.end
    return start, simplified_in_place(report.document.text[start : section.span.end])


TOTALS = Check(_totals, frozenset({"times"}), reads_figures=False)
NUMBERS = Check(_numbers, frozenset({"labels"}), reads_figures=False)
