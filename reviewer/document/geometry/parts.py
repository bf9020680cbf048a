"""What a page's tables are made of: their parts on one page, and cells."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.document.geometry.frames import Frame, Rectangle
from reviewer.document.geometry.lines import Line
from reviewer.document.geometry.ruling import Area


@dataclass(frozen=True)
class PageCell:
    """A cell on one page: its place in the table's grid there, its rectangle, what it says.

    ``lines`` are what is printed in it; ``doubt`` says why the text may not be relied on.
    """

    area: Area
    box: Rectangle
    lines: tuple[Line, ...] = ()
    text: str = ""
    doubt: str = ""


@dataclass(frozen=True)
class PageTable:
    """The part of a table that stands on one page (counted from 1).

    ``figures`` are the edges of the columns that hold figures, if no rules show them; ``order``
    is the page's place among all, those counted that share a sheet.
    """

    page: int
    frame: Frame
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[PageCell, ...]
    figures: tuple[float, ...] = ()
    order: int = 0

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.ys[0]
