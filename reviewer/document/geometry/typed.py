"""Rules that are typed with the characters made for it (─ │ ┼), as by programs without graphics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reviewer.document.geometry.glyphs import Glyph
from reviewer.document.geometry.strokes import Rule, Strokes

_FIRST, _LAST = "\u2500", "\u257f"
_FEWEST = 20
"""Fewer such characters of a page are not a table's rules."""

_LEVEL = frozenset("─━┄┅┈┉╌╍═╴╶╸╺╼╾")
_STEEP = frozenset("│┃┆┇┊┋╎╏║╵╷╹╻╽╿")
"""Characters that draw in one direction; the others are corners and crossings."""


def ruled_by_type(glyphs: Sequence[Glyph], strokes: Strokes) -> tuple[Sequence[Glyph], Strokes]:
    """A page without the characters that draw rules, and with the rules that they draw."""
    typed = [glyph for glyph in glyphs if _FIRST <= glyph.text <= _LAST]
    if len(typed) < _FEWEST:
        return glyphs, strokes
    level = [Rule(one.level, one.x0, one.x1) for one in typed if one.text not in _STEEP]
    steep = [Rule(one.middle, one.y0, one.y1) for one in typed if one.text not in _LEVEL]
    drawn = replace(
        strokes,
        horizontal=[*strokes.horizontal, *level],
        vertical=[*strokes.vertical, *steep],
    )
    return [glyph for glyph in glyphs if not _FIRST <= glyph.text <= _LAST], drawn
