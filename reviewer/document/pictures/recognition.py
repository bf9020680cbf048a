"""Reads pictures as pages: whole picture files, and pages of a PDF that only are pictures."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from reviewer.document.pdf.drawing import PdfPages
from reviewer.document.pictures.pages import PicturePage
from reviewer.document.pictures.recogniser import Recogniser
from reviewer.document.raster import Raster
from reviewer.progress import Progress

_DOTS = 200 / 72
"""Pixels for each point: 200 dots an inch are enough for small print."""

_BEGUN, _DONE = 0.1, 0.95


def pages_of_picture(data: bytes, progress: Progress) -> list[PicturePage]:
    """The pages of a picture file; a TIFF may have several.

    Raises:
        ScannedError: The extra is not installed.
        FormatError: The file is damaged.
        Cancelled: ``progress`` raised it.
    """
    with Recogniser() as eye:
        sights = eye.look(data, partial(progress, "正在识别图片中的文字", _BEGUN))
    return [PicturePage(number, sight) for number, sight in enumerate(sights, start=1)]


def pages_of_scans(
    scans: Mapping[int, tuple[bytes, float]], progress: Progress
) -> Mapping[int, PicturePage]:
    """Pages each of which is a picture: its bytes and its width on paper, in points.

    Raises:
        ScannedError: The extra is not installed.
        FormatError: A picture is damaged.
        Cancelled: ``progress`` raised it.
    """
    found: dict[int, PicturePage] = {}
    with Recogniser() as eye:
        for done, (number, (picture, width)) in enumerate(scans.items()):
            sight, *_ = eye.look(picture, _tick(progress, number, done / len(scans)))
            found[number] = PicturePage(number, sight, sight.size[0] / width)
    return found


def pages_of_pdf(
    data: bytes, numbers: Sequence[int], progress: Progress
) -> Mapping[int, PicturePage]:
    """Pages of a PDF (counted from 1) as they look when they are drawn.

    Raises:
        ScannedError: The extra is not installed.
        FormatError: A page is damaged.
        Cancelled: ``progress`` raised it.
    """
    file = PdfPages(data)
    found: dict[int, PicturePage] = {}
    try:
        with Recogniser() as eye:
            for done, number in enumerate(numbers):
                picture = _bitmap(file.image(number, _DOTS))
                (sight,) = eye.look(picture, _tick(progress, number, done / len(numbers)))
                dots = sight.size[0] / file.size(number).width
                found[number] = PicturePage(number, sight, dots)
    finally:
        file.close()
    return found


def _tick(progress: Progress, number: int, done: float) -> Callable[[], None]:
    """Says that a page is being recognised, and which share of all pages is done."""
    share = _BEGUN + (_DONE - _BEGUN) * done
    return partial(progress, f"正在识别第{number}页图片中的文字", share)


def _bitmap(raster: Raster) -> bytes:
    """The bytes of a BMP file: the plainest of all, rows from the top, four bytes a pixel."""
    header = struct.pack(
        "<IiiHHIIiiII", 40, raster.width, -raster.height, 1, 32, 0, 0, 2835, 2835, 0, 0
    )
    begin = 14 + len(header)
    return (
        struct.pack("<2sIHHI", b"BM", begin + len(raster.data), 0, 0, begin) + header + raster.data
    )
