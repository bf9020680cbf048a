"""Pictures that let be seen what is below, as seals and watermarks do."""

from __future__ import annotations

import ctypes
from typing import Any

from reviewer.document.pdf.engine import PdfFile

_CLEAR = 0.25
"""A picture with a larger clear share shows its ground, and not only along its edges."""


def has_clear_parts(file: PdfFile, page: Any, picture: Any) -> bool:
    """Whether much of a picture is clear; only its pixels say so.

    Args:
        file: The open file.
        page: The page's handle.
        picture: An object of the page.
    """
    c = file.c
    drawn = c.FPDFImageObj_GetRenderedBitmap(file.handle, page, picture)
    if not drawn:
        return True
    try:
        width, height = int(c.FPDFBitmap_GetWidth(drawn)), int(c.FPDFBitmap_GetHeight(drawn))
        stride = int(c.FPDFBitmap_GetStride(drawn))
        data = ctypes.string_at(c.FPDFBitmap_GetBuffer(drawn), stride * height)
    finally:
        c.FPDFBitmap_Destroy(drawn)
    inner = range(height // 10, height - height // 10)
    opaque = (data[row * stride + 3 : row * stride + 4 * width : 4] for row in inner)
    clear = sum(width - row.count(255) for row in opaque)
    return clear > _CLEAR * width * len(inner)
