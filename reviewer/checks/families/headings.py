"""Which of the sections that a form prescribes a report has, and how their headings stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from reviewer.checks.families.prose import prose_of
from reviewer.document.model import Span
from reviewer.forms.catalog import forms
from reviewer.forms.folding import fold
from reviewer.forms.model import FormSection
from reviewer.forms.report import Report, Section

NUMERALS = "一二三四五六七八九十"

_ALIKE = 70.0
"""Per cent by which a numbered line is taken for one of the form's titles."""

_STANDS_ALONE = 85.0
"""A line without a number, or with a wrong one, must be this much like a title to be a heading."""

_SUBJECTS = {
    1: re.compile("总体|概述|综述|概况|基本情况"),
    2: re.compile("主动公开"),
    3: re.compile("依申请公开|申请(?:办理|处理)?(?:的?情况)"),
    4: re.compile("复议|诉讼"),
    5: re.compile("问题|改进"),
    6: re.compile("其[他它](?:.*事项|需要?[^,，、;；]{0,6}(?:情况|内容|问题|等|$))"),
}
"""What a title of that section is about, however it is worded."""

_TELLING = frozenset(range(2, 7))
"""What the first section is about may be said of any."""

_NUMBERED = re.compile(
    rf"(?P<number>第[{NUMERALS}]部分[、.,:]?|[{NUMERALS}]{{1,3}}\s?[、.,:\s]|\d{{1,2}}\s?[、.,:]"
    rf"|\([{NUMERALS}\d]{{1,2}}\))?\s*"
    r"(?P<title>\S.*)"
)
_BRACKETED = re.compile(rf"[(（](?P<numeral>[{NUMERALS}])[)）]")
_FIRST_POINT = re.compile(r"^[ \t\u3000]*[1１]\s?[、.．:]", re.MULTILINE)
_ENDINGS = ("情况", "事项", "措施", "问题")
_AROUND = " \t\u3000\u00a0|。:#*"

_LONGEST = 48
"""Characters of a line that may be a heading."""


@dataclass(frozen=True)
class Heading:
    """A section's heading in the text.

    Attributes:
        prescribed: The form's section that it is; None if its title is like none of them.
        number: Its number as printed (``三、``), or empty.
        value: What the number counts; 0 without a number.
        title: Its title as printed.
        span: Number and title.
    """

    prescribed: FormSection | None
    number: str
    value: int
    title: str
    span: Span

    @property
    def order(self) -> int:
        """The number that its title has on the form; the printed one if it has none there."""
        return self.prescribed.number if self.prescribed else self.value

    @property
    def has_numeral(self) -> bool:
        """Whether it is numbered as the form numbers its title (``三、``, ``第三部分``)."""
        return self.number.removeprefix("第").startswith(NUMERALS[self.order - 1])

    @property
    def printed(self) -> str:
        """Number and title."""
        return f"{self.number}{self.title}"


@dataclass(frozen=True)
class _Prescribed:
    """A section of a form, with the folded wordings of its title."""

    section: FormSection
    wordings: tuple[str, ...]


def prescribed_title(section: FormSection) -> str:
    """A section's heading as the form prints it."""
    return f"{NUMERALS[section.number - 1]}、{section.title}"


def listed_titles(sections: Sequence[FormSection]) -> str:
    """Some prescribed sections by number and title."""
    return "，".join(prescribed_title(section) for section in sections)


def find_headings(report: Report) -> tuple[Heading, ...]:
    """All headings of sections, in the order of the text: those read, and misnumbered ones."""
    prescribed = _prescribed(report.form.id)
    text = report.document.text
    headings = [_of_section(text, section, prescribed) for section in report.sections]
    if {heading.order for heading in headings if heading.prescribed} >= _numbers(prescribed):
        return tuple(headings)
    for stray in _strays(text, prose_of(report).plain, prescribed):
        if _fills_a_gap(stray, headings) and not _is_point(text, stray, headings):
            headings.append(stray)
            headings.sort(key=lambda heading: heading.span.start)
    return tuple(headings)


def titled_lines(report: Report) -> Iterator[Heading]:
    """Every line outside the tables that is a number and a title of the form."""
    lines = _strays(report.document.text, prose_of(report).plain, _prescribed(report.form.id))
    return (line for line in lines if line.number)


def _numbers(prescribed: Sequence[_Prescribed]) -> set[int]:
    return {one.section.number for one in prescribed}


