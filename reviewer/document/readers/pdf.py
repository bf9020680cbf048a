"""PDF files with a text layer, read from where characters and rules stand on the pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reviewer.document.composing import compose
from reviewer.document.geometry.content import PageContent, content_of
from reviewer.document.geometry.flow import items_of
from reviewer.document.geometry.furniture import without_furniture
from reviewer.document.geometry.spread import spread
from reviewer.document.model import Document, Origin
from reviewer.document.pdf.engine import opened
from reviewer.document.pdf.pages import Layer, PageRead, in_order, read_page
from reviewer.document.pdf.wholeness import is_whole, with_doubt
from reviewer.document.pictures.pages import PicturePage, settled
from reviewer.document.pictures.recogniser import HOW_TO_GET_IT, is_available
from reviewer.errors import ScannedError
from reviewer.progress import Progress

_MARK = b"%PDF-"
_MARK_WITHIN = 1024
_UNREADABLE = 0.3
"""A file that does not say what this share of its characters are cannot be read."""


def accepts(data: bytes) -> bool:
    """The mark stands at the start, or shortly behind something that a mail or web server put."""
    head = data[:_MARK_WITHIN]
    return head.lstrip().startswith(_MARK) or (_MARK in head and b"startxref" in data)


def read(data: bytes, origin: Origin, progress: Progress) -> Document:
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
    pages = in_order(pages)
    seen = _recognised(data, pages, progress)
    _refuse_unreadable([page for page in pages if page.content.number not in seen])
    contents = without_furniture(_side_by_side(pages) or [_whole(page, seen) for page in pages])
    sizes = [page.content.frame.shown_size for page in pages]
    items = settled(items_of(contents), list(seen.values()))
    document = compose(items, origin, tuple(_warnings(pages, seen)), sizes, recognised=seen)
    return document if is_whole(data) else with_doubt(document)


def _recognised(
    data: bytes, pages: Sequence[PageRead], progress: Progress
) -> dict[int, PicturePage]:
    """The pages that are pictures, or have some, as they look; none without the extra."""
    wanted = {
        page.content.number: () if _is_illegible(page) else page.pictures
        for page in pages
        if _is_illegible(page) or page.pictures
    }
    if not wanted or not is_available():
        return {}
    from reviewer.document.pictures.recognition import pages_of_pdf

    found = pages_of_pdf(data, tuple(wanted), progress)
    return {number: replace(page, within=wanted[number]) for number, page in found.items()}


def _side_by_side(pages: Sequence[PageRead]) -> list[PageContent]:
    """What stands on sheets that are printed over several pages each; nothing if there are none."""
    if any(page.layer not in {Layer.TEXT, Layer.BLANK} or page.pictures for page in pages):
        return []
    sheets = spread([page.sheet for page in pages])
    if len(sheets) == len(pages):
        return []
    return [content_of(one.number, one.frame, one.glyphs, one.strokes) for one in sheets]


def _is_illegible(page: PageRead) -> bool:
    return page.layer is Layer.SCAN or page.unreadable > _UNREADABLE * page.characters


def _whole(page: PageRead, seen: Mapping[int, PicturePage]) -> PageContent:
    """What stands on a page, with the tables on its pictures: photographs tell nothing."""
    looked = seen.get(page.content.number)
    if looked is None:
        return page.content
    content = looked.content()
    if not looked.within:
        return content
    return replace(page.content, tables=(*page.content.tables, *content.tables))


def _refuse_unreadable(pages: Sequence[PageRead]) -> None:
    characters = sum(page.characters for page in pages)
    if not characters and any(page.layer is Layer.SCAN for page in pages):
        raise ScannedError(
            "这个 PDF 文件是扫描件，页面都是图片，没有可以读取的文字。", HOW_TO_GET_IT
        )
    if sum(page.unreadable for page in pages) > _UNREADABLE * characters:
        raise ScannedError(
            "这个 PDF 文件的字体没有说明各个字符是什么字，读出来会是乱码。", HOW_TO_GET_IT
        )


def _warnings(pages: Sequence[PageRead], seen: Mapping[int, PicturePage]) -> Iterator[str]:
    if seen:
        numbers = "、".join(map(str, seen))
        yield f"第{numbers}页的图片由程序识别成文字，可能有错，请对照原件核对。"
    pages = [page for page in pages if page.content.number not in seen]
    scanned = _numbers(pages, Layer.SCAN)
    if scanned:
        yield f"第{scanned}页是扫描图片，其中的文字没有读取。{HOW_TO_GET_IT}"
    pictured = "、".join(str(page.content.number) for page in pages if page.pictures)
    if pictured:
        yield f"第{pictured}页有图片，图片中的文字和表格没有读取。{HOW_TO_GET_IT}"
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
