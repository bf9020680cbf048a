"""The head of a Word 97-2003 file (FIB) and its text, put together from pieces.

Structures and numbers are those of Microsoft's open specification [MS-DOC].
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from struct import unpack_from

_STORIES = 76
"""Where the lengths of main text, footnotes, headers, macros, notes, endnotes, boxes stand."""
_PAIRS = 154
_STYLES, _CHARACTER_RUNS, _PARAGRAPH_RUNS, _PIECES, _LISTS, _OVERRIDES = 1, 12, 13, 33, 73, 74
_SHAPES, _BOXES = 40, 56
_COMPRESSED = 1 << 30
_MOST_CHARACTERS = 4_500_000


@dataclass(frozen=True)
class Head:
    """What is needed of the file information block.

    Attributes:
        version: ``nFib``; 0xC1 (Word 97) and above are read.
        stories: Characters of main text, footnotes, headers, macros, annotations, endnotes,
            text boxes and header text boxes, which follow one another.
        pieces: Start and size of the piece table in the table stream; so are the others.
    """

    magic: int
    version: int
    encrypted: bool
    table_name: str
    stories: tuple[int, ...]
    pieces: tuple[int, int]
    character_runs: tuple[int, int]
    paragraph_runs: tuple[int, int]
    styles: tuple[int, int]
    lists: tuple[int, int]
    overrides: tuple[int, int]
    shapes: tuple[int, int]
    boxes: tuple[int, int]


def head_of(stream: bytes) -> Head:
    """The head of a WordDocument stream.

    Raises:
        struct.error: The stream is too short.
    """
    magic, version = unpack_from("<HH", stream, 0)
    (flags,) = unpack_from("<H", stream, 10)
    return Head(
        magic=magic,
        version=version,
        encrypted=bool(flags & 0x0100),
        table_name="1Table" if flags & 0x0200 else "0Table",
        stories=unpack_from("<8i", stream, _STORIES),
        pieces=_pair(stream, _PIECES),
        character_runs=_pair(stream, _CHARACTER_RUNS),
        paragraph_runs=_pair(stream, _PARAGRAPH_RUNS),
        styles=_pair(stream, _STYLES),
        lists=_pair(stream, _LISTS),
        overrides=_pair(stream, _OVERRIDES),
        shapes=_pair(stream, _SHAPES),
        boxes=_pair(stream, _BOXES),
    )


def _pair(stream: bytes, index: int) -> tuple[int, int]:
    start, size = unpack_from("<II", stream, _PAIRS + 8 * index)
    return start, size


@dataclass(frozen=True)
class Text:
    """All stories' characters (UTF-16 units) with the place of each in the file."""

    units: str
    places: list[int]


def text_of(stream: bytes, plex: bytes) -> Text:
    """The text that the pieces of a piece table (a Clx) name.

    Raises:
        ValueError: There is no piece table, or it names more than a file can hold.
    """
    units: list[str] = []
    places: list[int] = []
    for start, size, compressed in _pieces(_piece_table(plex)):
        width = 1 if compressed else 2
        raw = stream[start : start + size * width]
        if compressed:
            units.append(raw.decode("cp1252", errors="replace"))
        else:
            count = len(raw) // 2
            units.append("".join(map(chr, unpack_from(f"<{count}H", raw))))
        places += range(start, start + len(units[-1]) * width, width)
        if len(places) > _MOST_CHARACTERS:
            raise ValueError("too many characters")
    return Text("".join(units), places)


def _piece_table(plex: bytes) -> bytes:
    at = 0
    while at < len(plex) and plex[at] == 1:
        at += 3 + unpack_from("<H", plex, at + 1)[0]
    if at >= len(plex) or plex[at] != 2:
        raise ValueError("no piece table")
    (size,) = unpack_from("<I", plex, at + 1)
    return plex[at + 5 : at + 5 + size]


def _pieces(table: bytes) -> Iterator[tuple[int, int, bool]]:
    """Start in the file, characters, and whether a character is one byte, of each piece."""
    count = (len(table) - 4) // 12
    if count < 1:
        raise ValueError("no pieces")
    bounds = unpack_from(f"<{count + 1}I", table, 0)
    for index in range(count):
        size = bounds[index + 1] - bounds[index]
        if size < 0:
            raise ValueError("pieces out of order")
        (stated,) = unpack_from("<I", table, 4 * (count + 1) + 8 * index + 2)
        compressed = bool(stated & _COMPRESSED)
        start = stated & (_COMPRESSED - 1)
        yield (start // 2 if compressed else start), size, compressed
