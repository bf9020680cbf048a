"""Pictures of pages."""

from __future__ import annotations

import hashlib
import struct
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import pytest

from reviewer.document.pdf.drawing import PdfPages
from reviewer.document.rendering import open_pages
from reviewer.errors import FormatError, UnreadableError
from tests.document.pdf_source import FOLDER

PATH = FOLDER / "ruled_2021.pdf"
DATA = PATH.read_bytes()
SHA256 = hashlib.sha256(DATA).hexdigest()


def _is_white(row: bytes) -> bool:
    return set(row[0::4]) | set(row[1::4]) | set(row[2::4]) == {255}


def test_a_page_is_drawn_on_white_with_its_text_where_it_stands() -> None:
    pages = open_pages(PATH, SHA256)
    size, raster = pages.size(1), pages.image(1, 2.0)
    pages.close()
    assert (raster.width, raster.height) == (round(size.width * 2), round(size.height * 2))
    assert len(raster.data) == raster.stride * raster.height
    rows = [
        raster.data[at : at + raster.stride] for at in range(0, len(raster.data), raster.stride)
    ]
    inked = [number for number, row in enumerate(rows) if not _is_white(row)]
    assert 130 < inked[0] < 160
    assert all(map(_is_white, rows[:130]))


def test_pages_may_be_asked_for_from_several_threads() -> None:
    pages = open_pages(DATA, SHA256)
    with ThreadPoolExecutor(4) as pool:
        drawn = list(pool.map(lambda page: pages.image(page % pages.count + 1, 0.5), range(12)))
    pages.close()
    assert len({raster.data for raster in drawn}) == pages.count


def test_a_large_scale_gives_no_larger_picture_than_memory_bears() -> None:
    pages = open_pages(DATA, SHA256)
    raster = pages.image(1, 1000.0)
    pages.close()
    assert raster.width * raster.height <= 41_000_000


@pytest.mark.parametrize("page", [0, -1, 99])
def test_pages_are_counted_from_one(page: int) -> None:
    pages = open_pages(DATA, SHA256)
    with pytest.raises(ValueError, match=str(page)):
        pages.image(page, 1.0)
    pages.close()


def test_closed_pages_are_not_drawn() -> None:
    pages = PdfPages(DATA)
    pages.close()
    pages.close()
    with pytest.raises(ValueError, match="1"):
        pages.image(1, 1.0)


def test_a_file_that_was_changed_or_taken_away_is_told(tmp_path: Path) -> None:
    path = tmp_path / "报告.pdf"
    with pytest.raises(UnreadableError, match="找不到"):
        open_pages(path, SHA256)
    path.write_bytes(DATA + b"\n")
    with pytest.raises(UnreadableError, match="改动"):
        open_pages(path, SHA256)


def test_what_is_no_pdf_is_told() -> None:
    data = b"%PDF-1.7 nothing"
    with pytest.raises(FormatError, match="损坏"):
        open_pages(data, hashlib.sha256(data).hexdigest())


@pytest.mark.skipif(find_spec("PIL") is None, reason="the extra ocr is not installed")
def test_a_picture_is_its_own_page() -> None:
    header = struct.pack("<IiiHHIIiiII", 40, 3, -6, 1, 32, 0, 0, 2835, 2835, 0, 0)
    data = struct.pack("<2sIHHI", b"BM", 54 + 72, 0, 0, 54) + header + b"\x10\x20\x30\x00" * 18
    pages = open_pages(data, hashlib.sha256(data).hexdigest())
    assert pages.count == 1
    size = pages.size(1)
    assert (round(size.width), round(size.height)) == (421, 842)
    drawn = pages.image(1, 0.5)
    assert (drawn.width, drawn.height, drawn.stride) == (210, 421, 840)
    assert drawn.data[:3] == b"\x10\x20\x30"
    pages.close()
