"""Bytes to text: in the encoding that fits, or the one that a reviewer chose."""

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
"""Python's names of the encodings that are offered, each with its usual name."""

_WIDER = {
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "big5": "big5hkscs",
    "utf-8-sig": "utf-8",
    "utf-16-le": "utf-16",
    "utf-16-be": "utf-16",
}
"""Encodings, each with a wider one that holds all of its characters."""

_REPLACED = "文件中有个别字节不能识别，已用“\N{REPLACEMENT CHARACTER}”代替，请对照原件核对。"
Decoded = tuple[str, str, tuple[str, ...]]
"""Text, the encoding's name, and warnings where single bytes had to be replaced."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks and what they say."""

_USUAL = re.compile("[的一年公开開政府信息报報告情况況]")
"""Characters of which every report is full: one in four; of gibberish not one in a hundred."""

_WRITTEN = re.compile(r"[^\x00-\x7f]")
_STRANGE = re.compile("[\u3400-\u9fff\ue000-\uf8ff\ufffd\x80-\xff]")
"""Chinese, and what its bytes turn into when they are read in another encoding."""

_LOOKED_AT = 8000
_SENSIBLE = 0.03
_LEAST_USUAL = 10
_LEAST_STRANGE = 50
_COMMON_ROWS = range(0xB0, 0xD8)
"""First bytes, in GB2312, of the 3,755 characters that nearly all texts consist of."""

_TRIED = ("utf-8", "gb18030")
_WIDE = ("utf-16-le", "utf-16-be")
_MOST_UNKNOWN = 20
"""At most one character in this many may be unknown, else it is another encoding."""

_MOST_DAMAGED = 500
"""The same where nobody chose the encoding: it is certain if so few bytes are damaged."""

_FEW = 3
"""This many unknown characters are allowed in a text of any length."""


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
    """The usual short name of an encoding."""
    title = ENCODINGS.get(_WIDER.get(name, name), name.upper())
    return title.partition("（")[0]


def decode_as(data: bytes, encoding: str) -> Decoded:
    """Bytes to text in an encoding that was chosen.

    Raises:
        EncodingError: Too much of it is no text in that encoding.
    """
    text = max(
        (data.decode(one, errors="replace") for one in _variants(data, encoding)),
        key=usual_characters,
    ).removeprefix("\ufeff")
    unknown = text.count("\ufffd")
    if unknown > max(_FEW, len(text) // _MOST_UNKNOWN):
        title = ENCODINGS.get(encoding, encoding)
        raise EncodingError(f"这个文件用 {title} 编码读不出文字。", "请换一种编码再试。")
    return text, encoding, (_REPLACED,) if unknown else ()


def _variants(data: bytes, encoding: str) -> tuple[str, ...]:
    """UTF-16 says by a mark which byte comes first; without one, what makes sense is taken."""
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return _WIDE if encoding == "utf-16" and not marked else (encoding,)


def decode(data: bytes) -> Decoded:
    """Bytes to text: byte order mark, else strict UTF-8, else GB18030.

    UTF-16 without a mark and Big5 are taken where these do not fit, or make no sense, and they do.

    Raises:
        EncodingError: No encoding gives readable text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded_with_mark(data, encoding)
    plain = _strictly(data, "utf-8")
    if plain is not None:
        return *plain, ()
    for name in ("gb18030", "big5hkscs", *_WIDE):
        other = _strictly(data, name)
        if other is not None and makes_sense(other[0]):
            return *other, ()
    meaningless = _strictly(data, "gb18030")
    return (*meaningless, ()) if meaningless is not None else _damaged(data)


def _strictly(data: bytes, encoding: str) -> tuple[str, str] | None:
    """The text and its encoding; None if any byte does not fit."""
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        return None


def _decoded_with_mark(data: bytes, encoding: str) -> Decoded:
    try:
        return data.decode(encoding), encoding, ()
    except UnicodeDecodeError:
        return data.decode(encoding, errors="replace"), encoding, (_REPLACED,)


def _damaged(data: bytes) -> Decoded:
    """Text with a few bad bytes is read all the same; more than that is no text."""
    attempts = [(data.decode(name, errors="replace"), name) for name in _TRIED]
    text, encoding = min(attempts, key=lambda attempt: attempt[0].count("\ufffd"))
    if text.count("\ufffd") > max(_FEW, len(text) // _MOST_DAMAGED):
        raise EncodingError(
            "无法识别文件的文字编码。",
            "请用记事本或 WPS 打开，另存为 UTF-8 编码的文本后再打开。",
        )
    return text, encoding, (_REPLACED,)


def is_marked(data: bytes) -> bool:
    """Whether a byte order mark says how the bytes are to be read."""
    return data.startswith(tuple(mark for mark, _ in _MARKS))


def is_wide(data: bytes) -> bool:
    """Whether bytes are text in UTF-16, which no mark announces."""
    return any(makes_sense(data.decode(name, errors="replace")) for name in _WIDE)


def makes_sense(text: str) -> bool:
    """Whether a text, decoded somehow, reads like a report."""
    head = text[:_LOOKED_AT]
    usual = usual_characters(head)
    return usual >= _LEAST_USUAL and usual >= _SENSIBLE * len(_WRITTEN.findall(head))


def is_garbled(text: str) -> bool:
    """Whether a text was decoded, now or by whoever saved it, in another encoding than its own."""
    head = "".join(text[:_LOOKED_AT].split())
    strange = _STRANGE.findall(head)
    if len(strange) < max(_LEAST_STRANGE, len(head) // 3):
        return False
    common = sum(map(_is_common, strange))
    return common < len(strange) / 2 and usual_characters(head) < _SENSIBLE * len(strange)


def _is_common(sign: str) -> bool:
    return sign.encode("gb2312", errors="replace")[0] in _COMMON_ROWS


def usual_characters(text: str) -> int:
    """How many characters of those that every report is full of: the right decoding has most."""
    return len(_USUAL.findall(text))
