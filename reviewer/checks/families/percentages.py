"""Percentages as sentences print them: rounded, or cut off."""

from __future__ import annotations

from decimal import Decimal

from reviewer.base import Number

HUNDRED = Decimal(100)


def decimals_of(value: Number) -> int:
    """How many decimals a figure is printed with, idle noughts at its end aside."""
    exponent = Decimal(value).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def percentage(part: Decimal, whole: Decimal) -> Decimal:
    """How many per cent of a whole a part is."""
    return part * HUNDRED / whole


def rounded(value: Decimal, decimals: int) -> Decimal:
    """A value with so many decimals."""
    return value.quantize(_last_place(decimals))


def is_rounded(value: Decimal, stated: Decimal, decimals: int) -> bool:
    """Whether a value with so many decimals states another one, rounded or cut off."""
    return abs(value - stated) < _last_place(decimals)


def is_percent(part: Decimal, whole: Decimal, stated: Decimal, decimals: int) -> bool:
    """Whether a part is so many per cent of a whole, rounded or cut off."""
    return is_rounded(percentage(part, whole), stated, decimals)


def _last_place(decimals: int) -> Decimal:
    """One in the last place: 0.01 for two decimals."""
    return Decimal(1).scaleb(-decimals)
