"""Tables of the year before, printed beside the report's own and captioned as such: left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.forms.folding import simplified_in_place
from reviewer.forms.report import Section

_TELLING = re.compile(r"\s*".join("本年新收政府信息公开申"))
"""Words that stand once in each table three, however its lines are broken."""

_SAID = r"[^\n\t|。；，\d]{0,20}(?:数据|情况|统计|表|对照)"
_KIND = rf"(?:[（(:：][^\n\t|。]{{0,20}}|{_SAID})?[）):： \u3000]*"
"""What a caption says behind its year."""

_BEFORE = (
    r"(?m)^[ \t\u3000|>#*\"]*(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．][ \u3000]*)?"
    r"(?:附(?:件|表)?[一二三\d]?[:：、 ]|附?表[一二三\d]?[:：、 ]?)?"
)
_BEHIND = rf"{_KIND}(?:[（(][^()（）\n|]{{0,12}}[)）])?[ \t\u3000|,;*\"]*$"
"""Numbers, marks of headings and the cells of a line that a caption fills stand around it."""

_PRINTED = re.compile(r"[^\n]")
_LAST = re.compile(rf"{_BEFORE}(?:上一?年度?|去年){_BEHIND}")
_OWN = re.compile(rf"{_BEFORE}(?:本年度?|今年|当年){_BEHIND}")
_YEAR = re.compile(rf"{_BEFORE}(20\d\d)[ \u3000\u00a0]?年度?{_BEHIND}")
_YEAR_IN_LINE = re.compile(
    rf"(?<=\|)(?:附(?:件|表)?[:：、 ]?)?(20\d\d)[ \u3000\u00a0]?年度?{_SAID}(?=\|)"
)
"""Where a text is one line, whose cells bars part."""


def of_own_year(text: str, year: int | None, headings: Sequence[Section]) -> str:
    """The text with blanks for tables that a caption says to be another year's.

    Args:
        text: The whole text.
        year: The report's year, if it is known.
        headings: Its sections.
    """
    if len(_TELLING.findall(text)) < 2:
        return text
    plain = simplified_in_place(text)
    captions = [(found.start(), False) for found in _LAST.finditer(plain)]
    captions += [(found.start(), True) for found in _OWN.finditer(plain)]
    if year:
        dated = (*_YEAR.finditer(plain), *_YEAR_IN_LINE.finditer(plain))
        captions += [(found.start(), int(found[1]) == year) for found in dated]
    ends = sorted({start for start, _ in captions} | {one.span.start for one in headings})
    kept = text
    for start, own in sorted(captions):
        end = next((end for end in ends if end > start), len(text))
        if not own and _TELLING.search(text, start, end):
            blank = _PRINTED.sub(" ", text[start:end])
            kept = kept[:start] + blank + kept[end:]
    return kept if _TELLING.search(kept) else text
