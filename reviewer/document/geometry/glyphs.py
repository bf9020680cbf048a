"""Characters with their places."""

from __future__ import annotations

from typing import NamedTuple

UNREADABLE = "\N{REPLACEMENT CHARACTER}"
"""Stands for a character of which the file does not say which one it is."""


class Glyph(NamedTuple):
    """A character on a page, in points from the page's top left corner.

    The box goes from where the character begins to where the next one may begin, and from
    somewhat below the line that it stands on to its upper edge. ``turns`` are quarter turns
    counterclockwise; upright characters have none.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    turns: int = 0

    @property
    def middle(self) -> float:
        """Half of the way from left to right."""
        return (self.x0 + self.x1) / 2

    @property
    def level(self) -> float:
        """Half of the way from top to bottom."""
        return (self.y0 + self.y1) / 2

    @property
    def is_chinese(self) -> bool:
        """Whether it is a Chinese character."""
        return "\u4e00" <= self.text <= "\u9fff"

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.y1 - self.y0
