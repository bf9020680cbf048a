"""How a report is arranged in sections, against what its form prescribes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewer.base import cell_parts
from reviewer.checks.families.headings import NUMERALS, Heading, find_headings
from reviewer.checks.families.prose import prose_of
from reviewer.claims.flow import Sentence
from reviewer.claims.reading import Words
from reviewer.document.model import Span
from reviewer.forms.folding import simplified_in_place
from reviewer.forms.model import FormSection
from reviewer.forms.report import Kind, Report

_LEAST_WORDS = 120
"""A text with fewer characters outside its tables is a table, not a report to be looked at."""

LOOKING_BACK = re.compile("问题|改进|打算|计划|安排")
"""In the headings of sections on problems and plans, which may tell of other years."""

_NUMBERED = re.compile(rf"(?:^|[\s。])(?P<title>[{NUMERALS}]、[^\s。;,(]{{2,24}})", re.MULTILINE)
_LEAST_TOLD = 50
"""A text with fewer characters outside its tables is nothing but tables."""

_FEW = 2
"""Fewer headings, or fewer strange ones, show nothing of how a report is arranged."""

_SECTIONS = 6
"""Sections that the forms since 2019 prescribe."""

_MOST_LOST = 3
"""A text that lacks this many sections is not whole, even if it ends with a sentence."""

_BLANKS = " \t\n|\u3000"

_ENDING = 200
"""Characters at a text's end that show whether it is whole."""

_FOOT = (
    "打印|关闭|上一篇|下一篇|分享|版权|主办|承办|备案|下载|扫一扫|返回|浏览|编辑|来源"
    "|附件|附表|网站|地址|电话|邮编|[^\\n]{0,20}(?:备案|标识码|公网安备|Copyright|版权所有)"
)
_BODIES = "政府|局|委员会|办公室|办事处|中心|镇|乡|街道|章"
_ENDS = re.compile(
    r"[。!?！？.;；”\"》)]\s*$"
    r"|\d{1,2}\s*[日号]\s*(?:印发)?\s*$"
    rf"|(?:^|[\s。])[^\s。,，;；]{{2,30}}(?:{_BODIES})\s*[)）]?\s*$"
    rf"|(?:^|\n)[ \t\u3000|]*(?:{_FOOT})[^\n]{{0,80}}\s*$"
)
"""How a text ends that is whole: a sentence, a date, a signature, the foot of a page."""

_SIGNED = re.compile(r"20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*$")


@dataclass(frozen=True)
class Arrangement:
    """A report's headings and what they say of its sections.

    Attributes:
        headings: All headings, in the order of the text.
        is_new: Whether the report uses a form that prescribes the sections (since 2019).
        is_own: Whether its sections are its own, or none.
        lost: Sections of the form that are not there though the others are.
        behind: Those of them that would come last, if the text ends before them.
        breaks_off: Whether the text ends in the middle.
        end: Behind the last letter of the text.
    """

    headings: tuple[Heading, ...]
    is_new: bool
    is_own: bool
    lost: tuple[FormSection, ...]
    behind: tuple[FormSection, ...]
    breaks_off: bool
    end: int

    @property
    def is_judged(self) -> bool:
        """Whether single sections can be missed: the report has most of the form's."""
        return self.is_new and not self.is_own and bool(self.headings)

    @property
    def prescribed(self) -> tuple[Heading, ...]:
        """The headings of sections that the form has."""
        return tuple(heading for heading in self.headings if heading.prescribed is not None)

    def told(self, *numbers: int) -> tuple[Heading, ...]:
        """The form's sections of those numbers whose words are all there to be read."""
        if not self.is_new:
            return ()
        whole = self.headings[:-1] if self.breaks_off else self.headings
        return tuple(one for one in whole if one.prescribed and one.order in numbers)

    def body(self, heading: Heading) -> Span:
        """What stands under a heading, to the next one or the end of the text."""
        starts = (one.span.start for one in self.headings)
        end = next((start for start in starts if start >= heading.span.end), self.end)
        return Span(start=heading.span.end, end=max(end, heading.span.end))


def arrangement_of(report: Report) -> Arrangement:
    """How a report is arranged; worked out once for all checks that ask."""
    return _arranged(Words(report))


@lru_cache(maxsize=8)
def _arranged(words: Words) -> Arrangement:
    report = words.report
    form = report.form
    headings = find_headings(report)
    bare = report.document.text.rstrip(_BLANKS)
    letters = sum(len(sentence.text) for sentence in prose_of(report).sentences)
    is_open = letters >= _LEAST_TOLD and not _ENDS.search(bare[-_ENDING:])
    is_new = bool(form.tables) and form.id != "2008"
    # A text cut short shows nothing of its arrangement by one heading, or none.
    is_shown = not is_open or len(headings or numbered_titles(report)) >= _FEW
    is_own = is_new and letters >= _LEAST_WORDS and is_shown and _is_own(headings)
    judged = is_new and not is_own
    found = {heading.order for heading in headings}
    last = max(found, default=_last_table(report))
    lost = [section for section in form.sections if judged and section.number not in found]
    is_judged = bool(headings) or is_open
    behind = [section for section in lost if is_judged and section.number > last]
    return Arrangement(
        headings=headings,
        is_new=is_new,
        is_own=is_own,
        lost=tuple(lost) if headings else (),
        behind=tuple(behind),
        breaks_off=_breaks_off(bare[-_ENDING:], len(behind), is_headed=bool(headings)),
        end=len(bare),
    )


def work_sentences(report: Report) -> Iterator[Sentence]:
    """The sentences below the headings, but for those on problems and plans."""
    arranged = arrangement_of(report)
    for heading in arranged.headings:
        if not LOOKING_BACK.search(simplified_in_place(heading.title)):
            body = arranged.body(heading)
            yield from prose_of(report).within(body)


def bodies_without_tables(report: Report) -> Iterator[Span]:
    """What stands under the headings of sections that have no table."""
    tabled = {table.section for table in report.form.tables}
    arranged = arrangement_of(report)
    for heading in arranged.headings:
        if heading.order not in tabled:
            yield arranged.body(heading)


def numbered_titles(report: Report) -> list[str]:
    """What stands behind 一、, 二、 at the beginning of lines and sentences, with its number."""
    return [match["title"].strip() for match in _NUMBERED.finditer(prose_of(report).plain)]


def has_no_table(report: Report) -> bool:
    """Whether none of the form's tables is there."""
    missing = [problem for problem in report.problems if problem.code == "table.missing"]
    return len(missing) == len(report.form.tables)


def _is_own(headings: tuple[Heading, ...]) -> bool:
    strange = [heading for heading in headings if heading.prescribed is None]
    more = any(heading.value > _SECTIONS for heading in headings) and bool(strange)
    return not headings or more or (len(strange) >= _FEW and len(strange) * 2 > len(headings))


def _last_table(report: Report) -> int:
    """The section of the last table that any figure was read of; 0 if there is none."""
    tables = {cell_parts(one.cell)[0] for one in report.readings if one.kind is not Kind.MISSING}
    return max((each.section for each in report.form.tables if each.key in tables), default=0)


def _breaks_off(ending: str, lost: int, *, is_headed: bool) -> bool:
    """Whether a text ends before its last sections, and not because they were left out."""
    if is_headed and lost >= _MOST_LOST and not _SIGNED.search(ending):
        return True
    return lost > 0 and not _ENDS.search(ending)
