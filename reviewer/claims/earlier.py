"""An earlier year that words ahead of a figure name: 上年度行政复议3件, 与上年的3件行政复议相比."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.claims.wordings.wording import MOVES
from reviewer.patterns import any_of

_LAST = r"(?:上一?|前一)年度?|去年度?"
_SPAN = r"(?:同期|同时期|全年|期间|一年|[里内中])?"
_LED = (
    any_of(
        r"(?:因|由于)[^,;:()\d]{1,14}?",
        r"(?:(?!公开[全上了各本]|发布|公布|公示|编制|完成)[^,;:()\d]){0,10}?"
        r"(?:[局镇乡县市区省委]|街道|机关|单位|政府|复议|诉讼|案件|数量)",
    )
    + "?(?:而|但|其中|另外|[在于])*"
)
"""What may stand ahead of the year in its clause; not words of publishing that year's report."""

_THAN = r"相?(?:较|比)于?|对[比照]|与|同|和"
_CARRIED = r"结转|转结|转入|顺延|跨年|遗留|留存|积压|在办|尚?未[审办答完]|[底末初]|以来"
"""Words for what was carried over from last year, which counts as this year's."""

_IN_CLAUSE = rf"(?:(?!{_CARRIED})[^,;:()])*"
_ANY = re.compile(rf"{_LAST}|前年|(?:{_THAN})20\d\d")
"""Every sentence that names an earlier year in one of these ways contains this."""

_LAST_YEARS = re.compile(
    rf"(?:^|[,;:(]){_LED}(?P<year>{_LAST}|(?P<before>前年)){_SPAN}{_IN_CLAUSE}$"
    rf"|、(?:{_LAST}){_SPAN}(?!{_CARRIED})[^,;:()、]*$"
)
"""Within the clause that last year opens: 去年同期行政复议3件、行政诉讼1件."""

_HEADED = re.compile(
    rf"^(?:\D*?[,:])?{_LED}(?P<year>{_LAST}|(?P<before>前年)){_SPAN}"
    rf"(?:(?!{_CARRIED}|项)[^,;:()\d])*\d+(?:(?!{_CARRIED}|项)[^,;:()])*"
    r"(?:,(?!全年|当年|截[至止]|新收|共)[^()]*|\([^()]*)$"
)
"""Behind that clause, if the sentence has no figure before it: 上年度行政复议3件，行政诉讼1件."""

_COMPARED = re.compile(
    rf"(?:{_THAN})(?P<year>(?P<named>20\d\d)年度?|{_LAST}|(?P<before>前年)){_SPAN}"
    rf"(?!{_CARRIED})(?:(?!{MOVES}|相比|比较|相对照|持平|相当|基本)[^,;:()])*$"
)
"""Among figures that this year's are compared with: 与2022年的3件行政复议、1件行政诉讼相比."""

_BEFORE = re.compile(
    rf"(?:^|[,;:(、]){_LED}(?:往年|前几年){_SPAN}(?![^,;:()]*有效)"
    rf"(?:{_IN_CLAUSE}|{_IN_CLAUSE}\d(?:(?!{_CARRIED}|[今本全]年|20\d\d)[^;:()])*)$"
)
"""Said of several years before: 往年行政复议3件，行政诉讼1件."""


def is_of_years_before(before: str) -> bool:
    """Whether the words ahead of a figure say it of years before, but not of which."""
    return bool(_BEFORE.search(before))


def earlier(before: str, year: int) -> Iterator[tuple[int, int]]:
    """Earlier years that the words ahead of a figure name, each with its place.

    Args:
        before: The sentence up to the figure.
        year: The report's year.
    """
    if not _ANY.search(before):
        return
    for pattern in (_LAST_YEARS, _HEADED, _COMPARED):
        match = pattern.search(before)
        if match is None:
            continue
        named = match.groupdict()
        back = 2 if named.get("before") else 1
        place = match.start("year") if named.get("year") else match.start()
        yield place, int(named.get("named") or year - back)
