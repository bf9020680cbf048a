"""The encodings that a reviewer can choose for a text or a page."""

from __future__ import annotations

import codecs
import re

from reviewer.errors import EncodingError

ENCODINGS = {
    "utf-8": "UTF-8",
    "gb18030": "GB18030（GBK、GB2312）",
    "big5hkscs": "Big5（繁体）",
    "utf-16": "UTF-16",
}
"""Python's names of what is offered, and what they are called."""

_WIDER = {
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "big5": "big5hkscs",
    "utf-8-sig": "utf-8",
    "utf-16-le": "utf-16",
    "utf-16-be": "utf-16",
}
"""Encodings by the one that holds all of their characters."""

REPLACED = "文件中有个别字节不能识别，已用“\N{REPLACEMENT CHARACTER}”代替，请对照原件核对。"
_USUAL = re.compile("[的一年公开開政府信息报報告情况況]")
_MOST_UNKNOWN = 20
"""One character in so many may be unknown: with more of them it is another encoding."""


def encoding_named(name: str) -> str:
    """One of ``ENCODINGS`` by any of its usual names (GBK, utf8).

    Raises:
        EncodingError: It is none of them.
    """
    try:
        found = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        found = ""
    found = _WIDER.get(found, found)
    if found not in ENCODINGS:
        known = "、".join(("UTF-8", "GB18030", "GBK", "Big5", "UTF-16"))
        raise EncodingError(f"不认识的编码“{name}”。", f"可用的编码：{known}。")
    return found


def title_of(name: str) -> str:
    """What an encoding is called, in few letters."""
    title = ENCODINGS.get(_WIDER.get(name, name), name.upper())
    return title.partition("（")[0]


def decode_as(data: bytes, encoding: str) -> tuple[str, str, tuple[str, ...]]:
    """Bytes to text in an encoding that was chosen.

    Returns:
        Text, the encoding's name, and warnings where single bytes had to be replaced.

    Raises:
        EncodingError: Too much of it is no text in that encoding.
    """
    text = max(
        (data.decode(one, errors="replace") for one in _variants(data, encoding)),
        key=lambda decoded: len(_USUAL.findall(decoded)),
    ).removeprefix("\ufeff")
    unknown = text.count("\ufffd")
    if unknown > max(3, len(text) // _MOST_UNKNOWN):
        title = ENCODINGS.get(encoding, encoding)
        raise EncodingError(f"这个文件用 {title} 编码读不出文字。", "请换一种编码再试。")
    return text, encoding, (REPLACED,) if unknown else ()


def _variants(data: bytes, encoding: str) -> tuple[str, ...]:
    """UTF-16 says by a mark which byte comes first; without one, what makes sense is taken."""
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return ("utf-16-le", "utf-16-be") if encoding == "utf-16" and not marked else (encoding,)
