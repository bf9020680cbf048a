"""One file a format, listed in READERS; the first reader that accepts the bytes reads them."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from reviewer.document.model import Document, Origin
from reviewer.progress import Progress


class ReaderModule(Protocol):
    """What the file of a format has to define."""

    def accepts(self, data: bytes) -> bool:
        """Whether the bytes are of this format (content decides, not the suffix)."""

    def read(self, data: bytes, origin: Origin, progress: Progress) -> Document:
        """Bytes and origin to a document; raises an OpenError."""


@dataclass(frozen=True)
class Reader:
    """A file format.

    Attributes:
        name: As in ``Origin.format``; the file beside this one that reads it is named so.
        title: For the file dialog, in Chinese.
        suffixes: Usual file name endings, lower case, with the dot.
        decodes: Whether its bytes are text in some encoding, which can be chosen: it is named by
            the ``Origin`` that ``read`` is given.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    decodes: bool = False

    @property
    def module(self) -> ReaderModule:
        """The file that reads the format, loaded when a first file is opened."""
        return cast(ReaderModule, import_module(f"{__name__}.{self.name}"))


READERS: tuple[Reader, ...] = (
    Reader("docx", "Word 文档", (".docx", ".docm", ".xml")),
    Reader("xlsx", "电子表格", (".xlsx", ".xlsm")),
    Reader("xls", "Excel 97-2003、WPS 表格", (".xls", ".et")),
    Reader("doc", "Word 97-2003、WPS 文档", (".doc", ".wps")),
    Reader("rtf", "RTF 文档", (".rtf",)),
    Reader("pdf", "PDF 文件", (".pdf",)),
    Reader("ofd", "OFD 版式文件", (".ofd",)),
    Reader("picture", "图片", (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp")),
    Reader("mht", "网页归档", (".mht", ".mhtml"), decodes=True),
    Reader("html", "网页", (".html", ".htm", ".shtml", ".xhtml"), decodes=True),
    Reader("txt", "文本文件", (".txt", ".csv", ".tsv", ".md", ".text"), decodes=True),
)
