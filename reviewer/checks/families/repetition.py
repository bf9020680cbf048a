"""Sections that a report prints twice, and numbers of sections without their stop."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.arrangement import Arrangement, arrangement_of
from reviewer.checks.families.headings import NUMERALS, Heading, prescribed_title, titled_lines
from reviewer.checks.families.prose import place_label
from reviewer.forms.report import Report

_MOST = 2
"""Where more titles stand twice there is a table of contents, or the whole report twice."""


def _doubled(inspection: Inspection) -> Iterator[Hit]:
    """A section's heading printed twice."""
    report = inspection.report
    arranged = arrangement_of(report)
    if not arranged.is_judged:
        return
    first = {heading.order: heading for heading in arranged.prescribed}
    again = [line for line in _further_titles(report, arranged) if line.order in first]
    for line in again if len(again) <= _MOST else []:
        known = first[line.order]
        one, other = sorted((known, line), key=lambda heading: heading.span.start)
        yield Hit(
            place=place_label(report.document, other.span.start),
            fields={
                "title": _right(known),
                "first": report.document.where(one.span),
                "second": report.document.where(other.span),
            },
            spans=(other.span, one.span),
            found=other.printed,
            marks=(other.printed, str(again.index(line))),
        )


def _further_titles(report: Report, arranged: Arrangement) -> Iterator[Heading]:
    """Lines with a title and its right number that are no headings: neither contents nor points."""
    taken = {heading.span.start for heading in arranged.headings}
    begin = arranged.headings[0].span.start
    for line in titled_lines(report):
        is_contents, is_point = line.span.start <= begin, line.number.startswith(("(", "（"))
        if not (is_contents or is_point or line.span.start in taken) and line.value == line.order:
            yield line


def _unstopped(inspection: Inspection) -> Iterator[Hit]:
    """Numbers of sections with another stop behind them than 、, or none: one finding for all."""
    report = inspection.report
    arranged = arrangement_of(report)
    if not arranged.is_judged:
        return
    wrong = [heading for heading in arranged.prescribed if _lacks_stop(heading)]
    if wrong:
        printed = "、".join(f"“{heading.number}”" for heading in wrong)
        right = "、".join(f"“{NUMERALS[heading.order - 1]}、”" for heading in wrong)
        yield Hit(
            place=place_label(report.document, wrong[0].span.start),
            fields={"printed": printed, "right": right},
            spans=tuple(heading.span for heading in wrong),
            expected="；".join(_right(heading) for heading in wrong),
            found="；".join(heading.printed for heading in wrong),
            marks=(printed,),
        )


def _lacks_stop(heading: Heading) -> bool:
    """Whether the number is the right numeral, and no 、 stands behind it."""
    numeral = NUMERALS[heading.order - 1]
    return heading.number.startswith(numeral) and not heading.number.endswith("、")


def _right(heading: Heading) -> str:
    if heading.prescribed is None:
        return heading.printed
    return prescribed_title(heading.prescribed)


DOUBLED = Check(_doubled, frozenset({"title", "first", "second"}), reads_figures=False)
UNSTOPPED = Check(_unstopped, frozenset({"printed", "right"}), reads_figures=False)
