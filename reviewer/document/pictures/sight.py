"""What was recognised on a picture, handed from the process that looked to the one that reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom, in pixels from the top left corner."""


class Word(NamedTuple):
    """A stretch of text on one line, and how likely it is right (0 to 1)."""

    text: str
    score: float
    box: Rectangle


@dataclass(frozen=True)
class Sight:
    """A picture as it was seen, set upright.

    Attributes:
        width: Of the upright picture, in pixels; so are all places.
        height: The same from top to bottom.
        words: What is written on it.
        horizontal: Rules: y, and from which x to which.
        vertical: Rules: x, and from which y to which.
        back: Two rows of three numbers that take a point of the upright picture to where it
            stands on the picture as it is.
        size: Width and height of the picture as it is.
        ink: Rectangles around strokes that are neither rules nor part of a word.
    """

    width: int
    height: int
    words: tuple[Word, ...]
    horizontal: tuple[tuple[float, float, float], ...]
    vertical: tuple[tuple[float, float, float], ...]
    back: tuple[tuple[float, float, float], tuple[float, float, float]]
    size: tuple[int, int]
    ink: tuple[Rectangle, ...] = ()

    def on_picture(self, box: Rectangle) -> Rectangle:
        """A rectangle of the upright picture as one that holds it on the picture as it is."""
        x0, y0, x1, y1 = box
        corners = [self._point(x, y) for x in (x0, x1) for y in (y0, y1)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        width, height = self.size
        return max(min(xs), 0.0), max(min(ys), 0.0), min(max(xs), width), min(max(ys), height)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        (a, b, c), (d, e, f) = self.back
        return a * x + b * y + c, d * x + e * y + f
