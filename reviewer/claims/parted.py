"""A total that a sentence takes apart, with its parts: what they come to, and whether they must."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reviewer.base import Number
from reviewer.document.model import Span

REST = re.compile(r"(?:以及)?(?:[^,;]{0,40}(?<!以外)[的等])?其[他它余]|另外")
"""Names for the rest of a total, which no other part holds."""

MONEY = frozenset({"元", "万元"})
"""Units whose figures are rounded."""

_ROUNDED = Decimal("0.01")
LEAST_PARTS = 2
_NEARLY = 100
"""A gap of one in this many is too small for a part that was left out."""


@dataclass(frozen=True)
class Part:
    """A part of an enumeration, with its share if one is printed behind it."""

    name: str
    value: Number
    unit: str
    place: Span
    share: Decimal | None = None
    decimals: int = 0
    share_place: Span | None = None


@dataclass(frozen=True)
class Enumeration:
    """A total with its parts.

    Attributes:
        exhaustive: Whether the parts must come to the total.
        mixed: Whether the parts have other units than the total.
        place: From the total to the last part.
    """

    total: Number
    unit: str
    parts: tuple[Part, ...]
    exhaustive: bool
    mixed: bool
    place: Span

    @property
    def sum(self) -> Number:
        """What the parts come to."""
        return sum((part.value for part in self.parts), start=0)

    @property
    def differs(self) -> bool:
        """Whether parts and total cannot both be right."""
        if len(self.parts) < LEAST_PARTS:
            return self.sum > self.total
        if not self.sum or any(part.value > self.total for part in self.parts):
            return False
        values = [Decimal(part.value) for part in self.parts]
        if self.sum > self.total and _is_nested(values, Decimal(self.total)):
            return False
        if any(part.value == self.total and "主动公开" in part.name for part in self.parts):
            return False
        if self.exhaustive:
            return self.sum != self.total and not self._is_rounded
        return self.sum > self.total and not (self.mixed or self._is_rounded)

    @property
    def _is_rounded(self) -> bool:
        """Whether amounts of money come to as much as their total but for rounding."""
        gap = abs(Decimal(self.sum) - Decimal(self.total))
        return self.unit in MONEY and gap <= _ROUNDED * len(self.parts)

    @property
    def lacks_little(self) -> bool:
        """Whether parts that need not be all come so near their total that one is off.

        A part 其他 in the middle of a list is mostly the rest of it, as one at its end is.
        """
        gap = Decimal(self.total) - Decimal(self.sum)
        if self.exhaustive or self.mixed or len(self.parts) < LEAST_PARTS or self.unit in MONEY:
            return False
        has_rest = any(REST.match(part.name) for part in self.parts)
        near = gap * (1 if has_rest else _NEARLY) <= self.total
        figures = (self.sum, *(part.value for part in self.parts))
        return gap > 0 and (near or any(_is_turned(value, gap) for value in figures))


def _is_turned(value: Number, gap: Decimal) -> bool:
    """Whether a figure lacks just what exchanging two of its digits makes up: 12 for 21."""
    digits, right = str(value), str(Decimal(value) + gap)
    return any(
        right == digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
        for at in range(len(digits) - 1)
    )


def _is_nested(values: Sequence[Decimal], total: Decimal) -> bool:
    """Whether parts behind a part are what it is made of, and the others come to the total."""
    for place, whole in enumerate(values):
        run = Decimal(0)
        for end, value in enumerate(values[place + 1 :], start=place + 2):
            run += value
            if run == whole:
                others = [*values[: place + 1], *values[end:]]
                if sum(others) == total or _is_nested(others, total):
                    return True
    return False
