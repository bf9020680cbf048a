"""A ruled table of two rows whose lower figure is printed by a change of the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reviewer.document.model import Document
from tests.document.pdf_writer import Page

Change = Callable[[Page], object]


SEEN = pytest.mark.parametrize(
    "change",
    [
        lambda page: page.area(173, 93, 221, 111, grey=0.2) or page.text(190, 96, "9", grey=1),
        lambda page: page.area(173, 93, 221, 111, grey=1) or page.text(190, 96, "9"),
        lambda page: page.text(190, 96, "9") or page.area(173, 88, 221, 95, grey=1),
    ],
    ids=["white on dark", "on white", "beside"],
)
"""Changes after which the figure is there to be seen."""


def ruled(page: Page) -> None:
    for x in (72.0, 172.0, 222.0):
        page.line(x, 72, x, 112)
    for y in (72.0, 92.0, 112.0):
        page.line(72, y, 222, y)
    page.text(80, 76, "规章")
    page.text(80, 96, "行政许可")
    page.text(190, 76, "7")


def covered(page: Page) -> None:
    page.text(190, 96, "9")
    page.area(174, 93, 220, 111, grey=1)
    page.text(190, 96, "8")


def cells_of(document: Document) -> tuple[str, bool]:
    """What the lower figure's cell says, and whether it is doubted."""
    table = document.blocks[0]
    assert table.kind == "table"
    cell = table.grid[1, 1]
    doubted = any(one.span == cell.place.span for one in document.doubts)
    assert len(document.doubts) == doubted
    return document.at(cell.place.span), doubted
