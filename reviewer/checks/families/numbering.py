"""Numbers of items below the sections: none skipped, doubled or of another kind.

Only where no table stands: rows of the forms' tables are numbered in their own way. A list may
begin anew with （一） at any place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from reviewer.checks.check import Check, Hit, Inspection
from reviewer.checks.families.arrangement import arrangement_of, bodies_without_tables
from reviewer.checks.families.headings import NUMERALS
from reviewer.checks.families.prose import place_label, prose_of
from reviewer.claims.numerals import to_number
from reviewer.document.model import Span
from reviewer.forms.report import Report

_MARK = re.compile(
    rf"(?<=[\s。;:])(?P<mark>\((?P<numeral>[{NUMERALS}]{{1,2}})\)|\((?P<digit>\d{{1,2}})\))"
)
_POINT = re.compile(r"^[ \t\u3000\u00a0]*(?P<mark>(?P<digit>\d{1,2})[、.])(?!\d)", re.MULTILINE)
_OTHER_MARK = re.compile(
    rf"^[ \t\u3000\u00a0]*(?P<mark>(?P<number>\d{{1,2}}|[{NUMERALS}])[、.．])(?!\d)", re.MULTILINE
)
_HALF_MARK = re.compile(
    rf"^[ \t\u3000\u00a0]*(?P<mark>(?P<numeral>[{NUMERALS}]{{1,2}})\))", re.MULTILINE
)
_ORDINAL = re.compile(
    rf"(?:^|(?<=[\s。;:,)])|(?<![{NUMERALS}统之第唯])(?=一是))(?P<mark>(?P<numeral>[{NUMERALS}]{{1,2}})是)",
    re.MULTILINE,
)
"""一是, 二是: points that a paragraph counts; the first may stand right behind its heading."""

_LAST_FREE_YEAR = 2018
"""Up to this year the sections themselves are a body's own; only their numbers can be wrong."""

_PARTED = re.compile("[。:\\n]")
_TITLE_LINE = re.compile("[^,，。;；:：\\n]{2,16}\\n")
_OTHER_LIST = re.compile(
    rf":\s*(?:\n|$)|问题|不足|措施|改进|打算|下一步|\n[^\n。]{{1,20}}\n|[(（]|[{NUMERALS}]、"
)
"""Between two first items this tells that the second begins another list."""

_MOST = 30
"""A number above this is no item's."""


_Written = Callable[[int], str]
"""How a number is written in a list."""


@dataclass(frozen=True)
class _Item:
    """A numbered item: （二） is 2 and a numeral, （2） is 2 and a digit."""

    mark: str
    value: int
    numeral: bool
    span: Span


def _sequence(inspection: Inspection) -> Iterator[Hit]:
    """（一）（二）（四）, or （三） twice, or 三是; in reports up to 2018 also 一、 and 三、."""
    report = inspection.report
    if report.form.id == "2008" and (report.year or 0) <= _LAST_FREE_YEAR:
        yield from _of_sections(report)
    plain = prose_of(report).plain
    for stretch in bodies_without_tables(report):
        items = [item for item in _items(plain, stretch) if item.numeral]
        yield from _breaks(report, items, stretch, _bracketed)
        yield from _told_breaks(report, list(_parted(items, stretch)), stretch)


def _told_breaks(report: Report, parts: list[Span], stretch: Span) -> list[Hit]:
    """Breaks of 一是, 二是 in each part, unless they go on from part to part without any."""
    plain = prose_of(report).plain
    told = [_ordinals(plain, part) for part in parts]
    by_part = [
        hit
        for part, ordinals in zip(parts, told, strict=True)
        for hit in _breaks(report, ordinals, part, _told)
    ]
    if all(not ordinals or ordinals[0].value == 1 for ordinals in told):
        return by_part
    throughout = list(_breaks(report, _ordinals(plain, stretch), stretch, _told))
    return min(by_part, throughout, key=len)


def _ordinals(plain: str, stretch: Span) -> list[_Item]:
    found = _ORDINAL.finditer(plain, stretch.start, stretch.end)
    return [_item(match, numeral=True) for match in found]


