"""Pictures of pages, as a window shows them and a recogniser looks at them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from reviewer.document.model import PageSize

_MOST_PIXELS = 40_000_000
"""Most pixels of one picture (160 MB)."""

BYTES_A_PIXEL = 4


@dataclass(frozen=True)
class Raster:
    """A picture: rows from the top, four bytes a pixel in the order blue, green, red, unused.

    ``stride`` is the number of bytes from a row to the next. (Qt: ``QImage.Format_RGB32``.)
    """

    width: int
    height: int
    stride: int
    data: bytes


class PageFile(Protocol):
    """The pages of an open file, counted from 1."""

    count: int

    def size(self, page: int) -> PageSize:
        """Width and height in points."""

    def image(self, page: int, scale: float) -> Raster:
        """A page, ``scale`` pixels a point; fewer if it would be too large."""

    def close(self) -> None:
        """Let go of the file."""


def pixels_of(size: PageSize, scale: float) -> tuple[int, int]:
    """Width and height of a picture, ``scale`` pixels a point of the page; fewer if too many."""
    shown = min(scale, (_MOST_PIXELS / (size.width * size.height)) ** 0.5)
    return max(1, round(size.width * shown)), max(1, round(size.height * shown))
