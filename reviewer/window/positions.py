"""Code-point places of the canonical text and UTF-16 positions of a text widget.

A widget counts UTF-16 units, and rewrites or drops some characters when it is given a text.
So a widget is never given the canonical text itself but ``displayed`` of it, in which every
such character is exchanged for a harmless one of the same length; and every offset that
passes between the core and a widget goes through ``Positions``. Nothing is ever read back
from a widget as text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection

from reviewer.document.model import Span

UNSEEN = "\u200b"
"""Zero width, and a line may break at it."""

_FIRST_IDEOGRAPH = "\u2e80"
_LOOK_BACK = 80
_UNKNOWN = "\ufffd"
_LINE_END = re.compile("\n")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def _placeholders() -> dict[int, str]:
    """Characters that a widget would split, drop, join or draw over its neighbours.

    A tab becomes a blank of half a character: tab stops would make rows of figures too long
    for the pane, and could put two figures side by side without a gap.
    """
    pictures = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
    return {
        **pictures,
        ord("\t"): "\u2002",
        0x7F: "\u2421",
        **dict.fromkeys(range(0x80, 0xA0), _UNKNOWN),
        0xA0: " ",
        **dict.fromkeys((0x61C, 0x200E, 0x200F, 0xFEFF), UNSEEN),
        0x2028: " ",
        0x2029: " ",
        **dict.fromkeys(range(0x202A, 0x202F), UNSEEN),
        **dict.fromkeys(range(0x2066, 0x206A), UNSEEN),
        **dict.fromkeys(range(0xD800, 0xE000), _UNKNOWN),
        **dict.fromkeys(range(0xFDD0, 0xFDF0), _UNKNOWN),
        **dict.fromkeys((0xFFFC, 0xFFFE, 0xFFFF), _UNKNOWN),
    }


_PLACEHOLDERS = _placeholders()


def displayed(text: str, unseen: Collection[int] = ()) -> str:
    """The text to give to a widget: as many UTF-16 units as ``text``, none of them rewritten.

    Args:
        text: Canonical text.
        unseen: Offsets of blanks that are not to be seen. Where a line end is unseen, the
            lines on both sides stand on one line of the widget.
    """
    characters = list(text.translate(_PLACEHOLDERS))
    for offset in unseen:
        characters[offset] = _joint(text, offset)
    return "".join(characters)


def _joint(text: str, offset: int) -> str:
    """What stands for an unseen blank: a blank if it alone keeps two words apart."""
    before = text[max(offset - _LOOK_BACK, 0) : offset].rstrip("\n")[-1:]
    after = text[offset + 1 : offset + 2]
    touch = before.strip() and after.strip() and min(before, after) < _FIRST_IDEOGRAPH
    return " " if touch and text[offset] == "\n" else UNSEEN


class Positions:
    """Converts between offsets of one canonical text and positions of a document showing it."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._astral = [found.start() for found in _ASTRAL.finditer(text)]
        self._astral_units = [offset + count for count, offset in enumerate(self._astral)]

    @property
    def length(self) -> int:
        """UTF-16 units of the whole text."""
        return self._length + len(self._astral)

    def to_position(self, offset: int) -> int:
        """The widget's position of a code-point offset; outside ones are drawn to the ends."""
        inside = min(max(offset, 0), self._length)
        return inside + bisect_left(self._astral, inside)

    def to_offset(self, position: int) -> int:
        """The code-point offset of a widget's position; inside a pair, that of the pair."""
        inside = min(max(position, 0), self.length)
        return inside - bisect_right(self._astral_units, inside - 1)

    def to_positions(self, span: Span) -> tuple[int, int]:
        """Start and end of a span as positions."""
        return self.to_position(span.start), self.to_position(span.end)

    def to_span(self, anchor: int, position: int) -> Span:
        """The span between two positions, whichever comes first; half pairs are made whole."""
        low, high = sorted((anchor, position))
        start, end = self.to_offset(low), self.to_offset(high)
        return Span(start=start, end=end if self.to_position(end) >= high else end + 1)


class Lines:
    """The lines of a canonical text, counted from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        self._starts += [found.end() for found in _LINE_END.finditer(text)]

    @property
    def count(self) -> int:
        """How many there are; an empty text has one."""
        return len(self._starts)

    def at(self, offset: int) -> int:
        """The line that a code point stands in."""
        return bisect_right(self._starts, offset)

    def start(self, line: int) -> int:
        """The offset that a line begins at; lines outside are drawn to the ends."""
        return self._starts[min(max(line, 1), self.count) - 1]
