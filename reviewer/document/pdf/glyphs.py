"""The characters of a page, with their boxes."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

from reviewer.document.pdf.engine import PdfFile
from reviewer.document.pdf.frames import Frame
from reviewer.errors import TooLargeError

_MOST = 60_000
"""Characters of a page; a page of small print has some 3,000."""

UNREADABLE = "\N{REPLACEMENT CHARACTER}"
"""Stands for a character of which the file does not say which one it is."""


class Glyph(NamedTuple):
    """A character on a page, in points from the page's top left corner.

    The box goes from where the character begins to where the next one may begin, and from
    somewhat below the line that it stands on to its upper edge.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    text: str

    @property
    def middle(self) -> float:
        """Half of the way from left to right."""
        return (self.x0 + self.x1) / 2

    @property
    def level(self) -> float:
        """Half of the way from top to bottom."""
        return (self.y0 + self.y1) / 2

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.y1 - self.y0


def glyphs_of(file: PdfFile, page: Any, frame: Frame) -> list[Glyph]:
    """The characters of a page as the file gives them, without those that have no width.

    Raises:
        TooLargeError: More than a page can have.
    """
    c = file.c
    text_page = c.FPDFText_LoadPage(page)
    if not text_page:
        return []
    try:
        count = c.FPDFText_CountChars(text_page)
        if count > _MOST:
            raise TooLargeError("PDF 文件的一页上文字过多，不像年度报告。", "请确认选对了文件。")
        return list(_read(c, text_page, count, frame))
    finally:
        c.FPDFText_ClosePage(text_page)


def _read(c: Any, text_page: Any, count: int, frame: Frame) -> list[Glyph]:
    rect = c.FS_RECTF()
    target = ctypes.byref(rect)
    code_of, box_of, unmapped = (
        c.FPDFText_GetUnicode,
        c.FPDFText_GetLooseCharBox,
        c.FPDFText_HasUnicodeMapError,
    )
    found: list[Glyph] = []
    high = 0
    for index in range(count):
        code = code_of(text_page, index)
        if code < 32 or not box_of(text_page, index, target) or rect.left == rect.right:
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
        readable = unmapped(text_page, index) != 1 and _is_character(code)
        box = frame.shown(rect.left, rect.bottom, rect.right, rect.top)
        found.append(Glyph(*box, chr(code) if readable else UNREADABLE))
    return found


def _is_character(code: int) -> bool:
    """Whether a code says which character it is; those for private use do not."""
    return not (0xE000 <= code < 0xF900 or code in {0xFFFD, 0xFFFE, 0xFFFF}) and code < 0xF0000
