"""A spreadsheet's numbers as its cells show them: 12, 1,234.50, 12.5%, 2024年1月20日."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "yyyy/m/d",
    22: "yyyy/m/d h:mm",
    31: 'yyyy"年"m"月"d"日"',
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}
"""Number formats that a file names by number only (those of a Chinese Excel)."""

_GENERAL = "general"
_BRACKETS = re.compile(r"\[(?!\$)[^\]]*\]")
_CURRENCY = re.compile(r"\[\$([^\]-]*)[^\]]*\]")
_TOKEN = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|([#0?,.%]+)|(.)', re.DOTALL)
_DATE_TOKEN = re.compile(r'"([^"]*)"|\\(.)|(y+|m+|d+|h+|s+|a+)|(.)', re.IGNORECASE | re.DOTALL)
_DATE = re.compile(r"[ymd]", re.IGNORECASE)
_LONGEST = 60
_ALL_SECTIONS = 4
"""A format has at most this many sections: for positive, negative, zero, and for texts."""

_DAYS = range(1, 2_958_466)
_SECTION_END = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
_LITERAL = re.compile(r'"[^"]*"|\\.')
_PLACE = re.compile(r"[#0?]")


def shown(number: str, pattern: str, *, base_1904: bool = False) -> str:
    """A stored number as a cell with that number format shows it.

    Formats beyond the usual ones (fractions, exponents, conditions) show the number as it is.
    """
    try:
        value = Decimal(number)
    except InvalidOperation:
        return number
    if not value.is_finite() or abs(value.adjusted()) > _LONGEST:
        return number
    if _is_plain(pattern):
        return plain(value)
    sections = _split(_CURRENCY.sub(r'"\1"', _BRACKETS.sub("", pattern)))
    if _is_date(sections[0]):
        return _date(value, sections[0], base_1904=base_1904) or plain(value)
    section, signed = _section(sections, value)
    formatted = _formatted(abs(value), section, "-" if signed else "")
    return plain(value) if formatted is None else formatted


@lru_cache(maxsize=256)
def hides(pattern: str, *, text: bool) -> bool:
    """Whether a format shows nothing of any number (``;;;``), or nothing of a text."""
    sections = _split(pattern)
    if text:
        return len(sections) == _ALL_SECTIONS and not sections[-1].strip()
    return bool(pattern) and not any(shown(number, pattern) for number in ("1", "-1", "0"))


def plain(value: Decimal) -> str:
    """As the general format shows it: no superfluous zeros, no noise of binary fractions."""
    rounded = round(float(value), 10) if abs(value) < 10**9 else float(value)
    if rounded == int(rounded):
        return str(int(value.to_integral_value(ROUND_HALF_UP)))
    return format(Decimal(repr(rounded)), "f")


def _is_plain(pattern: str) -> bool:
    return not pattern or _GENERAL in pattern.lower() or "@" in _split(pattern)[0]


def _split(pattern: str) -> list[str]:
    """The sections for positive, negative, zero; semicolons in quotes part nothing."""
    return _SECTION_END.split(pattern)


def _section(sections: list[str], value: Decimal) -> tuple[str, bool]:
    """The section for a number, and whether a minus is put before it."""
    if value < 0 and len(sections) > 1:
        return sections[1], False
    if value == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], value < 0


class _Shape(NamedTuple):
    """A section of a format: its only run of places, and what stands before and behind it."""

    before: str
    places: str
    after: str


def _formatted(value: Decimal, section: str, sign: str) -> str | None:
    """The number in a section's only run of places; None for what is not that simple."""
    shape = _shape(section)
    if shape is None:
        return None
    before, places, after = shape
    if not places:
        return before.strip()
    percent = "".join(shape).count("%")
    text = _placed(value.scaleb(2 * percent), places.rstrip("%"))
    zero = not any(digit in "123456789" for digit in text)
    return (
        ("" if zero else sign) + before.lstrip() + text + "%" * places.count("%") + after.rstrip()
    )


def _shape(section: str) -> _Shape | None:
    """What a section is made of; None with several runs of places, fractions or exponents."""
    before, places, after = "", "", ""
    for quoted, escaped, run, other in _TOKEN.findall(section):
        literal = quoted or escaped or (other if not run else "")
        if run and places and run.strip("%"):
            return None
        if run.strip("%"):
            places = run
        elif places:
            after += run or literal
        else:
            before += run or literal
    if any(mark in section for mark in "Ee/") or places.rstrip("%").endswith(","):
        return None
    return _Shape(before, places, after)


def _placed(value: Decimal, places: str) -> str:
    """A number in a run of places (``#,##0.0#``)."""
    digits, _, decimals = places.partition(".")
    exact = value.quantize(Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP)
    text = format(exact, ",f" if "," in digits else "f")
    for _ in range(len(decimals) - len(decimals.rstrip("#"))):
        text = text.removesuffix("0")
    text = text.rstrip(".") if decimals else text
    if "," in digits:
        return text
    width = digits.count("0")
    whole, dot, fraction = text.partition(".")
    return ("" if whole == "0" and not width else whole.zfill(width)) + dot + fraction


def _is_date(section: str) -> bool:
    bare = _LITERAL.sub("", section)
    return bool(_DATE.search(bare)) and not _PLACE.search(bare)


def _date(value: Decimal, section: str, *, base_1904: bool) -> str | None:
    if int(value) not in _DAYS:
        return None
    first = datetime(1904, 1, 1) if base_1904 else datetime(1899, 12, 30)  # noqa: DTZ001
    try:
        moment = first + timedelta(days=float(value))
    except OverflowError:
        return None
    return "".join(
        quoted or escaped or other or _date_part(moment, token.lower())
        for quoted, escaped, token, other in _DATE_TOKEN.findall(section)
    )


def _date_part(moment: datetime, token: str) -> str:
    parts = {
        "y": f"{moment.year % 100:02}" if len(token) < 3 else f"{moment.year}",
        "m": f"{moment.month:02}" if len(token) == 2 else str(moment.month),
        "d": f"{moment.day:02}" if len(token) == 2 else str(moment.day),
        "h": f"{moment.hour:02}" if len(token) == 2 else str(moment.hour),
        "s": f"{moment.second:02}",
    }
    return parts.get(token[0], "")
