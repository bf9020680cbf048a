"""What is shown over the pages: boxes of figures, of marked, related, found and chosen places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF

from reviewer.base import CellId
from reviewer.document.model import PageBox, Span
from reviewer.review.review import Review
from reviewer.window.look.marks import Mark
from reviewer.window.page.spans import PageSpans
from reviewer.window.placed_marks import Figures, PlacedMark

_NEAR = 2.0
"""This many points around a box count as the box: figures are small."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that can be clicked: a figure, or the words that a finding or note is on."""

    span: Span
    boxes: tuple[PageBox, ...]
    cell: CellId | None = None
    mark: Mark | None = None


@dataclass(frozen=True)
class Scene:
    """What the pages show beside themselves.

    Attributes:
        spots: Figures and marked passages, in the order they are painted.
        related: Of figures in a broken rule together with the selected one.
        found: Of what a search found.
        chosen: Of what is selected.
    """

    spots: tuple[Spot, ...] = ()
    related: tuple[PageBox, ...] = ()
    found: tuple[PageBox, ...] = ()
    chosen: tuple[PageBox, ...] = ()
    by_page: dict[int, list[Spot]] = field(default_factory=dict)

    def at(self, page: int, point: QPointF) -> Spot | None:
        """The spot at a place of a page, in points: the smallest box that holds it."""
        near = [
            (_area(box), order, spot)
            for order, spot in enumerate(self.by_page.get(page, ()))
            for box in spot.boxes
            if box.page == page and _holds(box, point)
        ]
        return min(near)[2] if near else None


class PagePlaces:
    """The figures of a review's source and where they stand on its pages."""

    def __init__(self, review: Review) -> None:
        self.figures = Figures(review)
        self._spans = PageSpans(review.original.document)
        self._boxes = {one.cell: self._spans.of(one.span) for one in self.figures.all()}

    def of(self, span: Span) -> tuple[PageBox, ...]:
        """The boxes of a passage."""
        return self._spans.of(span)

    def of_all(self, spans: Iterable[Span]) -> tuple[PageBox, ...]:
        """The boxes of several passages."""
        return tuple(box for span in spans for box in self._spans.of(span))

    def of_cell(self, cell: CellId) -> tuple[PageBox, ...]:
        """The boxes of a figure."""
        return self._boxes.get(cell, ())

    def spots(self, marks: Iterable[PlacedMark]) -> tuple[Spot, ...]:
        """Every figure with its mark, and the passages that are marked, those first."""
        by_span = {placed.span: placed.mark for placed in marks}
        figures = [
            Spot(one.span, self._boxes[one.cell], one.cell, by_span.pop(one.span, None))
            for one in self.figures.all()
        ]
        passages = [Spot(span, self.of(span), None, mark) for span, mark in by_span.items()]
        return tuple(spot for spot in (*passages, *figures) if spot.boxes)


def by_page(spots: Iterable[Spot]) -> dict[int, list[Spot]]:
    """The spots of each page."""
    found: dict[int, list[Spot]] = {}
    for spot in spots:
        for page in {box.page for box in spot.boxes}:
            found.setdefault(page, []).append(spot)
    return found


def _area(box: PageBox) -> float:
    return (box.x1 - box.x0) * (box.y1 - box.y0)


def _holds(box: PageBox, point: QPointF) -> bool:
    across = box.x0 - _NEAR <= point.x() <= box.x1 + _NEAR
    return across and box.y0 - _NEAR <= point.y() <= box.y1 + _NEAR
