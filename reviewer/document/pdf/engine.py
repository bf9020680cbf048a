"""Opens PDF files with PDFium, which is not thread-safe: every use of it holds one lock."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from reviewer.document.geometry.frames import Frame
from reviewer.document.pdf.expanding import refuse_if_expanding
from reviewer.document.pdf.layers import has_optional_objects
from reviewer.errors import EmptyError, FormatError, OpenError, TooLargeError

LOCK = threading.RLock()
"""To be held while PDFium is called."""

_MOST_PAGES = 300
"""Most pages that are read; an annual report has some ten."""

_PASSWORD = 4
_LARGEST_PAGE = 20_000.0
"""Points (7 m); a larger page's size is damaged."""


def library() -> Any:
    """PDFium's C functions; loaded late, since loading takes as long as reading a file."""
    import pypdfium2

    return pypdfium2.raw


def unchecked(function: Any) -> Any:
    """A function of PDFium that takes its arguments as they come.

    ctypes needs longer to check a handle than PDFium to answer: this is for what is asked of every
    character and object. Arguments are handles and references as ctypes gives them, and numbers
    that PDFium declares as ``int``.
    """
    address = ctypes.cast(function, ctypes.c_void_p).value
    bare = type(function)(address)
    bare.restype = function.restype
    return bare


class PdfFile:
    """An open PDF. All methods want LOCK held, and nothing of it may be used once closed."""

    def __init__(self, data: bytes) -> None:
        """Open a file's bytes.

        Raises:
            FormatError: Damaged, or locked with a password.
            EmptyError: It has no pages.
            TooLargeError: More pages, or more on one, than a report can have.
        """
        refuse_if_expanding(data)
        self._data = data
        self.c = library()
        self.handle = self.c.FPDF_LoadMemDocument64(data, len(data), None)
        if not self.handle:
            raise _refusal(self.c.FPDF_GetLastError())
        self.count = int(self.c.FPDF_GetPageCount(self.handle))
        if not 0 < self.count <= _MOST_PAGES:
            count = self.count
            self.close()
            raise _unfit(count)

    @cached_property
    def has_optional_objects(self) -> bool:
        """Whether forms that hold text may belong to a layer that is switched off."""
        return has_optional_objects(self._data)

    def close(self) -> None:
        """Let go of the file; a second call does nothing."""
        if self.handle:
            self.c.FPDF_CloseDocument(self.handle)
            self.handle = None

    @contextmanager
    def page(self, index: int) -> Iterator[Any]:
        """The handle of a page, counted from 0.

        Raises:
            FormatError: The page is damaged.
        """
        handle = self.c.FPDF_LoadPage(self.handle, index)
        if not handle:
            raise FormatError(
                f"PDF 文件的第{index + 1}页已损坏，无法读取。",
                "请用 PDF 阅读器打开并重新打印成 PDF；打不开时请向报送单位重新索取。",
            )
        try:
            yield handle
        finally:
            self.c.FPDF_ClosePage(handle)

    def frame(self, page: Any) -> Frame:
        """What is shown of a page.

        Raises:
            FormatError: The page is damaged.
        """
        box = self.c.FS_RECTF()
        self.c.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
        width, height = box.right - box.left, box.top - box.bottom
        if not (0 < width < _LARGEST_PAGE and 0 < height < _LARGEST_PAGE):
            raise FormatError("PDF 文件的页面尺寸不正常，无法读取。", "请重新导出后再打开。")
        turns = self.c.FPDFPage_GetRotation(page) % 4
        return Frame(box.left, box.bottom, box.right, box.top, turns)


@contextmanager
def opened(data: bytes) -> Iterator[PdfFile]:
    """An open PDF, with LOCK held while it is in use.

    Raises:
        OpenError: As ``PdfFile`` does.
    """
    with LOCK:
        file = PdfFile(data)
        try:
            yield file
        finally:
            file.close()


def _refusal(error: int) -> OpenError:
    if error == _PASSWORD:
        return FormatError(
            "这个 PDF 文件设有打开密码，不能读取。",
            "请输入密码打开后，取消密码另存，或打印成新的 PDF，再打开。",
        )
    return FormatError(
        "PDF 文件已损坏，无法读取。",
        "请用 PDF 阅读器打开并重新打印成 PDF；打不开时请向报送单位重新索取。",
        f"PDFium error {error}",
    )


def _unfit(count: int) -> OpenError:
    if count <= 0:
        return EmptyError("PDF 文件中没有页面。", "请确认选对了文件，或重新导出后再打开。")
    return TooLargeError(
        f"PDF 文件有 {count} 页，不像一份年度报告（最多读取 {_MOST_PAGES} 页）。",
        "请确认选对了文件；汇编请拆成单份报告后打开。",
    )
