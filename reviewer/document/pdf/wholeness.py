"""Whether a PDF file is as it was written, or bytes of it are lost, added or changed in number.

A file ends with the place of its index, counted in bytes (ISO 32000-1, 7.5.5). Where no index
stands there, PDFium looks for the objects itself and shows what it finds: a font that lost a
piece prints other characters, or none, and no figure can be told from a blank.
"""

from __future__ import annotations

import re

from reviewer.document.model import Document, Doubt, Span

DAMAGED = "PDF 文件内部不完整，可能没有下载完整或已损坏，读出的内容不可靠，请对照原件核对"

_HEADER_WITHIN = 1024
_END_WITHIN = 4096
_PLACE = re.compile(rb"startxref\s+(\d{1,12})\b")
_INDEX = re.compile(rb"\s*(?:xref\b|\d+\s+\d+\s+obj\b)")


def is_whole(data: bytes) -> bool:
    """Whether the index stands where the file's end says, counted from its header or its start."""
    told = _PLACE.findall(data[-_END_WITHIN:])
    if not told:
        return False
    header = max(data.find(b"%PDF-", 0, _HEADER_WITHIN), 0)
    return any(_INDEX.match(data, int(told[-1]) + start) for start in {0, header})


def with_doubt(document: Document) -> Document:
    """The document with all of its text in doubt, which its warnings tell, too."""
    doubt = Doubt(span=Span(start=0, end=len(document.text)), reason=DAMAGED)
    return document.model_copy(
        update={
            "warnings": (f"{DAMAGED}。", *document.warnings),
            "doubts": (doubt, *document.doubts),
        }
    )
