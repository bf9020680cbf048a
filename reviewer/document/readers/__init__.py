"""One file a format, listed in READERS; the first reader that accepts the bytes reads them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reviewer.document.model import Document, Origin
from reviewer.document.readers import doc, docx, html, mht, pdf, rtf, text, xls, xlsx

Progress = Callable[[str, float], None]
"""Told what goes on and how far (0 to 1); may raise Cancelled."""


@dataclass(frozen=True)
class Reader:
    """A file format.

    Attributes:
        name: As in ``Origin.format``.
        title: For the file dialog, in Chinese.
        suffixes: Usual file name endings, lower case, with the dot.
        accepts: Whether the bytes are of this format (content decides, not the suffix).
        read: Bytes and origin to a document; raises an OpenError.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    accepts: Callable[[bytes], bool]
    read: Callable[[bytes, Origin, Progress], Document]


READERS: tuple[Reader, ...] = (
    Reader("docx", "Word 文档", (".docx", ".docm"), docx.accepts, docx.read),
    Reader("xlsx", "电子表格", (".xlsx", ".xlsm"), xlsx.accepts, xlsx.read),
    Reader("xls", "Excel 97-2003、WPS 表格", (".xls", ".et"), xls.accepts, xls.read),
    Reader("doc", "Word 97-2003、WPS 文档", (".doc", ".wps"), doc.accepts, doc.read),
    Reader("rtf", "RTF 文档", (".rtf",), rtf.accepts, rtf.read),
    Reader("pdf", "PDF 文件", (".pdf",), pdf.accepts, pdf.read),
    Reader("mht", "网页归档", (".mht", ".mhtml"), mht.accepts, mht.read),
    Reader("html", "网页", (".html", ".htm", ".shtml", ".xhtml"), html.accepts, html.read),
    Reader("txt", "文本文件", (".txt", ".csv", ".tsv", ".md", ".text"), text.accepts, text.read),
)
