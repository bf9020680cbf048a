"""Numbers for exact division: whole where they are whole."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from reviewer.base import Number

Exact = int | Fraction


def exact(number: Number) -> Exact:
    """A figure for exact division."""
    if isinstance(number, int):
        return number
    return whole(Fraction(number))


def printable(number: Exact) -> Number:
    """A figure as reports print it."""
    number = whole(number)
    if isinstance(number, int):
        return number
    return Decimal(number.numerator) / Decimal(number.denominator)


def ratio(over: Exact, under: Exact) -> Exact:
    """An exact quotient, whole where it is whole (most coefficients are 1 and -1)."""
    if under == 1:
        return over
    if under == -1:
        return -over
    return whole(Fraction(over) / Fraction(under))


def whole(number: Exact) -> Exact:
    """A fraction that is a whole number as such."""
    return number.numerator if number.denominator == 1 else number
