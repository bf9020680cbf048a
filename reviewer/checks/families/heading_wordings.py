"""Headings of the sections against the form's titles, character by character."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.arrangement import arrangement_of
from reviewer.checks.families.differences import Difference, marked, wording_difference
from reviewer.checks.families.headings import NUMERALS, Heading
from reviewer.checks.families.prose import place_label
from reviewer.document.model import Span
from reviewer.forms.folding import PINYIN, fold, fold_character
from reviewer.forms.report import Report

_HARMLESS = frozenset("的和及与之等年度本工作情况主要方面其它他")
"""Characters that change no title's meaning."""


_FEW = 2
"""A title that lacks no more at its end is not cut by a line's end."""

_JOINS = ("及", "和")
"""What begins the second half of a title: a line may end before it, no writer stops there."""

_AHEAD = 12
"""Characters behind a heading in which the rest of its title may stand."""


@dataclass(frozen=True, slots=True)
class _Slip:
    """A heading in other words than its section's title.

    Attributes:
        wording: The prescribed wording that it is most like.
        difference: Of the folded title and the folded wording.
    """

    heading: Heading
    wording: str
    difference: Difference


def _misprints(inspection: Inspection) -> Iterator[Hit]:
    """Titles with a wrong character, or one too many: 行政法复议."""
    for slip in _slips(inspection.report):
        if _is_misprint(slip):
            yield _hit(inspection.report, slip)


def _variants(inspection: Inspection) -> Iterator[Hit]:
    """Titles in other words that mean the same."""
    for slip in _slips(inspection.report):
        if not _is_misprint(slip):
            yield _hit(inspection.report, slip)


def _slips(report: Report) -> Iterator[_Slip]:
    arranged = arrangement_of(report)
    if not arranged.is_judged:
        return
    for heading in arranged.prescribed:
        if PINYIN.search(heading.title):
            continue
        section, printed = heading.prescribed, fold(heading.title)
        wordings = [] if section is None else [section.title, *section.aliases]
        if any(_is_whole(report, heading, printed, fold(wording)) for wording in wordings):
            continue
        slips = [_Slip(heading, one, wording_difference(printed, fold(one))) for one in wordings]
        yield min(slips, key=lambda slip: _size(slip.difference))


def _is_whole(report: Report, heading: Heading, printed: str, wording: str) -> bool:
    """Whether a title is a wording, or its beginning where the rest may stand elsewhere."""
    if printed == wording:
        return True
    lost = wording[len(printed) :]
    behind = fold(report.document.text[heading.span.end : heading.span.end + _AHEAD])
    ends = behind and not behind.startswith(lost[:1])
    lacks = len(lost) <= _FEW or lost.startswith(_JOINS)
    return wording.startswith(printed) and not (ends and lacks)


def _size(found: Difference) -> int:
    return found.replaced + found.added + found.lacking


def _is_misprint(slip: _Slip) -> bool:
    """Whether one character alone is wrong or too many, and no particle."""
    found = slip.difference
    if found.lacking or found.replaced + found.added != 1:
        return False
    return fold(slip.heading.title)[found.wrong[0]] not in _HARMLESS


def _hit(report: Report, slip: _Slip) -> Hit:
    heading = slip.heading
    start = heading.span.end - len(heading.title)
    letters = _letters(heading.title)
    wrong = [letters[index] for index in slip.difference.wrong]
    right = _letters(slip.wording)
    numeral = NUMERALS[heading.order - 1]
    return Hit(
        place=place_label(report.document, heading.span.start),
        fields={
            "wrong": marked(heading.title, wrong),
            "right": marked(slip.wording, [right[index] for index in slip.difference.right]),
        },
        spans=tuple(Span(start=start + place, end=start + place + 1) for place in wrong)
        or (heading.span,),
        expected=f"{numeral}、{slip.wording}",
        found=heading.title,
        marks=(heading.title,),
    )


def _letters(title: str) -> list[int]:
    """For every folded character where it stands."""
    return [place for place, one in enumerate(title) for _ in fold_character(one)]


_NAMES = frozenset({"wrong", "right"})
MISPRINTS = Check(_misprints, _NAMES, reads_figures=False)
VARIANTS = Check(_variants, _NAMES, reads_figures=False)
