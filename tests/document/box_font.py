"""A TrueType font whose characters are boxes: enough for a reader, and under a kilobyte."""

from __future__ import annotations

from itertools import accumulate
from struct import pack

WIDE, NARROW = 1, 2
"""Glyphs: as wide as high, and half as wide."""

_UNITS = 1000


def box_font() -> bytes:
    """The font file: glyph 0 is blank, the others as named above."""
    glyphs = [b"", _box(40, -100, 960, 860), _box(40, 0, 460, 760)]
    places = [0, *accumulate(len(glyph) for glyph in glyphs)]
    tables = {
        b"glyf": b"".join(glyphs),
        b"head": pack(
            ">IIIIHHQQhhhhHHhhh",
            0x10000, 0x10000, 0, 0x5F0F3CF5, 0, _UNITS, 0, 0, 0, -120, 1000, 880, 0, 8, 2, 1, 0,
        ),
        b"hhea": pack(">IhhhHhhhhhhhhhhhH", 0x10000, 880, -120, 0, 1000, *[0] * 11, 3),
        b"hmtx": pack(">HhHhHh", 1000, 0, 1000, 40, 500, 40),
        b"loca": pack(f">{len(places)}I", *places),
        b"maxp": pack(">IH13H", 0x10000, 3, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
    }  # fmt: skip
    return _file(tables)


def _box(x0: int, y0: int, x1: int, y1: int) -> bytes:
    """A simple glyph with one contour of four corners."""
    head = pack(">hhhhh", 1, x0, y0, x1, y1)
    corners = pack(">4h", x0, 0, x1 - x0, 0) + pack(">4h", y0, y1 - y0, 0, y0 - y1)
    outline = pack(">HH4B", 3, 0, 1, 1, 1, 1) + corners
    return (head + outline).ljust((len(head + outline) + 3) // 4 * 4, b"\0")


def _file(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    data = pack(">IHHHH", 0x10000, count, 64, 2, count * 16 - 64)
    place = len(data) + 16 * count
    body = b""
    for name, content in sorted(tables.items()):
        data += name + pack(">III", 0, place + len(body), len(content))
        body += content.ljust((len(content) + 3) // 4 * 4, b"\0")
    return data + body
