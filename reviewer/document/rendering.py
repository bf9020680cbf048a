"""Opens a file's pages to be drawn, for a window that shows them; knows nothing of the window."""

from __future__ import annotations

import hashlib
from pathlib import Path

from reviewer.document.opening import read_bytes
from reviewer.document.pdf.drawing import PdfPages
from reviewer.document.raster import PageFile
from reviewer.document.readers import picture
from reviewer.errors import UnreadableError


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
    return PdfPages(data)