def _fills_a_gap(stray: Heading, headings: Sequence[Heading]) -> bool:
    """Whether the section of that title is not there yet, and would stand at its place."""
    found = {heading.order: heading.span.start for heading in headings}
    wanted = stray.order
    if wanted in found:
        return False
    before = max((start for order, start in found.items() if order < wanted), default=0)
    behind = min((start for order, start in found.items() if order > wanted), default=None)
    if stray.number.startswith("(") and (wanted - 1 not in found or stray.value != wanted):
        return False
    return before <= stray.span.start and (behind is None or stray.span.start < behind)


def _is_point(text: str, stray: Heading, headings: Sequence[Heading]) -> bool:
    """Whether a number counts points: （一） is the last before （二）, or 1. stands above."""
    if not (stray.number.startswith("(") or stray.number[:1].isdigit()):
        return False
    before = (one.span.end for one in headings if one.span.end <= stray.span.start)
    start = max(before, default=0)
    if stray.number.startswith("("):
        points = [*_BRACKETED.finditer(text, start, stray.span.start)]
        return bool(points) and _value(points[-1]["numeral"]) == stray.value - 1
    return bool(_FIRST_POINT.search(text, start, stray.span.start + 2))


def _of_section(text: str, section: Section, prescribed: Sequence[_Prescribed]) -> Heading:
    printed = text[section.heading.start : section.heading.end]
    cut = not text[section.heading.end :].strip()
    return Heading(
        prescribed=_alike(section.title, section.number, prescribed, cut=cut),
        number=printed[: len(printed) - len(section.title)].strip(),
        value=section.number,
        title=section.title,
        span=section.heading,
    )


def _alike(
    title: str, number: int, prescribed: Sequence[_Prescribed], *, cut: bool
) -> FormSection | None:
    """The form's section whose title is most like one; of equals the one of that number.

    Args:
        title: As printed.
        number: As printed.
        prescribed: The form's sections.
        cut: Whether the text ends with it, so that it may be the beginning of a title.
    """
    folded = fold(title)
    same = next((one for one in prescribed if one.section.number == number), None)
    if same and cut and any(wording.startswith(folded) for wording in same.wordings):
        return same.section
    likeness = [_likeness(folded, one) + (one is same) for one in prescribed]
    best = max(range(len(likeness)), key=likeness.__getitem__, default=0)
    if likeness and likeness[best] >= _ALIKE:
        return prescribed[best].section
    meant = [one for one in prescribed if _is_about(folded, one.section)]
    return meant[0].section if len(meant) == 1 else None


def _is_about(folded: str, section: FormSection) -> bool:
    subjects = (_SUBJECTS[number] for number in _TELLING)
    return any(one.search(folded) and one.search(section.title) for one in subjects)


def is_named(section: FormSection, text: str) -> bool:
    """Whether a text names a section, by its title or by what it is about."""
    subject = _SUBJECTS.get(section.number)
    return subject is None or bool(subject.search(text))


def _likeness(folded: str, section: _Prescribed) -> float:
    return max(fuzz.ratio(folded, wording) for wording in section.wordings)


@cache
def _prescribed(form_id: str) -> tuple[_Prescribed, ...]:
    """A form's sections with their folded wordings."""
    return tuple(
        _Prescribed(section, tuple(fold(text) for text in (section.title, *section.aliases)))
        for section in forms()[form_id].sections
    )


def _strays(text: str, plain: str, prescribed: Sequence[_Prescribed]) -> Iterator[Heading]:
    """Lines that are a title of the form, with whatever number or none."""
    start = 0
    for line in plain.split("\n"):
        bare = line.strip(_AROUND)
        if len(bare) <= _LONGEST and bare.endswith(_ENDINGS):
            place = start + line.index(bare)
            yield from _stray(text, bare, place, prescribed)
        start += len(line) + 1


def _stray(
    text: str, line: str, place: int, prescribed: Sequence[_Prescribed]
) -> Iterator[Heading]:
    match = _NUMBERED.fullmatch(line)
    if match is None:
        return
    folded = fold(match["title"])
    best = max(prescribed, key=lambda one: _likeness(folded, one))
    if _likeness(folded, best) >= _STANDS_ALONE:
        yield Heading(
            prescribed=best.section,
            number=(match["number"] or "").strip(),
            value=_value(match["number"] or ""),
            title=text[place + match.start("title") : place + match.end()],
            span=Span(start=place, end=place + match.end()),
        )


def _value(number: str) -> int:
    bare = number.strip("()第部分、.,: ")
    if bare.isdigit():
        return int(bare)
    return NUMERALS.find(bare) + 1 if len(bare) == 1 else 0
