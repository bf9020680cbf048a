"""Word's docx (and docm, and WPS's files of that kind), read as Word would print it.

The text is what a reader sees once all tracked changes are accepted: insertions are taken,
deletions and hidden text left out, automatic numbers written out. Headers and footers stand in
parts of their own and are never looked at; footnotes come at the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml import etree

from reviewer.document.composing import Content, compose
from reviewer.document.compound import is_compound
from reviewer.document.enclosed import shown_in_place, workbook_table
from reviewer.document.flatpackage import is_flat, zipped
from reviewer.document.model import Document, Origin
from reviewer.document.ooxml.wordlooks import Looks
from reviewer.document.ooxml.wordnames import (
    Found,
    W,
    child_of,
    switched_on,
    unwrapped,
    without_prompts,
)
from reviewer.document.ooxml.wordnumbers import Numbering
from reviewer.document.ooxml.wordtables import table_items
from reviewer.document.ooxml.wordtext import Picture, Runs, Workbook
from reviewer.document.packages import Package, R, damaged, is_package
from reviewer.document.pictures.embedded import EmbeddedPictures
from reviewer.document.word.flow import TRACKED
from reviewer.errors import FormatError, OpenError
from reviewer.progress import Progress

_MAIN = "word/document.xml"
_PARAGRAPH_SAYS, _RUN_SAYS = f"{W}pPr", f"{W}rPr"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK = "〔嵌入的 Excel 表格〕"
_NOTES = ("footnotes", "endnotes")


def accepts(data: bytes) -> bool:
    """A zip with a Word document in it, that as one XML file, or such a file locked."""
    return is_package(data, "word/document") or is_flat(data) or is_locked(data)


def is_locked(data: bytes) -> bool:
    """Whether a docx or xlsx stands encrypted in an OLE file."""
    return is_compound(data) and _LOCKED in data


def read(data: bytes, origin: Origin, progress: Progress) -> Document:
    """A document of a docx file's bytes.

    Raises:
        FormatError: Damaged, locked with a password, or with entities.
        TooLargeError: A part unpacks to more than a report can have.
        EmptyError: No text in it.
    """
    if is_locked(data):
        raise FormatError(
            "文件加了打开密码，不能读取。",
            "请在 Word 或 WPS 中输入密码打开，取消密码后另存，再打开。",
        )
    package = Package(zipped(data) if is_flat(data) else data)
    progress("正在解析正文和表格", 0.4)
    tick = partial(progress, "正在识别图片中的表格", 0.5)
    with EmbeddedPictures(tick) as pictures:
        items, warnings = _items(package, pictures, enclosed=False)
    return compose(items, origin, warnings)


def _items(
    package: Package, pictures: EmbeddedPictures, *, enclosed: bool
) -> tuple[list[Content], tuple[str, ...]]:
    """Paragraphs and tables, and what the reviewer should know.

    Args:
        package: The file.
        pictures: Looks at the pictures in it.
        enclosed: Whether the file stands within another one.
    """
    main = package.main(_MAIN)
    root = package.part(main)
    body = root.find(f"{W}body") if root is not None else None
    if root is None or body is None:
        raise damaged(KeyError(main))
    try:
        story = _Story(package, main, pictures, enclosed=enclosed)
        without_prompts(root)
        items = [*story.content(body), *story.notes()]
    except RecursionError as error:
        raise damaged(error) from error
    return items, tuple(story.warnings())


class _Story:
    """Reads a document's body in order; automatic numbers count on as it goes."""

    def __init__(
        self, package: Package, main: str, pictures: EmbeddedPictures, *, enclosed: bool
    ) -> None:
        self._package = package
        self._is_enclosed = enclosed
        self._pictures = pictures
        self._main = main
        self._found = Found()
        self._relations = package.relations(main)
        numbering = package.related(main, "numbering")
        styles = package.related(main, "styles") if self._needs_styles(numbering) else None
        self._runs = Runs(self._relations, Looks(styles), self._found)
        self._numbering = Numbering(numbering, styles)

    def _needs_styles(self, numbering: etree._Element | None) -> bool:
        """Whether styles number paragraphs or hide text: to read them takes long."""
        if numbering is not None:
            return True
        parts = (one.target for one in self._relations.values() if one.kind == "styles")
        return any(b"vanish" in (self._package.raw(part) or b"") for part in parts)

    def content(self, parent: etree._Element) -> list[Content]:
        """The paragraphs and tables of the body, a cell or a box."""
        items: list[Content] = []
        begun = ""
        for child in unwrapped(parent, self._found):
            if child.tag == f"{W}p":
                text, beside = self._paragraph(child)
                if _end_is_deleted(child):
                    begun += text
                else:
                    items.append(begun + text)
                    begun = ""
                items += beside
            elif child.tag == f"{W}tbl":
                items += table_items(child, self.content, self._found)
            elif child.tag == f"{W}altChunk":
                items += self._enclosed(child)
        return [*items, begun] if begun else items

    def notes(self) -> Iterator[str]:
        """Footnotes and endnotes, numbered in their order."""
        for kind in _NOTES:
            part = self._package.related(self._main, kind)
            count = 0
            for note in part if part is not None else ():
                text = " ".join(item for item in self.content(note) if isinstance(item, str))
                if text.strip():
                    count += 1
                    yield f"〔{'脚注' if kind == 'footnotes' else '尾注'}{count}〕{text.strip()}"

    def warnings(self) -> Iterator[str]:
        """What the reviewer should know of the file."""
        if self._found.tracked:
            yield TRACKED
        if self._found.hidden:
            yield "文件里有隐藏文字，没有读取。"
        if self._pictures.found:
            yield "文件里的表格图片由程序识别成文字，可能有错，请对照原件核对。"
        if self._found.embedded:
            yield "文件里嵌有 Excel 表格对象，只能当作图片，其中的数据没有读取。"
        if self._found.embedded_read:
            yield "文件里嵌有 Excel 表格对象，已读取其中的数据，请与显示的表格核对。"
        if self._found.chunk:
            yield "文件里嵌有另一份文件，其内容没有读取。请在 Word 中另存后再打开。"
        if self._found.chunk_read:
            yield "文件里嵌有另一份文件，已按所在位置读入，请核对。"

    def _paragraph(self, element: etree._Element) -> tuple[str, list[Content]]:
        """A paragraph's text with its number, then what is anchored in it."""
        read = self._runs.read(element)
        beside: list[Content] = []
        label = "" if not read.text and _is_gone(element) else self._numbering.label(element)
        for piece in read.beside:
            beside += self._anchored(piece)
        return label + read.text, beside

    def _anchored(self, piece: etree._Element | Picture | Workbook) -> list[Content]:
        """What stands beside a paragraph's text."""
        if isinstance(piece, Picture):
            return [piece.label, *self._pictures.tables(self._package.raw(piece.part))]
        if isinstance(piece, Workbook):
            return self._workbook(piece)
        return self.content(piece)

    def _workbook(self, workbook: Workbook) -> list[Content]:
        """An Excel table's cells; its picture where they cannot be told."""
        data = self._package.raw(workbook.part)
        items = workbook_table(data) if data is not None else None
        if items is not None:
            self._found.embedded_read = True
            return items
        self._found.embedded = True
        shown = self._runs.picture_of(workbook).beside
        return [_WORKBOOK] if not shown else [one for it in shown for one in self._anchored(it)]

    def _enclosed(self, chunk: etree._Element) -> list[Content]:
        """A file within the file, which Word shows in place; nested ones are not followed."""
        relation = self._relations.get(chunk.get(f"{R}id", ""))
        inside = relation is not None and not relation.external
        data = self._package.raw(relation.target) if relation is not None and inside else None
        items = None if data is None else self._enclosed_items(data)
        self._found.chunk |= items is None
        self._found.chunk_read |= items is not None
        return items or []

    def _enclosed_items(self, data: bytes) -> list[Content] | None:
        if not is_package(data, "word/document"):
            return shown_in_place(data)
        if self._is_enclosed:
            return None
        try:
            return _items(Package(data), self._pictures, enclosed=True)[0]
        except OpenError:
            return None


def _end_mark(element: etree._Element) -> etree._Element | None:
    """The properties of a paragraph's end."""
    properties = child_of(element, _PARAGRAPH_SAYS)
    return None if properties is None else child_of(properties, _RUN_SAYS)


def _end_is_deleted(element: etree._Element) -> bool:
    """Whether the paragraph's end was deleted, so that the next one joins it."""
    mark = _end_mark(element)
    return mark is not None and mark.find(f"{W}del") is not None


def _is_gone(element: etree._Element) -> bool:
    """Whether nothing is left of an empty paragraph, not even its number."""
    mark = _end_mark(element)
    hidden = mark is not None and switched_on(mark.find(f"{W}vanish"))
    return hidden or _end_is_deleted(element)
