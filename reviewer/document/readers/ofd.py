"""OFD files, China's own page format (GB/T 33190), made from text and not scanned."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence

from lxml import etree

from reviewer.document.composing import compose
from reviewer.document.model import Document, Origin
from reviewer.document.ofd.pages import PageReading
from reviewer.document.ofd.values import box, child, local, said
from reviewer.document.ooxml.packages import Package, damaged, is_package
from reviewer.document.pdf.content import PageContent
from reviewer.document.pdf.flow import items_of
from reviewer.document.pdf.furniture import without_furniture
from reviewer.errors import FormatError, OpenError, ScannedError, TooLargeError

_MAIN = "OFD.xml"
_MOST_PAGES = 300
_MOST_CHARACTERS = 600_000
_A4 = (0.0, 0.0, 210.0, 297.0)
_SHOWN = "PhysicalBox"
_RECOGNITION = "请向报送单位索取 Word 等可复制文字的文件。"
_DAMAGE = (RecursionError, ValueError, IndexError, OverflowError)


def accepts(data: bytes) -> bool:
    """A zip with the file that lists an OFD's documents."""
    return is_package(data, "ofd.xml")


def read(data: bytes, origin: Origin, progress: Callable[[str, float], None]) -> Document:
    """A document of an OFD's bytes.

    Raises:
        FormatError: Damaged, or locked.
        TooLargeError: More pages, or more on a page, than a report can have.
        ScannedError: Its pages are pictures.
        EmptyError: No text in it.
    """
    package = Package(data)
    try:
        pages = list(_pages(package, progress))
    except _DAMAGE as error:
        raise damaged(error) from error
    if not any(page.characters for page in pages) and any(page.is_pictured for page in pages):
        raise ScannedError("这个 OFD 文件的页面都是图片，没有可以读取的文字。", _RECOGNITION)
    contents: list[PageContent] = []
    for number, page in enumerate(pages, 1):
        progress(f"正在解析第{number}页", 0.5 + number / len(pages) / 2)
        contents.append(page.content(number))
    return compose(items_of(without_furniture(contents)), origin, tuple(_warnings(pages)))


def _warnings(pages: Sequence[PageReading]) -> Iterator[str]:
    pictured = _numbers(page.is_pictured for page in pages)
    if pictured:
        yield f"第{pictured}页是图片，其中的文字没有读取。{_RECOGNITION}"
    drawn = _numbers(page.is_drawing for page in pages)
    if drawn:
        yield f"第{drawn}页图形过多，没有识别其中的表格线。"


def _numbers(are_so: Iterable[bool]) -> str:
    return "、".join(str(number) for number, is_so in enumerate(are_so, 1) if is_so)


def _pages(package: Package, progress: Callable[[str, float], None]) -> Iterator[PageReading]:
    """The pages of all documents in the file, which as a rule is one."""
    main = package.part(_MAIN)
    bodies = main if main is not None else ()
    roots = [said(body, "DocRoot") for body in bodies if local(body) == "DocBody"]
    if not roots:
        raise damaged(KeyError(_MAIN))
    count = characters = 0
    for root in roots:
        for page in _Paper(package, root.lstrip("/")).pages(lambda: progress("正在解析页面", 0.3)):
            count += 1
            characters += page.characters
            if count > _MOST_PAGES or characters > _MOST_CHARACTERS:
                raise TooLargeError(
                    "OFD 文件的页数或文字过多，不像一份年度报告。", "请确认选对了文件。"
                )
            yield page


class _Paper:
    """One document of the file."""

    def __init__(self, package: Package, name: str) -> None:
        self._package = package
        self._name = name
        root = package.part(name)
        if root is None:
            raise _lost(package, name)
        self._root = root
        shared = child(root, "CommonData")
        self._shared = shared if shared is not None else etree.Element("CommonData")
        self._templates = {
            one.get("ID", ""): self._place(one.get("BaseLoc", ""))
            for one in self._shared
            if local(one) == "TemplatePage"
        }
        self._units = dict(self._drawings())

    def pages(self, step: Callable[[], None]) -> Iterator[PageReading]:
        """The pages in order."""
        listed = child(self._root, "Pages")
        for entry in listed if listed is not None else ():
            step()
            place = self._place(entry.get("BaseLoc", ""))
            root = self._package.part(place) if local(entry) == "Page" else None
            if root is None:
                raise _lost(self._package, place)
            page = PageReading(self._area(root), self._units, step)
            for used in root:
                if local(used) == "Template":
                    template = self._package.part(
                        self._templates.get(used.get("TemplateID", ""), "")
                    )
                    if template is not None:
                        page.add(template)
            page.add(root)
            yield page

    def _place(self, stated: str, beside: str = "") -> str:
        """A part's name from how another part refers to it."""
        if stated.startswith("/"):
            return stated.lstrip("/")
        folder = posixpath.dirname(beside or self._name)
        return posixpath.normpath(posixpath.join(folder, stated))

    def _area(self, page: etree._Element) -> tuple[float, float, float, float]:
        """What is shown of a page, in millimetres."""
        for area in (child(page, "Area"), child(self._shared, "PageArea")):
            stated = box(said(area, _SHOWN)) if area is not None else None
            if stated is not None and stated[2] > 0 and stated[3] > 0:
                return stated
        return _A4

    def _drawings(self) -> Iterator[tuple[str, etree._Element]]:
        """Drawings that pages share."""
        for entry in self._shared:
            if local(entry) not in {"PublicRes", "DocumentRes"}:
                continue
            try:
                resources = self._package.part(self._place((entry.text or "").strip()))
            except OpenError:
                continue  # fonts and pictures stand there too, which are not needed
            for unit in resources.iter() if resources is not None else ():
                if local(unit) in {"CompositeGraphicUnit", "CompositeGraphicsUnit"}:
                    yield unit.get("ID", ""), unit


def _lost(package: Package, name: str) -> FormatError:
    """What is said where a part is missing: in locked files all are."""
    if package.part("Encryptions.xml") is not None:
        return FormatError("这个 OFD 文件已加密，不能读取。", "请解除加密、另存后再打开。")
    return damaged(KeyError(name))
