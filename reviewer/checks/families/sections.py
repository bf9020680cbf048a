"""The six sections: all there, in their order, under their own titles and numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.arrangement import (
    Arrangement,
    arrangement_of,
    has_no_table,
    numbered_titles,
)
from reviewer.checks.families.headings import NUMERALS, Heading, listed_titles, prescribed_title
from reviewer.checks.families.prose import place_label
from reviewer.document.model import Span
from reviewer.forms.report import Report

_LISTED = 8
"""At most this many of a report's own titles are quoted."""

_TAIL = 24
"""Characters shown of a text that breaks off."""

_FIRST_YEAR = 2019
"""Reports for it were allowed other layouts where the new one was hard to follow."""


def _layout(inspection: Inspection) -> Iterator[Hit]:
    """Sections of the report's own instead of the form's: one finding for all."""
    if not is_tolerated(inspection.report):
        yield from _own_layout(inspection.report)


def _missing(inspection: Inspection) -> Iterator[Hit]:
    """Sections that the form prescribes and the report has not: one finding for all."""
    if not is_tolerated(inspection.report):
        yield from _lacking(inspection.report)


def _titles(inspection: Inspection) -> Iterator[Hit]:
    """Headings that are no wording of the form's title at their place."""
    if not is_tolerated(inspection.report):
        yield from _strange(inspection.report)


def _tolerated(inspection: Inspection) -> Iterator[Hit]:
    """What is tolerated in the form's first year, and wrong in any other."""
    report = inspection.report
    if is_tolerated(report):
        for hit in (*_own_layout(report), *_lacking(report), *_strange(report)):
            yield replace(hit, fields={"right": hit.expected})


def is_tolerated(report: Report) -> bool:
    """Whether a report is of the form's first year, in which other layouts were allowed."""
    return report.year == _FIRST_YEAR


def _own_layout(report: Report) -> Iterator[Hit]:
    arranged = arrangement_of(report)
    if not arranged.is_own:
        return
    own = _own_titles(report, arranged)
    told = "、".join(f"“{title}”" for title in own[:_LISTED])
    bare = "，也没有规定的表格" if has_no_table(report) else ""
    yield Hit(
        place="章节",
        fields={
            "own": (f"本报告的各部分是{told}" if own else "没有找到这些部分的标题") + bare,
        },
        spans=tuple(heading.span for heading in arranged.headings),
        expected=listed_titles(report.form.sections),
        found="，".join(own),
        marks=tuple(own),
    )


def _own_titles(report: Report, arranged: Arrangement) -> list[str]:
    """The titles that a report has, with their numbers."""
    return [heading.printed for heading in arranged.headings] or numbered_titles(report)


def _lacking(report: Report) -> Iterator[Hit]:
    arranged = arrangement_of(report)
    lost = [
        section
        for section in arranged.lost
        if not (arranged.breaks_off and section in arranged.behind)
    ]
    if lost:
        titles = listed_titles(lost)
        yield Hit(
            place="章节",
            fields={"titles": titles, "count": str(len(lost))},
            expected=titles,
            marks=(titles,),
        )


def _cut(inspection: Inspection) -> Iterator[Hit]:
    """A text that ends in the middle: what follows cannot be judged."""
    report = inspection.report
    arranged = arrangement_of(report)
    if not arranged.breaks_off:
        return
    span = Span(start=max(0, arranged.end - _TAIL), end=arranged.end)
    whole = len(arranged.behind) == len(report.form.sections)
    titles = "规定的各部分" if whole else listed_titles(arranged.behind)
    yield Hit(
        place=place_label(report.document, arranged.end),
        fields={"ending": " ".join(report.document.at(span).split()), "titles": titles},
        spans=(span,),
        marks=(titles,),
    )


def _order(inspection: Inspection) -> Iterator[Hit]:
    """Sections that stand in another order than the form's."""
    report = inspection.report
    arranged = arrangement_of(report)
    if not arranged.is_judged:
        return
    for before, after in pairwise(arranged.prescribed):
        if before.order > after.order:
            yield Hit(
                place=place_label(report.document, after.span.start),
                fields={"later": before.printed, "earlier": after.printed},
                spans=(before.span, after.span),
                expected=listed_titles(report.form.sections),
                marks=(before.title, after.title),
            )


def _strange(report: Report) -> Iterator[Hit]:
    arranged = arrangement_of(report)
    if not arranged.is_judged:
        return
    taken = {heading.order for heading in arranged.prescribed}
    sections = {section.number: section for section in report.form.sections}
    for heading in arranged.headings:
        meant = sections.get(heading.value)
        if heading.prescribed is None and meant is not None and meant.number not in taken:
            yield _hit(report, heading, {"title": prescribed_title(meant)}, prescribed_title(meant))


def _numbers(inspection: Inspection) -> Iterator[Hit]:
    """Headings with another number than the form's, or with none."""
    report = inspection.report
    arranged = arrangement_of(report)
    if not arranged.is_judged:
        return
    values = [heading.value for heading in arranged.prescribed]
    counted = values == list(range(1, len(values) + 1))
    for heading in arranged.prescribed:
        printed = report.document.at(heading.span).removesuffix(heading.title).strip()
        told = _told_number(heading, printed, counted=counted)
        if told:
            numeral = NUMERALS[heading.order - 1]
            fields = {"title": heading.title, "told": told, "right": f"{numeral}、"}
            yield _hit(report, heading, fields, f"{numeral}、{heading.title}")


def _told_number(heading: Heading, printed: str, *, counted: bool) -> str:
    """What is wrong with a heading's number; empty if nothing is.

    Args:
        heading: A heading that the form has.
        printed: Its number as it stands in the text.
        counted: Whether all numbers go on by one, so that a lost section moved the others.
    """
    if not heading.number:
        return "没有序号"
    if heading.value != heading.order:
        return "" if counted else f"序号是“{printed}”"
    return "" if heading.has_numeral else f"序号写作“{printed}”"


def _hit(report: Report, heading: Heading, fields: dict[str, str], expected: str) -> Hit:
    return Hit(
        place=place_label(report.document, heading.span.start),
        fields={"found": heading.printed, **fields},
        spans=(heading.span,),
        expected=expected,
        found=heading.printed,
        marks=(heading.printed,),
    )


LAYOUT = Check(_layout, frozenset({"own"}), reads_figures=False)
MISSING = Check(_missing, frozenset({"titles", "count"}), reads_figures=False)
CUT = Check(_cut, frozenset({"ending", "titles"}), reads_figures=False)
ORDER = Check(_order, frozenset({"later", "earlier"}), reads_figures=False)
TOLERATED = Check(_tolerated, frozenset({"right"}), reads_figures=False)
TITLES = Check(_titles, frozenset({"found", "title"}), reads_figures=False)
NUMBERS = Check(_numbers, frozenset({"found", "title", "told", "right"}), reads_figures=False)
