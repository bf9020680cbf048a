"""PDF files with a text layer, read from where characters and rules stand on the pages."""

from __future__ import annotations

from collections.abc import Callable

from reviewer.document.composing import Box, Item, Passage, compose
from reviewer.document.model import Document, Origin, PageSize
from reviewer.document.pdf.engine import PdfFile, opened
from reviewer.document.pdf.frames import Frame
from reviewer.document.pdf.glyphs import glyphs_of
from reviewer.document.pdf.lines import lines_of

_MARK = b"%PDF-"
_MARK_WITHIN = 1024


def accepts(data: bytes) -> bool:
    """The mark stands at the start, or shortly behind something that a mail or web server put."""
    head = data[:_MARK_WITHIN]
    return head.lstrip().startswith(_MARK) or (_MARK in head and b"startxref" in data)


def read(data: bytes, origin: Origin, progress: Callable[[str, float], None]) -> Document:
    """A document of a PDF's bytes.

    Raises:
        FormatError: Damaged, or locked with a password.
        TooLargeError: More pages, or more on a page, than a report can have.
        EmptyError: No text in it.
    """
    items: list[Item] = []
    sizes: list[PageSize] = []
    with opened(data) as file:
        for index in range(file.count):
            progress(f"正在解析第{index + 1}页", index / file.count)
            frame, found = _page(file, index)
            sizes.append(frame.size)
            items += found
    return compose(items, origin, (), sizes)


def _page(file: PdfFile, index: int) -> tuple[Frame, list[Item]]:
    with file.page(index) as page:
        frame = file.frame(page)
        lines = lines_of(glyphs_of(file, page, frame))
    return frame, [Passage(((line.text, Box(index + 1, *line.box)),)) for line in lines]
