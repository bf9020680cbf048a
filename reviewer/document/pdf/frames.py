"""From a page's own coordinates to those that it is shown in."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.document.model import PageSize

Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom, in points from the top left corner."""


@dataclass(frozen=True)
class Frame:
    """What is shown of a page, and how far it is turned when shown.

    Attributes:
        left: Smallest x of what is shown, in the page's own coordinates (y goes upwards).
        bottom: Smallest y.
        right: Largest x.
        top: Largest y.
        turns: Quarter turns clockwise.
    """

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def size(self) -> PageSize:
        """As shown."""
        width, height = self.right - self.left, self.top - self.bottom
        return (
            PageSize(width=height, height=width)
            if self.turns % 2
            else PageSize(width=width, height=height)
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point as shown, from the top left corner."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def shown(self, left: float, bottom: float, right: float, top: float) -> Rectangle:
        """A rectangle as shown, from the top left corner."""
        x0, y0 = self.point(left, top)
        x1, y1 = self.point(right, bottom)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
