"""Zipped XML packages (docx, xlsx, ofd): parts read within limits, and nothing outside the file.

Input is hostile until shown otherwise: a part is never unpacked beyond its limit, a document
type (and with it every entity) is refused, and what is not asked for (macros, objects, links) is
never looked at.
"""

from __future__ import annotations

import posixpath
import re
import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from reviewer.errors import ForeignError, FormatError, TooLargeError

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
"""Namespace of the attributes that refer to a relation of their part."""

_MAX_PART = 24 * 1024 * 1024
"""Most bytes of an unpacked part; the largest known main part of a report has 2 MB."""

_MAX_WHOLE = 64 * 1024 * 1024
"""Most bytes of all parsed parts, each counted as often as it is parsed."""

_MAX_RATIO = 300
_SMALL_PART = 1024 * 1024
"""Smaller parts may be packed as tightly as they like: repeated rows of zeros are."""

_DAMAGED = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    IndexError,
    KeyError,
    RuntimeError,
    ValueError,
)
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/\2"
_MARK = b"PK\x03\x04"
_ENCRYPTED = 0x1


@dataclass(frozen=True)
class Relation:
    """Where a part refers to: another part's name, or an address outside."""

    kind: str
    target: str
    external: bool


def is_package(data: bytes, beginning: str) -> bool:
    """Whether a zip holds a part whose name begins so; a damaged zip is searched for the name."""
    if not data.startswith(_MARK):
        return False
    try:
        with ZipFile(BytesIO(data)) as zipped:
            return any(_name(info).startswith(beginning) for info in zipped.infolist())
    except _DAMAGED:
        return beginning.encode() in data


class Package:
    """A zip of XML parts.

    Raises:
        FormatError: The zip is damaged.
    """

    def __init__(self, data: bytes) -> None:
        self._read = 0
        try:
            self._zip = ZipFile(BytesIO(data))
            self._parts = {_name(info): info for info in self._zip.infolist()}
        except _DAMAGED as error:
            raise damaged(error) from error

    def main(self, default: str) -> str:
        """The name of the main part, as the package says or else as usual."""
        stated = (
            relation.target
            for relation in self.relations("").values()
            if relation.kind == "officeDocument" and not relation.external
        )
        return next((name for name in stated if name.casefold() in self._parts), default)

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part (the package itself if empty) refers to, by id."""
        folder, name = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return {}
        return {
            element.get("Id", ""): _relation(folder, element)
            for element in root
            if element.get("Target")
        }

    def related(self, part: str, kind: str) -> etree._Element | None:
        """The first part of a kind that a part refers to."""
        for relation in self.relations(part).values():
            if relation.kind == kind and not relation.external:
                return self.part(relation.target)
        return None

    def part(self, name: str) -> etree._Element | None:
        """A part's root element; None if there is no such part.

        Raises:
            FormatError: It is damaged, locked, or declares entities.
            TooLargeError: It unpacks to more than a report can have.
        """
        info = self._parts.get(name.casefold())
        if info is None:
            return None
        data = self._unpacked(info)
        self._read += len(data)
        if self._read > _MAX_WHOLE:
            raise _too_large(f"{info.filename}: {self._read} bytes with the parts before")
        return parsed(data)

    def raw(self, name: str) -> bytes | None:
        """A part's bytes; None if there is no such part, or it cannot be unpacked."""
        info = self._parts.get(name.casefold())
        try:
            return None if info is None else self._unpacked(info)
        except (FormatError, TooLargeError):
            return None

    def _unpacked(self, info: ZipInfo) -> bytes:
        if info.flag_bits & _ENCRYPTED:
            raise FormatError("文件加了密码，不能读取。", "请解除密码、另存后再打开。")
        if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise damaged(NotImplementedError(f"compression {info.compress_type}"))
        try:
            with self._zip.open(info) as stream:
                data = stream.read(_MAX_PART + 1)
        except _DAMAGED as error:
            raise damaged(error) from error
        packed = max(info.compress_size, 1)
        if len(data) > _MAX_PART or (len(data) > _SMALL_PART and len(data) / packed > _MAX_RATIO):
            raise _too_large(f"{info.filename}: {packed} bytes unpack to {len(data)} or more")
        return data


def _too_large(detail: str) -> TooLargeError:
    return TooLargeError(
        "文件解压后过大，不像一份年度报告。",
        "请确认文件来源可靠；如确是报告，请复制正文后粘贴打开。",
        detail,
    )


def damaged(error: Exception) -> ForeignError:
    """The error that tells of a package which cannot be read."""
    return ForeignError(
        "文件已损坏，不能读取。",
        "请重新下载或复制文件，或在能打开它的程序（Word、Excel、WPS、OFD 阅读器）中另存后再打开。",
        f"{type(error).__name__}: {error}",
    )


def parsed(data: bytes) -> etree._Element:
    """The root of a part's XML, in which nothing is fetched or unfolded.

    Raises:
        FormatError: It is damaged, or declares entities.
    """
    if b"purl.oclc.org/ooxml" in data:
        data = _STRICT.sub(_TRANSITIONAL, data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise damaged(error) from error
    # An entity that is not resolved would silently leave a figure out: refused, as Word does.
    if root.getroottree().docinfo.internalDTD is not None:
        raise FormatError(
            "文件里有不该有的实体声明，可能是伪造的。",
            "请确认文件来源可靠，在 Word 或 WPS 中另存后再打开。",
        )
    return root


def _name(info: ZipInfo) -> str:
    return info.filename.replace("\\", "/").lstrip("/").casefold()


def _relation(folder: str, element: etree._Element) -> Relation:
    target = element.get("Target", "")
    external = element.get("TargetMode") == "External"
    if not external:
        inside = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        target = posixpath.normpath(inside)
    return Relation(posixpath.basename(element.get("Type", "")), target, external)
