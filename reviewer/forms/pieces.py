"""Pieces of text that may be values, and runs of digits that stand for several of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from reviewer.forms.numbers import UNITS, Parsed, parse_figure
from reviewer.forms.report import Kind

_SIGN = "[+\\-−－–＋]"
_DIGIT = "[0-9０-９]"
_TAIL = rf"(?:[.．]{_DIGIT}+)?(?:{'|'.join(UNITS)})?"
_ATOM = re.compile(rf"(?P<sign>{_SIGN}?)(?P<digits>{_DIGIT}+)(?P<tail>{_TAIL})")
_RUN = re.compile(rf"(?:{_SIGN}?{_DIGIT}+{_TAIL})+")
_MOST_WAYS = 3000


@dataclass(frozen=True)
class Piece:
    """A stretch of the text that is read as one cell; empty for a blank cell."""

    start: int
    end: int
    text: str

    @cached_property
    def parsed(self) -> Parsed:
        """What it says."""
        return parse_figure(self.text)

    @property
    def value(self) -> float:
        """Its figure for choosing between ways to read, where nothing printed counts as 0."""
        return float(self.parsed.number or 0)

    @property
    def is_run(self) -> bool:
        """Whether it is digits that cannot be one figure (``00``, ``0012``, ``35-15``)."""
        if self.parsed.kind is not Kind.NUMBER:
            return bool(_RUN.fullmatch(self.text))
        digits = self.text.lstrip("+-−－–＋")
        return len(digits) > 1 and digits[0] in "0０" and digits[1].isdigit()

    @property
    def is_digits(self) -> bool:
        """Whether it is made of digits, so that it may be read as several figures."""
        return bool(_RUN.fullmatch(self.text))


def stripped(text: str, start: int, end: int) -> Piece:
    """The piece between two places without the blanks around it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Piece(start, end, text[start:end])


@dataclass(frozen=True, slots=True)
class _Digit:
    """A digit with the stretch that a figure beginning or ending at it takes."""

    digit: str
    start: int
    end: int
    first: bool


def split_runs(
    pieces: Sequence[Piece], count: int, sums: Mapping[int, Sequence[int]] | None = None
) -> list[tuple[Piece, ...]]:
    """All ways to read pieces as ``count`` figures, each piece being one figure or more.

    A figure has no superfluous leading 0; a sign begins one, a fraction or a unit ends one.

    Args:
        pieces: Digits with separators between them.
        count: How many figures there are.
        sums: Sums that have to hold: position of a total → positions of its parts.

    Returns:
        At most some thousand ways; empty if there is none.
    """
    if not all(piece.is_digits for piece in pieces):
        return []
    digits = [digit for piece in pieces for digit in _digits(piece)]
    splitter = _Splitter(digits, count, sums or {})
    return [
        tuple(_joined(pieces, digits, begin, end) for begin, end in way)
        for way in islice(splitter.ways(0, ()), _MOST_WAYS)
    ]


def _digits(piece: Piece) -> Iterator[_Digit]:
    for atom in _ATOM.finditer(piece.text):
        base = piece.start + atom.start("digits")
        last = len(atom["digits"]) - 1
        for index, digit in enumerate(atom["digits"]):
            yield _Digit(
                digit=digit,
                start=piece.start + atom.start() if index == 0 else base + index,
                end=piece.start + atom.end() if index == last else base + index + 1,
                first=index == 0,
            )


def _joined(pieces: Sequence[Piece], digits: Sequence[_Digit], begin: int, end: int) -> Piece:
    start, stop = digits[begin].start, digits[end - 1].end
    home = next(piece for piece in pieces if piece.start <= start < piece.end)
    return Piece(start, stop, home.text[start - home.start : stop - home.start])


class _Splitter:
    """Walks all ways to cut a row of digits into figures."""

    def __init__(
        self, digits: Sequence[_Digit], count: int, sums: Mapping[int, Sequence[int]]
    ) -> None:
        self._digits = digits
        self._count = count
        self._sums = sums
        self._atoms_from = [0] * (len(digits) + 1)
        for index in range(len(digits) - 1, -1, -1):
            self._atoms_from[index] = self._atoms_from[index + 1] + digits[index].first

    def ways(
        self, begin: int, done: tuple[tuple[int, int], ...]
    ) -> Iterator[tuple[tuple[int, int], ...]]:
        left = self._count - len(done)
        remaining = len(self._digits) - begin
        if left == 0:
            if remaining == 0:
                yield done
            return
        if remaining < left or self._atoms_from[begin] > left:
            return
        for end in self._ends(begin):
            if self._fits(begin, end, done):
                yield from self.ways(end, (*done, (begin, end)))

    def _ends(self, begin: int) -> Iterator[int]:
        """Where a figure that begins at a digit may end."""
        end = begin + 1
        yield end
        if self._digits[begin].digit in "0０":
            return
        while end < len(self._digits) and not self._digits[end].first:
            end += 1
            yield end

    def _fits(self, begin: int, end: int, done: tuple[tuple[int, int], ...]) -> bool:
        parts = self._sums.get(len(done))
        if parts is None:
            return True
        return self._value(begin, end) == sum(self._value(*done[part]) for part in parts)

    def _value(self, begin: int, end: int) -> int:
        return int("".join(digit.digit for digit in self._digits[begin:end]))
