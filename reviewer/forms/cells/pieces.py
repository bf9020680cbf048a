"""Pieces of text that may be values, and runs of digits that stand for several of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from reviewer.forms.figures.nearly import nearly_figure
from reviewer.forms.figures.numbers import UNITS, Parsed, parse_figure
from reviewer.forms.report import Kind

_SIGN = "(?:[+\\-−－–＋]|增加|减少|[增増减減])"
_DIGIT = "[0-9０-９]"
_TAIL = rf"(?:[.．]{_DIGIT}+)?(?:{'|'.join(UNITS)})?"
_MARK = "[/／—―无−－–-]"
_ATOM = re.compile(rf"{_SIGN}?(?P<digits>{_DIGIT}+){_TAIL}|{_MARK}")
_COUNT = re.compile(rf"(?P<digits>{_DIGIT}+){_TAIL}|{_MARK}")
"""A figure of a table that counts cases, where a dash is no sign."""

_LEADING_SIGN = re.compile(f"^{_SIGN}")
_RUN = re.compile(rf"(?>{_SIGN}?{_DIGIT}++{_TAIL})++")
"""Never gives digits back: long runs before text would take exponential time."""

_MARKED = re.compile(rf"(?!20\d\d[/-])(?>{_SIGN}?{_DIGIT}++{_TAIL}|{_MARK})++")
_NIL_MARK = re.compile(_MARK)
_LEAST_MARKS = 2
"""This many nil marks show that digits are several figures (``6/12///18``); a fraction has one."""

MOST_WAYS = 600
"""If a row can be cut in more ways, not all are looked at, and none is proven."""

_MOST_DIGITS = 200
"""A row of a table has no more digits."""

_LONGEST = 10
"""A figure has at most this many digits."""

_MOST_STEPS = 20_000
"""Steps after which a search gives up: this bounds the time on hopeless rows."""

_Cut = tuple[int, int]
"""Begin and end among the digits."""


class Piece(NamedTuple):
    """A stretch of the text that is read as one cell; empty for a blank cell."""

    start: int
    end: int
    text: str

    @property
    def parsed(self) -> Parsed:
        """What it says as a figure."""
        return parse_figure(self.text)

    @property
    def value(self) -> float:
        """Its figure for choosing between ways to read, where nothing printed counts as 0."""
        return _value(self.text)

    @property
    def said(self) -> Parsed:
        """What it says, a slip in printing its figure forgiven."""
        return _said(self.text)

    @property
    def is_run(self) -> bool:
        """Whether it is digits that cannot be one figure (``00``, ``0012``, ``35-15``)."""
        return _is_run(self.text)

    @property
    def is_digits(self) -> bool:
        """Whether several figures may be read from it."""
        return is_digits(self.text)


@lru_cache(maxsize=4096)
def is_digits(text: str) -> bool:
    """Whether a text is made of digits, so that it may be read as several figures."""
    if _RUN.fullmatch(text):
        return True
    return bool(_MARKED.fullmatch(text)) and len(_NIL_MARK.findall(text)) >= _LEAST_MARKS


@lru_cache(maxsize=4096)
def _is_run(text: str) -> bool:
    kind = parse_figure(text).kind
    if kind is not Kind.NUMBER:
        return kind is not Kind.NIL and is_digits(text)
    digits = _LEADING_SIGN.sub("", text)
    return len(digits) > 1 and digits[0] in "0０" and digits[1].isdecimal()


@lru_cache(maxsize=4096)
def _said(text: str) -> Parsed:
    parsed = parse_figure(text)
    nearly = nearly_figure(text) if parsed.kind is Kind.TEXT else None
    return nearly.parsed if nearly else parsed


@lru_cache(maxsize=4096)
def _value(text: str) -> float:
    return float(_said(text).number or 0)


def stripped(text: str, start: int, end: int) -> Piece:
    """The piece between two places without the blanks around it."""
    behind = text[start:end].lstrip()
    start = end - len(behind)
    within = behind.rstrip()
    return Piece(start, start + len(within), within)


def atoms_in(pieces: Sequence[Piece]) -> int:
    """How many figures pieces hold if no digits are cut; of a table that counts cases."""
    return sum(len(_COUNT.findall(piece.text)) for piece in pieces)


@dataclass(frozen=True, slots=True)
class _Digit:
    """A digit with the stretch that a figure beginning or ending at it takes."""

    digit: str
    start: int
    end: int
    first: bool


def split_runs(
    pieces: Sequence[Piece],
    count: int,
    sums: Mapping[int, Sequence[int]] | None = None,
    longest: int = _LONGEST,
    *,
    counted: bool = False,
) -> list[tuple[Piece, ...]]:
    """All ways to read pieces as ``count`` figures, each piece being one figure or more.

    A figure has no superfluous leading 0; a sign begins one, a fraction or a unit ends one.

    Args:
        pieces: Digits with separators between them.
        count: How many figures there are.
        sums: Sums that have to hold: position of a total → positions of its parts.
        longest: How many digits a figure of this table has at most.
        counted: Whether the table counts cases, so that a dash is no sign.

    Returns:
        At most ``MOST_WAYS`` ways; empty if there is none, or too many to look at with sums.
    """
    if not all(piece.is_digits or piece.parsed.kind is Kind.NIL for piece in pieces):
        return []
    atoms = _COUNT if counted or sums else _ATOM
    digits = [digit for piece in pieces for digit in _digits(piece, atoms)]
    if len(digits) > _MOST_DIGITS:
        return []
    splitter = _Splitter(digits, count, sums or {}, longest)
    found = list(islice(splitter.ways(), MOST_WAYS))
    if sums and splitter.steps > _MOST_STEPS:
        return []  # Some of the ways would look like all of them.
    return [tuple(_joined(pieces, digits, begin, end) for begin, end in way) for way in found]


def _digits(piece: Piece, atoms: re.Pattern[str]) -> Iterator[_Digit]:
    """A piece's digits; a nil mark is a 0 that belongs to no longer figure."""
    for atom in atoms.finditer(piece.text):
        if atom["digits"] is None:
            place = piece.start + atom.start()
            yield _Digit(digit="0", start=place, end=place + 1, first=True)
            continue
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


@dataclass(frozen=True, slots=True)
class _Goal:
    """What is to be cut: up to a digit, into so many figures; their total, if it is known.

    Attributes:
        parts: Which of the figures make up the total.
        alone: Whether all of them do.
    """

    stop: int
    count: int
    parts: frozenset[int] = frozenset()
    bound: int | None = None
    alone: bool = False


class _Splitter:
    """Walks all ways to cut a row of digits into figures."""

    def __init__(
        self,
        digits: Sequence[_Digit],
        count: int,
        sums: Mapping[int, Sequence[int]],
        longest: int,
    ) -> None:
        self._longest = longest
        self._digits = digits
        self._text = "".join(digit.digit for digit in digits)
        self._zero = [digit.digit in "0０" for digit in digits]
        self._first = [digit.first for digit in digits]
        self.steps = 0
        self._count = count
        self._sums = sums
        self._atoms_from = [0] * (len(digits) + 1)
        for index in range(len(digits) - 1, -1, -1):
            self._atoms_from[index] = self._atoms_from[index + 1] + digits[index].first

    def ways(self) -> Iterator[tuple[_Cut, ...]]:
        """All ways; where the last figure is a total it is tried first: it bounds the others."""
        size = len(self._digits)
        parts = self._sums.get(self._count - 1)
        if parts is None:
            yield from self._walk(0, (), (), 0, _Goal(size, self._count))
            return
        for begin in range(size - 1, self._count - 2, -1):
            if begin == size - 1 or not self._zero[begin]:
                alone = len(parts) == self._count - 1
                total = int(self._text[begin:])
                goal = _Goal(begin, self._count - 1, frozenset(parts), total, alone)
                for way in self._walk(0, (), (), 0, goal):
                    yield (*way, (begin, size))
            if self._first[begin] or size - begin == self._longest:
                break

    def _walk(
        self,
        begin: int,
        done: tuple[_Cut, ...],
        values: tuple[int, ...],
        so_far: int,
        goal: _Goal,
    ) -> Iterator[tuple[_Cut, ...]]:
        """Ways to go on behind the figures done, whose parts make ``so_far`` of the total."""
        self.steps += 1
        if self.steps > _MOST_STEPS:
            return
        place = len(done)
        left = goal.count - place
        remaining = goal.stop - begin
        if left == 0:
            reached = goal.bound is None or so_far == goal.bound
            if remaining == 0 and reached and self._later_hold(values):
                yield done
            return
        atoms = self._atoms_from[begin] - self._atoms_from[goal.stop]
        too_few = remaining < left or remaining > left * self._longest
        if too_few or atoms > left or _is_beyond(remaining, left, so_far, goal):
            return
        counts = place in goal.parts
        for end in self._ends(begin, goal.stop):
            value = int(self._text[begin:end])
            total = so_far + value if counts else so_far
            if goal.bound is not None and total > goal.bound:
                break
            if self._fits(value, values):
                yield from self._walk(end, (*done, (begin, end)), (*values, value), total, goal)

    def _ends(self, begin: int, stop: int) -> Iterator[int]:
        """The places where a figure that begins at a digit may end, up to ``stop``."""
        end = begin + 1
        yield end
        if self._zero[begin]:
            return
        stop = min(stop, begin + self._longest)
        while end < stop and not self._first[end]:
            end += 1
            yield end

    def _fits(self, value: int, values: tuple[int, ...]) -> bool:
        """Whether a figure is what its parts before it make, if it is a total."""
        parts = self._sums.get(len(values))
        if parts is None or max(parts) >= len(values):
            return True
        return value == sum(values[part] for part in parts)

    def _later_hold(self, values: tuple[int, ...]) -> bool:
        """Whether totals that stand before their parts equal them."""
        return all(
            values[total] == sum(values[part] for part in parts)
            for total, parts in self._sums.items()
            if total < max(parts)
        )


def _is_beyond(remaining: int, left: int, so_far: int, goal: _Goal) -> bool:
    """Whether the figures exceed the total, or miss it, however the rest is cut."""
    if goal.bound is None:
        return False
    longest = -(-remaining // left)
    least = 10 ** (longest - 1) if longest > 1 and goal.alone else 0
    most = 10 ** (remaining - left + 1) - 1 + 9 * (left - 1)
    return not so_far + least <= goal.bound <= so_far + most
