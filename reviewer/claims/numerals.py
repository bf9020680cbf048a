"""Figures as sentences print them: arabic, full-width and Chinese numerals, with 万."""

from __future__ import annotations

import re
from decimal import Decimal

from reviewer.base import Number
from reviewer.forms.figures.chinese import chinese_number

_TEN_THOUSAND = "万"

NUMERAL = (
    r"(?:\d+(?:,\d{3})*(?:\.\d+)?(?:万(?!元))?|[零〇○一二三四五六七八九十百千两廿]+(?:万(?!元))?"
    r"|[零壹贰叁肆伍陆柒捌玖拾佰仟]+(?=万?元|[件份]))"
)
"""A numeral in text whose full-width digits are made half-width.

In full letters it is one of money or papers only.
"""
_DECIMAL = re.compile(r"\d+(?:\.\d+)?")


def to_number(printed: str) -> Number | None:
    """The value of a numeral, or None if it is none."""
    factor = 1
    if printed.endswith(_TEN_THOUSAND):
        printed, factor = printed[:-1], 10_000
    plain = printed.replace(",", "")
    if _DECIMAL.fullmatch(plain):
        value = Decimal(plain) * factor
        return int(value) if value == value.to_integral_value() else value
    chinese = chinese_number(plain)
    return None if chinese is None else chinese * factor
