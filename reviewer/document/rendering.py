"""Pictures of a file's pages, for a window that shows them; knows nothing of the window."""

from __future__ import annotations

import ctypes
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from reviewer.document.model import PageSize
from reviewer.document.opening import read_bytes
from reviewer.document.pdf.engine import LOCK, PdfFile
from reviewer.document.readers import picture
from reviewer.errors import FormatError, UnreadableError

_MOST_PIXELS = 40_000_000
"""Most pixels of one picture (160 MB)."""

_BGRX = 4
"""Bytes of each pixel."""


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


class Pages:
    """The pages of an open PDF. May be used from any thread; one call waits for the other."""

    def __init__(self, data: bytes) -> None:
        """Open a PDF's bytes.

        Raises:
            OpenError: It cannot be opened.
        """
        with LOCK:
            self._file = PdfFile(data)
            self.count = self._file.count

    def size(self, page: int) -> PageSize:
        """Width and height of a page (counted from 1) in points, as it is shown.

        Raises:
            FormatError: The page is damaged.
            ValueError: There is no such page, or the file is closed.
        """
        with LOCK, self._file.page(self._index(page)) as handle:
            return self._file.frame(handle).size

    def image(self, page: int, scale: float) -> Raster:
        """A page (counted from 1), ``scale`` pixels a point; fewer if it would be too large.

        Raises:
            FormatError: The page is damaged.
            ValueError: There is no such page, the file is closed, or the scale is not above 0.
        """
        if not scale > 0:
            raise ValueError(scale)
        with LOCK, self._file.page(self._index(page)) as handle:
            return self._drawn(handle, *pixels_of(self._file.frame(handle).size, scale))

    def close(self) -> None:
        """Let go of the file; a second call does nothing."""
        with LOCK:
            self._file.close()

    def _index(self, page: int) -> int:
        if not self._file.handle or not 1 <= page <= self.count:
            raise ValueError(page)
        return page - 1

    def _drawn(self, handle: Any, width: int, height: int) -> Raster:
        c = self._file.c
        stride = width * _BGRX
        buffer = ctypes.create_string_buffer(stride * height)
        bitmap = c.FPDFBitmap_CreateEx(width, height, c.FPDFBitmap_BGRx, buffer, stride)
        if not bitmap:
            raise FormatError("这一页无法显示。", "请改看文字。")
        try:
            c.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
            c.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, c.FPDF_ANNOT)
        finally:
            c.FPDFBitmap_Destroy(bitmap)
        return Raster(width, height, stride, buffer.raw)


def pixels_of(size: PageSize, scale: float) -> tuple[int, int]:
    """Width and height of a picture, ``scale`` pixels a point of the page; fewer if too many."""
    shown = min(scale, (_MOST_PIXELS / (size.width * size.height)) ** 0.5)
    return max(1, round(size.width * shown)), max(1, round(size.height * shown))


def open_pages(source: Path | bytes, sha256: str) -> PageFile:
    """The pages of the file that a document was read from.

    Args:
        source: Its path (``Origin.path``), or its bytes where they are at hand.
        sha256: Of the bytes that the document was read from (``Origin.sha256``).

    Raises:
        UnreadableError: The file is gone, or is no longer the one that was read.
        OpenError: It cannot be opened.
    """
    data = read_bytes(source) if isinstance(source, Path) else source
    if hashlib.sha256(data).hexdigest() != sha256:
        raise UnreadableError(
            "文件在打开之后被改动过，不能再显示原来的页面。", "请重新打开这个文件。"
        )
    if picture.accepts(data):
        from reviewer.document.pictures.drawing import PicturePages

        return PicturePages(data)
    return Pages(data)
