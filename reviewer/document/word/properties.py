"""Properties in Word's binary files: modifiers (sprms) and the pages (FKPs) that hold them.

Structures and numbers are those of Microsoft's open specification [MS-DOC].
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from struct import unpack_from

_PAGE = 512
_DEF_TABLES = (0xD608, 0xD606)
_CHANGE_TABS = 0xC615
_HUGE = (0x6645, 0x6646)
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_MOST_PAGES = 20_000
STYLE = 0x4600
"""The modifier that names a paragraph's style; put before the others, as the file has it apart."""
CHARACTER_STYLE = 0x4A30
"""The modifier that names a style of characters."""
HIDE = 0x083C
"""The modifier that hides characters; what stands in a style may be taken back beside it."""
_STYLED = STYLE.to_bytes(2, "little")


@lru_cache(maxsize=1024)
def sprms(group: bytes) -> tuple[tuple[int, bytes], ...]:
    """Each modifier of a group with its operand; what is cut off at the end is left out.

    Most paragraphs have the modifiers of others.
    """
    return tuple(_sprms(group))


def _sprms(group: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 2 < len(group):
        (code,) = unpack_from("<H", group, at)
        at += 2
        start, size = _operand(group, at, code)
        if start + size > len(group):
            return
        yield code, group[start : start + size]
        at = start + size


def _operand(group: bytes, at: int, code: int) -> tuple[int, int]:
    """Where a modifier's operand starts and how long it is."""
    if code in _DEF_TABLES:
        (size,) = unpack_from("<H", group.ljust(at + 2, b"\0"), at)
        return at + 2, max(0, size - 1)
    kind = code >> 13
    if kind in _SIZES:
        return at, _SIZES[kind]
    if code == _CHANGE_TABS and group[at] == 255:
        deleted = group[at + 1] if at + 1 < len(group) else 0
        added_at = at + 2 + 4 * deleted
        added = group[added_at] if added_at < len(group) else 0
        return at + 1, 2 + 4 * deleted + 3 * added
    return at + 1, group[at]


@dataclass(frozen=True)
class Runs:
    """Stretches of the file, in order, each with the modifiers of the text that stands there."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    groups: tuple[bytes, ...]

    def at(self, place: int) -> bytes:
        """The modifiers at a place of the file; nothing where none are stated."""
        return self.stretch(place)[0]

    def stretch(self, place: int) -> tuple[bytes, int, int]:
        """The modifiers at a place, and from where to where they are the same."""
        index = bisect_right(self.starts, place) - 1
        if index >= 0 and place < self.ends[index]:
            return self.groups[index], self.starts[index], self.ends[index]
        after = self.starts[index + 1] if index + 1 < len(self.starts) else 1 << 32
        return b"", place, after


def runs_of(plex: bytes, stream: bytes, *, paragraphs: bool) -> Runs:
    """The runs of all pages that a plex of bin table entries names."""
    count = min((len(plex) - 4) // 8, _MOST_PAGES)
    numbers = unpack_from(f"<{count}I", plex, 4 * (count + 1)) if count > 0 else ()
    found: dict[int, tuple[int, bytes]] = {}
    for number in dict.fromkeys(number & 0x3FFFFF for number in numbers):
        page = stream[number * _PAGE : (number + 1) * _PAGE]
        if len(page) == _PAGE:
            for start, end, group in _page_runs(page, 13 if paragraphs else 1, paragraphs):
                found[start] = (end, group)
    starts = tuple(sorted(found))
    return Runs(
        starts, tuple(found[one][0] for one in starts), tuple(found[one][1] for one in starts)
    )


def _page_runs(page: bytes, width: int, paragraphs: bool) -> Iterator[tuple[int, int, bytes]]:
    count = page[-1]
    if 4 * (count + 1) + width * count >= _PAGE:
        return
    places = unpack_from(f"<{count + 1}I", page, 0)
    for index in range(count):
        offset = 2 * page[4 * (count + 1) + width * index]
        group = _group(page, offset, paragraphs) if offset else b""
        yield places[index], places[index + 1], group


def _group(page: bytes, offset: int, paragraphs: bool) -> bytes:
    """The modifiers at an offset of a page, behind their size; a paragraph's style comes first."""
    size = page[offset]
    if not paragraphs:
        return page[offset + 1 : offset + 1 + size]
    # Sizes are counted in pairs of bytes; where there are many, in a byte of its own.
    start, end = offset + 1, offset + 2 * size
    if not size:
        start, end = offset + 2, offset + 2 + 2 * page[offset + 1]
    return _STYLED + page[start:end] if end - start >= 2 else b""


def unfolded(group: bytes, data: bytes) -> bytes:
    """A group with the modifiers that it keeps in the Data stream for want of room."""
    for code, operand in sprms(group):
        if code in _HUGE:
            (place,) = unpack_from("<I", operand)
            if place + 2 <= len(data):
                (size,) = unpack_from("<H", data, place)
                return group + data[place + 2 : place + 2 + size]
    return group
