"""Tables of the year before, printed beside the report's own and captioned as such: left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.forms.folding import simplified_in_place
from reviewer.forms.report import Section

_TELLING = "本年新收政府信息公开申请"
"""Stands once in each table three."""

_SAID = r"[^\n\t|。；，\d]{0,20}(?:数据|情况|统计|表|对照)"
_KIND = rf"(?:[（(:：][^\n\t|。]{{0,20}}|{_SAID})?[）):： \u3000]*"
"""What a caption says behind its year."""

_PRINTED = re.compile(r"[^\n]")
_LAST = re.compile(rf"(?m)^[ \u3000]*(?:附?表[一二三\d]?[:：、 ]?)?(?:上一?年度?|去年){_KIND}$")
_OWN = re.compile(rf"(?m)^[ \u3000]*(?:附?表[一二三\d]?[:：、 ]?)?(?:本年度?|今年|当年){_KIND}$")
_YEAR = re.compile(rf"(?m)^[ \u3000]*(?:附?表[一二三\d]?[:：、 ]?)?(20\d\d)年度?{_KIND}$")


def of_own_year(text: str, year: int | None, headings: Sequence[Section]) -> str:
    """The text with blanks for tables that a caption says to be another year's.

    Args:
        text: The whole text.
        year: The report's year, if it is known.
        headings: Its sections.
    """
    if text.count(_TELLING) < 2:
        return text
    plain = simplified_in_place(text)
    captions = [(found.start(), False) for found in _LAST.finditer(plain)]
    captions += [(found.start(), True) for found in _OWN.finditer(plain)]
    captions += [(found.start(), int(found[1]) == year) for found in _YEAR.finditer(plain) if year]
    ends = sorted({start for start, _ in captions} | {one.span.start for one in headings})
    kept = text
    for start, own in captions:
        end = next((end for end in ends if end > start), len(text))
        if not own and _TELLING in text[start:end]:
            blank = _PRINTED.sub(" ", text[start:end])
            kept = kept[:start] + blank + kept[end:]
    return kept if _TELLING in kept else text
