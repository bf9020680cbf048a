"""Numbers that can be divided exactly: ints where they are whole, else fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from reviewer.base import Number

Exact = int | Fraction


def exact(number: Number) -> Exact:
    """A figure as a number that can be divided exactly."""
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
    """An exact quotient. Most divisors are coefficients of 1 and -1, which are quick."""
    if under == 1:
        return over
    if under == -1:
        return -over
    return whole(Fraction(over) / Fraction(under))


def whole(number: Exact) -> Exact:
    """The same number, as an int if it is whole."""
    return number.numerator if number.denominator == 1 else number
