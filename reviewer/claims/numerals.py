"""Figures as sentences print them: arabic, full-width and Chinese numerals, with 万."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "○": 0, "两": 2, "廿": 20}
_DIGITS |= {character: value for value, character in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
_SCALES = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_TEN_THOUSAND = "万"

NUMERAL = (
    r"(?:\d+(?:,\d{3})*(?:\.\d+)?(?:万(?!元))?|[零〇○一二三四五六七八九十百千两廿]+(?:万(?!元))?"
    r"|[零壹贰叁肆伍陆柒捌玖拾佰仟]+(?=万?元|[件份]))"
)
"""A numeral in text whose full-width digits are made half-width.

In full letters it is one of money or papers only.
"""


def to_number(printed: str) -> int | Decimal | None:
    """The value of a numeral, or None if it is none (``十百``)."""
    factor = 1
    if printed.endswith(_TEN_THOUSAND):
        printed, factor = printed[:-1], 10_000
    plain = printed.replace(",", "")
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        value = Decimal(plain) * factor
        return int(value) if value == value.to_integral_value() else value
    chinese = _chinese(plain)
    return None if chinese is None else chinese * factor


def _chinese(printed: str) -> int | None:
    """``二十三`` → 23, ``一百零五`` → 105, ``二〇二一`` → 2021."""
    if not printed or any(one not in _DIGITS and one not in _SCALES for one in printed):
        return None
    if not any(one in _SCALES or one == "廿" for one in printed):
        return int("".join(str(_DIGITS[one]) for one in printed))
    total, digit = 0, 0
    for one in printed:
        if one in _SCALES:
            total += (digit or 1) * _SCALES[one]
            digit = 0
        elif one == "廿":
            total += 20
        else:
            digit = _DIGITS[one]
    return total + digit
