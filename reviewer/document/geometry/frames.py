"""From a page's own coordinates to those that it is shown in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from reviewer.document.model import PageSize

Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom, in points from the top left corner."""


_BEYOND = 20.0
"""Points by which things may go over a page's edges."""


class Part(NamedTuple):
    """A page (counted from 1) that is a part of a wider sheet.

    ``start`` is where its left side is on that, ``edge`` where what is printed on it begins.
    """

    start: float
    edge: float
    page: int
    frame: Frame


@dataclass(frozen=True)
class Frame:
    """What is shown of a page, and how far it is turned when shown.

    Attributes:
        left: Smallest x of what is shown, in the page's own coordinates (y goes upwards).
        bottom: Smallest y.
        right: Largest x.
        top: Largest y.
        turns: Quarter turns clockwise.
        extra: How many of these are ours, so that text stands upright that is shown turned.
        aside: Points from the left side of the sheet, if it is a half of one.
        parts: The pages from the left, if it is a sheet of several.
    """

    left: float
    bottom: float
    right: float
    top: float
    turns: int
    extra: int = 0
    aside: float | None = None
    parts: tuple[Part, ...] = ()

    @cached_property
    def size(self) -> PageSize:
        """As shown."""
        width, height = self.right - self.left, self.top - self.bottom
        if self.aside is not None:
            width, height = (width, height / 2) if self.turns % 2 else (width / 2, height)
        return (
            PageSize(width=height, height=width)
            if self.turns % 2
            else PageSize(width=width, height=height)
        )

    @property
    def shown_size(self) -> PageSize:
        """As shown, without the turns that are ours."""
        return replace(self, turns=self.turns - self.extra, extra=0, aside=None).size

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
        if self.turns == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        x0, y0 = self.point(left, top)
        x1, y1 = self.point(right, bottom)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def shows(self, box: Rectangle) -> bool:
        """Whether a rectangle as shown has a width and a height, and stands on the page."""
        x0, y0, x1, y1 = box
        right, bottom = self._limits
        return -_BEYOND < x0 < x1 < right and -_BEYOND < y0 < y1 < bottom

    @cached_property
    def _limits(self) -> tuple[float, float]:
        return self.size.width + _BEYOND, self.size.height + _BEYOND

    def holds(self, box: Rectangle) -> bool:
        """Whether a rectangle (it may have no width or no height) stands on the page as a whole."""
        right, bottom = self._limits
        x0, y0, x1, y1 = box
        return -_BEYOND <= x0 <= x1 <= right and -_BEYOND <= y0 <= y1 <= bottom

    def clipped(self, box: Rectangle) -> Rectangle | None:
        """What of a rectangle (it may have no width or no height) stands on the page."""
        right, bottom = self._limits
        x0, y0 = max(box[0], -_BEYOND), max(box[1], -_BEYOND)
        x1, y1 = min(box[2], right), min(box[3], bottom)
        return (x0, y0, x1, y1) if x0 <= x1 and y0 <= y1 else None

    def turned(self, quarters: int) -> Frame:
        """Turned so many quarters more clockwise than the page is shown."""
        return replace(self, turns=(self.turns + quarters) % 4, extra=quarters % 4)

    def half(self, aside: float) -> Frame:
        """The half of a sheet that begins so far from its left side."""
        return replace(self, aside=aside)

    def place(self, page: int, box: Rectangle) -> tuple[int, Rectangle]:
        """The page, and a rectangle of this frame where it is on that as it is shown.

        Args:
            page: The page of this frame.
            box: The rectangle; of one on several pages that part is told that has its middle.
        """
        if not self.parts:
            return page, self.back(box)
        x0, y0, x1, y1 = box
        part = self.part((x0 + x1) / 2)
        width = part.frame.size.width
        left, right = max(x0 - part.start, 0.0), min(x1 - part.start, width)
        return part.page, part.frame.back((left, y0, right, y1))

    def part(self, x: float) -> Part:
        """The page on which something stands; there are parts."""
        return next((part for part in reversed(self.parts) if part.edge <= x), self.parts[0])

    def back(self, box: Rectangle) -> Rectangle:
        """A rectangle of this frame where it is on the page as it is shown."""
        x0, y0, x1, y1 = box
        if self.aside is not None:
            aside = self.aside
            return replace(self, aside=None).back((x0 + aside, y0, x1 + aside, y1))
        width, height = self.size.width, self.size.height
        if self.extra == 1:
            return y0, width - x1, y1, width - x0
        if self.extra == 2:
            return width - x1, height - y1, width - x0, height - y0
        if self.extra == 3:
            return height - y1, x0, height - y0, x1
        return box
