"""Saved web pages, and documents that Word, WPS or a spreadsheet saved as a page."""

from __future__ import annotations

import re
from collections.abc import Callable

from reviewer.document.composing import compose
from reviewer.document.markup.patience import Patience
from reviewer.document.model import Document, Origin
from reviewer.progress import Progress

_HEAD = 65536
_SPARED = rb"(?>\s|\xef\xbb\xbf|<!--.*?-->|<\?[^>]*>|&nbsp;)*+"
_PAGE = re.compile(_SPARED + rb"<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_PART = re.compile(
    _SPARED + rb"<(?:meta|title|style|script|link|base|table|tbody|tr|div|p|span|font|center|h[1-6]"
    rb"|article|section|main|form|ul|ol|br|img|pre)\b[^<>]*>",
    re.I | re.S,
)
_TABLE = re.compile(rb"<t[dhr]\b[^<>]*>.{0,4000}?</t[dhr]\s*>", re.I | re.S)
_PLACES = re.compile(r"\A\s*Version:[\d.]+\s+(?:\w+:[^\n<]*\n)*")
_PASTED_TABLE = re.compile(r"<table\b|<td\b", re.IGNORECASE)


def accepts(data: bytes) -> bool:
    """A page, or a piece of one, by its tags; the name does not count."""
    head = data[:_HEAD]
    if b"\x00" in head[:64]:  # two bytes a character
        head = head.replace(b"\x00", b"").lstrip(b"\xff\xfe")
    return bool(_PAGE.match(head) or _PART.match(head) or _TABLE.search(head))


def read(data: bytes, origin: Origin, progress: Progress) -> Document:
    """The report on a page.

    Raises:
        OpenError: One of its kinds.
    """
    from reviewer.document.markup.decoding import decode

    progress("正在识别编码", 0.2)
    markup, encoding, warnings = decode(data, chosen=origin.encoding)
    named = origin.model_copy(update={"encoding": encoding})
    progress("正在查找正文", 0.4)
    return from_markup(markup, named, warnings, lambda: progress("正在查找正文", 0.5))


def copied(pasted: str) -> str:
    """The page in what a clipboard holds: Windows puts lines of places before it."""
    clean = pasted.encode("utf-8", errors="surrogatepass").decode("utf-8", errors="replace")
    return _PLACES.sub("", clean)


def has_table(pasted: str) -> bool:
    """Whether pasted markup holds a table, which the plain text beside it would flatten."""
    return bool(_PASTED_TABLE.search(pasted))


def from_markup(
    markup: str,
    origin: Origin,
    warnings: tuple[str, ...] = (),
    step: Callable[[], None] = lambda: None,
) -> Document:
    """A document of markup that is already decoded (a page's, or the clipboard's).

    ``step`` is called now and then and may raise Cancelled.
    """
    from reviewer.document.markup.pages import items_of

    head = markup[:_HEAD].encode(errors="replace")
    if not (_PAGE.match(head) or _PART.match(head)):
        markup = markup.replace("\n", "<br>\n")  # text with a table in it: its lines count
    return compose(items_of(markup, Patience(step)), origin, warnings)
