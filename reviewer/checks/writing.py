"""Sums written out for the reviewer: ``12＋1``, ``5＋2＋1``, ``3×（1＋2）``."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reviewer.base import CellId, Number
from reviewer.checks.expression import (
    UNSEEN,
    Cell,
    Chain,
    Figures,
    Literal,
    Scaled,
    Sum,
    Term,
    value,
)


def number_text(number: Number | None) -> str:
    """A figure in digits: no exponent, no idle noughts behind the point."""
    if number is None:
        return UNSEEN
    if isinstance(number, Decimal):
        text = format(number, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(number)


def sum_text(term: Term, figures: Figures) -> str:
    """A term with its figures in place; of a group only the parts that are not nought."""
    pieces = list(_pieces(term, figures))
    if not pieces:
        return "0"
    first_sign, first = pieces[0]
    text = first if first_sign > 0 else f"－{_enclosed(first)}"
    return text + "".join(
        f"{'＋' if sign > 0 else '－'}{_enclosed(piece)}" for sign, piece in pieces[1:]
    )


def sum_with_total(term: Term, figures: Figures) -> str:
    """A term written out with what it comes to: ``12＋1＝13``, or ``13`` if that is all."""
    text, total = sum_text(term, figures), number_text(value(term, figures))
    return text if total in {text, UNSEEN} else f"{text}＝{total}"


def nonzero_parts(term: Term, figures: Figures) -> list[tuple[CellId, Number | None]]:
    """The figures of all groups in a term that are not nought, missing ones included."""
    match term:
        case Sum(cells):
            parts = [(cell.id, figures.get(cell.id)) for cell in cells]
            return [part for part in parts if part[1] != 0]
        case Scaled(_, inner):
            return nonzero_parts(inner, figures)
        case Chain(terms):
            return [part for _, inner in terms for part in nonzero_parts(inner, figures)]
        case Literal() | Cell():
            return []


def _pieces(term: Term, figures: Figures, sign: int = 1) -> Iterator[tuple[int, str]]:
    match term:
        case Literal(number):
            yield sign, number_text(number)
        case Cell():
            yield sign, number_text(figures.get(term.id))
        case Sum():
            for _, part in nonzero_parts(term, figures):
                yield sign, number_text(part)
        case Scaled(factor, inner):
            yield sign, f"{number_text(factor.value)}×{_enclosed(sum_text(inner, figures))}"
        case Chain(terms):
            for own, inner in terms:
                yield from _pieces(inner, figures, sign * own)


def _enclosed(text: str) -> str:
    """In brackets if it would be misread beside a sign."""
    return f"（{text}）" if any(mark in text for mark in "＋－-") else text
