"""What is drawn on a page beside text: rules of tables, and pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from reviewer.document.geometry.frames import Frame, Rectangle

THIN = 3.5
"""What is no wider than this (in points) is a rule."""

_SLANT = 1.0
"""A rule may be off its direction by this many points."""

Points = list[tuple[float, float]]
"""Corners of a part of a path, in points from the page's top left corner."""


class Rule(NamedTuple):
    """A horizontal rule (``at`` is y, from left to right) or a vertical one (x, downwards)."""

    at: float
    start: float
    end: float


@dataclass
class Strokes:
    """What is drawn on a page.

    Attributes:
        horizontal: Rules from left to right.
        vertical: Rules from top to bottom.
        dots: Specks, of which dotted rules are made.
        pictures: Where pictures stand.
        unread: Where something stands that is not read: text that nobody sees, remarks.
        layered: Where text stands that a reader of the file may have switched off.
        shapes: How many other shapes there are, such as letters turned into outlines.
        too_many: Whether the page is a drawing; then nothing of it is told.
    """

    horizontal: list[Rule] = field(default_factory=list)
    vertical: list[Rule] = field(default_factory=list)
    dots: list[tuple[float, float]] = field(default_factory=list)
    pictures: list[Rectangle] = field(default_factory=list)
    unread: list[Rectangle] = field(default_factory=list)
    layered: list[Rectangle] = field(default_factory=list)
    shapes: int = 0
    too_many: bool = False

    def add(self, box: Rectangle) -> None:
        """Take a thin rectangle for a rule, a small one for a speck."""
        x0, y0, x1, y1 = box
        wide, high = x1 - x0, y1 - y0
        if wide <= THIN and high <= THIN:
            self.dots.append(((x0 + x1) / 2, (y0 + y1) / 2))
        elif high <= THIN:
            self.horizontal.append(Rule((y0 + y1) / 2, x0, x1))
        elif wide <= THIN:
            self.vertical.append(Rule((x0 + x1) / 2, y0, y1))

    def draw(self, paths: Sequence[Points], *, stroked: bool, filled: bool) -> None:
        """Take what is drawn of the parts of a path: see which of it are rules."""
        self.shapes += 1
        if stroked:
            for points in paths:
                self._lines(points)
        if filled:
            self._areas([box_of(points) for points in paths if len(points) > 2])

    def within(self, frame: Frame) -> Strokes:
        """What of it stands on the page."""
        if all(map(frame.holds, self._boxes())):
            return self
        found = Strokes(shapes=self.shapes, layered=self.layered)
        rules = [(x0, y, x1, y) for y, x0, x1 in self.horizontal]
        rules += [(x, y0, x, y1) for x, y0, y1 in self.vertical]
        rules += [(x, y, x, y) for x, y in self.dots]
        for box in filter(None, map(frame.clipped, rules)):
            found.add(box)
        found.pictures += filter(None, map(frame.clipped, self.pictures))
        return found

    def _boxes(self) -> Iterator[Rectangle]:
        """Around all rules, all specks and all pictures."""
        for places in (self.horizontal, [(y, x, x) for x, y in self.dots]):
            if places:
                ys, starts, ends = zip(*places, strict=True)
                yield min(starts), min(ys), max(ends), max(ys)
        if self.vertical:
            xs, starts, ends = zip(*self.vertical, strict=True)
            yield min(xs), min(starts), max(xs), max(ends)
        yield from self.pictures

    def put(self, other: Strokes, aside: float) -> None:
        """Take what is drawn on another page, so many points to the right."""
        self.horizontal += [Rule(at, a + aside, b + aside) for at, a, b in other.horizontal]
        self.vertical += [Rule(at + aside, start, end) for at, start, end in other.vertical]
        self.dots += [(x + aside, y) for x, y in other.dots]
        self.pictures += _moved(other.pictures, aside)
        self.unread += _moved(other.unread, aside)
        self.layered += _moved(other.layered, aside)

    def between(self, left: float, right: float) -> Strokes:
        """What of it stands between two places, counted from the first of them."""
        return Strokes(
            [
                Rule(at, start - left, end - left)
                for at, start, end in self.horizontal
                if left <= (start + end) / 2 < right
            ],
            [Rule(at - left, start, end) for at, start, end in self.vertical if left <= at < right],
            [(x - left, y) for x, y in self.dots if left <= x < right],
            _moved(_between(self.pictures, left, right), -left),
            _moved(_between(self.unread, left, right), -left),
            _moved(_between(self.layered, left, right), -left),
        )

    def _lines(self, points: Points) -> None:
        """Of a stroked path each piece is a rule."""
        for (x0, y0), (x1, y1) in pairwise(points):
            if abs(x1 - x0) <= _SLANT or abs(y1 - y0) <= _SLANT:
                self.add((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))

    def _areas(self, boxes: list[Rectangle]) -> None:
        """Of a filled path the thin parts are rules, and so is what lies between two frames."""
        if len(boxes) == 2 and _is_frame(*boxes):
            self._edges(boxes[0])
            return
        for box in boxes:
            if min(box[2] - box[0], box[3] - box[1]) <= THIN:
                self.add(box)

    def _edges(self, box: Rectangle) -> None:
        x0, y0, x1, y1 = box
        self.horizontal += [Rule(y0, x0, x1), Rule(y1, x0, x1)]
        self.vertical += [Rule(x0, y0, y1), Rule(x1, y0, y1)]


def _between(boxes: Sequence[Rectangle], left: float, right: float) -> list[Rectangle]:
    return [box for box in boxes if left <= (box[0] + box[2]) / 2 < right]


def _moved(boxes: Sequence[Rectangle], aside: float) -> list[Rectangle]:
    return [(x0 + aside, y0, x1 + aside, y1) for x0, y0, x1, y1 in boxes]


def box_of(points: Points) -> Rectangle:
    """The rectangle around some points (at least one)."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _is_frame(one: Rectangle, other: Rectangle) -> bool:
    """Whether a filled area is a thin frame: a box with nearly as large a one cut out."""
    return 0 < max(abs(a - b) for a, b in zip(one, other, strict=True)) <= THIN
