"""Pictures of pages (png, jpg, tif, bmp): scans and photographs, by the extra ocr."""

from __future__ import annotations

from reviewer.document.composing import compose
from reviewer.document.model import Document, Origin
from reviewer.progress import Progress

_MARKS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")
_WARNING = "文字是由程序从图片中识别的，可能有错，请对照图片核对。"


def accepts(data: bytes) -> bool:
    """By the marks that such files begin with."""
    webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    bitmap = data[:2] == b"BM" and data[14:18] in {b"\x28\0\0\0", b"\x6c\0\0\0", b"\x7c\0\0\0"}
    return data.startswith(_MARKS) or webp or bitmap


def read(data: bytes, origin: Origin, progress: Progress) -> Document:
    """The document on a picture.

    Raises:
        ScannedError: The extra is not installed.
        FormatError: The picture is damaged or too large.
        EmptyError: Nothing is written on it.
    """
    from reviewer.document.geometry.flow import items_of
    from reviewer.document.pictures.pages import settled
    from reviewer.document.pictures.recognition import pages_of_picture

    pages = pages_of_picture(data, progress)
    items = settled(items_of([page.content() for page in pages]), pages)
    sizes = [page.size for page in pages]
    recognised = (page.number for page in pages)
    return compose(items, origin, (_WARNING,), sizes, recognised=recognised)
