"""Opens a file or pasted text: sniff the content, pick a reader, read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from reviewer.document.limits import refuse_if_long
from reviewer.document.misnamed import renamed
from reviewer.document.model import Document, Origin
from reviewer.document.readers import READERS, Reader
from reviewer.errors import (
    EmptyError,
    EncodingError,
    ForeignError,
    FormatError,
    TooLargeError,
    UnreadableError,
)
from reviewer.progress import Progress, ignore

MAX_BYTES = 20 * 1024 * 1024
"""Larger files are no annual reports; the longest known is under 2 MB as text."""

_CONVERTED = (".odt", ".fodt", ".ods", ".fods")
"""The endings of files that no reader reads, but LibreOffice converts."""


def open_document(
    path: Path,
    progress: Progress = ignore,
    encoding: str | None = None,
    known: Mapping[str, str] | None = None,
) -> Document:
    """Read a file.

    Args:
        path: Where it is.
        progress: Told how far reading is.
        encoding: One of ``ENCODINGS``, for a file of text; else the one that fits is found.
        known: Encodings chosen earlier, by the sha256 of the file's bytes.

    Raises:
        OpenError: One of its kinds; the message says what to do.
        Cancelled: ``progress`` raised it.
    """
    progress("正在读取文件", 0.0)
    data = read_bytes(path)
    origin = Origin(
        path=str(path),
        format="",
        encoding=None,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
    )
    for reader in READERS:
        if reader.module.accepts(data):
            progress(f"正在解析{reader.title}", 0.1)
            chosen = encoding or (known or {}).get(origin.sha256)
            update = {"format": reader.name, "encoding": chosen if reader.decodes else None}
            named = origin.model_copy(update=update)
            try:
                return _within_limit(_read(reader, data, named, progress))
            except (FormatError, EncodingError) as refusal:
                if reader is not READERS[-1] or chosen:
                    raise
                raise renamed(path, data, refusal) or refusal from refusal
    raise FormatError("无法识别这个文件的格式。", "请确认文件未损坏，或复制正文后粘贴打开。")


def _read(reader: Reader, data: bytes, origin: Origin, progress: Progress) -> Document:
    """What a reader reads; what it refuses as foreign as another office program reads it."""
    try:
        return reader.module.read(data, origin, progress)
    except ForeignError as refusal:
        from reviewer.document import fallback

        return fallback.converted(data, origin, refusal, progress)


def open_text(pasted: str, name: str = "") -> Document:
    """A document of pasted text; ``name`` stands where a file's path would.

    Raises:
        OpenError: Nothing in it, or no text.
    """
    from reviewer.document.readers import txt

    clean = pasted.encode("utf-8", errors="surrogatepass").decode("utf-8", errors="replace")
    origin = Origin(path=name, format="txt", encoding="utf-8", sha256="", size=0)
    return _identified(_within_limit(txt.from_text(clean, origin)))


def open_html(pasted: str, name: str = "") -> Document:
    """A document of pasted markup, as browsers, Word and spreadsheets put it on the clipboard.

    Its identity is that of its canonical text: that is what is kept to open it again.

    Raises:
        OpenError: Nothing in it, or more than a report is.
    """
    from reviewer.document.readers import html

    origin = Origin(path=name, format="html", encoding="utf-8", sha256="", size=0)
    return _identified(_within_limit(html.from_markup(html.copied(pasted), origin)))


def decoded_suffixes() -> tuple[str, ...]:
    """The endings of files whose encoding can be chosen."""
    return tuple(suffix for reader in READERS if reader.decodes for suffix in reader.suffixes)


def suffixes() -> tuple[str, ...]:
    """The endings that file dialog, drop and folders look for."""
    return (*(suffix for reader in READERS for suffix in reader.suffixes), *_CONVERTED)


def read_bytes(path: Path) -> bytes:
    """A file's bytes.

    Raises:
        OpenError: It cannot be read, is empty, or is larger than reports are.
    """
    try:
        if path.is_dir():
            os.scandir(path).close()
            raise UnreadableError(f"“{path.name}”是文件夹。", "请选择其中的报告文件。")
        if path.exists() and not path.is_file():
            raise UnreadableError(f"“{path.name}”不是普通文件。", "请选择报告文件本身。")
        if path.stat().st_size > MAX_BYTES:
            raise TooLargeError(
                f"文件过大（{path.stat().st_size / 1024 / 1024:.0f} MB），超过 20 MB 的限制。",
                "年度报告一般不超过 1 MB，请确认选对了文件。",
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError(
            f"找不到文件“{path}”。", "请确认文件没有被移动或改名。", str(error)
        ) from error
    except PermissionError as error:
        raise UnreadableError(
            f"没有权限读取文件“{path}”。",
            "请检查文件权限，或复制到别处再打开。",
            str(error),
        ) from error
    except (OSError, ValueError) as error:
        raise UnreadableError(
            f"无法读取文件“{path}”。", "请确认磁盘或网络位置可用。", str(error)
        ) from error
    if not data:
        raise EmptyError("文件是空的。", "请确认选对了文件，或重新导出后再打开。")
    return data


def _identified(document: Document) -> Document:
    """The document known by its text: that is kept of what was pasted, to open it again."""
    data = document.text.encode()
    known = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
    return document.model_copy(update={"origin": document.origin.model_copy(update=known)})


def _within_limit(document: Document) -> Document:
    refuse_if_long(document.text)
    return document
