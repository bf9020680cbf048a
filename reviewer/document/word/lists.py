"""Automatic numbers in Word 97-2003 files: list tables, and the styles that refer to them.

Structures and numbers are those of Microsoft's open specification [MS-DOC] (PlfLst, PlfLfo, LVL)
and [MS-OSHARED] (MSONFC).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field, replace
from struct import unpack_from

from reviewer.document.numbering import LEVELS, Counting, Level
from reviewer.document.word.styles import Styles
from reviewer.document.word.utf16 import readable

_LIST, _OVERRIDE, _LEVEL_HEAD, _LEVEL_OVERRIDE = 28, 16, 28, 8
_MOST_LISTS = 4096
_FORMS = {
    1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    10: "ideographDigital", 11: "japaneseCounting", 14: "decimalFullWidth",
    16: "chineseLegalSimplified", 17: "japaneseDigitalTenThousand", 18: "decimalEnclosedCircle",
    19: "decimalFullWidth2", 22: "decimalZero", 23: "bullet", 26: "decimalEnclosedFullstop",
    27: "decimalEnclosedParen", 28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle",
    30: "ideographTraditional", 31: "ideographZodiac", 33: "taiwaneseCounting",
    35: "taiwaneseCountingThousand", 36: "taiwaneseDigital", 37: "chineseCounting",
    38: "chineseLegalSimplified", 39: "chineseCountingThousand", 255: "none",
}  # fmt: skip
"""How numbers are written, by their code; all others in digits."""

_SHORT = (struct.error, IndexError)
"""What reading raises behind the end of a table."""


@dataclass
class _Override:
    """A list as paragraphs refer to it: which one it is, and what is otherwise in it."""

    number: int
    count: int
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class Lists:
    """Gives the number before each paragraph; to be asked once each, in order.

    Tables that are damaged are read as far as they go.

    Args:
        table: The table stream.
        lists: Start and size of the definitions in it.
        overrides: Start and size of the lists that paragraphs refer to.
        styles: Paragraph styles, which may refer to lists as well.
    """

    def __init__(
        self, table: bytes, lists: tuple[int, int], overrides: tuple[int, int], styles: Styles
    ) -> None:
        self._definitions = _definitions(table, lists)
        self._overrides = _overrides(table, overrides)
        self._styles = styles
        self._places: dict[bytes, tuple[int, int]] = {}
        self._counting = Counting(self._level, self._definition)

    def label(self, group: bytes) -> str:
        """What is shown before a paragraph with these properties; mostly nothing."""
        if not self._overrides:
            return ""
        if group not in self._places:
            self._places[group] = self._styles.list_of(group)
        instance, depth = self._places[group]
        if not 0 < instance <= len(self._overrides) or not 0 <= depth < LEVELS:
            return ""
        return self._counting.label(str(instance), depth)

    def _definition(self, instance: str) -> str:
        return str(self._overrides[int(instance) - 1].number)

    def _level(self, instance: str, depth: int) -> Level | None:
        override = self._overrides[int(instance) - 1]
        own = override.levels.get(depth)
        if own is not None:
            return own
        found = self._definitions.get(override.number, {}).get(depth)
        start = override.starts.get(depth)
        if found is None or start is None:
            return found
        return replace(found, start=start, states_start=True)


def _definitions(table: bytes, place: tuple[int, int]) -> dict[int, dict[int, Level]]:
    """The levels of each list, by the list's number; they stand behind all lists' heads."""
    found: dict[int, dict[int, Level]] = {}
    start, size = place
    if not size:
        return found
    try:
        (count,) = unpack_from("<h", table, start)
        at = start + size
        for index in range(min(count, _MOST_LISTS)):
            head = start + 2 + index * _LIST
            (number,) = unpack_from("<i", table, head)
            levels = found[number] = {}
            for depth in range(1 if table[head + 26] & 1 else LEVELS):
                levels[depth], at = _level(table, at, depth)
    except _SHORT:
        return found
    return found


def _overrides(table: bytes, place: tuple[int, int]) -> list[_Override]:
    """The lists that paragraphs refer to, and behind all of them what is otherwise in each."""
    found: list[_Override] = []
    start, size = place
    if not size:
        return found
    try:
        (count,) = unpack_from("<i", table, start)
        for index in range(min(count, _MOST_LISTS)):
            head = start + 4 + index * _OVERRIDE
            (number,) = unpack_from("<i", table, head)
            found.append(_Override(number, table[head + 12]))
        at = start + 4 + count * _OVERRIDE
        for override in found:
            at = _changed(table, at + 4, override)
    except _SHORT:
        return found
    return found


def _changed(table: bytes, at: int, override: _Override) -> int:
    """Read what is otherwise in a list; gives the place behind it."""
    for _ in range(override.count):
        start, flags = unpack_from("<iI", table, at)
        depth = flags & 0xF
        at += _LEVEL_OVERRIDE
        if flags & 0x20:
            level, at = _level(table, at, depth)
            override.levels[depth] = replace(level, states_start=bool(flags & 0x10))
        elif flags & 0x10:
            override.starts[depth] = start
    return at


def _level(table: bytes, at: int, depth: int) -> tuple[Level, int]:
    """A level and the place behind it."""
    (start,) = unpack_from("<i", table, at)
    form, flags, follows = table[at + 4], table[at + 5], table[at + 15]
    characters, paragraphs, limit = table[at + 24], table[at + 25], table[at + 26]
    at += _LEVEL_HEAD + characters + paragraphs
    (length,) = unpack_from("<H", table, at)
    units = unpack_from(f"<{length}H", table, at + 2)
    text = "".join(f"%{unit + 1}" if unit < LEVELS else chr(unit) for unit in units)
    level = Level(
        start=start,
        form=_FORMS.get(form, "decimal"),
        text=readable(text),
        restart=limit if flags & 8 else depth,
        plain=bool(flags & 4),
        gap=follows != 2,
    )
    return level, at + 2 + 2 * length
