"""Words of a line: characters that no wide gap parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reviewer.document.geometry.frames import Rectangle
from reviewer.document.geometry.glyphs import Glyph
from reviewer.document.geometry.lines import Line

_GAP = 0.7
"""A gap wider than this share of a character's height parts words."""

_FIGURE = re.compile(r"[-+−－]?[\d０-９][\d０-９,，.]*[%％]?|[/／—–\-]+|无")


@dataclass(frozen=True)
class Word:
    """A word: the part of a line that it is."""

    line: Line

    @cached_property
    def box(self) -> Rectangle:
        """Around all characters."""
        return self.line.box

    @property
    def text(self) -> str:
        """What it says."""
        return self.line.text

    @property
    def plain(self) -> str:
        """What it says, without blanks that wide signs leave within it."""
        return "".join(self.line.text.split())

    @property
    def is_figure(self) -> bool:
        """Whether it is what stands in a cell for figures."""
        return _FIGURE.fullmatch(self.text) is not None


def words_of(line: Line, gap: float = _GAP) -> Iterator[Word]:
    """The words of a line, from the left.

    Args:
        line: The line.
        gap: Of a character's height: a wider one parts words.
    """
    start: list[Glyph] = []
    for glyph in line.glyphs:
        if glyph.text.isspace():
            continue
        if start and glyph.x0 - start[-1].x1 > gap * (glyph.y1 - glyph.y0):
            yield Word(Line(tuple(start)))
            start = []
        start.append(glyph)
    if start:
        yield Word(Line(tuple(start)))


def top_of(row: Sequence[Word]) -> float:
    """Where a rule above words may stand."""
    return min(word.box[1] for word in row) - 0.5
