"""Where the pages of a document lie under each other, in pixels, at a scale."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

from reviewer.document.model import PageBox, PageSize

GAP = 12
"""Pixels between pages, and around them."""


class PageLayout:
    """Pages one under the other, each in the middle of the width; counted from 1.

    Args:
        sizes: Of the pages, in points.
        scale: Pixels a point.
        room: Pixels of width that there are; wider pages make the whole wider.
    """

    def __init__(self, sizes: Sequence[PageSize], scale: float, room: float) -> None:
        self.scale = scale
        widest = max((size.width * scale for size in sizes), default=0.0)
        self.width = max(room, widest + 2 * GAP)
        self._rects: list[QRectF] = []
        top = float(GAP)
        for size in sizes:
            width, height = round(size.width * scale), round(size.height * scale)
            self._rects.append(QRectF(round((self.width - width) / 2), top, width, height))
            top += height + GAP
        self.height = top
        self._tops = [rect.top() for rect in self._rects]
        self._bottoms = [rect.bottom() for rect in self._rects]

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._rects)

    def rect(self, page: int) -> QRectF:
        """Where a page lies."""
        return self._rects[page - 1]

    def between(self, top: float, bottom: float) -> range:
        """The pages that are in sight between two heights."""
        return range(bisect_left(self._bottoms, top) + 1, bisect_right(self._tops, bottom) + 1)

    def page_at(self, height: float) -> int:
        """The page at a height, or the one above the gap there; 0 if there are none."""
        return min(max(bisect_right(self._tops, height), 1), self.count)

    def rect_of(self, box: PageBox) -> QRectF:
        """Where a box lies; one of a page that is not there lies nowhere."""
        if not 1 <= box.page <= self.count:
            return QRectF()
        first, last = QPointF(box.x0, box.y0), QPointF(box.x1, box.y1)
        return QRectF(self.point_of(box.page, first), self.point_of(box.page, last))

    def on_page(self, point: QPointF) -> tuple[int, QPointF] | None:
        """The page under a point, and the place on it in points from its top left corner."""
        if not self.count or not self.rect(self.page_at(point.y())).contains(point):
            return None
        return self.nearest(point)

    def nearest(self, point: QPointF) -> tuple[int, QPointF]:
        """A point as a place on the page at its height, in points; it may lie beside the page."""
        page = self.page_at(point.y())
        return page, (point - self.rect(page).topLeft()) / self.scale

    def point_of(self, page: int, place: QPointF) -> QPointF:
        """Where a place on a page, in points from its top left corner, lies."""
        return self.rect(page).topLeft() + place * self.scale


def fitting(printed: tuple[float, float], room: float) -> float:
    """The scale at which what lies between two edges of a page, in points, fills a width."""
    return max(room - 2 * GAP, 1.0) / max(printed[1] - printed[0], 1.0)
