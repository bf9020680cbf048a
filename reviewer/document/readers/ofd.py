"""OFD files, China's own page format (GB/T 33190); pages that are pictures need the extra ocr."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import partial

from lxml import etree

from reviewer.document.composing import compose
from reviewer.document.geometry.content import PageContent, carried_on
from reviewer.document.geometry.flow import items_of
from reviewer.document.geometry.furniture import without_furniture
from reviewer.document.model import Document, Origin
from reviewer.document.ofd.pages import PageReading
from reviewer.document.ofd.values import box, child, local, said
from reviewer.document.packages import Package, damaged, is_package
from reviewer.document.pictures.pages import PicturePage, settled
from reviewer.document.pictures.recogniser import HOW_TO_GET_IT, is_available
from reviewer.errors import FormatError, OpenError, ScannedError, TooLargeError
from reviewer.progress import Progress

_MAIN = "OFD.xml"
_MOST_PAGES = 300
_MOST_CHARACTERS = 600_000
_A4 = (0.0, 0.0, 210.0, 297.0)
_SHOWN = "PhysicalBox"
_DAMAGE = (RecursionError, ValueError, IndexError, OverflowError)


def accepts(data: bytes) -> bool:
    """A zip with the file that lists an OFD's documents."""
    return is_package(data, "ofd.xml")


def read(data: bytes, origin: Origin, progress: Progress) -> Document:
    """A document of an OFD's bytes.

    Raises:
        FormatError: Damaged, or locked.
        TooLargeError: More pages, or more on a page, than a report can have.
        ScannedError: Its pages are pictures, and the extra is not installed.
        EmptyError: No text in it.
    """
    package = Package(data)
    try:
        found = list(_pages(package, progress))
    except _DAMAGE as error:
        raise damaged(error) from error
    pages = [page for page, _ in found]
    seen = _recognised(package, found, progress)
    if not (seen or any(page.characters for page in pages)) and any(
        page.is_pictured for page in pages
    ):
        raise ScannedError(
            "这个 OFD 文件是扫描件，页面都是图片，没有可以读取的文字。", HOW_TO_GET_IT
        )
    contents: list[PageContent] = []
    for number, page in enumerate(pages, 1):
        progress(f"正在解析第{number}页", 0.5 + number / len(pages) / 2)
        if number in seen:
            contents.append(seen[number].content())
        else:
            before = contents[-1] if contents else None
            again = partial(page.content, number)
            contents.append(carried_on(page.content(number), before, again))
    items = settled(items_of(without_furniture(contents)), list(seen.values()))
    return compose(items, origin, tuple(_warnings(pages, seen)), recognised=seen)


def _recognised(
    package: Package,
    pages: Sequence[tuple[PageReading, str]],
    progress: Progress,
) -> Mapping[int, PicturePage]:
    """The pages that are pictures, as they look; none without the extra."""
    scans = {
        number: (picture, page.frame.size.width)
        for number, (page, part) in enumerate(pages, 1)
        if part and (picture := package.raw(part)) is not None
    }
    if not scans or not is_available():
        return {}
    from reviewer.document.pictures.recognition import pages_of_scans

    return pages_of_scans(scans, progress)


def _warnings(pages: Sequence[PageReading], seen: Container[int]) -> Iterator[str]:
    recognised = _numbers(number in seen for number in range(1, len(pages) + 1))
    if recognised:
        yield f"第{recognised}页的图片由程序识别成文字，可能有错，请对照原件核对。"
    pictured = _numbers(page.is_pictured and at not in seen for at, page in enumerate(pages, 1))
    if pictured:
        yield f"第{pictured}页是图片，其中的文字没有读取。{HOW_TO_GET_IT}"
    drawn = _numbers(page.is_drawing for page in pages)
    if drawn:
        yield f"第{drawn}页图形过多，没有识别其中的表格线。"


def _numbers(are_so: Iterable[bool]) -> str:
    return "、".join(str(number) for number, is_so in enumerate(are_so, 1) if is_so)


def _pages(package: Package, progress: Progress) -> Iterator[tuple[PageReading, str]]:
    """The pages of all documents in the file, each with the part that is a picture of it."""
    main = package.part(_MAIN)
    bodies = main if main is not None else ()
    roots = [said(body, "DocRoot") for body in bodies if local(body) == "DocBody"]
    if not roots:
        raise damaged(KeyError(_MAIN))
    count = characters = 0
    for root in roots:
        paper = _Paper(package, root.lstrip("/"))
        for page in paper.pages(lambda: progress("正在解析页面", 0.3)):
            count += 1
            characters += page.characters
            if count > _MOST_PAGES or characters > _MOST_CHARACTERS:
                raise TooLargeError(
                    "OFD 文件的页数或文字过多，不像一份年度报告。", "请确认选对了文件。"
                )
            yield page, paper.pictures.get(page.scan, "")


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
        self.pictures: dict[str, str] = {}
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
        """Drawings that pages share; the parts that pictures are in are noted on the way."""
        for entry in self._shared:
            if local(entry) not in {"PublicRes", "DocumentRes"}:
                continue
            name = self._place((entry.text or "").strip())
            try:
                resources = self._package.part(name)
            except OpenError:
                continue  # most of it are fonts, which are not needed
            base = resources.get("BaseLoc", "") if resources is not None else ""
            for unit in resources.iter() if resources is not None else ():
                if local(unit) == "MultiMedia":
                    folder = posixpath.join(posixpath.dirname(name), base, "")
                    self.pictures[unit.get("ID", "")] = self._place(
                        said(unit, "MediaFile"), folder.lstrip("/")
                    )
                if local(unit) in {"CompositeGraphicUnit", "CompositeGraphicsUnit"}:
                    yield unit.get("ID", ""), unit


def _lost(package: Package, name: str) -> FormatError:
    """What is said where a part is missing: in locked files all are."""
    if package.part("Encryptions.xml") is not None:
        return FormatError("这个 OFD 文件已加密，不能读取。", "请解除加密、另存后再打开。")
    return damaged(KeyError(name))
