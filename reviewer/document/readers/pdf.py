"""PDF files with a text layer, read from where characters and rules stand on the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reviewer.document.composing import compose
from reviewer.document.model import Document, Origin
from reviewer.document.pdf.engine import opened
from reviewer.document.pdf.flow import items_of
from reviewer.document.pdf.furniture import without_furniture
from reviewer.document.pdf.pages import Layer, PageRead, read_page
from reviewer.errors import ScannedError

_MARK = b"%PDF-"
_MARK_WITHIN = 1024
_UNREADABLE = 0.3
"""Of all characters: a file that does not say what so many are cannot be read."""

_RECOGNITION = (
    "可安装文字识别附加组件（reviewer[ocr]）后打开，或向报送单位索取 Word 等可复制文字的文件。"
)


def accepts(data: bytes) -> bool:
    """The mark stands at the start, or shortly behind something that a mail or web server put."""
    head = data[:_MARK_WITHIN]
    return head.lstrip().startswith(_MARK) or (_MARK in head and b"startxref" in data)


def read(data: bytes, origin: Origin, progress: Callable[[str, float], None]) -> Document:
    """A document of a PDF's bytes.

    Raises:
        FormatError: Damaged, or locked with a password.
        TooLargeError: More pages, or more on a page, than a report can have.
        ScannedError: Its pages are pictures, or its fonts do not say what they print.
        EmptyError: No text in it.
    """
    pages: list[PageRead] = []
    with opened(data) as file:
        for index in range(file.count):
            progress(f"正在解析第{index + 1}页", index / file.count)
            pages.append(read_page(file, index))
    _refuse_unreadable(pages)
    contents = without_furniture([page.content for page in pages])
    sizes = [content.frame.shown_size for content in contents]
    return compose(items_of(contents), origin, tuple(_warnings(pages)), sizes)


def _refuse_unreadable(pages: Sequence[PageRead]) -> None:
    characters = sum(page.characters for page in pages)
    if not characters and any(page.layer is Layer.SCAN for page in pages):
        raise ScannedError(
            "这个 PDF 文件是扫描件，页面都是图片，没有可以读取的文字。", _RECOGNITION
        )
    if sum(page.unreadable for page in pages) > _UNREADABLE * characters:
        raise ScannedError(
            "这个 PDF 文件的字体没有说明各个字符是什么字，读出来会是乱码。", _RECOGNITION
        )


def _warnings(pages: Sequence[PageRead]) -> Iterator[str]:
    scanned = _numbers(pages, Layer.SCAN)
    if scanned:
        yield f"第{scanned}页是扫描图片，其中的文字没有读取。{_RECOGNITION}"
    recognised = _numbers(pages, Layer.RECOGNISED)
    if recognised:
        yield f"第{recognised}页的文字是扫描后由程序识别的，可能有错，请逐格对照原件核对。"
    if any(page.unreadable for page in pages):
        yield "有的字符 PDF 没有说明是什么字，已用“\N{REPLACEMENT CHARACTER}”代替，请对照原件核对。"
    drawn = "、".join(str(page.content.number) for page in pages if page.drawing)
    if drawn:
        yield f"第{drawn}页图形过多，没有识别其中的表格线。"


def _numbers(pages: Sequence[PageRead], layer: Layer) -> str:
    return "、".join(str(page.content.number) for page in pages if page.layer is layer)
