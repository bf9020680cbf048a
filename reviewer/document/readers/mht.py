"""Web archives (mht, mhtml): pages with their pictures in one file, as browsers and Word save."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

from reviewer.document.composing import Content, compose
from reviewer.document.markup.patience import Patience
from reviewer.document.model import Document, Origin
from reviewer.errors import EmptyError, FormatError, TooLargeError
from reviewer.progress import Progress

_HEAD = 8192
_HEADERS = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:[\w-]{2,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){1,60}+")
_ARCHIVE = re.compile(rb"^content-type:\s*(?:multipart/|text/html)", re.I | re.M)
_FRAMES = re.compile(r"<frameset\b", re.I)
_PARTS_LIMIT = 2000
_NESTING = re.compile(rb"^content-type:\s*multipart/", re.I | re.M)
_KIND = re.compile(rb"^content-type:[^\n]*+(?:\n[ \t][^\n]*+)*+", re.I | re.M)
_KIND_LIMIT = 4096
_MOST_NESTED = 8
_LINES_LIMIT = 500_000
"""Most lines of an archive: each is compared with the end marks of all parts around it."""

_HINT = "请在浏览器或 Word 中打开它，另存为网页或复制正文后粘贴打开。"


def accepts(data: bytes) -> bool:
    """An archive begins with a letter's headers that announce a page."""
    headers = _HEADERS.match(data[:_HEAD])
    return bool(headers and _ARCHIVE.search(headers[0]))


def read(data: bytes, origin: Origin, progress: Progress) -> Document:
    """The report on an archive's page.

    Raises:
        OpenError: One of its kinds.
    """
    progress("正在拆开网页归档", 0.2)
    _refuse_endless(data)
    pages = _pages(data, origin.encoding)
    if not pages:
        raise EmptyError("网页归档中没有网页。", _HINT)
    progress("正在查找正文", 0.4)
    patience = Patience(lambda: progress("正在查找正文", 0.5))
    encoding = pages[0].encoding
    warnings = tuple(dict.fromkeys(warning for page in pages for warning in page.warnings))
    return compose(
        _items(pages, patience), origin.model_copy(update={"encoding": encoding}), warnings
    )


def _refuse_endless(data: bytes) -> None:
    """Refuse what the mail parser would take minutes for."""
    nested = len(_NESTING.findall(data)) > _MOST_NESTED
    longest = max((len(match[0]) for match in _KIND.finditer(data)), default=0)
    if nested or longest > _KIND_LIMIT or data.count(b"\n") > _LINES_LIMIT:
        raise TooLargeError("网页归档过于庞杂，不像一份年度报告。", _HINT)


@dataclass(frozen=True)
class _Page:
    """A part that is a page, with the addresses that the frames of others know it by."""

    markup: str
    encoding: str
    warnings: tuple[str, ...]
    addresses: tuple[str, ...]


def _items(pages: list[_Page], patience: Patience) -> list[Content]:
    """The main page; where that only frames others (a workbook's sheets), all of those."""
    from reviewer.document.markup.frames import with_pages
    from reviewer.document.markup.pages import items_of

    if not _FRAMES.search(pages[0].markup):
        others = {address: page.markup for page in pages[1:] for address in page.addresses}
        return items_of(with_pages(pages[0].markup, others), patience)
    framed = [items_of(page.markup, patience) for page in pages[1:] if page.markup.strip()]
    return [item for items in framed for item in items]


def _pages(data: bytes, chosen: str | None) -> list[_Page]:
    try:
        return [_page(part, chosen) for part in _page_parts(message_from_bytes(data.lstrip()))]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise FormatError("网页归档已损坏，无法读取。", _HINT, repr(error)) from error


def _page(part: Message, chosen: str | None) -> _Page:
    from reviewer.document.markup.decoding import decode

    identity = str(part.get("Content-ID") or "").strip().strip("<>")
    stated = (
        f"cid:{identity}" if identity else "",
        str(part.get("Content-Location") or "").strip(),
    )
    return _Page(
        *decode(_bytes(part), _charset(part), chosen),
        addresses=tuple(address for address in stated if address),
    )


def _page_parts(message: Message) -> list[Message]:
    """The parts that are pages, the one that the archive names as its first in front."""
    parts = [part for part in _parts(message) if part.get_content_type() == "text/html"]
    first = message.get_param("start")
    return sorted(parts, key=lambda part: not first or part.get("Content-ID") != first)


def _parts(message: Message) -> Iterator[Message]:
    """All parts that hold something, without recursion."""
    waiting = [message]
    for _ in range(_PARTS_LIMIT):
        if not waiting:
            return
        part = waiting.pop()
        payload = part.get_payload()
        if part.is_multipart() and isinstance(payload, list):
            waiting += [one for one in reversed(payload) if isinstance(one, Message)]
        else:
            yield part


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _charset(part: Message) -> str:
    charset = part.get_param("charset")
    return charset if isinstance(charset, str) else ""