def _points(inspection: Inspection) -> Iterator[Hit]:
    """The same for 1. 2. 3. at the beginning of lines."""
    report = inspection.report
    plain = prose_of(report).plain
    for stretch in bodies_without_tables(report):
        items = [item for item in _items(plain, stretch) if item.numeral]
        for part in _parted(items, stretch):
            yield from _breaks(report, _pointed(plain, part), part, _dotted)


def _parted(items: list[_Item], stretch: Span) -> Iterator[Span]:
    """A stretch, parted where （一）, （二） begin."""
    marks = [item.span.start for item in items]
    for start, end in zip([stretch.start, *marks], [*marks, stretch.end], strict=True):
        yield Span(start=start, end=end)


def _kind(inspection: Inspection) -> Iterator[Hit]:
    """（2） that goes on behind （一）: one finding for all."""
    report = inspection.report
    wrong = list(_of_another_kind(report))
    if not wrong:
        return
    printed = "、".join(f"“{report.document.at(item.span)}”" for item in wrong)
    right = "、".join(f"“{_bracketed(item.value)}”" for item in wrong)
    yield Hit(
        place=place_label(report.document, wrong[0].span.start),
        fields={"printed": printed, "right": right},
        spans=tuple(item.span for item in wrong),
        expected="、".join(_bracketed(item.value) for item in wrong),
        found="、".join(report.document.at(item.span) for item in wrong),
        marks=(printed,),
    )


def _of_another_kind(report: Report) -> Iterator[_Item]:
    plain = prose_of(report).plain
    for stretch in bodies_without_tables(report):
        above = lead = 0
        own: set[int] = set()
        items = _items(plain, stretch)
        yield from _between_numerals(plain, items)
        yield from _half_bracketed(plain, stretch, items)
        if [(item.value, item.numeral) for item in items[:2]] == [(1, False), (2, True)]:
            yield items[0]
        for item in items:
            if item.numeral:
                above, lead, own = item.value, item.value, set()
            elif above and item.value == above + 1 and item.value - 1 not in own:
                if above == lead and f"({above})" in plain[stretch.start : item.span.start]:
                    continue
                yield item
                above = item.value
            else:
                own.add(item.value)


def _half_bracketed(plain: str, stretch: Span, items: list[_Item]) -> Iterator[_Item]:
    """三） at the beginning of a line, where others of the list are （二） and （四）."""
    whole = {item.value for item in items if item.numeral}
    for match in _HALF_MARK.finditer(plain, stretch.start, stretch.end) if whole else ():
        value = _value(match["numeral"])
        if value not in whole and whole & {value - 1, value + 1}:
            span = Span(start=match.start("mark"), end=match.end("mark"))
            yield _Item(match["mark"], value, numeral=False, span=span)


def _between_numerals(plain: str, items: list[_Item]) -> Iterator[_Item]:
    """（一） 2. （三）: a line's number that stands for the one which is lost between them."""
    numerals = [item for item in items if item.numeral]
    for before, after in pairwise(numerals):
        if after.value != before.value + 2:
            continue
        found = _OTHER_MARK.finditer(plain, before.span.end, after.span.start)
        marks = [(match, _value(match["number"])) for match in found]
        values = [value for _, value in marks]
        counted = _stands(plain[before.span.end : after.span.start], before.value)
        if not counted and values.count(before.value + 1) == 1:
            match = marks[values.index(before.value + 1)][0]
            span = Span(start=match.start("mark"), end=match.end("mark"))
            yield _Item(match["mark"], before.value + 1, numeral=False, span=span)


def _value(number: str) -> int:
    return int(to_number(number) or 0)


def _breaks(report: Report, items: list[_Item], stretch: Span, written: _Written) -> Iterator[Hit]:
    """Where a list does not go on with the next number, nor begin anew, nor go on outside."""
    last, end = 0, stretch.start
    outer: list[int] = []
    plain = prose_of(report).plain
    for place, item in enumerate(items, start=1):
        if item.value == last == 1 and _at_once(plain, (end, item.span), written):
            yield _hit(report, item, "出现了两次", written(2))
            last, end = 2, item.span.end
            continue
        if item.value == 1:
            outer.append(last)
        elif item.value != last + 1 and item.value - 1 in outer:
            del outer[outer.index(item.value - 1) :]
        elif item.value == last and last > 1:
            yield _hit(report, item, "出现了两次", written(last + 1))
        elif item.value > last + 1 and not _written(plain[end : item.span.start], last + 1):
            yield _hit(report, item, f"之前没有“{written(last + 1)}”", written(last + 1))
            if item.value == last + 2 and _value_at(items, place) == item.value:
                last, end = last + 1, item.span.end
                continue
        elif 1 < item.value < last:
            yield _hit(report, item, f"排在“{written(last)}”之后", written(last + 1))
        last, end = item.value, item.span.end


