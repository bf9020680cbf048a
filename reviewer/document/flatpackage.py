"""Packages that Word saves as one XML file ("Word XML document"): made the zip that they say.

Nothing is unpacked here, so nothing grows: the zip is no larger than the file.
"""

from __future__ import annotations

import binascii
from base64 import b64decode
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

from reviewer.document.packages import damaged, parsed

_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_NAMESPACE = b"http://schemas.microsoft.com/office/2006/xmlPackage"
_HEAD = 1024
_LONGEST_NAME = 500
"""Characters of the longest name that is followed; Word's longest have some 40."""


def is_flat(data: bytes) -> bool:
    """Whether bytes are such a file of a Word document."""
    head = data[:_HEAD]
    return b"<?xml" in head[:8] and _NAMESPACE in head and b"/word/document" in data


def zipped(data: bytes) -> bytes:
    """The same package as a zip.

    Raises:
        FormatError: It is damaged, or declares entities.
    """
    parts = {
        (part.get(f"{_PKG}name") or "").lstrip("/")[:_LONGEST_NAME]: _content(part)
        for part in parsed(data).iter(f"{_PKG}part")
    }
    written = BytesIO()
    with ZipFile(written, "w", ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name), content)
    return written.getvalue()


def _content(part: etree._Element) -> bytes:
    """What a part holds: XML, or bytes encoded as letters."""
    for held in part:
        if held.tag == f"{_PKG}xmlData" and len(held):
            return etree.tostring(held[0], encoding="utf-8")
        if held.tag == f"{_PKG}binaryData":
            try:
                return b64decode(held.text or "")
            except binascii.Error as error:
                raise damaged(error) from error
    return b""
