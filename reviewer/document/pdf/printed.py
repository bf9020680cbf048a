"""The characters of a page, with their boxes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import degrees
from statistics import median
from typing import Any

from reviewer.document.geometry.frames import Frame, Rectangle
from reviewer.document.geometry.glyphs import UNREADABLE, Glyph
from reviewer.document.geometry.watermarks import LARGE, is_pale, quarter_turns
from reviewer.document.pdf.engine import PdfFile, unchecked
from reviewer.document.pdf.misplaced import Misplaced
from reviewer.document.pdf.visible import Visible
from reviewer.errors import TooLargeError

_MOST = 60_000
"""Most characters of a page; a page of small print has some 3,000."""

_STEP = 0.04
"""By which share of its height the next character of a level line may be off."""


@dataclass(frozen=True)
class Printed:
    """The characters of a page.

    Attributes:
        glyphs: As the file gives them, without those that cannot be seen on the page.
        watermark: What is printed slantwise, or large and pale, behind the page's text.
        is_hidden: Whether the text is invisible: what a program recognised in a picture.
        unseen: Where characters stand that cannot be seen, if not most are such.
    """

    glyphs: tuple[Glyph, ...] = ()
    watermark: str = ""
    is_hidden: bool = False
    unseen: tuple[Rectangle, ...] = ()


def printed_on(file: PdfFile, page: Any, frame: Frame, visible: Visible) -> Printed:
    """The characters of a page.

    Args:
        file: The open file.
        page: The page's handle.
        frame: What is shown of it.
        visible: Which of them can be seen.

    Raises:
        TooLargeError: More than a page can have.
    """
    c = file.c
    text_page = c.FPDFText_LoadPage(page)
    if not text_page:
        return Printed()
    try:
        count = c.FPDFText_CountChars(text_page)
        if count > _MOST:
            raise TooLargeError("PDF 文件的一页上文字过多，不像年度报告。", "请确认选对了文件。")
        return _Reading(c, text_page, frame, visible).printed(count)
    finally:
        c.FPDFText_ClosePage(text_page)


class _Reading:
    def __init__(self, c: Any, text_page: Any, frame: Frame, visible: Visible) -> None:
        self._visible = visible
        self._c = c
        self._page = text_page
        self._frame = frame

    def printed(self, count: int) -> Printed:
        """Read a number of characters."""
        found: list[tuple[int, Glyph]] = []
        slanting: list[str] = []
        before, turns = None, 0
        for index, glyph in self._all(count):
            if before is None or not _goes_on(before, glyph):
                turns = self._turns(index)
            before = glyph
            if turns < 0:
                slanting.append(glyph.text)
            else:
                found.append((index, glyph._replace(turns=turns) if turns else glyph))
        seen, unseen = self._parted(found)
        is_hidden = len(unseen) >= len(found) / 2  # some program recognised it in a picture
        kept = self._without_pale(found if is_hidden else seen, slanting)
        return Printed(
            kept,
            "".join(slanting).strip(),
            bool(found) and not seen,
            () if is_hidden else tuple(glyph[:4] for _, glyph in unseen if _tells(glyph.text)),
        )

    def _parted(
        self, found: list[tuple[int, Glyph]]
    ) -> tuple[list[tuple[int, Glyph]], list[tuple[int, Glyph]]]:
        """The characters that can be seen, and those that cannot."""
        if self._visible.is_plain:
            return found, []
        seen: list[tuple[int, Glyph]] = []
        unseen: list[tuple[int, Glyph]] = []
        for index, glyph, is_unseen in self._visible.unseen(self._page, iter(found)):
            if is_unseen and not glyph.text.isspace():
                unseen.append((index, glyph))
            else:
                seen.append((index, glyph))
        return seen, unseen

    def _turns(self, index: int) -> int:
        """Quarter turns of a character, which PDFium counts clockwise; -1 if it slants."""
        angle = degrees(self._c.FPDFText_GetCharAngle(self._page, index))
        turns = quarter_turns(angle + 90 * self._frame.turns)
        return -1 if turns is None else -turns % 4

    def _all(self, count: int) -> Iterator[tuple[int, Glyph]]:
        """Those that are on the page, each with its index."""
        c, page, shown, shows = self._c, self._page, self._frame.shown, self._frame.shows
        rect = c.FS_RECTF()
        target = ctypes.byref(rect)
        left, top, is_upright = self._frame.left, self._frame.top, self._frame.turns == 0
        code_of = unchecked(c.FPDFText_GetUnicode)
        box_of = unchecked(c.FPDFText_GetLooseCharBox)
        unmapped = unchecked(c.FPDFText_HasUnicodeMapError)
        misplaced = Misplaced(c, page, self._visible.forms) if self._visible.forms else None
        high = 0
        for index in range(count):
            code = code_of(page, index)
            if code < 32 or not box_of(page, index, target):
                continue
            if misplaced is not None:
                misplaced.put_right(index, rect)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000:
                code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
            if is_upright:
                box = rect.left - left, top - rect.top, rect.right - left, top - rect.bottom
            else:
                box = shown(rect.left, rect.bottom, rect.right, rect.top)
            if shows(box):
                readable = (code < 0xE000 or _is_character(code)) and unmapped(page, index) != 1
                yield index, Glyph(*box, chr(code) if readable else UNREADABLE)

    def _without_pale(
        self, found: Sequence[tuple[int, Glyph]], watermark: list[str]
    ) -> tuple[Glyph, ...]:
        """Those that are not far larger than the rest and hardly visible."""
        heights = [glyph.y1 - glyph.y0 for _, glyph in found]
        large = LARGE * median(heights) if heights else 0.0
        if max(heights, default=0.0) <= large:
            return tuple([glyph for _, glyph in found])
        pale = {
            index
            for (index, _), height in zip(found, heights, strict=True)
            if height > large and self._is_pale(index)
        }
        watermark += [glyph.text for index, glyph in found if index in pale]
        return tuple(glyph for index, glyph in found if index not in pale)

    def _is_pale(self, index: int) -> bool:
        parts = [ctypes.c_uint() for _ in range(4)]
        found = self._c.FPDFText_GetFillColor(self._page, index, *map(ctypes.byref, parts))
        *colours, opaque = (part.value for part in parts)
        return bool(found) and is_pale(min(colours), opaque)


def _goes_on(before: Glyph, glyph: Glyph) -> bool:
    """Whether a character stands right behind another one, and so is turned as that is."""
    height = before.y1 - before.y0
    step = glyph.x0 - before.x0
    return abs(glyph.y1 - before.y1) < _STEP * height and 0 < step < 3 * height


def _tells(text: str) -> bool:
    """Whether it may be (a part of) a figure; words that were cut off only were too long."""
    return not "\u2e80" < text < "\uff00"


def _is_character(code: int) -> bool:
    """Whether a code says which character it is; those for private use do not."""
    return code < 0xF0000 and not (code < 0xF900 or 0xFFFD <= code <= 0xFFFF)
