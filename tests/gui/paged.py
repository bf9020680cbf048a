"""Reports whose figures stand in boxes on pages, and a file of plain pages to go with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from reviewer.document.model import (
    Block,
    PageBox,
    PageSize,
    Paragraph,
    Span,
    Table,
    TableCell,
    TextPlace,
)
from reviewer.document.raster import Raster
from reviewer.errors import OpenError
from reviewer.forms.report import Reading, Report

SIZE = PageSize(width=600, height=800)
ON_A_PAGE = 70
"""Figures on each page, seven in a row."""
PLACE = (60, 16)
"""Points from figure to figure, across and down."""


def paged(report: Report) -> Report:
    """The report as if its figures were printed in a grid, and its first line as a title."""
    title = report.document.text.index("\n")
    first = _box(1, 100, 40, Span(start=0, end=title), width=16.0 * title)
    printed = [one for one in report.readings if one.place is not None]
    cells = tuple(_cells(printed))
    table = Table(
        rows=len(cells),
        columns=1,
        cells=cells,
        place=TextPlace(span=Span(start=title, end=len(report.document.text))),
    )
    blocks: tuple[Block, ...] = (Paragraph(place=first), table)
    count = -(-len(cells) // ON_A_PAGE)
    update = {"blocks": blocks, "pages": (SIZE,) * count}
    return report.model_copy(update={"document": report.document.model_copy(update=update)})


def _cells(printed: Iterable[Reading]) -> Iterable[TableCell]:
    for number, reading in enumerate(printed):
        assert reading.place is not None
        page, here = divmod(number, ON_A_PAGE)
        down, across = divmod(here, 7)
        box = _box(page + 1, 90 + across * PLACE[0], 100 + down * 4 * PLACE[1], reading.place.span)
        yield TableCell(row=number, column=0, place=box)


def _box(page: int, x: float, y: float, span: Span, width: float = 40.0) -> PageBox:
    return PageBox(page=page, x0=x, y0=y, x1=x + width, y1=y + PLACE[1], span=span)


@dataclass
class FakePages:
    """White pages; keeps which were drawn at which scale.

    Attributes:
        broken: Pages that cannot be drawn.
    """

    drawn: list[tuple[int, float]] = field(default_factory=list)
    broken: set[int] = field(default_factory=set)
    closed: int = 0

    def open(self, source: Path, sha256: str) -> FakePages:
        return self

    def image(self, page: int, scale: float) -> Raster:
        self.drawn.append((page, scale))
        if page in self.broken:
            raise OpenError("这一页坏了。")
        width, height = round(SIZE.width * scale), round(SIZE.height * scale)
        return Raster(width, height, width * 4, b"\xff" * (width * height * 4))

    def close(self) -> None:
        self.closed += 1
