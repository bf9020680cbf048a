"""Pictures of a PDF file's pages, as PDFium draws them."""

from __future__ import annotations

import ctypes
from typing import Any

from reviewer.document.model import PageSize
from reviewer.document.pdf.engine import LOCK, PdfFile
from reviewer.document.raster import BYTES_A_PIXEL, Raster, pixels_of
from reviewer.errors import FormatError


class PdfPages:
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
        stride = width * BYTES_A_PIXEL
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