def _at_once(plain: str, places: tuple[int, Span], written: _Written) -> bool:
    """Whether nothing parts two first items: no heading, and of 一是 no sentence either.

    Two that are headings themselves, each a line of its own, stand beside each other.
    """
    end, again = places
    between = plain[end : again.start]
    if written is _told:
        return not _PARTED.search(between)
    if _TITLE_LINE.match(between) and _TITLE_LINE.match(plain, again.end):
        return True
    return not _OTHER_LIST.search(between)


def _of_sections(report: Report) -> Iterator[Hit]:
    """Headings of sections that skip a number; other layouts are right there."""
    last, end = 0, 0
    plain = prose_of(report).plain
    for heading in arrangement_of(report).headings:
        number = NUMERALS[last] if last < len(NUMERALS) else ""
        between = plain[end : heading.span.start]
        if last and heading.value > last + 1 and not _as_section(number).search(between):
            item = _Item(heading.number, heading.value, numeral=True, span=heading.span)
            yield _hit(report, item, f"之前没有“{number}、”", f"{number}、")
        last, end = heading.value, heading.span.end


def _items(plain: str, stretch: Span) -> list[_Item]:
    found = _MARK.finditer(plain, stretch.start, stretch.end)
    return [_item(match, numeral=match["numeral"] is not None) for match in found]


def _pointed(plain: str, stretch: Span) -> list[_Item]:
    found = _POINT.finditer(plain, stretch.start, stretch.end)
    return [item for match in found if 0 < (item := _item(match, numeral=False)).value <= _MOST]


def _item(match: re.Match[str], *, numeral: bool) -> _Item:
    span = Span(start=match.start("mark"), end=match.end("mark"))
    return _Item(match["mark"], _value(match["numeral" if numeral else "digit"]), numeral, span)


@cache
def _as_section(number: str) -> re.Pattern[str]:
    return re.compile(rf"{number}\s*[、.]")


def _written(text: str, number: int) -> bool:
    """Whether a number is written somewhere as an item's, in whatever way.

    Where the one before it is written there as well, they count something else.
    """
    return _stands(text, number) and (number == 1 or not _stands(text, number - 1))


def _stands(text: str, number: int) -> bool:
    return bool(_as_item(number).search(text))


@lru_cache(maxsize=128)
def _as_item(number: int) -> re.Pattern[str]:
    numeral = _chinese(number)
    return re.compile(rf"[(]?(?:{numeral}|(?<!\d){number})\s*[)、.．是]|第{numeral}")


def _chinese(number: int) -> str:
    ones = NUMERALS[number % 10 - 1] if number % 10 else ""
    if number <= len(NUMERALS):
        return NUMERALS[number - 1]
    return (NUMERALS[number // 10 - 1] if number >= 20 else "") + "十" + ones


def _bracketed(number: int) -> str:
    return f"（{_chinese(number)}）"


def _value_at(items: list[_Item], place: int) -> int | None:
    return items[place].value if place < len(items) else None


def _told(number: int) -> str:
    return f"{_chinese(number)}是"


def _dotted(number: int) -> str:
    return f"{number}."


def _hit(report: Report, item: _Item, told: str, right: str) -> Hit:
    printed = report.document.at(item.span)
    return Hit(
        place=place_label(report.document, item.span.start),
        fields={"printed": printed, "told": told, "right": right},
        spans=(item.span,),
        expected=right,
        found=printed,
        marks=(printed, told, _ahead(report, item)),
    )


def _ahead(report: Report, item: _Item) -> str:
    """The words behind an item's number, which tell it from others."""
    return report.document.text[item.span.end : item.span.end + 12].strip()


_FIELDS = frozenset({"printed", "told", "right"})
SEQUENCE = Check(_sequence, _FIELDS, reads_figures=False)
POINTS = Check(_points, _FIELDS, reads_figures=False)
KIND = Check(_kind, frozenset({"printed", "right"}), reads_figures=False)
