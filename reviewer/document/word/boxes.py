"""Where the text boxes of a Word 97-2003 file hang in its text, and what stands in each.

Structures and numbers are those of Microsoft's open specification [MS-DOC] (PlcfSpa,
PlcftxbxTxt).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from struct import unpack_from

_SHAPE, _TEXT = 26, 22
"""Bytes of what is said of a shape, and of a box's text."""

_TEXT_SHAPE = 14
"""Where in the latter the number of the shape stands."""

_MOST = 2000


@dataclass(frozen=True)
class TextBox:
    """A box: the character of the main text that it hangs at, and its part of the boxes' text."""

    anchor: int
    start: int
    end: int


def boxes_of(shapes: bytes, texts: bytes) -> tuple[TextBox, ...]:
    """The boxes that have text, in the order in which they hang in the main text.

    Args:
        shapes: The plex of shapes in the main text; what is damaged in it is left out.
        texts: The plex of the boxes' texts.
    """
    anchors = {number: place for place, _, number in _entries(shapes, _SHAPE, 0)}
    found = [
        TextBox(anchors[number], start, end)
        for start, end, number in _entries(texts, _TEXT, _TEXT_SHAPE)
        if number in anchors and start < end
    ]
    return tuple(sorted(found, key=lambda box: (box.anchor, box.start)))


def _entries(plex: bytes, width: int, at: int) -> Iterator[tuple[int, int, int]]:
    """Of each entry of a plex: from where to where it goes, and the number that stands in it."""
    count = min(max(0, len(plex) - 4) // (4 + width), _MOST)
    places = unpack_from(f"<{count + 1}I", plex) if count else ()
    for index in range(count):
        (number,) = unpack_from("<I", plex, 4 * (count + 1) + width * index + at)
        yield places[index], places[index + 1], number
